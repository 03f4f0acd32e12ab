/** What is called of citation-js, which has no types before the version that wants Node.js 22. */
declare module '@citation-js/core' {
  export const plugins: { input: { chain: (text: string, options: object) => unknown } };
}
declare module '@citation-js/plugin-bibtex';

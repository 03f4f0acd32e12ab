// Nothing is fetched: Octavo gives citation-js the text of a file.
export { default } from './sync-fetch.mjs';
export const { Headers } = globalThis;

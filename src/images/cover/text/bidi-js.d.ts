declare module 'bidi-js' {
  interface Levels {
    /** An embedding level for each UTF-16 unit. */
    levels: Uint8Array;
    paragraphs: { start: number; end: number; level: number }[];
  }
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): Levels;
  };
}

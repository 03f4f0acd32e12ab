/** The reader of plain text: the last to be asked, for it takes whatever nobody else does. */
import { decodeText } from './decode.js';
import { blocksOf } from './paragraphs.js';
import type { ImportReader } from './types.js';

/** Text in any of the encodings that people have, hard-wrapped or not. */
export const text: ImportReader = {
  format: 'text',
  recognises: () => true,
  read({ bytes, path }) {
    const { value, messages } = decodeText(bytes, path);
    const blocks = value ? blocksOf(value.text) : [];
    return Promise.resolve({
      format: 'text',
      facts: {},
      blocks,
      pictures: [],
      messages,
      ...(value ? { text: value.text } : {}),
    });
  },
};

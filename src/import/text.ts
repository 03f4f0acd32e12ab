/** The reader of plain text: the last to be asked, for it takes whatever nobody else does. */
import { withContents } from './contents.js';
import { decodeText } from './decode.js';
import { paragraphsOf, withoutIndent } from './paragraphs.js';
import { manuscriptFormat, withSceneGaps } from './typescript.js';
import type { ImportReader } from './types.js';

/** Text in any of the encodings that people have, hard-wrapped or not. */
export const text: ImportReader = {
  format: 'text',
  recognises: () => true,
  read({ bytes, path }) {
    const { value, messages } = decodeText(bytes, path);
    const nothing = { format: 'text', facts: {}, blocks: [], pictures: [], messages };
    if (!value) return Promise.resolve(nothing);
    const { blocks, isParted } = paragraphsOf(value.text);
    const found = { blocks: withSceneGaps(blocks), isParted };
    return Promise.resolve({
      ...nothing,
      ...(manuscriptFormat(found) ?? { blocks: withContents(withoutIndent(found.blocks)) }),
      isParted,
      text: value.text,
    });
  },
};

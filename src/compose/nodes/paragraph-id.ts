import type { Nodes, Paragraph } from 'mdast';

/** Below this many letters a paragraph is no use as an anchor. */
const SHORTEST = 12;

/**
 * An id that follows from the letters and digits of a paragraph alone (FNV-1a, 32 bits), so that a highlight lands
 * in the next edition where the paragraph is still the same; undefined for a very short one.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function paragraphId(node: Paragraph): string | undefined {
  const hash = { value: 0x811c9dc5, letters: 0 };
  addLetters(node, hash);
  return hash.letters < SHORTEST ? undefined : `p-${(hash.value >>> 0).toString(36)}`;
}

function addLetters(node: Nodes, hash: { value: number; letters: number }): void {
  if ('children' in node) for (const child of node.children) addLetters(child, hash);
  else if (node.type === 'text') {
    let { value } = hash;
    for (let index = 0; index < node.value.length; index += 1) {
      const code = node.value.charCodeAt(index);
      if (!isLetter(code)) continue;
      value = Math.imul(value ^ code, 0x01000193);
      hash.letters += 1;
    }
    hash.value = value;
  }
}

/** ASCII letters and digits, and all beyond ASCII but the punctuation of U+00A0 to U+00BF and U+2000 to U+206F. */
const isLetter = (code: number): boolean =>
  (code > 0x60 && code < 0x7b) ||
  (code > 0x40 && code < 0x5b) ||
  (code > 0x2f && code < 0x3a) ||
  (code > 0xbf && (code < 0x2000 || code > 0x206f));

/** The letters and digits of a text: what no typography may change. */

import { MARKS } from './marks.js';

/** Signs that the typography makes of letters and digits, and of which it makes them: `3 x 4`, `1/2`, `(c)`. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u00A9': 'c',
  '\u00AE': 'r',
  '\u00D7': 'x',
  '\u00BC': '14',
  '\u00BD': '12',
  '\u00BE': '34',
  '\u2122': 'tm',
  '\u2153': '13',
  '\u2154': '23',
  '\u215B': '18',
};
const BRACKETED = /\((?:c|r|tm)\)/gi;

/** Letters with their combining marks, and digits, by Unicode's categories. */
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** ASCII without letters and digits, and the punctuation of U+2000 to U+206F. */
const PUNCTUATION = /[^A-Za-z0-9\u0080-\u1FFF\u2070-\uFFFF]+/g;
const BEYOND_ASCII = /[\u0080-\uFFFF]+/g;

/** A text's letters, combining marks and digits, in order; signs that stand for some count as these. */
export const lettersOf = (text: string): string =>
  lowered(text)
    .replaceAll(PUNCTUATION, '')
    .replaceAll(BEYOND_ASCII, (run) => [...run].map(lettersIn).join(''));

/** `(C)` and `(c)` become the same sign. */
const lowered = (text: string): string =>
  text.includes('(') ? text.replaceAll(BRACKETED, (match) => match.toLowerCase()) : text;

const lettersIn = (character: string): string =>
  SIGNS[character] ?? (LETTER.test(character) || character in MARKS ? character : '');

/** For each UTF-16 code unit of `lettersOf(text)`, the offset in `text` of the character that it comes from. */
export function letterOffsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const letters = lettersIn(character);
    offsets.push(...Array<number>(letters.length).fill(at));
    at += character.length;
  }
  return offsets;
}

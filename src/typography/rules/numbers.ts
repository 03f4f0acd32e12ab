/** minus and times: `-5 °C`, `3 x 4`. */
import {
  DASH,
  DIGIT,
  EDGE,
  HYPHEN,
  LETTER,
  MINUS_SIGN,
  MULTIPLICATION_SIGN,
  OPENER,
  SPACE,
  kindAt,
} from '../characters.js';
import { sumAt } from '../dashes/sums.js';
import type { Edit, Rule } from '../types.js';

export const minus: Rule = {
  id: 'minus',
  apply({ text, speech }) {
    const edits: Edit[] = [];
    // The hyphen of a speech that begins with a number is no minus.
    const first = speech === undefined ? 0 : text.search(/\S/) + 1;
    for (let at = text.indexOf('-', first); at >= 0; at = text.indexOf('-', at + 1)) {
      if (isSpaced(text, at) && isSum(text, at))
        edits.push({ start: at, end: at + 1, text: MINUS_SIGN, confidence: 0.9, instead: '-' });
      if (kindAt(text, at + 1) !== DIGIT) continue;
      const left = kindAt(text, at - 1);
      const free = left === EDGE || left === OPENER || (left === SPACE && kindAt(text, at - 2) !== DIGIT);
      if (free && !continues(text, at + 1))
        edits.push({ start: at, end: at + 1, text: MINUS_SIGN, confidence: 0.9, instead: '-' });
    }
    return edits;
  },
};

const isSpaced = (text: string, at: number): boolean =>
  kindAt(text, at - 1) === SPACE && kindAt(text, at + 1) === SPACE;

function isSum(text: string, at: number): boolean {
  let [from, to] = [at, at + 1];
  while (kindAt(text, from - 1) === SPACE) from -= 1;
  while (kindAt(text, to) === SPACE) to += 1;
  return sumAt(text, from, to) === 'sum';
}

/** Whether the digits go on as a date, a number of parts or a word. */
function continues(text: string, from: number): boolean {
  let at = from;
  while (kindAt(text, at) === DIGIT) at += 1;
  const kind = kindAt(text, at);
  const next = kindAt(text, at + 1);
  return kind === LETTER || ((kind === HYPHEN || kind === DASH) && (next === DIGIT || next === LETTER));
}

/** `3 x 4`, `3x4`, `3′ x 4′`; of `0x20` and `x86` it keeps clear. */
const TIMES =
  /(?<=(?<![\p{L}\p{N}.])[1-9]\d{0,5}(?:[.,]\d{1,4})?[\u2032\u2033]?)([^\S\n\u2028\uFEFF]*)x([^\S\n\u2028\uFEFF]*)(?=[1-9]\d{0,5}(?![\p{L}\d]))/gu;

/** Whether an x stands after a digit: quicker than the pattern, which few texts need. */
function mayMultiply(text: string): boolean {
  for (let at = text.indexOf('x'); at >= 0; at = text.indexOf('x', at + 1)) {
    let before = at - 1;
    while (kindAt(text, before) === SPACE) before -= 1;
    if (kindAt(text, before) === DIGIT || kindAt(text, before - 1) === DIGIT) return true;
  }
  return false;
}

export const times: Rule = {
  id: 'times',
  apply({ text }) {
    if (!mayMultiply(text)) return [];
    const edits: Edit[] = [];
    for (const { index, 1: before = '', 2: after = '' } of text.matchAll(TIMES))
      // However many spaces stand there: `spaces` will print one.
      if ((before === '') === (after === '')) {
        const start = index + before.length;
        edits.push({ start, end: start + 1, text: MULTIPLICATION_SIGN, confidence: 0.9, instead: 'x' });
      }
    return edits;
  },
};

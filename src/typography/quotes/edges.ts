/** What an apostrophe costs at the edges of the words beside each mark, as the whole paragraph shows. */
import { COMMA, DIGIT, EDGE, LETTER, SPACE, isUpper, kindAt } from '../characters.js';
import { KNOWN, type ElisionPrices } from './elisions.js';
import type { Mark } from './marks.js';

/** An apostrophe at this price is sure; a mark of a phrase at this price may well be one. */
export const SURE = 1;
export const MAY_BE = 2.5;
/** How much cheaper unknown elisions get by each sure one of the paragraph, by how many at most, and the floor. */
const DIALECT_EASE = 0.25;
const DIALECT_MOST = 6;
const DIALECT_LEAST = 2;
/** An unknown elision at the head of a line where several begin with a mark, as they do in quoted verse and letters. */
const AT_LINE_HEAD = 9;
/** A known clipped word with a mark at both ends: it is quoted. */
const QUOTED = 5;
/** What an apostrophe costs at the head of the word after each mark, and at the tail of the word before it. */
export interface Edges {
  head: Float64Array;
  tail: Float64Array;
}

/** The prices of apostrophes at the edges of words, for each mark. */
export function elidedEdges(text: string, marks: readonly Mark[], elisions: ElisionPrices): Edges {
  const head = new Float64Array(marks.length).fill(Infinity);
  const tail = new Float64Array(marks.length).fill(Infinity);
  let sure = 0;
  let lines = 0;
  marks.forEach(({ at, double, left, right }, index) => {
    if (double) return;
    if (right === LETTER || right === DIGIT) head[index] = elisions.head(text, at);
    if (left === LETTER || left === DIGIT) tail[index] = elisions.tail(text, at);
    if (Math.min(head[index] as number, tail[index] as number) < SURE && left !== DIGIT && right !== DIGIT)
      sure += 1;
    if (left === EDGE && (head[index] as number) > MAY_BE) lines += 1;
  });
  const ease = 1 + Math.max(0, Math.min(DIALECT_MOST, sure) - 1) * DIALECT_EASE;
  const eased = (price: number): number =>
    price > DIALECT_LEAST ? Math.max(DIALECT_LEAST, price / ease) : price;
  marks.forEach(({ at, left }, index) => {
    const price = head[index] as number;
    if (lines > 1 && left === EDGE && price > MAY_BE) head[index] = AT_LINE_HEAD;
    else if (!isUpper(text, at + 1)) head[index] = eased(price);
    tail[index] = eased(tail[index] as number);
  });
  quoteClipped(text, marks, head, tail);
  return { head, tail };
}

/** Raises the prices at a word that is known as clipped at one end and has a mark at both. */
function quoteClipped(text: string, marks: readonly Mark[], head: Float64Array, tail: Float64Array): void {
  for (let index = 0; index + 1 < marks.length; index += 1) {
    const begin = marks[index] as Mark;
    const end = marks[index + 1] as Mark;
    if (begin.double || end.double || begin.left === LETTER || end.right === LETTER) continue;
    const clippedHead = head[index] as number;
    const clippedTail = tail[index + 1] as number;
    const known =
      isOtherLetter(text, begin.at, end.at) ||
      (clippedHead === KNOWN && clippedTail > SURE && !beginsAgain(begin, end)) ||
      (clippedTail === KNOWN && clippedHead > MAY_BE && isAmidWords(text, begin.at));
    if (!known) continue;
    if (
      (end.at - begin.at <= 2 && !isOtherLetter(text, begin.at, end.at)) ||
      !isOneWord(text, begin.at + 1, end.at)
    )
      continue;
    head[index] = Math.max(clippedHead, QUOTED);
    tail[index + 1] = Math.max(clippedTail, QUOTED);
  }
}

/** Whether one letter stands between two marks, but for those clipped at both ends (`rock 'n' roll`, `I'd 'a' gone`, `'t' lad`). */
const isOtherLetter = (text: string, start: number, end: number): boolean =>
  end - start === 2 && !'ant'.includes(text.charAt(start + 1));

/** Whether a mark stands amid a sentence, before a word in lower case, where no speech begins (`'An' so he did,'`). */
const isAmidWords = (text: string, at: number): boolean =>
  kindAt(text, at - 1) === SPACE && kindAt(text, at - 2) === LETTER && !isUpper(text, at + 1);

/** Whether a speech may go on between two marks, after a comma and with no other behind (`he said, 'un' I know'`). */
const beginsAgain = ({ previous }: Mark, { right }: Mark): boolean => previous === COMMA && right === SPACE;

function isOneWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (kindAt(text, at) !== LETTER) return false;
  return true;
}

/** Whether a mark stands between an elision and a letter. */
export function leansOn(marks: readonly Mark[], index: number, { tail }: Edges): boolean {
  const mark = marks[index] as Mark;
  const one = marks[index - 1];
  if (!one || one.double || one.at !== mark.at - 1 || mark.right !== LETTER) return false;
  return (tail[index - 1] as number) < SURE;
}

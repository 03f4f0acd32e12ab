/** The price of each role for each mark, in nepers, from what stands beside it. */
import type { Locale } from '../../types.js';
import {
  CLOSER,
  COMMA,
  DASH,
  DIGIT,
  EDGE,
  ELLIPSIS,
  HYPHEN,
  KIND_COUNT,
  LETTER,
  OPENER,
  QUOTE,
  SPACE,
  STOP,
  SYMBOL,
  isUpper,
  kindAt,
} from '../characters.js';
import { LISTED, elisionPrices, type ElisionPrices } from './elisions.js';
import type { Mark } from './marks.js';
import { APOSTROPHE, CLOSE, CLOSE_PHRASE, OPEN, OPEN_PHRASE, PRIME, ROLE_COUNT } from './stacks.js';
import type { Study } from './study.js';

function table(fallback: number, rows: readonly (readonly [kind: number, price: number])[]): Float64Array {
  const prices = new Float64Array(KIND_COUNT).fill(fallback);
  for (const [kind, price] of rows) prices[kind] = price;
  return prices;
}

/** An opening mark, by what stands before it and after it. */
const OPEN_BEFORE = table(5, [
  [EDGE, 0],
  [SPACE, 0],
  [OPENER, 0],
  [DASH, 1],
  [HYPHEN, 3],
  [ELLIPSIS, 3],
  [LETTER, 6],
  [DIGIT, 6],
  [SYMBOL, 2],
]);
const OPEN_AFTER = table(5, [
  [LETTER, 0],
  [DIGIT, 0.2],
  [OPENER, 0.3],
  [ELLIPSIS, 0.5],
  [DASH, 1],
  [HYPHEN, 2],
  [SYMBOL, 0.5],
  [STOP, 4],
  [COMMA, 7],
  [SPACE, 6],
  [EDGE, 8],
]);
/** A closing mark, by what stands before it and after it. */
const CLOSE_BEFORE = table(1, [
  [STOP, 0],
  [COMMA, 0],
  [ELLIPSIS, 0],
  [CLOSER, 0.3],
  [DASH, 0.5],
  [HYPHEN, 0.8],
  [LETTER, 0.7],
  [DIGIT, 0.8],
  [SYMBOL, 0.7],
  [SPACE, 6],
  [OPENER, 7],
  [EDGE, 8],
]);
const CLOSE_AFTER = table(2, [
  [SPACE, 0],
  [EDGE, 0],
  [STOP, 0.2],
  [COMMA, 0.2],
  [CLOSER, 0.2],
  [DASH, 0.3],
  [ELLIPSIS, 1],
  [HYPHEN, 2],
  [OPENER, 3],
  [LETTER, 5],
  [DIGIT, 6],
]);

/** A speech in single marks ends in punctuation; where it does not, by what stands before the mark. */
const SPEECH_ENDS = table(0, [
  [LETTER, 3.5],
  [DIGIT, 3],
]);
const PHRASE_ENDS = table(0.5, [
  [LETTER, 0],
  [DIGIT, 0],
]);

/** An apostrophe at this price is sure; a mark of a phrase at this price may well be one. */
const SURE = 1;
const MAY_BE = 2.5;
/** How much cheaper unknown elisions get by each sure one of the paragraph, by how many at most, and the floor. */
const DIALECT_EASE = 0.25;
const DIALECT_MOST = 6;
const DIALECT_LEAST = 2;
/** A word that is known with an apostrophe there stands without a quotation mark. */
const ELIDED = 2;

/** A phrase with no other end of it near. */
const LONE_PHRASE = 4;
/** Longest phrase in quotation marks, in UTF-16 code units. */
const PHRASE_LENGTH = 70;

/** `45° 30`, before the mark of minutes. */
const MINUTES = /\u00B0[ \u00A0\u202F]?\d{1,2}$/;
const PRIME_AFTER_DIGIT = 4.5;
const PRIME_AFTER_FEET = 0.2;

/** Prices by mark and role: index `mark * ROLE_COUNT + role`; infinite where the mark cannot have the role. */
export function priceMarks(text: string, marks: readonly Mark[], locale: Locale, study: Study): Float64Array {
  const prices = new Float64Array(marks.length * ROLE_COUNT).fill(Infinity);
  const edges = elidedEdges(text, marks, elisionPrices(locale.elisions, study));
  marks.forEach((mark, index) => {
    const row = prices.subarray(index * ROLE_COUNT, (index + 1) * ROLE_COUNT);
    if (mark.double) priceDouble(text, mark, row);
    else priceSingle(text, mark, row, edges, index);
  });
  pricePhrases(text, marks, prices);
  return prices;
}

/** What an apostrophe costs at the head of the word after each mark, and at the tail of the word before it. */
interface Edges {
  head: Float64Array;
  tail: Float64Array;
}

function elidedEdges(text: string, marks: readonly Mark[], elisions: ElisionPrices): Edges {
  const head = new Float64Array(marks.length).fill(Infinity);
  const tail = new Float64Array(marks.length).fill(Infinity);
  let sure = 0;
  marks.forEach(({ at, double, left, right }, index) => {
    if (double) return;
    if (right === LETTER || right === DIGIT) head[index] = elisions.head(text, at);
    if (left === LETTER || left === DIGIT) tail[index] = elisions.tail(text, at);
    if (Math.min(head[index] as number, tail[index] as number) < SURE && left !== DIGIT && right !== DIGIT)
      sure += 1;
  });
  const ease = 1 + Math.max(0, Math.min(DIALECT_MOST, sure) - 1) * DIALECT_EASE;
  const eased = (price: number): number =>
    price > DIALECT_LEAST ? Math.max(DIALECT_LEAST, price / ease) : price;
  marks.forEach(({ at }, index) => {
    if (!isUpper(text, at + 1)) head[index] = eased(head[index] as number);
    tail[index] = eased(tail[index] as number);
  });
  return { head, tail };
}

/** Raises the price of a phrase's mark that has no fellow within the sentence and a phrase's length. */
function pricePhrases(text: string, marks: readonly Mark[], prices: Float64Array): void {
  let opener = -Infinity;
  let done = 0;
  let sentence = 0;
  marks.forEach((mark, index) => {
    if (mark.double) return;
    for (; done < mark.at; done += 1) if (endsSentence(text, done)) sentence = done;
    const close = index * ROLE_COUNT + CLOSE_PHRASE;
    const lone = opener < sentence || mark.at - opener > PHRASE_LENGTH;
    if (lone) prices[close] = (prices[close] as number) + LONE_PHRASE;
    const open = prices[index * ROLE_COUNT + OPEN_PHRASE] as number;
    if (open < MAY_BE) opener = mark.at;
  });
  let closer = Infinity;
  done = text.length;
  sentence = Infinity;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (!mark || mark.double) continue;
    for (; done > mark.at; done -= 1) if (endsSentence(text, done)) sentence = done;
    const open = index * ROLE_COUNT + OPEN_PHRASE;
    if (closer > sentence + 2 || closer - mark.at > PHRASE_LENGTH)
      prices[open] = (prices[open] as number) + LONE_PHRASE;
    if ((prices[index * ROLE_COUNT + CLOSE_PHRASE] as number) < MAY_BE) closer = mark.at;
  }
}

const endsSentence = (text: string, at: number): boolean =>
  kindAt(text, at) === STOP &&
  kindAt(text, at + 1) === SPACE &&
  isUpper(text, at + 2) &&
  kindAt(text, at - 2) === LETTER;

const openPrice = ({ before, after, right }: Mark): number =>
  (OPEN_BEFORE[before] as number) + (OPEN_AFTER[after] as number) + (right === SPACE ? 3 : 0);
const closePrice = ({ before, after, left }: Mark): number =>
  (CLOSE_BEFORE[before] as number) + (CLOSE_AFTER[after] as number) + (left === SPACE ? 3 : 0);

function priceDouble(text: string, mark: Mark, row: Float64Array): void {
  if (mark.typed !== 'close') row[OPEN] = openPrice(mark);
  if (mark.typed !== 'open') row[CLOSE] = closePrice(mark);
  if (mark.typed !== 'straight' || mark.left !== DIGIT) return;
  let at = mark.at - 1;
  while (kindAt(text, at) === DIGIT) at -= 1;
  const feet = kindAt(text, at) === QUOTE || (kindAt(text, at) === SPACE && kindAt(text, at - 1) === QUOTE);
  row[PRIME] =
    feet && kindAt(text, at - (kindAt(text, at) === SPACE ? 2 : 1)) === DIGIT
      ? PRIME_AFTER_FEET
      : PRIME_AFTER_DIGIT;
}

function priceSingle(text: string, mark: Mark, row: Float64Array, edges: Edges, index: number): void {
  const { at, typed, left, right } = mark;
  const head = edges.head[index] as number;
  const tail = edges.tail[index] as number;
  if (typed !== 'close') {
    const price = openPrice(mark) + (head < SURE ? ELIDED : 0);
    row[OPEN] = price + speechBegins(text, mark);
    row[OPEN_PHRASE] = price + phraseBegins(text, mark);
  }
  if (typed === 'backtick') return;
  if (typed !== 'open') {
    const price = closePrice(mark) + (tail < SURE ? ELIDED : 0);
    row[CLOSE] = price + (SPEECH_ENDS[left] as number);
    row[CLOSE_PHRASE] = price + (PHRASE_ENDS[left] as number);
  }
  row[APOSTROPHE] = Math.min(head, tail, 9);
  if (head === LISTED) row[OPEN] = row[OPEN_PHRASE] = Infinity;
  if (tail === LISTED) row[CLOSE] = row[CLOSE_PHRASE] = Infinity;
  if (typed !== 'straight' || left !== DIGIT || right === LETTER) return;
  row[PRIME] =
    right === DIGIT || MINUTES.test(text.slice(Math.max(0, at - 6), at))
      ? PRIME_AFTER_FEET
      : PRIME_AFTER_DIGIT;
}

const upperAfter = (text: string, { at, right }: Mark): boolean => right !== LETTER || isUpper(text, at + 1);

/** What a speech begins with: a capital, after a stop or a comma; after a comma also the rest of a broken sentence. */
function speechBegins(text: string, mark: Mark): number {
  const upper = upperAfter(text, mark);
  if (mark.previous === LETTER || mark.previous === DIGIT) return upper ? 1.5 : 3.5;
  if (mark.previous === STOP) return upper ? 0 : 2.5;
  if (mark.previous === COMMA || mark.previous === DASH) return upper ? 0 : 0.5;
  return upper ? 0 : 1.5;
}

/** What a phrase in quotation marks begins with: anything, amid a sentence. */
function phraseBegins(text: string, mark: Mark): number {
  if (mark.previous === LETTER || mark.previous === DIGIT) return 0.5;
  return upperAfter(text, mark) ? 1.5 : 1;
}

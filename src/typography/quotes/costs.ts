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
import { elisionPrices, type ElisionPrices } from './elisions.js';
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

/** A quotation in the marks that the book does not use for speech, outside of any other. */
const INNER_ALONE = 2.5;
/** A phrase with no other end of it near. */
const LONE_PHRASE = 4;
/** Longest phrase in quotation marks, in UTF-16 code units. */
const PHRASE_LENGTH = 70;

const PRIME_AFTER_DIGIT = 4.5;
const PRIME_AFTER_FEET = 0.2;

/** Prices by mark and role: index `mark * ROLE_COUNT + role`; infinite where the mark cannot have the role. */
export function priceMarks(
  text: string,
  marks: readonly Mark[],
  locale: Locale,
  study: Study,
  outerDouble: boolean,
): Float64Array {
  const prices = new Float64Array(marks.length * ROLE_COUNT).fill(Infinity);
  const elisions = elisionPrices(locale.elisions, study);
  let opener = -Infinity;
  marks.forEach((mark, index) => {
    const row = prices.subarray(index * ROLE_COUNT, (index + 1) * ROLE_COUNT);
    if (mark.double) priceDouble(text, mark, row);
    else {
      priceSingle(text, mark, row, elisions);
      row[CLOSE_PHRASE] =
        (row[CLOSE_PHRASE] as number) + (mark.at - opener > PHRASE_LENGTH ? LONE_PHRASE : 0);
      if (mayOpen(mark)) opener = mark.at;
    }
    if (mark.double !== outerDouble) row[OPEN] = row[OPEN] as number;
  });
  let closer = Infinity;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (!mark || mark.double) continue;
    const open = index * ROLE_COUNT + OPEN_PHRASE;
    prices[open] = (prices[open] as number) + (closer - mark.at > PHRASE_LENGTH ? LONE_PHRASE : 0);
    if (mayClose(mark)) closer = mark.at;
  }
  return prices;
}

const mayOpen = ({ before, after }: Mark): boolean =>
  (OPEN_BEFORE[before] as number) <= 1 && (OPEN_AFTER[after] as number) <= 1;
const mayClose = ({ before, after }: Mark): boolean =>
  (CLOSE_BEFORE[before] as number) <= 1 && (CLOSE_AFTER[after] as number) <= 1;

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

function priceSingle(text: string, mark: Mark, row: Float64Array, elisions: ElisionPrices): void {
  const { at, typed, left, right } = mark;
  const head = right === LETTER || right === DIGIT ? elisions.head(text, at) : Infinity;
  const tail = left === LETTER || left === DIGIT ? elisions.tail(text, at) : Infinity;
  if (typed !== 'close') {
    const price = openPrice(mark) + (head < 1 ? 2 : 0);
    row[OPEN] = price + speechBegins(text, mark);
    row[OPEN_PHRASE] = price + phraseBegins(text, mark);
  }
  if (typed === 'backtick') return;
  if (typed !== 'open') {
    const price = closePrice(mark);
    row[CLOSE] = price + (SPEECH_ENDS[left] as number);
    row[CLOSE_PHRASE] = price + (PHRASE_ENDS[left] as number);
  }
  row[APOSTROPHE] = Math.min(head, tail, 9);
  if (typed === 'straight' && left === DIGIT && right !== LETTER)
    row[PRIME] = right === DIGIT ? 0.3 : PRIME_AFTER_DIGIT;
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
  const alone = INNER_ALONE * 0;
  if (mark.previous === LETTER || mark.previous === DIGIT) return 0.5 + alone;
  return upperAfter(text, mark) ? 1.5 : 1;
}

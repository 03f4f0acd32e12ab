/** The price of each role for each mark, in nats, from what stands beside it. */
import type { Locale } from '../../types.js';
import { COMMA, DASH, DIGIT, LETTER, SPACE, STOP, isUpper } from '../characters.js';
import { SURE, elidedEdges, leansOn, type Edges } from './edges.js';
import { LISTED, elisionPrices } from './elisions.js';
import { isHebrew, priceGershayim } from './hebrew.js';
import type { Mark } from './marks.js';
import { CLOSE_AFTER, CLOSE_BEFORE, OPEN_AFTER, OPEN_BEFORE, table } from './neighbours.js';
import { nestPhrases, pricePhrases } from './phrases.js';
import { isFeet, isInches, isThousands } from './primes.js';
import { HANGUL, IDEOGRAPH } from './scripts.js';
import {
  APOSTROPHE,
  CLOSE,
  CLOSE_PHRASE,
  OPEN,
  OPEN_PHRASE,
  OPEN_WITHIN,
  PRIME,
  ROLE_COUNT,
} from './stacks.js';
import type { Study } from './study.js';

/** A speech in single marks ends in punctuation; where it does not, by what stands before the mark. */
const SPEECH_ENDS = table(0, [
  [LETTER, 3.5],
  [DIGIT, 3],
]);
const PHRASE_ENDS = table(0.5, [
  [LETTER, 0],
  [DIGIT, 0],
]);

/** A word that is known with an apostrophe there stands without a quotation mark. */
const ELIDED = 2;

/** The same marks within each other, amid a sentence and elsewhere. */
const WITHIN = 5;
const WITHIN_ELSEWHERE = 6;
/** The same for a speech in single marks within another one. */
const WITHIN_SINGLE = 9;
/** An opening mark that an elision leans on (`l'"ami"`), and a closing one there. */
const AFTER_ELISION = 0.3;
const CLOSE_AFTER_ELISION = 4;
/** An apostrophe beside a letter of a script that has none. */
const NO_APOSTROPHE = 9;

/** An apostrophe behind a number, which a quotation that ends there and a length are likelier than. */
const CLIPPED_NUMBER = 6;
const PRIME_AFTER_DIGIT = 4.5;
const PRIME_AFTER_FEET = 0.2;

/** Prices by mark and role: index `mark * ROLE_COUNT + role`; infinite where the mark cannot have the role. */
export function priceMarks(text: string, marks: readonly Mark[], locale: Locale, study: Study): Float64Array {
  const prices = new Float64Array(marks.length * ROLE_COUNT).fill(Infinity);
  const edges = elidedEdges(text, marks, elisionPrices(locale.elisions, study));
  marks.forEach((mark, index) => {
    const row = prices.subarray(index * ROLE_COUNT, (index + 1) * ROLE_COUNT);
    const elided = leansOn(marks, index, edges);
    if (mark.double) priceDouble(text, mark, row, elided);
    else priceSingle(text, mark, row, edges, index, elided);
  });
  pricePhrases(text, marks, prices);
  nestPhrases(text, marks, edges, prices);
  return prices;
}

const openPrice = ({ before, after, right }: Mark, elided: boolean): number =>
  (elided ? AFTER_ELISION : (OPEN_BEFORE[before] as number)) +
  (OPEN_AFTER[after] as number) +
  (right === SPACE ? 3 : 0);
const closePrice = ({ before, after, left }: Mark, elided: boolean): number =>
  (CLOSE_BEFORE[before] as number) +
  (CLOSE_AFTER[after] as number) +
  (left === SPACE ? 3 : 0) +
  (elided ? CLOSE_AFTER_ELISION : 0);

const mayOpen = ({ typed }: Mark): boolean => typed !== 'close' && typed !== 'closing';
const mayClose = ({ typed }: Mark): boolean => typed !== 'open' && typed !== 'opening';

/** Guillemets are spaced within by those who write French: what is typed as opening or closing is that. */
const isSpacedMark = ({ double, typed, left, right }: Mark): boolean =>
  double && ((typed === 'open' && right === SPACE) || (typed === 'close' && left === SPACE));

const isAmid = ({ previous }: Mark): boolean =>
  previous === LETTER || previous === DIGIT || previous === COMMA;

function priceDouble(text: string, mark: Mark, row: Float64Array, elided: boolean): void {
  const spaced = isSpacedMark(mark);
  if (mayOpen(mark)) {
    row[OPEN] = spaced ? 0 : openPrice(mark, elided);
    row[OPEN_WITHIN] = row[OPEN] + (isAmid(mark) ? WITHIN : WITHIN_ELSEWHERE);
  }
  if (mayClose(mark)) row[CLOSE] = spaced ? 0 : closePrice(mark, elided);
  if (mark.typed !== 'straight' && mark.typed !== 'closing') return;
  if (isHebrew(text, mark.at - 1) && isHebrew(text, mark.at + mark.length)) priceGershayim(text, mark, row);
  if (mark.left === DIGIT)
    row[PRIME] = isInches(text, mark.at, mark.length) ? PRIME_AFTER_FEET : PRIME_AFTER_DIGIT;
}

function priceSingle(
  text: string,
  mark: Mark,
  row: Float64Array,
  edges: Edges,
  index: number,
  elided: boolean,
): void {
  const { at, typed, left, right } = mark;
  const head = edges.head[index] as number;
  const tail = edges.tail[index] as number;
  if (mayOpen(mark)) {
    const price = openPrice(mark, elided) + (head < SURE ? ELIDED : 0);
    row[OPEN] = price + speechBegins(text, mark);
    row[OPEN_PHRASE] = price + phraseBegins(text, mark);
    row[OPEN_WITHIN] = row[OPEN] + WITHIN_SINGLE;
  }
  if (typed === 'opening') return;
  if (mayClose(mark)) {
    const price = closePrice(mark, elided) + (tail < SURE ? ELIDED : 0);
    row[CLOSE] = price + (SPEECH_ENDS[left] as number);
    row[CLOSE_PHRASE] = price + (PHRASE_ENDS[left] as number);
  }
  row[APOSTROPHE] = isWide(mark) ? NO_APOSTROPHE : Math.min(head, tail, 9);
  // `10' deep`: hardly any number is clipped at its tail.
  if (left === DIGIT && right !== LETTER) row[APOSTROPHE] = Math.max(row[APOSTROPHE], CLIPPED_NUMBER);
  if (head === LISTED) row[OPEN] = row[OPEN_PHRASE] = row[OPEN_WITHIN] = Infinity;
  if (tail === LISTED) row[CLOSE] = row[CLOSE_PHRASE] = Infinity;
  if (right === DIGIT && left === DIGIT && isThousands(text, at)) row[APOSTROPHE] = PRIME_AFTER_FEET;
  else if (typed === 'straight' && left === DIGIT && right !== LETTER)
    row[PRIME] = right === DIGIT || isFeet(text, at) ? PRIME_AFTER_FEET : PRIME_AFTER_DIGIT;
}

const isWide = ({ before, after }: Mark): boolean =>
  before === HANGUL || before === IDEOGRAPH || after === HANGUL || after === IDEOGRAPH;

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

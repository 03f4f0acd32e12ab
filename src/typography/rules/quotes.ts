/** quotes, apostrophes and primes: what the reading settled, printed in the locale's marks. */
import type { Locale, QuotePair } from '../../types.js';
import { APOSTROPHE_MARK, DOUBLE_PRIME_MARK, GERESH, GERSHAYIM, PRIME_MARK } from '../characters.js';
import { isHebrew } from '../quotes/hebrew.js';
import type { Mark } from '../quotes/marks.js';
import { NONE } from '../quotes/nesting.js';
import type { Typed } from '../quotes/sorts.js';
import { APOSTROPHE, CLOSE, CLOSE_PHRASE, OPEN, OPEN_PHRASE, OPEN_WITHIN, PRIME } from '../quotes/stacks.js';
import { hasGerman, turnedAt } from '../quotes/turned.js';
import type { BookStyle, Edit, Reading, Rule, Run } from '../types.js';

const isOpening = (role: number): boolean => role < CLOSE;

/** Pairs of marks by what the author typed: double and single. */
interface Printed {
  double: QuotePair;
  single: QuotePair;
}

const DOUBLE_OPEN = '\u201C';

/** The marks to print for double and single ones. English and its like keep the author's choice of the outer one. */
function pairsOf(locale: Locale, outerDouble: boolean, book: BookStyle): Printed {
  const quotes = quotesOf(locale, book);
  const outerSet = book.outer;
  const { outer, inner } = quotes;
  const asTyped = [outer, inner].some(([open]) => open === DOUBLE_OPEN) && outer[1] !== inner[1];
  if (!asTyped || !isEnglish(quotes))
    return outerDouble ? { double: outer, single: inner } : { double: inner, single: outer };
  const doubles = outer[0] === DOUBLE_OPEN ? outer : inner;
  const singles = doubles === outer ? inner : outer;
  const swap = (outerSet === 'double' && !outerDouble) || (outerSet === 'single' && outerDouble);
  return swap ? { double: singles, single: doubles } : { double: doubles, single: singles };
}

const quotesOf = (locale: Locale, book: BookStyle): Pick<Locale['quotes'], 'outer' | 'inner'> =>
  locale.alternatives[String(book.setting('quotes'))] ?? locale.quotes;

const isEnglish = ({ outer, inner }: Pick<Locale['quotes'], 'outer' | 'inner'>): boolean =>
  [outer, inner].every(
    ([open, close]) => (open === '\u201C' && close === '\u201D') || (open === '\u2018' && close === '\u2019'),
  );

function printedAs(role: number, mark: Mark, text: string, pair: QuotePair): string {
  if (role === PRIME) return mark.double ? DOUBLE_PRIME_MARK : PRIME_MARK;
  if (role === APOSTROPHE) return mark.double ? GERSHAYIM : apostropheAt(text, mark.at);
  return isOpening(role) ? pair[0] : pair[1];
}

/** The apostrophe after a letter: a geresh in Hebrew. */
const apostropheAt = (text: string, at: number): string =>
  isHebrew(text, at - 1) ? GERESH : APOSTROPHE_MARK;

/** A mark's pair; within a quotation that was typed in the same marks, the other one. */
function pairOf(run: Run, index: number, pairs: Printed): QuotePair {
  const { marks, within } = run.reading as Reading;
  const { double } = marks[index] as Mark;
  const own = double ? pairs.double : pairs.single;
  const round = within?.[index] ?? NONE;
  if (round === NONE) return own;
  const other = double ? pairs.single : pairs.double;
  const typed = round < 0 ? '' : run.text.charAt((marks[round] as Mark).at);
  if (typed === other[0]) return own;
  const alternative = Object.values(run.locale.alternatives).find(({ outer }) => outer[0] === typed);
  return typed !== own[0] && alternative ? alternative.inner : other;
}

/** Bits of the roles of a quotation. */
const QUOTATION = (1 << OPEN) | (1 << OPEN_PHRASE) | (1 << OPEN_WITHIN) | (1 << CLOSE) | (1 << CLOSE_PHRASE);

/** What was typed on a keyboard without the proper marks. */
const KEYBOARD: ReadonlySet<Typed> = new Set<Typed>(['straight', 'opening', 'closing']);

/** Edits for the marks whose roles are among some, given as bits. */
function editsOf(run: Run, locale: Locale, book: BookStyle, wanted: number): Edit[] {
  const edits: Edit[] = [];
  const { reading } = run;
  if (!reading || (reading.present & wanted) === 0) return edits;
  const pairs = pairsOf(locale, reading.outerDouble, book);
  reading.marks.forEach((mark, index) => {
    const role = reading.roles[index] ?? APOSTROPHE;
    if ((wanted & (1 << role)) === 0 || !KEYBOARD.has(mark.typed)) return;
    const pair = pairOf(run, index, pairs);
    const text =
      index === 0 && reading.goesOn && role === OPEN ? pair[1] : printedAs(role, mark, run.text, pair);
    const instead = printedAs(reading.instead[index] ?? role, mark, run.text, pair);
    const edit: Edit = {
      start: mark.at,
      end: mark.at + mark.length,
      text,
      confidence: reading.confidence[index] ?? 1,
    };
    if (instead !== text) edit.instead = instead;
    edits.push(edit);
  });
  return edits;
}

export const quotes: Rule = {
  id: 'quotes',
  settings: ['guillemets', 'curly'],
  apply(run, locale, book) {
    const edits = editsOf(run, locale, book, QUOTATION);
    const turned = turnedIn(run, locale, book);
    return turned.length === 0 ? edits : [...edits, ...turned].sort((a, b) => a.start - b.start);
  },
};

/** How likely it is that a proper mark stands as it was meant to, where all that stands round it speaks against it. */
const AS_TYPED = 0.4;

/** The author is asked about these: what was typed properly is never changed. */
function turnedIn({ text, marks }: Run, locale: Locale, book: BookStyle): Edit[] {
  if (marks.length === 0 || !isEnglish(quotesOf(locale, book))) return [];
  const isGerman = hasGerman(text);
  return marks.flatMap((mark): Edit[] => {
    const instead = turnedAt(text, mark, locale, isGerman);
    if (instead === undefined) return [];
    const { at, length } = mark;
    return [{ start: at, end: at + length, text: text.charAt(at), confidence: AS_TYPED, instead }];
  });
}

export const apostrophes: Rule = {
  id: 'apostrophes',
  inPlace: true,
  apply(run, locale, book) {
    const edges = editsOf(run, locale, book, 1 << APOSTROPHE);
    if (run.inner.length === 0) return edges;
    const inner = run.inner.map((at): Edit => ({
      start: at,
      end: at + 1,
      text: apostropheAt(run.text, at),
      confidence: 1,
    }));
    return edges.length === 0 ? inner : [...inner, ...edges].sort((a, b) => a.start - b.start);
  },
};

export const primes: Rule = {
  id: 'primes',
  inPlace: true,
  apply: (run, locale, book) => editsOf(run, locale, book, 1 << PRIME),
};

/** Words that hold on to their neighbour: abbreviated titles, initials, numbers and their units. */
import type { Locale } from '../types.js';
import { DASH, DIGIT, EDGE, LETTER, OPENER, QUOTE, SPACE, STOP, isUpper, kindAt } from './characters.js';

/** Longest name of a month, in UTF-16 code units. */
const LONGEST_MONTH = 16;
/** Longest abbreviation, in UTF-16 code units with its full stop. */
const LONGEST = 8;
const UNITS = new Set(
  'kg g mg km m cm mm mi ft lb lbs oz l ml cl s ms h min kHz MHz GHz Hz kB MB GB TB W kW V A K \u00B0C \u00B0F \u00B0 % \u2030 \u20AC \u00A3 a.m p.m am pm AM PM'.split(
    ' ',
  ),
);
/** What may be one of them: a short word or a sign; `.m` for `p.m.`. */
const UNIT = /^[\p{L}\u00B0%\u2030\u20AC\u00A3]{1,3}(?:\.m)?(?![\p{L}\p{N}])/u;
/** Abbreviations that hold on to numbers only. */
const NUMBERED = new Set('no. nos. vol. vols. p. pp. ch. fig. figs. bd. nr. s. t. art.'.split(' '));
/** Signs before a number, which may stand behind a letter and its full stop (`n.\u00BA`). */
const SIGNS = '\u00A7\u2116\u00B0\u00BA';

/** What may stand right before a word of one letter, and right after the space behind it. */
const BEFORE_LEANING: readonly number[] = [EDGE, SPACE, OPENER, QUOTE, DASH];
const AFTER_LEANING: readonly number[] = [LETTER, DIGIT, OPENER, QUOTE];
/** What stands before one that begins a sentence, and may have a capital. */
const BEGINS: readonly number[] = [EDGE, STOP, OPENER, QUOTE, DASH];

/** Whether a word of one letter that must not end a line stands before the space between two offsets. */
export function leans(text: string, start: number, end: number, { leaning }: Locale): boolean {
  const letter = text.charAt(start - 1);
  const lower = letter.toLowerCase();
  if (letter === '' || !leaning.includes(lower)) return false;
  if (!BEFORE_LEANING.includes(kindAt(text, start - 2)) || !AFTER_LEANING.includes(kindAt(text, end)))
    return false;
  if (letter === lower) return true;
  let before = start - 2;
  while (kindAt(text, before) === SPACE) before -= 1;
  return BEGINS.includes(kindAt(text, before));
}

/** Whether the space between two offsets must not break the line. */
export function holdsNext(text: string, start: number, end: number, locale: Locale): boolean {
  const left = kindAt(text, start - 1);
  if (left === DIGIT)
    return UNITS.has(UNIT.exec(text.slice(end, end + 6))?.[0] ?? '') || partsThousands(text, start, end);
  if (left === STOP) {
    const word = wordEnd(text, start - 1);
    if (isAbbreviated(text, word, end) || isOrdinal(text, word, end, locale)) return true;
  }
  const numbered = kindAt(text, end) === DIGIT;
  if (!numbered && !isUpper(text, end)) return false;
  if (SIGNS.includes(text.charAt(start - 1))) return numbered && isSign(text, start, locale);
  if (left !== LETTER && text.charAt(start - 1) !== '.') return false;
  return (!numbered && isInitial(text, start)) || isBound(text, start, numbered, locale);
}

const BEFORE_THOUSANDS = /(?<![\d.,]|\d )\d{1,3}(?:[ \u00A0\u202F]\d{3})*$/;
const AFTER_THOUSANDS = /^\d{3}(?!\d)/;

/** Whether a space parts the thousands of a number: `12 500`. */
const partsThousands = (text: string, start: number, end: number): boolean =>
  AFTER_THOUSANDS.test(text.slice(end, end + 4)) &&
  BEFORE_THOUSANDS.test(text.slice(Math.max(0, start - 24), start));

/** Where the word before a full stop ends; a space between them goes. */
function wordEnd(text: string, stop: number): number {
  let end = stop;
  while (kindAt(text, end - 1) === SPACE) end -= 1;
  return end;
}

const SECOND_PART = /^(?:\p{Ll}{1,3}|\p{Lu})\s*\./u;

/** Whether the space behind a word's full stop is in an abbreviation of several words: `z. B.`, `p. ej.`, `т. д.` */
const isAbbreviated = (text: string, word: number, end: number): boolean =>
  kindAt(text, word - 1) === LETTER &&
  kindAt(text, word - 2) !== LETTER &&
  !isUpper(text, word - 1) &&
  SECOND_PART.test(text.slice(end, end + LONGEST));

const NEXT_WORD = /^\p{L}+/u;

/** Whether a full stop makes an ordinal of a day or a century, before its noun: `5. května`, `5. Mai`. */
function isOrdinal(text: string, word: number, end: number, { dates }: Locale): boolean {
  if (kindAt(text, word - 1) !== DIGIT) return false;
  const first = kindAt(text, word - 2) === DIGIT ? word - 2 : word - 1;
  if (kindAt(text, first - 1) === DIGIT || kindAt(text, end) !== LETTER) return false;
  const [noun = ''] = NEXT_WORD.exec(text.slice(end, end + LONGEST_MONTH)) ?? [];
  return !isUpper(text, end) || dates?.months.split(' ').includes(noun) === true;
}

/** The words of a locale that hold on to the next one, and whether any of them has no full stop. */
interface Bound {
  words: ReadonlySet<string>;
  bare: boolean;
}

const known = new WeakMap<readonly string[], Bound>();

function boundOf(words: readonly string[]): Bound {
  let bound = known.get(words);
  if (!bound) {
    bound = { words: new Set(words), bare: words.some((word) => /\p{L}$/u.test(word)) };
    known.set(words, bound);
  }
  return bound;
}

/** Whether a locale has words without a full stop that hold on to the next one. */
export const bindsBare = ({ bound }: Locale): boolean => boundOf(bound).bare;

function isBound(text: string, end: number, numbered: boolean, locale: Locale): boolean {
  const bound = boundOf(locale.bound);
  if (!bound.bare && kindAt(text, end - 1) === LETTER) return false;
  let start = end - 1;
  if (text.charAt(start) === '.') start -= 1;
  while (end - start <= LONGEST && kindAt(text, start) === LETTER) start -= 1;
  if (kindAt(text, start) === LETTER) return false;
  const word = text.slice(start + 1, end);
  const form = word.toLowerCase();
  if (!bound.words.has(form)) return false;
  return numbered || (!NUMBERED.has(form) && (isUpper(text, start + 1) || form.endsWith('.')));
}

/** Whether a sign before a number is one of the locale's: `\u00A7`, `\u2116`, `n.\u00BA`. */
function isSign(text: string, end: number, { bound }: Locale): boolean {
  let start = end - 1;
  if (text.charAt(start - 1) === '.') start -= 1;
  if (kindAt(text, start - 1) === LETTER) start -= 1;
  return bound.includes(text.slice(start, end).toLowerCase());
}

/** `J. R. R. Tolkien`; but not a sentence that ends in `I.` */
function isInitial(text: string, end: number): boolean {
  if (text.charAt(end - 1) !== '.' || !isUpper(text, end - 2)) return false;
  const before = kindAt(text, end - 3);
  if (before === LETTER || before === DIGIT) return false;
  if (text.charAt(end - 2) !== 'I') return true;
  return before === SPACE && text.charAt(end - 4) === '.' && isUpper(text, end - 5);
}

/** Ranges: `1914-18`, `pp. 12-15`, `1914--18`, `XIV--XVI`, `xii--xv`. */
import type { Locale } from '../../types.js';
import { DIGIT, EN_DASH, LETTER, kindAt } from '../characters.js';
import type { Edit } from '../types.js';
import type { Hyphens } from './hyphens.js';

const EARLIEST_YEAR = 1000;
const LATEST_YEAR = 2100;

/** With one hyphen: years and what the locale's words name (`pp. 3-5`, `3-5 hours`), never dates or telephone numbers. */
export function hyphenRange(text: string, at: number, locale: Locale): Edit | undefined {
  const [start, end] = [numberStart(text, at), numberEnd(text, at + 1)];
  const from = text.slice(start, at);
  const to = text.slice(at + 1, end);
  if (text.charAt(start - 1) === '+' || goesOn(text, start - 1, -1) || goesOn(text, end, 1)) return undefined;
  const edit: Edit = { start: at, end: at + 1, text: EN_DASH, confidence: 0.95 };
  // `pp. 321-28` goes to 328.
  const last = Number(from.slice(0, Math.max(0, from.length - to.length)) + to);
  if (last > Number(from) && isIntroduced(text, start, locale)) return edit;
  if (Number(to) > Number(from)) {
    if (to.length <= 3 && '%\u2030\u00B0\u20AC'.includes(text.charAt(end) || ' ')) return edit;
    const [, unit = ''] = UNIT.exec(text.slice(end, end + LONGEST_UNIT)) ?? [];
    if (from.length <= 3 && to.length <= 3 && locale.rangeUnits.includes(unit.toLowerCase())) return edit;
  }
  return isYears(from, to) ? edit : undefined;
}

/** With one hyphen, where the locale's word stands before it: `pp. iv-ix`, `chapters I-V`. */
export function romanRange(text: string, at: number, locale: Locale): Edit | undefined {
  const [before, after] = romansBeside(text, at, at + 1);
  if (before === '' || after === '' || romanValue(before) >= romanValue(after)) return undefined;
  const isRange = isIntroduced(text, at - before.length, locale);
  return isRange ? { start: at, end: at + 1, text: EN_DASH, confidence: 0.95 } : undefined;
}

const UNIT = /^[ \u00A0](\p{L}+)/u;
const LONGEST_UNIT = 24;

/** Whether a word of the locale's stands before a range. */
function isIntroduced(text: string, start: number, { ranges }: Locale): boolean {
  const word = /(\p{L}+\.?)[\s\u00A0]$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1]?.toLowerCase();
  return word !== undefined && ranges.includes(word);
}

/** With two or three, whatever stands before it: a row of hyphens closed up between two numbers is nothing else. */
export function rowRange(text: string, { start, end, left, right }: Hyphens): Edit | undefined {
  const isRange =
    (endsAmount(text, start, left) && beginsAmount(text, end, right)) ||
    (ORDINAL_BEFORE.test(text.slice(Math.max(0, start - 5), start)) &&
      ORDINAL_AFTER.test(text.slice(end, end + 5))) ||
    (left === LETTER && right === LETTER && isRoman(text, start, end));
  return isRange ? { start, end, text: EN_DASH, confidence: 0.97 } : undefined;
}

/** Days as many languages write them: `5.--7. Mai`. */
const ORDINAL_BEFORE = /(?<![\d.])\d{1,2}\.$/;
const ORDINAL_AFTER = /^\d{1,2}\.(?!\d)/;

/** A number, or one with its unit behind it: `10%--20%`. */
const endsAmount = (text: string, at: number, left: number): boolean =>
  left === DIGIT || ('%\u2030\u00B0'.includes(text.charAt(at - 1)) && kindAt(text, at - 2) === DIGIT);

/** A number, or one with its currency before it: `$10--$20`. */
const beginsAmount = (text: string, at: number, right: number): boolean =>
  right === DIGIT || ('$\u00A3\u20AC\u00A5'.includes(text.charAt(at)) && kindAt(text, at + 1) === DIGIT);

function numberStart(text: string, at: number): number {
  let start = at;
  while (kindAt(text, start - 1) === DIGIT) start -= 1;
  return start;
}

function numberEnd(text: string, at: number): number {
  let end = at;
  while (kindAt(text, end) === DIGIT) end += 1;
  return end;
}

/** Whether a number goes on beyond a mark: as a date, a fraction, a telephone number. */
const goesOn = (text: string, at: number, step: 1 | -1): boolean =>
  '-./\u2011\u2013'.includes(text.charAt(at) || ' ') && kindAt(text, at + step) === DIGIT;

function isYears(from: string, to: string): boolean {
  if (from.length !== 4 || (to.length !== 2 && to.length !== 4)) return false;
  const first = Number(from);
  const last = Number(to.length === 2 ? from.slice(0, 2) + to : to);
  return first >= EARLIEST_YEAR && last <= LATEST_YEAR && last > first;
}

/** Roman numbers in capitals, and in small letters as pages of a preface have them: those without `d` and `m`. */
const ROMAN = 'M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})';
const SMALL_ROMAN = 'c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const ROMAN_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${ROMAN}|${SMALL_ROMAN})$`, 'u');
const ROMAN_AFTER = new RegExp(String.raw`^(?:${ROMAN}|${SMALL_ROMAN})(?![\p{L}\p{N}])`, 'u');
/** The longest Roman number under four thousand, `MMMDCCCLXXXVIII`, and what stands beside it. */
const LONGEST_ROMAN = 16;
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(roman: string): number {
  const values = [...roman.toLowerCase()].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** Whether Roman numbers stand on both sides; of two letters alone (`I--I`) nobody knows, nor of small words. */
function isRoman(text: string, start: number, end: number): boolean {
  const [before, after] = romansBeside(text, start, end);
  if (before === '' || after === '') return false;
  const isSmall = /^[a-z]+$/.test(before + after);
  return isSmall ? romanValue(before) < romanValue(after) : before.length + after.length > 2;
}

function romansBeside(text: string, start: number, end: number): [before: string, after: string] {
  const before = ROMAN_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_ROMAN), start))?.[0] ?? '';
  const after = ROMAN_AFTER.exec(text.slice(end, end + LONGEST_ROMAN))?.[0] ?? '';
  return [before, after];
}

/** Feet and inches, minutes and seconds: what stands around a prime. */

/** A whole number, one with a fraction, or a fraction: `4`, `4 1/2`, `4½`, `4.5`. */
const AMOUNT = String.raw`(?:\d{1,3}(?:[.,]\d{1,3})?(?:[ \u00A0-]?(?:\d{1,2}[/\u2044]\d{1,2}|[\u00BC-\u00BE\u2150-\u215E]))?|\d{1,2}[/\u2044]\d{1,2}|[\u00BC-\u00BE\u2150-\u215E])`;
/** What stands between feet and inches: nothing, a space, a hyphen. */
const JOINT = String.raw`[ \u00A0\u202F]?[-\u2010\u2011\u2013]?[ \u00A0\u202F]?`;
/** What stands between two lengths: `3' x 4'`. */
const BY = String.raw`[ \u00A0\u202F]?[x\u00D7][ \u00A0\u202F]?`;

/** Digits before the mark of thousands, and after it (`1'234'567`). */
const BEFORE_THOUSANDS = /(?<![\d.,'\u2019])\d{1,3}(?:['\u2019]\d{3})*$/;
const AFTER_THOUSANDS = /^\d{3}(?![\d"\u2033])/;

/** The number of characters that are read on either side. */
const REACH = 24;

const INCHES_AFTER = new RegExp(`^${JOINT}${AMOUNT}(?:["\u2033\u201D]|'')`, 'u');
const FEET_BEFORE = new RegExp(
  `[\\d\u00BC-\u00BE\u2150-\u215E]['\u2032\u2019](?:${JOINT}|${BY})${AMOUNT}$`,
  'u',
);
/** `45° 30`, before the mark of minutes. */
const MINUTES_BEFORE = /\u00B0[ \u00A0\u202F]?\d{1,2}(?:[.,]\d{1,4})?$/;
const BY_BEFORE = new RegExp(
  `[\\d\u00BC-\u00BE\u2150-\u215E](["'\u2032\u2033\u2019\u201D])${BY}${AMOUNT}$`,
  'u',
);
const BY_AFTER = new RegExp(`^${BY}${AMOUNT}(["'\u2032\u2033\u2019\u201D])`, 'u');

const before = (text: string, at: number): string => text.slice(Math.max(0, at - REACH), at);
const after = (text: string, at: number): string => text.slice(at, at + REACH);

/** Whether a single mark between two digits, at an offset, parts thousands. */
export const isThousands = (text: string, at: number): boolean =>
  AFTER_THOUSANDS.test(after(text, at + 1)) && BEFORE_THOUSANDS.test(before(text, at));

/** Whether a single mark after a digit, at an offset, stands for feet or minutes. */
export const isFeet = (text: string, at: number): boolean =>
  INCHES_AFTER.test(after(text, at + 1)) || MINUTES_BEFORE.test(before(text, at)) || isOneOfTwo(text, at, 1);

/** Whether a double mark after a digit, of a length at an offset, stands for inches or seconds. */
export const isInches = (text: string, at: number, length: number): boolean =>
  FEET_BEFORE.test(before(text, at)) || isOneOfTwo(text, at, length);

/** Whether a mark stands at one of two lengths by each other, both in the same unit. */
function isOneOfTwo(text: string, at: number, length: number): boolean {
  const typed = text.charAt(at);
  const sameUnit = (other: string | undefined): boolean =>
    other !== undefined &&
    ("'\u2032\u2019".includes(typed) ? "'\u2032\u2019" : '"\u2033\u201D').includes(other);
  return (
    sameUnit(BY_AFTER.exec(after(text, at + length))?.[1]) || sameUnit(BY_BEFORE.exec(before(text, at))?.[1])
  );
}

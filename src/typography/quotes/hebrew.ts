/** Hebrew marks within words: gershayim before an acronym's last letter, geresh after a letter. */
import { APOSTROPHE, OPEN, OPEN_WITHIN } from './stacks.js';
import type { Mark } from './marks.js';

const FIRST = 0x05d0;
const LAST = 0x05ea;

/** Whether a Hebrew letter stands at an offset. */
export function isHebrew(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= FIRST && code <= LAST;
}

/** Words of one letter that are written together with the next one, which may be quoted (`\u05D4"\u05D0\u05E8\u05E5"`). */
const PREFIXES = '\u05D1\u05D4\u05D5\u05DB\u05DC\u05DE\u05E9';
const MOST_PREFIXES = 3;
const GERSHAYIM_BEFORE_LAST = 0;
const GERSHAYIM_WITHIN = 1.5;
const OPEN_AFTER_PREFIX = 1;

/** Prices a double mark between two Hebrew letters. */
export function priceGershayim(text: string, { at, length }: Mark, row: Float64Array): void {
  const isLast = !isHebrew(text, at + length + 1);
  row[APOSTROPHE] = isLast ? GERSHAYIM_BEFORE_LAST : GERSHAYIM_WITHIN;
  if (isLast || !isPrefix(text, at)) return;
  const within = (row[OPEN_WITHIN] as number) - (row[OPEN] as number);
  row[OPEN] = OPEN_AFTER_PREFIX;
  row[OPEN_WITHIN] = OPEN_AFTER_PREFIX + within;
}

/** Whether the letters right before an offset are prefixes alone. */
function isPrefix(text: string, at: number): boolean {
  let start = at - 1;
  while (at - start <= MOST_PREFIXES && isHebrew(text, start) && PREFIXES.includes(text.charAt(start)))
    start -= 1;
  return !isHebrew(text, start);
}

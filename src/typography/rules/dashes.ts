/** dashes: `--`, ` - ` and their like become the locale's dash, in its spacing; ranges of numbers an en dash. */
import type { DashStyle, Locale } from '../../types.js';
import {
  CLOSER,
  COMMA,
  DIGIT,
  EDGE,
  ELLIPSIS,
  OPENER,
  EM_DASH,
  EN_DASH,
  HYPHEN_CODE,
  LETTER,
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
  QUOTE,
  SPACE,
  STOP,
  THREE_EM_DASH,
  TWO_EM_DASH,
  isUpper,
  kindAt,
} from '../characters.js';
import type { Edit, Rule, Setting } from '../types.js';

/** Longest row of hyphens that means a dash; a longer one is a drawn line. */
const LONGEST = 6;
/** Dashes by the number of hyphens, where it is not the dash between words: a name left out, a word left out. */
const OMISSIONS: Readonly<Record<number, string>> = { 4: TWO_EM_DASH, 5: TWO_EM_DASH, 6: THREE_EM_DASH };
const EARLIEST_YEAR = 1000;
const LATEST_YEAR = 2100;

const STYLES: Readonly<Record<string, DashStyle>> = {
  closed: { mark: EM_DASH, spaced: false },
  spaced: { mark: EN_DASH, spaced: true },
  'em-spaced': { mark: EM_DASH, spaced: true },
};

interface Hyphens {
  start: number;
  end: number;
  /** Where the spaces before it begin, and where those after it end. */
  from: number;
  to: number;
  left: number;
  right: number;
  /** Number of spaced dashes before it. */
  rank: number;
}

const styleOf = (locale: Locale, setting: Setting | undefined): DashStyle =>
  (typeof setting === 'string' ? STYLES[setting] : undefined) ?? locale.dash;

export const dashes: Rule = {
  id: 'dashes',
  settings: Object.keys(STYLES),
  apply(run, locale, book) {
    const { text } = run;
    const style = styleOf(locale, book.setting('dashes'));
    const edits: Edit[] = [];
    let rank = 0;
    let taken = 0;
    for (let start = text.indexOf('-'); start >= 0;) {
      let end = start + 1;
      while (text.charCodeAt(end) === HYPHEN_CODE) end += 1;
      const hyphens = hyphensAt(text, start, end, rank);
      if (hyphens.left === SPACE && hyphens.right === SPACE) rank += 1;
      const edit =
        end - start === 1 ? single(text, hyphens, locale, style) : row(text, hyphens, locale, style);
      if (edit) {
        // Of the spaces between two dashes (`-- --`), the first has taken its own.
        edits.push(edit.start < taken ? { ...edit, start: taken } : edit);
        taken = edit.end;
      }
      start = text.indexOf('-', end);
    }
    return edits;
  },
};

function hyphensAt(text: string, start: number, end: number, rank: number): Hyphens {
  let from = start;
  while (kindAt(text, from - 1) === SPACE) from -= 1;
  let to = end;
  while (kindAt(text, to) === SPACE) to += 1;
  return { start, end, from, to, left: kindAt(text, start - 1), right: kindAt(text, end), rank };
}

function row(text: string, hyphens: Hyphens, locale: Locale, style: DashStyle): Edit | undefined {
  const { start, end } = hyphens;
  if (end - start > LONGEST || isArrow(text, start, end)) return undefined;
  const omission = OMISSIONS[end - start];
  if (omission) return { start, end, text: omission, confidence: 0.95 };
  return between(text, hyphens, locale, style, 0.98);
}

const isArrow = (text: string, start: number, end: number): boolean =>
  text.charAt(start - 1) === '<' ||
  (text.charAt(start - 1) === '!' && text.charAt(start - 2) === '<') ||
  text.charAt(end) === '>';

/** A dash where words stand on both sides, or a speech begins or breaks off. */
function between(text: string, hyphens: Hyphens, locale: Locale, style: DashStyle, confidence: number): Edit {
  const { start, end, from, to, left, right } = hyphens;
  if (kindAt(text, from - 1) === EDGE) return opening(hyphens, locale, confidence);
  const spaces = (left === SPACE ? 1 : 0) + (right === SPACE ? 1 : 0);
  if (style.spaced === 'paired') return paired(hyphens, style, confidence);
  if (style.spaced) {
    // At the end of a line that is not the last, the sentence goes on below.
    if (right === EDGE && end < text.length)
      return { start: from, end, text: NO_BREAK_SPACE + style.mark, confidence };
    if (breaksOff(text, hyphens) || begins(text, hyphens))
      return { start: from, end, text: locale.dash.broken ?? EM_DASH, confidence };
    return { start: from, end: to, text: `${NO_BREAK_SPACE}${style.mark} `, confidence };
  }
  // A space on one side only was meant: a thought breaks off, and a new one begins.
  if (spaces === 1 && right === SPACE)
    return { start, end, text: style.mark, confidence: Math.min(confidence, 0.9) };
  return { start: from, end: to, text: style.mark, confidence };
}

/** Before a closing quotation mark, or at the end. */
const breaksOff = (text: string, { end, right }: Hyphens): boolean =>
  right === EDGE || (right === QUOTE && ![LETTER, DIGIT].includes(kindAt(text, end + 1)));

/** After an opening quotation mark. */
const begins = (text: string, { start, left }: Hyphens): boolean =>
  left === QUOTE && [EDGE, SPACE].includes(kindAt(text, start - 2));

/** Dashes that embrace an aside keep to it: before its first word, after its last. What is typed so stays. */
function paired(
  { start, end, from, to, left, right, rank }: Hyphens,
  { mark }: DashStyle,
  confidence: number,
): Edit {
  if (left === SPACE && (right === COMMA || right === STOP))
    return { start: from, end, text: mark, confidence };
  if (left !== SPACE || right !== SPACE) return { start, end, text: mark, confidence };
  return rank % 2 === 0
    ? { start, end: to, text: mark, confidence }
    : { start: from, end, text: mark, confidence };
}

/** A dash that begins a paragraph: a speech where the language marks it so, else an attribution or a list. */
function opening({ start, end, to, right }: Hyphens, locale: Locale, confidence: number): Edit {
  if (locale.dialogue && right !== EDGE) return { start, end: to, text: locale.dialogue, confidence };
  return { start, end, text: EM_DASH, confidence };
}

function single(text: string, hyphens: Hyphens, locale: Locale, style: DashStyle): Edit | undefined {
  const { start, from, to, left, right } = hyphens;
  if (left === DIGIT && right === DIGIT) return range(text, start, locale);
  if (left === SPACE && right === SPACE && kindAt(text, to) !== EDGE) {
    const sums = kindAt(text, from - 1) === DIGIT && kindAt(text, to) === DIGIT;
    const alone = sums || isOpening(text.charAt(from - 1), locale) || isClosing(text.charAt(to), locale);
    return alone ? undefined : between(text, hyphens, locale, style, 0.93);
  }
  if (left === SPACE && kindAt(text, to) === EDGE && trails(text, from))
    return between(text, { ...hyphens, end: to, right: EDGE }, locale, style, 0.9);
  if (left === EDGE && right === SPACE && speaks(text, to, locale)) return opening(hyphens, locale, 0.93);
  if (
    left === SPACE &&
    breaksOff(text, hyphens) &&
    right === QUOTE &&
    !isOpening(text.charAt(start + 1), locale)
  )
    return between(text, hyphens, locale, style, 0.9);
  if (left === LETTER && right === QUOTE && !isOpening(text.charAt(start + 1), locale))
    return cutOff(text, hyphens);
  return undefined;
}

/** Whether words stand before a hyphen that ends a line, after a space. */
const trails = (text: string, from: number): boolean =>
  [LETTER, QUOTE, CLOSER, STOP, COMMA, ELLIPSIS].includes(kindAt(text, from - 1));

/** A mark that opens a quotation and closes none. */
const isOpening = (mark: string, { quotes: { outer, inner } }: Locale): boolean =>
  [outer, inner].some(([open, close]) => mark === open && open !== close);

const isClosing = (mark: string, { quotes: { outer, inner } }: Locale): boolean =>
  [outer, inner].some(([open, close]) => mark === close && open !== close);

/** Whether a speech that a dash introduces may begin at an offset. */
const speaks = (text: string, at: number, { dialogue, quotes }: Locale): boolean =>
  dialogue !== undefined &&
  [LETTER, DIGIT, OPENER, ELLIPSIS, QUOTE].includes(kindAt(text, at)) &&
  text.charAt(at) !== quotes.outer[1];

/** `I was going to-"`: speech cut off; but `"pre-"` is the first part of a word. */
function cutOff(text: string, { start, end }: Hyphens): Edit | undefined {
  const outside = kindAt(text, end + 1);
  if (outside === LETTER || outside === DIGIT) return undefined;
  let first = start - 1;
  while (kindAt(text, first - 1) === LETTER) first -= 1;
  const spaced =
    text.charAt(first - 1) === NO_BREAK_SPACE || text.charAt(first - 1) === NARROW_NO_BREAK_SPACE;
  const prefix = kindAt(text, first - (spaced ? 2 : 1)) === QUOTE && !isUpper(text, first);
  return prefix
    ? { start, end, text: '-', confidence: 0.6, instead: EM_DASH }
    : { start, end, text: EM_DASH, confidence: 0.9, instead: '-' };
}

/** Years and what the locale's words introduce (pages, chapters): never dates, numbers of telephones or parts. */
function range(text: string, at: number, locale: Locale): Edit | undefined {
  let start = at;
  while (kindAt(text, start - 1) === DIGIT) start -= 1;
  let end = at + 1;
  while (kindAt(text, end) === DIGIT) end += 1;
  const from = text.slice(start, at);
  const to = text.slice(at + 1, end);
  if (text.charAt(start - 1) === '+' || goesOn(text, start - 1, -1) || goesOn(text, end, 1)) return undefined;
  const edit: Edit = { start: at, end: at + 1, text: EN_DASH, confidence: 0.95 };
  const word = /(\p{L}+\.?)[\s\u00A0]$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1]?.toLowerCase();
  if (word && locale.ranges.includes(word) && Number(to) > Number(from)) return edit;
  return isYears(from, to) ? edit : undefined;
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

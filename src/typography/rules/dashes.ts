/** dashes: `--`, ` - ` and their like become the locale's dash, in its spacing; ranges of numbers an en dash. */
import type { DashStyle, Locale } from '../../types.js';
import {
  CLOSER,
  COMMA,
  DASH,
  DIGIT,
  EDGE,
  ELLIPSIS,
  OPENER,
  EM_DASH,
  EN_DASH,
  HYPHEN,
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
import { aside, endsSentence } from '../dashes/asides.js';
import { doubledDashes, doubledEdit, hasWide } from '../dashes/doubled.js';
import { hyphensOf, type Hyphens } from '../dashes/hyphens.js';
import { hyphenRange, romanRange, rowRange } from '../dashes/ranges.js';
import { sumAt } from '../dashes/sums.js';
import { UNSURE } from '../report.js';
import type { Edit, Rule, Run, Setting } from '../types.js';

/** Longest row of hyphens that means a dash; a longer one is a drawn line. */
const LONGEST = 6;
/** Dashes by the number of hyphens, where it is not the dash between words: a name left out, a word left out. */
const OMISSIONS: Readonly<Record<number, string>> = { 4: TWO_EM_DASH, 5: TWO_EM_DASH, 6: THREE_EM_DASH };

const STYLES: Readonly<Record<string, DashStyle>> = {
  closed: { mark: EM_DASH, spaced: false },
  spaced: { mark: EN_DASH, spaced: true },
  'em-spaced': { mark: EM_DASH, spaced: true },
};

/** A run, and what its dashes depend on. */
interface Line {
  text: string;
  locale: Locale;
  style: DashStyle;
  /** How sure it is that the run begins with the dash of a speech; absent where it does not. */
  speech?: number | undefined;
  /** Whether an aside between dashes is open. */
  open: boolean;
}

const styleOf = (locale: Locale, setting: Setting | undefined): DashStyle =>
  (typeof setting === 'string' ? STYLES[setting] : undefined) ?? locale.dash;

export const dashes: Rule = {
  id: 'dashes',
  settings: Object.keys(STYLES),
  apply(run, locale, book) {
    const { text } = run;
    const isWide = hasWide(text);
    const doubled = isWide ? doubledDashes(text) : [];
    if (!text.includes('-')) return doubled;
    const rows = hyphensOf(text);
    const speech = speechIn(run, locale, rows);
    const style = { ...styleOf(locale, book.setting('dashes')) };
    // A literal dash before a speech is that of its asides, where the language has one for both.
    if (speech !== undefined && style.mark === locale.dialogue?.charAt(0) && kindAt(text, 0) === DASH)
      style.mark = text.charAt(0);
    const line: Line = { text, locale, style, speech, open: false };
    const edits: Edit[] = [];
    let taken = 0;
    for (const hyphens of rows) {
      const isRow = hyphens.end - hyphens.start > 1;
      const edit = isRow ? row(hyphens, line) : single(hyphens, line);
      if (!edit) continue;
      // Of the spaces between two dashes (`-- --`), the first has taken its own.
      edits.push(edit.start < taken ? { ...edit, start: taken } : edit);
      taken = edit.end;
    }
    if (!isWide) return edits;
    return [...doubled, ...edits.map((edit) => doubledEdit(edit, text))].sort((a, b) => a.start - b.start);
  },
};

/** No dash for what is left out: that begins a name or a word. */
const BEGUN = /^(?:[\u2012-\u2015]|\s*-{2,3}(?!-))/;

/** By the parser's word for one hyphen; two, or a literal dash, begin nothing else where speech is marked so. */
function speechIn(
  { text, speech, flow }: Run,
  locale: Locale,
  [first]: readonly Hyphens[],
): number | undefined {
  if (locale.dialogue === undefined || flow !== 'prose') return undefined;
  if (speech !== undefined) return speech;
  if (BEGUN.test(text)) return 0.98;
  if (!first) return undefined;
  const isOne = first.end === first.start + 1;
  return isOne && speaks(text, first, locale) ? 0.93 : undefined;
}

function row(hyphens: Hyphens, line: Line): Edit | undefined {
  const { start, end } = hyphens;
  if (end - start > LONGEST || isArrow(line.text, start, end)) return undefined;
  const omission = OMISSIONS[end - start];
  if (omission) return { start, end, text: omission, confidence: 0.95 };
  return rowRange(line.text, hyphens) ?? option(hyphens, line) ?? between(hyphens, line, 0.98);
}

const isArrow = (text: string, start: number, end: number): boolean =>
  text.charAt(start - 1) === '<' ||
  (text.charAt(start - 1) === '!' && text.charAt(start - 2) === '<') ||
  text.charAt(end) === '>';

const OPTION = /^[a-z][\w-]*(=?)/;
const LONGEST_OPTION = 40;

/** `--verbose`, `--out=dist`: an option of a command, where no other dash answers. The author is asked. */
function option({ start, end, from, left, side, answered }: Hyphens, line: Line): Edit | undefined {
  const { text, speech } = line;
  if (end - start !== 2 || (side !== 'opens' && left !== OPENER) || answered) return undefined;
  // Behind another dash, which takes the space between, nothing would show that it is an option.
  if ([HYPHEN, DASH].includes(kindAt(text, from - 1))) return undefined;
  const found = OPTION.exec(text.slice(end, end + LONGEST_OPTION));
  if (!found) return undefined;
  const isAssigned = found[1] === '=';
  if (!isAssigned && (speech !== undefined || [COMMA, STOP, ELLIPSIS].includes(kindAt(text, from - 1))))
    return undefined;
  return { start, end, text: '--', confidence: isAssigned ? 0.95 : 0.7, instead: EM_DASH };
}

/** A dash where words stand on both sides, or a speech begins or breaks off. */
function between(hyphens: Hyphens, line: Line, confidence: number): Edit {
  const { start, end, from, to, left, right } = hyphens;
  const { text, locale, style } = line;
  if (kindAt(text, from - 1) === EDGE) return opening(hyphens, line, confidence);
  if (style.spaced === 'paired') return aside(hyphens, line, style.mark, confidence);
  if (style.spaced) {
    // At the end of a line that is not the last, the sentence goes on below; before a comma no space stands.
    if ((right === EDGE && end < text.length) || (to > end && endsClause(text, to)))
      return { start: from, end: to, text: NO_BREAK_SPACE + style.mark, confidence };
    if (right === COMMA || (right === STOP && speaksBefore(hyphens)))
      return { start: from, end, text: NO_BREAK_SPACE + style.mark, confidence };
    if (breaksOff(text, hyphens) || begins(text, hyphens))
      return { start: from, end, text: locale.dash.broken ?? EM_DASH, confidence };
    return { start: from, end: to, text: `${NO_BREAK_SPACE}${style.mark} `, confidence };
  }
  const spaces = (left === SPACE ? 1 : 0) + (right === SPACE ? 1 : 0);
  // A space on one side only was meant: a thought breaks off, and a new one begins.
  if (spaces === 1 && right === SPACE)
    return { start, end, text: style.mark, confidence: Math.min(confidence, UNSURE) };
  return { start: from, end: to, text: style.mark, confidence };
}

const speaksBefore = ({ side }: Hyphens): boolean => side === 'closes';

/** A comma or full stop that ends what stands before it. */
const endsClause = (text: string, at: number): boolean =>
  ',.;'.includes(text.charAt(at) || ' ') && [SPACE, EDGE].includes(kindAt(text, at + 1));

/** Before a closing quotation mark, or at the end. */
const breaksOff = (text: string, { end, right }: Hyphens): boolean =>
  right === EDGE || (right === QUOTE && ![LETTER, DIGIT].includes(kindAt(text, end + 1)));

/** After an opening quotation mark. */
const begins = (text: string, { start, left }: Hyphens): boolean =>
  left === QUOTE && [EDGE, SPACE].includes(kindAt(text, start - 2));

/** A dash that begins a paragraph: a speech where the language marks it so, else an attribution or a list. */
function opening({ start, end, to, right }: Hyphens, { locale, speech }: Line, confidence: number): Edit {
  const sure = speech ?? confidence;
  const asked = sure < UNSURE ? { instead: '-' } : {};
  if (locale.dialogue && right !== EDGE)
    return { start, end: to, text: locale.dialogue, confidence: sure, ...asked };
  return { start, end, text: EM_DASH, confidence };
}

function single(hyphens: Hyphens, line: Line): Edit | undefined {
  const { start, from, to, left, right, side, answered } = hyphens;
  const { text, locale, speech } = line;
  if (left === DIGIT && right === DIGIT) return hyphenRange(text, start, locale);
  if (left === LETTER && right === LETTER) {
    const range = romanRange(text, start, locale);
    if (range) return range;
  }
  if (
    kindAt(text, from - 1) === EDGE &&
    right !== EDGE &&
    (speech !== undefined || speaks(text, hyphens, locale))
  )
    return opening(hyphens, line, 0.93);
  if (left === SPACE && kindAt(text, to) === EDGE && trails(text, from))
    return between({ ...hyphens, end: to, right: EDGE, side: 'closes' }, line, 0.9);
  if (side === 'both') {
    const alone =
      sumAt(text, from, to) !== undefined ||
      isOpening(text.charAt(from - 1), locale) ||
      isClosing(text.charAt(to), locale);
    return alone ? undefined : between(hyphens, line, 0.93);
  }
  if (
    left === SPACE &&
    breaksOff(text, hyphens) &&
    right === QUOTE &&
    !isOpening(text.charAt(start + 1), locale)
  )
    return between(hyphens, line, 0.9);
  if (left === LETTER && right === QUOTE && !isOpening(text.charAt(start + 1), locale))
    return cutOff(text, hyphens);
  if (!locale.dialogue) return leaning(hyphens, line);
  // Where speech stands after a dash, hyphens that lean on one word set asides apart.
  if (side === 'tight')
    return endsSentence(text, hyphens, locale.says) ? between(hyphens, line, 0.9) : undefined;
  if (answered) return between(hyphens, line, speech === undefined ? 0.85 : 0.93);
  if (side === 'opens')
    return speech !== undefined && right !== DIGIT ? between(hyphens, line, 0.9) : undefined;
  if (endsSentence(text, hyphens, locale.says)) return between(hyphens, line, 0.9);
  return speech !== undefined && right === EDGE ? between(hyphens, line, 0.85) : undefined;
}

const WORD = /^\p{L}{2,}/u;

/** `that- careful`, `careful -he`: a hyphen that leans on one word may be a dash, and the author is asked. */
function leaning({ start, end, from, to, left, right, side }: Hyphens, line: Line): Edit | undefined {
  const { text, locale } = line;
  const before = side === 'closes' && left === LETTER && right === SPACE;
  const behind = side === 'opens' && right === LETTER && [LETTER, COMMA].includes(kindAt(text, from - 1));
  const [word] = (before || behind ? WORD.exec(text.slice(to, to + LONGEST_OPTION)) : null) ?? [];
  if (word === undefined || locale.suspends.size === 0) return undefined;
  if (before && locale.suspends.has(word.toLowerCase())) return undefined;
  return { start, end, text: '-', confidence: 0.6, instead: locale.dash.mark };
}

/** Whether words stand before a hyphen that ends a line, after a space. */
const trails = (text: string, from: number): boolean =>
  [LETTER, QUOTE, CLOSER, STOP, COMMA, ELLIPSIS].includes(kindAt(text, from - 1));

/** A mark that opens a quotation and closes none. */
const isOpening = (mark: string, { quotes: { outer, inner } }: Locale): boolean =>
  [outer, inner].some(([open, close]) => mark === open && open !== close);

const isClosing = (mark: string, { quotes: { outer, inner } }: Locale): boolean =>
  [outer, inner].some(([open, close]) => mark === close && open !== close);

/** Whether a hyphen with a space behind it may begin a speech. */
const speaks = (text: string, { left, right, to }: Hyphens, { dialogue, quotes }: Locale): boolean =>
  dialogue !== undefined &&
  left === EDGE &&
  right === SPACE &&
  [LETTER, DIGIT, OPENER, ELLIPSIS, QUOTE].includes(kindAt(text, to)) &&
  text.charAt(to) !== quotes.outer[1];

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

/** Finding the marks of a run that may be quotation marks, apostrophes or primes, and what stands round each. */
import {
  BACKTICK_CODE,
  DOUBLE_CODE,
  EDGE,
  FULL_STOP_CODE,
  DASH,
  ELLIPSIS,
  HYPHEN,
  HYPHEN_CODE,
  LEFT_DOUBLE_CODE,
  LEFT_SINGLE_CODE,
  LETTER,
  LOW_DOUBLE_CODE,
  LOW_SINGLE_CODE,
  QUOTE,
  RIGHT_DOUBLE_CODE,
  RIGHT_SINGLE_CODE,
  SINGLE_CODE,
  SPACE,
  SPACE_CODE,
  kindAt,
} from '../characters.js';

/** What the author typed. */
export type Typed = 'straight' | 'backtick' | 'open' | 'close';

/** A mark in question. Kinds are those of characters.ts. */
export interface Mark {
  at: number;
  double: boolean;
  typed: Typed;
  /** Kinds of the neighbours as they stand. */
  left: number;
  right: number;
  /** Kinds of the nearest characters that are no quotation mark. */
  before: number;
  after: number;
  /** Kind of the last character before the mark that is neither space nor quotation mark. */
  previous: number;
}

interface Sort {
  double: boolean;
  typed: Typed;
}

const SORTS = new Map<number, Sort>([
  [DOUBLE_CODE, { double: true, typed: 'straight' }],
  [SINGLE_CODE, { double: false, typed: 'straight' }],
  [BACKTICK_CODE, { double: false, typed: 'backtick' }],
  [LEFT_DOUBLE_CODE, { double: true, typed: 'open' }],
  [RIGHT_DOUBLE_CODE, { double: true, typed: 'close' }],
  [LEFT_SINGLE_CODE, { double: false, typed: 'open' }],
  [RIGHT_SINGLE_CODE, { double: false, typed: 'close' }],
]);

/** Where the opening mark sits low, the high 6-shaped ones close (German „…“, ‚…‘). */
const LOW_SORTS = new Map<number, Sort>([
  ...SORTS,
  [LOW_DOUBLE_CODE, { double: true, typed: 'open' }],
  [LOW_SINGLE_CODE, { double: false, typed: 'open' }],
  [LEFT_DOUBLE_CODE, { double: true, typed: 'close' }],
  [LEFT_SINGLE_CODE, { double: false, typed: 'close' }],
]);

/** A search by the engine is many times faster than a loop over the characters. */
const MARKS = /["'`\u2018\u2019\u201A\u201C-\u201E]/g;

/** A block with more marks than a library has is no prose: it stays as typed, and memory stays bounded. */
const MOST_MARKS = 1_000_000;

/** The marks of a text in order, but for apostrophes between two letters, whose offsets come apart. */
export function findMarks(text: string, low = false): { marks: Mark[]; inner: number[] } {
  const sorts = low ? LOW_SORTS : SORTS;
  const marks: Mark[] = [];
  const inner: number[] = [];
  MARKS.lastIndex = 0;
  while (MARKS.test(text)) {
    const at = MARKS.lastIndex - 1;
    const code = text.charCodeAt(at);
    const sort = sorts.get(code);
    if (!sort) continue;
    const left = kindLeft(text, at - 1);
    const right = kindRight(text, at + 1);
    if (!sort.double && left === LETTER && right === LETTER && sort.typed !== 'open') {
      if (code === SINGLE_CODE) inner.push(at);
      continue;
    }
    if (marks.length === MOST_MARKS) return { marks: [], inner: [] };
    marks.push(surround(text, at, sort, left, right));
  }
  return { marks, inner };
}

/** So many marks in a row are looked through, with the spaces between: longer rows are no text. */
const CROWD = 12;

function surround(text: string, at: number, sort: Sort, left: number, right: number): Mark {
  let start = at - 1;
  while (at - start < CROWD && isQuoteOrGap(text, start)) start -= 1;
  let end = at + 1;
  while (end - at < CROWD && isQuoteOrGap(text, end)) end += 1;
  const before = start === at - 1 ? left : kindLeft(text, start);
  const after = end === at + 1 ? right : kindRight(text, end);
  while (start >= 0 && kindAt(text, start) === SPACE) start -= 1;
  return { at, ...sort, left, right, before, after, previous: kindLeft(text, start) };
}

/** A quotation mark, or a space other than a plain one between two of them, as typesetters put there. */
function isQuoteOrGap(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind === QUOTE) return true;
  if (kind !== SPACE || text.charCodeAt(at) === SPACE_CODE) return false;
  return kindAt(text, at - 1) === QUOTE && kindAt(text, at + 1) === QUOTE;
}

/** The kind of the character before a mark; two hyphens, or one after a space, are a dash. */
function kindLeft(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind !== HYPHEN) return kind;
  const next = kindAt(text, at - 1);
  return text.charCodeAt(at) === HYPHEN_CODE && (next === HYPHEN || next === SPACE || next === EDGE)
    ? DASH
    : HYPHEN;
}

/** The kind of the character after a mark; two hyphens are a dash, two full stops an ellipsis. */
function kindRight(text: string, at: number): number {
  const kind = kindAt(text, at);
  const code = text.charCodeAt(at);
  if (kind === HYPHEN) {
    const next = kindAt(text, at + 1);
    return code === HYPHEN_CODE && (next === HYPHEN || next === SPACE || next === EDGE) ? DASH : HYPHEN;
  }
  if (code !== FULL_STOP_CODE) return kind;
  const next = text.charCodeAt(at + 1);
  return next === FULL_STOP_CODE || (next === SPACE_CODE && text.charCodeAt(at + 2) === FULL_STOP_CODE)
    ? ELLIPSIS
    : kind;
}

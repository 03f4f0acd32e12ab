/** Finding the marks of a run that may be quotation marks, apostrophes or primes, and what stands round each. */
import type { Locale } from '../../types.js';
import {
  ACUTE_CODE,
  BACKTICK_CODE,
  COMMA_CODE,
  DASH,
  DIGIT,
  EDGE,
  ELLIPSIS,
  FULL_STOP_CODE,
  HYPHEN,
  HYPHEN_CODE,
  LETTER,
  OPENER,
  QUOTE,
  RIGHT_DOUBLE_CODE,
  RIGHT_GUILLEMET_CODE,
  SINGLE_CODE,
  SPACE,
  SPACE_CODE,
  kindAt,
} from '../characters.js';
import { formAfter, formBefore } from './forms.js';
import { isInches } from './primes.js';
import { isUnspaced, wideKindAt } from './scripts.js';
import { opensLow, sortsOf, type Sort, type Typed } from './sorts.js';

/** A mark in question. Kinds are those of characters.ts, but for `before` and `after`. */
export interface Mark {
  at: number;
  /** Characters that it was typed with: two of TeX's (` `` `, `''`). */
  length: number;
  double: boolean;
  typed: Typed;
  /** Kinds of the neighbours as they stand. */
  left: number;
  right: number;
  /** Kinds of the nearest characters that are no quotation mark, with those of scripts.ts. */
  before: number;
  after: number;
  /** Kind of the last character before the mark that is neither space nor quotation mark. */
  previous: number;
}

/** A search by the engine is many times faster than a loop over the characters. */
const MARKS = /["'`\u00AB\u00B4\u00BB\u2018\u2019\u201A\u201C-\u201E]/g;
/** The same with two commas before a word, where a low mark is meant (`,,Tak''`). */
const MARKS_AND_COMMAS = /["'`\u00AB\u00B4\u00BB\u2018\u2019\u201A\u201C-\u201E]|,(?=,\p{L})/gu;

/** A block with more marks than a library has is no prose: it stays as typed, and memory stays bounded. */
const MOST_MARKS = 1_000_000;

const TWO_OPENING: Sort = { double: true, typed: 'opening' };
const TWO_CLOSING: Sort = { double: true, typed: 'closing' };

/** The marks of a text in order, but for apostrophes between two letters, whose offsets come apart. */
export function findMarks(text: string, locale: Locale): { marks: Mark[]; inner: number[] } {
  const sorts = sortsOf(locale);
  const marks: Mark[] = [];
  const inner: number[] = [];
  const search = opensLow(locale) && text.includes(',,') ? MARKS_AND_COMMAS : MARKS;
  search.lastIndex = 0;
  let twice = 0;
  while (search.test(text)) {
    const at = search.lastIndex - 1;
    const code = text.charCodeAt(at);
    const two = isTwo(text, at, code, twice > 0);
    const sort = two ?? sorts.get(code);
    if (!sort) continue;
    const length = two ? 2 : 1;
    if (two) {
      twice += two === TWO_OPENING ? 1 : -1;
      search.lastIndex = at + length;
    }
    const left = kindLeft(text, at - 1);
    const right = kindRight(text, at + length);
    if (endsQuoted(text, at, locale, left, right)) {
      marks.push({ ...surround(text, at, length, sort, left, SPACE), after: SPACE });
      continue;
    }
    if (!sort.double && left === LETTER && right === LETTER && sort.typed !== 'open') {
      if (!isUnspaced(text, at - 1) && !isUnspaced(text, at + 1)) {
        if (code === SINGLE_CODE || code === BACKTICK_CODE || code === ACUTE_CODE) inner.push(at);
        continue;
      }
    }
    if (left === EDGE && sort.typed === 'close' && mayGoOn(code, locale)) continue;
    if (marks.length === MOST_MARKS) return { marks: [], inner: [] };
    marks.push(surround(text, at, length, sort, left, right));
  }
  return { marks, inner };
}

/** Whether a mark ends a quoted word that goes on with an ending: `'test'ish`. */
function endsQuoted(text: string, at: number, { suffixes }: Locale, left: number, right: number): boolean {
  if (suffixes.size === 0 || left !== LETTER || right !== LETTER) return false;
  const form = formBefore(text, at);
  const begin = at - form.length - 1;
  return (
    form !== '' &&
    text.charCodeAt(begin) === text.charCodeAt(at) &&
    ![LETTER, DIGIT].includes(kindAt(text, begin - 1)) &&
    suffixes.has(formAfter(text, at))
  );
}

/** Whether a speech that goes on in the next paragraph may begin there with a closing mark. */
const mayGoOn = (code: number, { quotes }: Locale): boolean =>
  code === RIGHT_GUILLEMET_CODE || (code === RIGHT_DOUBLE_CODE && quotes.goesOn === true);

/** Two characters that are one double mark: two backticks, two commas at a word's head, and what answers them. */
function isTwo(text: string, at: number, code: number, isOpen: boolean): Sort | undefined {
  if (code === COMMA_CODE) return startsWord(kindAt(text, at - 1)) ? TWO_OPENING : undefined;
  if (text.charCodeAt(at + 1) !== code) return undefined;
  if (code === BACKTICK_CODE) return TWO_OPENING;
  if (code !== SINGLE_CODE) return undefined;
  const left = kindAt(text, at - 1);
  // Of three, the first one belongs to an inner quotation.
  if (left === SPACE || left === EDGE || text.charCodeAt(at + 2) === SINGLE_CODE) return undefined;
  return isOpen || (left === DIGIT && isInches(text, at, 2)) ? TWO_CLOSING : undefined;
}

const startsWord = (kind: number): boolean =>
  kind === EDGE || kind === SPACE || kind === OPENER || kind === DASH || kind === QUOTE;

/** So many marks in a row are looked through, with the spaces between: longer rows are no text. */
const CROWD = 12;

function surround(text: string, at: number, length: number, sort: Sort, left: number, right: number): Mark {
  let start = at - 1;
  while (at - start < CROWD && isQuoteOrGap(text, start)) start -= 1;
  let end = at + length;
  while (end - at < CROWD && isQuoteOrGap(text, end)) end += 1;
  const before = wideKindAt(text, start) ?? (start === at - 1 ? left : kindLeft(text, start));
  const after = wideKindAt(text, end) ?? (end === at + length ? right : kindRight(text, end));
  while (start >= 0 && kindAt(text, start) === SPACE) start -= 1;
  const previous = kindLeft(text, start);
  // Spelled out: spreading the sort takes as long as all of the rest.
  return { at, length, double: sort.double, typed: sort.typed, left, right, before, after, previous };
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

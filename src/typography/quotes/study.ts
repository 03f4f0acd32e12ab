/** What a book shows of itself: which marks its speech stands in, and which words it clips. */
import { COMMA, EDGE, ELLIPSIS, LETTER, QUOTE, SPACE, STOP, isUpper, kindAt } from '../characters.js';
import { countForms, formAfter, formBefore, type FormCounts, type Lost } from './forms.js';
import type { Mark } from './marks.js';

/** The book's own evidence. */
export interface Study {
  /** Whether a manuscript's speech stands in double marks; the book's where the manuscript is too short to tell. */
  outerDouble(path: string): boolean;
  /** How often a form stands with an apostrophe at its head amid a sentence. */
  heads: ReadonlyMap<string, number>;
  /** How often a form stands with an apostrophe at its tail amid a sentence. */
  tails: ReadonlyMap<string, number>;
  /** How the same forms stand without. */
  forms: FormCounts;
  /** Forms that the author lists as elided, lower case, without the apostrophe: at their head, at their tail. */
  words: { head: ReadonlySet<string>; tail: ReadonlySet<string> };
}

/** A text to learn from. */
export interface Lesson {
  text: string;
  path: string;
  marks: readonly Mark[];
}

const NOTHING_LOST: Lost = { lostBefore: [], lostAfter: [] };

/**
 * Characters of text that show well enough which words a book uses, a usual novel, where speech is in double marks.
 * In single ones each speech's first and last words are in question, and all of the text is read.
 */
const ENOUGH = 600_000;
/** So many marks settle a manuscript's outer mark; fewer leave it to the book. */
const DECISIVE = 12;

interface Tally {
  double: number;
  single: number;
}

/**
 * Reads a whole book's texts once, in time linear in their length. `words` are the author's own elided words;
 * `outerDouble` is the outer mark where nothing shows it.
 */
export function studyBook(
  lessons: readonly Lesson[],
  words: readonly string[],
  outerDouble: boolean,
  lost: Lost = NOTHING_LOST,
): Study {
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  const book: Tally = { double: 0, single: 0 };
  const manuscripts = new Map<string, Tally>();
  for (const { text, path, marks } of lessons) {
    if (marks.length === 0) continue;
    let tally = manuscripts.get(path);
    if (!tally) manuscripts.set(path, (tally = { double: 0, single: 0 }));
    for (const mark of marks) {
      if (showsSpeech(text, mark)) {
        const key = mark.double ? 'double' : 'single';
        tally[key] += 1;
        book[key] += 1;
      }
      if (!mark.double) learnEdges(text, mark, heads, tails);
    }
  }
  const ofBook = prevailing(book, 1) ?? outerDouble;
  return {
    outerDouble: (path) => prevailing(manuscripts.get(path), DECISIVE) ?? ofBook,
    heads,
    tails,
    forms: countForms(textsOf(lessons), heads.keys(), tails.keys(), lost, ofBook ? ENOUGH : Infinity),
    words: listedWords(words),
  };
}

function* textsOf(lessons: readonly Lesson[]): Iterable<string> {
  for (const { text } of lessons) yield text;
}

/** `'scuse` is elided at its head, `goin'` at its tail; a word without an apostrophe at either. */
function listedWords(words: readonly string[]): Study['words'] {
  const head = new Set<string>();
  const tail = new Set<string>();
  for (const word of words) {
    const [, before = '', form = '', after = ''] =
      /^(['\u2019]?)(.*?)(['\u2019]?)$/su.exec(word.toLowerCase()) ?? [];
    if (before || !after) head.add(form);
    if (after || !before) tail.add(form);
  }
  return { head, tail };
}

function prevailing(tally: Tally | undefined, least: number): boolean | undefined {
  if (!tally || Math.max(tally.double, tally.single) < least) return undefined;
  if (tally.double === tally.single) return undefined;
  return tally.double > tally.single;
}

/** A mark that begins a paragraph, or ends a speech: after a sentence's punctuation, before a space or the end. */
function showsSpeech(text: string, mark: Mark): boolean {
  if (mark.left === EDGE) return mark.right === LETTER;
  const punctuation = mark.left === STOP || mark.left === COMMA || mark.left === ELLIPSIS;
  return punctuation && (mark.right === SPACE || mark.right === EDGE) && kindAt(text, mark.at - 2) !== SPACE;
}

/**
 * Counts the forms at a single mark; 0 keeps those that do not stand amid a sentence, where a quotation may begin, and
 * a word with a mark at either end, which is quoted and says nothing of how the book clips it.
 */
function learnEdges(text: string, mark: Mark, heads: Map<string, number>, tails: Map<string, number>): void {
  const { at, left, right } = mark;
  if (right === LETTER) {
    const form = formAfter(text, at);
    const amid =
      left === SPACE &&
      kindAt(text, at - 2) === LETTER &&
      !isUpper(text, at + 1) &&
      !(form.length > 1 && isMarked(text, at + 1 + form.length));
    heads.set(form, (heads.get(form) ?? 0) + (amid ? 1 : 0));
  }
  if (left === LETTER) {
    const form = formBefore(text, at);
    const amid =
      right === SPACE &&
      kindAt(text, at + 2) === LETTER &&
      !isUpper(text, at + 2) &&
      !(form.length > 1 && isMarked(text, at - 1 - form.length));
    tails.set(form, (tails.get(form) ?? 0) + (amid ? 1 : 0));
  }
}

/** Whether a mark stands at the other end of a word, with no further letter beyond it. */
const isMarked = (text: string, at: number): boolean =>
  kindAt(text, at) === QUOTE && (kindAt(text, at - 1) !== LETTER || kindAt(text, at + 1) !== LETTER);

/** What a book shows of itself: which marks its speech stands in, and which words it clips. */
import { COMMA, EDGE, ELLIPSIS, LETTER, QUOTE, SPACE, STOP, isUpper, kindAt } from '../characters.js';
import { keptWith } from '../../memo.js';
import { countForms, formAfter, formBefore, type Count, type Lost } from './forms.js';
import type { Mark } from './marks.js';
import { HEAD, shownOf, TAIL, type Scale, type Shown } from './shown.js';

/** The book's own evidence. */
export interface Study {
  /** Whether a manuscript's speech stands in double marks; the book's where the manuscript is too short to tell. */
  outerDouble: (path: string) => boolean;
  /** What the book shows of a form with an apostrophe at its head. */
  head: (form: string) => Shown;
  /** The same at its tail. */
  tail: (form: string) => Shown;
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

/** What the texts of one manuscript show: a book's study is the sum of them. */
interface Learned {
  /** By manuscript. */
  tallies: Map<string, Tally>;
  /** How often a form stands with an apostrophe at its head amid a sentence. */
  heads: Map<string, number>;
  /** The same at its tail. */
  tails: Map<string, number>;
}

/**
 * Reads a whole book's texts once, in time linear in their length; `parts` are those of each manuscript. `words` are
 * the author's own elided words; `outerDouble` is the outer mark where nothing shows it.
 */
export function studyBook(
  parts: readonly (readonly Lesson[])[],
  words: readonly string[],
  outerDouble: boolean,
  lost: Lost = NOTHING_LOST,
): Study {
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  const book: Tally = { double: 0, single: 0 };
  const manuscripts = new Map<string, Tally>();
  for (const lessons of parts) {
    const learned = keptWith('learned', lessons, [], () => learn(lessons));
    addTo(heads, learned.heads);
    addTo(tails, learned.tails);
    for (const [path, { double, single }] of learned.tallies) {
      const tally = manuscripts.get(path) ?? { double: 0, single: 0 };
      manuscripts.set(path, { double: tally.double + double, single: tally.single + single });
      book.double += double;
      book.single += single;
    }
  }
  const ofBook = prevailing(book, 1) ?? outerDouble;
  const forms = countForms(parts, heads.keys(), tails.keys(), lost, ofBook ? ENOUGH : Infinity);
  const listed = listedWords(words);
  return {
    outerDouble: (path) => prevailing(manuscripts.get(path), DECISIVE) ?? ofBook,
    head: answering(HEAD, listed.head, heads, forms.head),
    tail: answering(TAIL, listed.tail, tails, forms.tail),
  };
}

/** What is shown of each form, worked out once. */
function answering(
  scale: Scale,
  listed: ReadonlySet<string>,
  elided: ReadonlyMap<string, number>,
  countOf: (form: string) => Count,
): (form: string) => Shown {
  const known = new Map<string, Shown>();
  return (form) => {
    const shown = known.get(form) ?? shownOf(listed.has(form), elided.get(form) ?? 0, countOf(form), scale);
    known.set(form, shown);
    return shown;
  };
}

function addTo(sums: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [form, count] of counts) sums.set(form, (sums.get(form) ?? 0) + count);
}

function learn(lessons: readonly Lesson[]): Learned {
  const tallies = new Map<string, Tally>();
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const { text, path, marks } of lessons) {
    if (marks.length === 0) continue;
    let tally = tallies.get(path);
    if (!tally) tallies.set(path, (tally = { double: 0, single: 0 }));
    for (const mark of marks) {
      if (showsSpeech(text, mark)) tally[mark.double ? 'double' : 'single'] += 1;
      if (!mark.double) learnEdges(text, mark, heads, tails);
    }
  }
  return { tallies, heads, tails };
}

/** `'scuse` is elided at its head, `goin'` at its tail; a word without an apostrophe at either. */
function listedWords(words: readonly string[]): { head: Set<string>; tail: Set<string> } {
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

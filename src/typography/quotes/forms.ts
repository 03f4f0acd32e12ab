/** The words beside a mark. */
import { LETTER, kindAt, kindOf } from '../characters.js';

/** Longest form that is looked up, in UTF-16 code units: what is longer is no elision. */
const LONGEST = 24;

/** The letters right after an offset, lower case: the word that a leading apostrophe would clip. */
export function formAfter(text: string, at: number): string {
  let end = at + 1;
  while (end - at <= LONGEST && kindAt(text, end) === LETTER) end += 1;
  return text.slice(at + 1, end).toLowerCase();
}

/** The letters right before an offset, lower case: the word that a trailing apostrophe would clip. */
export function formBefore(text: string, at: number): string {
  let start = at - 1;
  while (at - start <= LONGEST && kindAt(text, start) === LETTER) start -= 1;
  return text.slice(start + 1, at).toLowerCase();
}

const isTick = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60;

const mix = (hash: number, code: number): number =>
  Math.imul(hash ^ (code < 0x80 ? code | 0x20 : code), 0x01000193);

/** How often a form stands without an apostrophe, and how often whole words stand of which it is the clipped form. */
export interface Count {
  bare: number;
  whole: number;
}

/** Words that may be clipped forms, their counts by hash; forms of one hash are counted together. */
interface Clipped {
  counts: Map<number, Count>;
  /** Hashes that may be asked for: most words of a text are turned away here. */
  filter: Uint8Array;
  /** What may have been clipped off. */
  lost: ReadonlySet<string>;
  /** Longest of these. */
  longest: number;
}

/** A power of two. */
const FILTER_SIZE = 1 << 16;

function clippedForms(
  forms: Iterable<string>,
  lost: readonly string[],
  hashOf: (form: string) => number,
): Clipped {
  const counts = new Map<number, Count>();
  const filter = new Uint8Array(FILTER_SIZE);
  for (const form of forms) {
    const hash = hashOf(form);
    counts.set(hash, { bare: 0, whole: 0 });
    filter[hash & (FILTER_SIZE - 1)] = 1;
  }
  return { counts, filter, lost: new Set(lost), longest: Math.max(0, ...lost.map(({ length }) => length)) };
}

/** Hash of a form from its first letter on: a prefix of a word has the hash that the word's has on the way. */
function hashForward(form: string): number {
  let hash = 0;
  for (let at = 0; at < form.length; at += 1) hash = mix(hash, form.charCodeAt(at));
  return hash;
}

/** Hash of a form from its last letter back. */
function hashBackward(form: string): number {
  let hash = 0;
  for (let at = form.length - 1; at >= 0; at -= 1) hash = mix(hash, form.charCodeAt(at));
  return hash;
}

/** What the texts say of forms that stand with an apostrophe at their head or tail. */
export interface FormCounts {
  head(form: string): Count;
  tail(form: string): Count;
}

/** Characters of text that show well enough which words a book uses. */
const ENOUGH = 1 << 20;
const NONE: Count = { bare: 0, whole: 0 };

/**
 * Counts forms in one pass over the beginning of the texts, however many forms there are; case folded (ASCII only). `lostBefore` and
 * `lostAfter` are the letters that an apostrophe may stand for at a word's head and tail.
 */
export function countForms(
  texts: Iterable<string>,
  heads: Iterable<string>,
  tails: Iterable<string>,
  { lostBefore, lostAfter }: { lostBefore: readonly string[]; lostAfter: readonly string[] },
): FormCounts {
  const head = clippedForms(heads, lostBefore, hashBackward);
  const tail = clippedForms(tails, lostAfter, hashForward);
  let left = head.counts.size + tail.counts.size > 0 ? ENOUGH : 0;
  for (const text of texts) {
    if (left <= 0) break;
    countIn(left < text.length ? text.slice(0, left) : text, head, tail);
    left -= text.length;
  }
  return {
    head: (form) => head.counts.get(hashBackward(form)) ?? NONE,
    tail: (form) => tail.counts.get(hashForward(form)) ?? NONE,
  };
}

function countIn(text: string, head: Clipped, tail: Clipped): void {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const ascii = code | 0x20;
    if (code < 0x80 ? ascii >= 0x61 && ascii <= 0x7a : kindOf(code) === LETTER) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      if (!isTick(code) && !(start > 0 && isTick(text.charCodeAt(start - 1))))
        countWord(text, start, at, head, tail);
      start = -1;
    }
  }
}

function countWord(text: string, start: number, end: number, head: Clipped, tail: Clipped): void {
  let hash = 0;
  for (let at = start; at < end; at += 1) {
    hash = mix(hash, text.charCodeAt(at));
    if (end - at - 1 > tail.longest || !tail.filter[hash & (FILTER_SIZE - 1)]) continue;
    const count = tail.counts.get(hash);
    if (!count) continue;
    if (at === end - 1) count.bare += 1;
    else if (tail.lost.has(text.slice(at + 1, end).toLowerCase())) count.whole += 1;
  }
  hash = 0;
  for (let at = end - 1; at >= start; at -= 1) {
    hash = mix(hash, text.charCodeAt(at));
    if (at - start > head.longest || !head.filter[hash & (FILTER_SIZE - 1)]) continue;
    const count = head.counts.get(hash);
    if (!count) continue;
    if (at === start) count.bare += 1;
    else if (head.lost.has(text.slice(start, at).toLowerCase())) count.whole += 1;
  }
}

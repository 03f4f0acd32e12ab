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

const hashOf = (form: string): number => {
  let hash = 0;
  for (let at = 0; at < form.length; at += 1) hash = mix(hash, form.charCodeAt(at));
  return hash;
};

/** How often a form stands without an apostrophe, and how often whole words stand of which it is the clipped form. */
export interface Count {
  bare: number;
  whole: number;
}

/** What the texts say of forms that stand with an apostrophe at their head or tail. */
export interface FormCounts {
  head(form: string): Count;
  tail(form: string): Count;
}

/** The letters that an apostrophe may stand for at a word's head (three at most) and tail (two at most). */
export interface Lost {
  lostBefore: readonly string[];
  lostAfter: readonly string[];
}

/** Counts by hash; forms of one hash are counted together. */
type Counts = Map<number, Count>;

/** A power of two. */
const FILTER_SIZE = 1 << 16;
const FILTER_MASK = FILTER_SIZE - 1;
const NONE: Count = { bare: 0, whole: 0 };

/**
 * Counts forms in one pass over the texts, until `enough` characters are read, however many forms there are; case
 * folded (ASCII only).
 */
export function countForms(
  texts: Iterable<string>,
  heads: Iterable<string>,
  tails: Iterable<string>,
  { lostBefore, lostAfter }: Lost,
  enough = Infinity,
): FormCounts {
  const filter = new Uint8Array(FILTER_SIZE);
  const countsOf = (forms: Iterable<string>): Counts => {
    const counts: Counts = new Map();
    for (const form of forms) {
      const hash = hashOf(form);
      counts.set(hash, { bare: 0, whole: 0 });
      filter[hash & FILTER_MASK] = 1;
    }
    return counts;
  };
  const head = countsOf(heads);
  const tail = countsOf(tails);
  const before = new Set(lostBefore);
  const after = new Set(lostAfter);
  const meet: Meet = (hash, text, start, end, lost) => {
    const one = (lost < 0 ? head : tail).get(hash);
    if (!one) return;
    const letters = lost < 0 ? text.slice(start, start - lost) : text.slice(end - lost, end);
    if ((lost < 0 ? before : after).has(letters.toLowerCase())) one.whole += 1;
  };
  const meetBare: Meet = (hash) => {
    for (const counts of [head, tail]) {
      const one = counts.get(hash);
      if (one) one.bare += 1;
    }
  };
  let left = head.size + tail.size > 0 ? enough : 0;
  for (const text of texts) {
    if (left <= 0) break;
    countIn(text, filter, meet, meetBare);
    left -= text.length;
  }
  return {
    head: (form) => head.get(hashOf(form)) ?? NONE,
    tail: (form) => tail.get(hashOf(form)) ?? NONE,
  };
}

/** Counts a part of the word from `start` to `end`; `lost` letters are off its tail, or off its head where negative. */
type Meet = (hash: number, text: string, start: number, end: number, lost: number) => void;

/** Hashes of each word as it stands, without its first letters, and without its last ones, all in one go. */
function countIn(text: string, filter: Uint8Array, meet: Meet, meetBare: Meet): void {
  let length = 0;
  let whole = 0;
  let less1 = 0;
  let less2 = 0;
  let from1 = 0;
  let from2 = 0;
  let from3 = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const ascii = code | 0x20;
    if (code < 0x80 ? ascii >= 0x61 && ascii <= 0x7a : kindOf(code) === LETTER) {
      less2 = less1;
      less1 = whole;
      whole = mix(length === 0 ? 0 : whole, code);
      from1 = mix(length === 1 ? 0 : from1, code);
      from2 = mix(length === 2 ? 0 : from2, code);
      from3 = mix(length === 3 ? 0 : from3, code);
      length += 1;
      continue;
    }
    if (length === 0) continue;
    const start = at - length;
    if (!isTick(code) && !(start > 0 && isTick(text.charCodeAt(start - 1)))) {
      if (filter[whole & FILTER_MASK]) meetBare(whole, text, start, at, 0);
      if (length > 1 && filter[less1 & FILTER_MASK]) meet(less1, text, start, at, 1);
      if (length > 2 && filter[less2 & FILTER_MASK]) meet(less2, text, start, at, 2);
      if (length > 1 && filter[from1 & FILTER_MASK]) meet(from1, text, start, at, -1);
      if (length > 2 && filter[from2 & FILTER_MASK]) meet(from2, text, start, at, -2);
      if (length > 3 && filter[from3 & FILTER_MASK]) meet(from3, text, start, at, -3);
    }
    length = 0;
  }
}

/** The words beside a mark. */
import { areKept, keptWith } from '../../memo.js';
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
  code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60 || code === 0xb4;

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
  head: (form: string) => Count;
  tail: (form: string) => Count;
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

/** Forms to be counted, by hash. */
interface Wanted {
  heads: ReadonlySet<number>;
  tails: ReadonlySet<number>;
  filter: Uint8Array;
}

/** What texts show of the wanted forms that stand in them. */
interface Counted {
  head: Counts;
  tail: Counts;
}

/** Texts that are read in one go. */
type Texts = readonly { text: string }[];

/**
 * Counts forms in one pass over the texts, until `enough` characters are read, however many forms there are; case
 * folded (ASCII only).
 */
export function countForms(
  parts: readonly Texts[],
  heads: Iterable<string>,
  tails: Iterable<string>,
  lost: Lost,
  enough = Infinity,
): FormCounts {
  const asked = { heads: hashesOf(heads), tails: hashesOf(tails) };
  const wanted = areKept() ? wantedOf(asked, lost) : withFilter(asked);
  const sums: Counted = { head: new Map(), tail: new Map() };
  let left = asked.heads.size + asked.tails.size > 0 ? enough : 0;
  for (const texts of parts) {
    if (left <= 0) break;
    const length = keptWith('length', texts, [], () => texts.reduce((sum, { text }) => sum + text.length, 0));
    const counted =
      length < left
        ? keptWith('counted', texts, [wanted], () => countIn(texts, wanted, lost))
        : countIn(firstOf(texts, left), wanted, lost);
    addTo(sums.head, counted.head);
    addTo(sums.tail, counted.tail);
    left -= length;
  }
  const told =
    (counts: Counts, hashes: ReadonlySet<number>) =>
    (form: string): Count => {
      const hash = hashOf(form);
      return (hashes.has(hash) ? counts.get(hash) : undefined) ?? NONE;
    };
  return { head: told(sums.head, asked.heads), tail: told(sums.tail, asked.tails) };
}

function hashesOf(forms: Iterable<string>): Set<number> {
  const hashes = new Set<number>();
  for (const form of forms) hashes.add(hashOf(form));
  return hashes;
}

function withFilter({ heads, tails }: Omit<Wanted, 'filter'>): Wanted {
  const filter = new Uint8Array(FILTER_SIZE);
  for (const hashes of [heads, tails]) for (const hash of hashes) filter[hash & FILTER_MASK] = 1;
  return { heads, tails, filter };
}

/** So many forms more than are asked for may be counted, so that what was counted for others holds. */
const SPARE = 4096;

/** The forms that were counted last, where all that are asked for are among them; else those and these. */
function wantedOf(asked: Omit<Wanted, 'filter'>, lost: Lost): Wanted {
  const last = keptWith<{ wanted?: Wanted }>('wanted', lost, [], () => ({}));
  const isMuch = (known: ReadonlySet<number>, own: ReadonlySet<number>) => known.size > own.size + SPARE;
  const before = last.wanted ?? withFilter(asked);
  const spent = isMuch(before.heads, asked.heads) || isMuch(before.tails, asked.tails);
  const holds = (known: ReadonlySet<number>, own: ReadonlySet<number>) =>
    [...own].every((one) => known.has(one));
  if (!spent && holds(before.heads, asked.heads) && holds(before.tails, asked.tails))
    return (last.wanted = before);
  const both = (known: ReadonlySet<number>, own: ReadonlySet<number>) =>
    new Set(spent ? own : [...known, ...own]);
  return (last.wanted = withFilter({
    heads: both(before.heads, asked.heads),
    tails: both(before.tails, asked.tails),
  }));
}

/** Texts up to the one with which `enough` characters are read. */
function firstOf(texts: Texts, enough: number): Texts {
  let left = enough;
  const end = texts.findIndex(({ text }) => (left -= text.length) <= 0);
  return end < 0 ? texts : texts.slice(0, end + 1);
}

function addTo(sums: Counts, counts: Counts): void {
  for (const [hash, { bare, whole }] of counts) {
    const sum = sums.get(hash);
    if (!sum) sums.set(hash, { bare, whole });
    else {
      sum.bare += bare;
      sum.whole += whole;
    }
  }
}

function countIn(texts: Texts, { heads, tails, filter }: Wanted, { lostBefore, lostAfter }: Lost): Counted {
  const counted: Counted = { head: new Map(), tail: new Map() };
  const before = new Set(lostBefore);
  const after = new Set(lostAfter);
  const countOf = (counts: Counts, hash: number): Count => {
    const known = counts.get(hash);
    if (known) return known;
    const fresh = { bare: 0, whole: 0 };
    counts.set(hash, fresh);
    return fresh;
  };
  const meet: Meet = (hash, text, start, end, lost) => {
    const isHead = lost < 0;
    if (!(isHead ? heads : tails).has(hash)) return;
    const letters = isHead ? text.slice(start, start - lost) : text.slice(end - lost, end);
    if ((isHead ? before : after).has(letters.toLowerCase()))
      countOf(isHead ? counted.head : counted.tail, hash).whole += 1;
  };
  const meetBare: Meet = (hash) => {
    if (heads.has(hash)) countOf(counted.head, hash).bare += 1;
    if (tails.has(hash)) countOf(counted.tail, hash).bare += 1;
  };
  for (const { text } of texts) read(text, filter, meet, meetBare);
  return counted;
}

/** Counts a part of the word from `start` to `end`; `lost` letters are off its tail, or off its head where negative. */
type Meet = (hash: number, text: string, start: number, end: number, lost: number) => void;

/** Hashes of each word as it stands, without its first letters, and without its last ones, all in one go. */
function read(text: string, filter: Uint8Array, meet: Meet, meetBare: Meet): void {
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

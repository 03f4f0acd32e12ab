/** Which chapters of two texts are the same one: by their text first, since numbers move, then by their headings. */
import { lettersOf } from '../../text/compare.js';
import type { Chapter } from './blocks.js';

/** Paragraphs shorter than this, in letters, stand in many chapters. */
const LONG = 30;
/** How much of the smaller of two chapters must stand in the other, for them to be one. */
const LEAST = 0.3;

/** What a chapter is known by: its long paragraphs, or all of them where none is. */
export function marksOf(chapter: Chapter): ReadonlySet<string> {
  const known = MARKS.get(chapter) ?? marksIn(chapter);
  MARKS.set(chapter, known);
  return known;
}
/** The same chapter is compared with several texts. */
const MARKS = new WeakMap<Chapter, ReadonlySet<string>>();

function marksIn({ blocks, heading }: Chapter): Set<string> {
  const all = blocks.slice(heading === undefined ? 0 : 1).map(({ text }) => lettersOf(text));
  const long = all.filter((letters) => letters.length >= LONG);
  return new Set((long.length > 0 ? long : all).filter((letters) => letters !== ''));
}

/** For each of some chapters, which of the others it is; what opens a text without a heading stands first in each. */
export function matchChapters(some: readonly Chapter[], others: readonly Chapter[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const put = (a: number, b: number) => {
    found.set(a, b);
    taken.add(b);
  };
  for (const [a, b] of matchTexts(some, others)) put(a, b);
  if (!found.has(0) && !taken.has(0) && some[0] && others[0]) put(0, 0);
  const left = new Map<string, number[]>();
  others.forEach(({ heading }, b) => {
    if (heading === undefined || taken.has(b)) return;
    const key = lettersOf(heading);
    left.set(key, [...(left.get(key) ?? []), b]);
  });
  some.forEach(({ heading }, a) => {
    const b = heading === undefined || found.has(a) ? undefined : left.get(lettersOf(heading))?.shift();
    if (b !== undefined) put(a, b);
  });
  return found;
}

/** For each of some chapters, which of the others has its text. */
export function matchTexts(some: readonly Chapter[], others: readonly Chapter[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const [a, b] of byText(some, others)) {
    if (found.has(a) || taken.has(b)) continue;
    found.set(a, b);
    taken.add(b);
  }
  return found;
}

/** Pairs of chapters that share enough of their text, those that share most first. */
function byText(some: readonly Chapter[], others: readonly Chapter[]): [number, number][] {
  const marks = others.map(marksOf);
  const places = new Map<string, number[]>();
  marks.forEach((one, b) => {
    for (const mark of one) places.set(mark, [...(places.get(mark) ?? []), b]);
  });
  const pairs: { a: number; b: number; share: number }[] = [];
  some.forEach((chapter, a) => {
    const own = marksOf(chapter);
    const counts = new Map<number, number>();
    for (const mark of own) {
      const at = places.get(mark) ?? [];
      // What stands in many chapters tells none from another.
      if (at.length <= MOST_PLACES) for (const b of at) counts.set(b, (counts.get(b) ?? 0) + 1);
    }
    for (const [b, count] of counts) {
      const share = count / Math.max(1, Math.min(own.size, marks[b]?.size ?? 0));
      if (share >= LEAST) pairs.push({ a, b, share });
    }
  });
  pairs.sort((x, y) => y.share - x.share || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a - y.a);
  return pairs.map(({ a, b }) => [a, b]);
}
const MOST_PLACES = 8;

/** How many letters a chapter has. */
export const lengthOf = ({ blocks }: Chapter): number =>
  blocks.reduce((sum, { text }) => sum + lettersOf(text).length, 0);

/** How much of the smaller of two texts stands in the other, from 0 to 1. */
export function likeness(some: readonly Chapter[], others: readonly Chapter[]): number {
  const [a, b] = [some, others].map((chapters) => new Set(chapters.flatMap((one) => [...marksOf(one)])));
  if (!a || !b) return 0;
  const shared = [...a].filter((mark) => b.has(mark)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

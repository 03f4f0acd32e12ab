/** Matches the paragraphs of two long texts that differ too much to search for the shortest edit. */
import { byLikeness, likenesses } from './likeness.js';
import { movedAmong } from './match.js';
import { keyOf, stretchesOf } from './tokens.js';
import type { Block } from './types.js';

/** As much as this of two paragraphs must be the same for them to be one, 0 to 1. */
const LIKE = 0.4;

/** Pairs of paragraphs that are alike, by their indexes, in the order of both texts. */
export function anchorsOf(before: readonly Block[], after: readonly Block[]): [from: number, to: number][] {
  const [old, now] = [keysOf(before), keysOf(after)];
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const take = (from: number, to: number): void => {
    if (pairs.has(from) || taken.has(to)) return;
    pairs.set(from, to);
    taken.add(to);
  };
  // Headings and lines of a word or two have no stretches; where both texts begin alike, that is enough.
  for (let at = 0; at < old.length && old[at] === now[at]; at += 1) take(at, at);
  const found = likenesses(old.map(stretchesOf), now.map(stretchesOf));
  for (const { from, to, like } of found.sort(byLikeness)) if (like >= LIKE) take(from, to);
  const ordered = [...pairs].sort(([a], [b]) => a - b);
  const moved = movedAmong(ordered.map(([, to]) => to));
  return ordered.filter(([, to]) => !moved.has(to));
}

const keysOf = (blocks: readonly Block[]): string[] => blocks.map(({ text }) => keyOf(text));

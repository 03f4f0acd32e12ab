/** Which texts of one list are alike which of another, by the stretches of words that they share. */

/** A stretch that more texts of a list have than this tells none of them from the others. */
const COMMON = 24;

/** Two texts, by their places in their lists, and how much of them is the same: 0 to 1. */
export interface Likeness {
  from: number;
  to: number;
  like: number;
}

type Stretches = ReadonlySet<string> | undefined;

/**
 * Pairs of texts that share a stretch; what is undefined is left out. By way of an index: comparing each with each
 * takes too long for hundreds of chapters, and for thousands of paragraphs.
 */
export function likenesses(before: readonly Stretches[], after: readonly Stretches[]): Likeness[] {
  const places = new Map<string, number[]>();
  after.forEach((stretches, to) => {
    for (const stretch of stretches ?? []) {
      const found = places.get(stretch);
      if (!found) places.set(stretch, [to]);
      else if (found.length <= COMMON) found.push(to);
    }
  });
  return before.flatMap((stretches, from) => {
    const common = new Map<number, number>();
    for (const stretch of stretches ?? []) {
      const found = places.get(stretch) ?? [];
      if (found.length <= COMMON) for (const to of found) common.set(to, (common.get(to) ?? 0) + 1);
    }
    // Dice's coefficient.
    const sizeOf = (to: number) => Math.max(1, (stretches?.size ?? 0) + (after[to]?.size ?? 0));
    return [...common].map(([to, count]) => ({ from, to, like: (2 * count) / sizeOf(to) }));
  });
}

/** The likest first, then in the order of the texts. */
export const byLikeness = (a: Likeness, b: Likeness): number =>
  b.like - a.like || a.from - b.from || a.to - b.to;

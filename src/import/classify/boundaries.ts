/**
 * Where a story begins and where it ends, on a page read as a whole: the cheapest path through head, story and foot.
 *
 * Each line weighs so many nats for the edge (`lines.ts`); the head is the beginning whose lines weigh most together,
 * so that a line that nobody knows does not end it where others after it are surely the page's.
 */

/** One edge of a page: how many lines it has, and by how much each is in it rather than in the story. */
export interface Edge {
  count: number;
  /** In nats, from the outermost line inwards: the margin between the best reading and the best in which it is story. */
  margins: number[];
  /** Lines beyond it that might be of it too, and what they lack. */
  near?: { count: number; margin: number };
}

/** Nothing this much worse than the best so far is made good again. */
const HOPELESS = 30;

/**
 * The edge that lines make, from the outermost inwards. `weigh` weighs a line for the edge; `least` lines are of it
 * in any case; `may` says whether it can end after so many, `firm` whether
 * it surely can: what may be of it beyond is asked about.
 */
export function edgeOf(
  length: number,
  weigh: (index: number) => number,
  {
    least = 0,
    may = () => true,
    firm = () => true,
  }: { least?: number; may?: (count: number) => boolean; firm?: (count: number) => boolean } = {},
): Edge {
  const sums = [0];
  let best = 0;
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    sum += weigh(index);
    sums.push(sum);
    const isHere = index + 1 <= least || (sum > (sums[best] ?? 0) && may(index + 1) && firm(index + 1));
    if (isHere) best = index + 1;
    else if (sum < (sums[best] ?? 0) - HOPELESS) break;
  }
  const top = sums[best] ?? 0;
  let highest = -Infinity;
  const margins = sums.slice(0, best).map((one, index) => {
    highest = Math.max(highest, one);
    return index < least ? HOPELESS : top - highest;
  });
  let near: Edge['near'];
  sums.forEach((one, count) => {
    if (count > best && one - top > (near?.margin ?? -Infinity) && may(count) && one > (sums[count - 1] ?? 0))
      near = { count, margin: one - top };
  });
  return { count: best, margins, ...(near ? { near } : {}) };
}

/** How many of an edge's lines are surely of it: from the first on whose margin is too small the story is kept. */
export function sureCount({ count, margins }: Edge, least: number): number {
  const first = margins.findIndex((margin) => margin < least);
  return first < 0 ? count : first;
}

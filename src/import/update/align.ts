/** Which items of two sequences are the same: those that stand once in both first, then what lies between them. */

export type Pair = readonly [a: number, b: number];

/** The most comparisons where nothing in a gap stands once. */
const MOST = 250_000;

/** Pairs of equal items, both sides rising. Takes time in proportion to the items, but for small gaps. */
export function align(a: readonly string[], b: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  gap(0, a.length, 0, b.length);
  return pairs;

  function gap(aFrom: number, aTo: number, bFrom: number, bTo: number): void {
    let [low, other] = [aFrom, bFrom];
    while (low < aTo && other < bTo && a[low] === b[other]) pairs.push([low++, other++]);
    let [high, end] = [aTo, bTo];
    while (high > low && end > other && a[high - 1] === b[end - 1]) {
      high -= 1;
      end -= 1;
    }
    if (low < high && other < end) {
      const anchors = rising(once(low, high, other, end));
      if (anchors.length === 0) pairs.push(...longest(low, high, other, end));
      let [at, bt] = [low, other];
      for (const [x, y] of anchors) {
        gap(at, x, bt, y);
        pairs.push([x, y]);
        [at, bt] = [x + 1, y + 1];
      }
      if (anchors.length > 0) gap(at, high, bt, end);
    }
    for (let index = high; index < aTo; index += 1) pairs.push([index, end + index - high]);
  }

  /** Items that stand once in either part, by their places in the first. */
  function once(aFrom: number, aTo: number, bFrom: number, bTo: number): Pair[] {
    const seen = new Map<string, [number, number, number, number]>();
    for (let at = aFrom; at < aTo; at += 1) {
      const of = seen.get(a[at] as string) ?? [0, 0, 0, 0];
      seen.set(a[at] as string, [of[0] + 1, at, of[2], of[3]]);
    }
    for (let at = bFrom; at < bTo; at += 1) {
      const of = seen.get(b[at] as string);
      if (of) seen.set(b[at] as string, [of[0], of[1], of[2] + 1, at]);
    }
    return [...seen.values()].filter(([x, , y]) => x === 1 && y === 1).map(([, x, , y]): Pair => [x, y]);
  }

  /** The longest common subsequence of a small gap; nothing of a large one. */
  function longest(aFrom: number, aTo: number, bFrom: number, bTo: number): Pair[] {
    const [rows, columns] = [aTo - aFrom, bTo - bFrom];
    if (rows * columns > MOST) return [];
    const width = columns + 1;
    const lengths = new Uint32Array((rows + 1) * width);
    const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1)
      for (let column = columns - 1; column >= 0; column -= 1)
        lengths[row * width + column] =
          a[aFrom + row] === b[bFrom + column]
            ? lengthAt(row + 1, column + 1) + 1
            : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    const found: Pair[] = [];
    let [row, column] = [0, 0];
    while (row < rows && column < columns) {
      if (a[aFrom + row] === b[bFrom + column]) found.push([aFrom + row++, bFrom + column++]);
      else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
      else column += 1;
    }
    return found;
  }
}

/** The most of some pairs, in the order of their first sides, whose second sides rise too. */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, b], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as Pair)[1] < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  });
  const found: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] as number)
    found.push(pairs[index] as Pair);
  return found.reverse();
}

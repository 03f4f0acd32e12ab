/** Huffman codes as DEFLATE has them: https://www.rfc-editor.org/rfc/rfc1951#section-3.2.2 */

export interface Code {
  /** Bits of each symbol's code, 0 for one that does not occur. */
  lengths: Uint8Array;
  /** The codes, each with its first bit lowest, as they are written. */
  codes: Uint16Array;
}

/** The code of least weight for symbols that occur so often, none of its words longer than `most` bits. */
export function codeFor(counts: ArrayLike<number>, most: number): Code {
  const lengths = lengthsFor(counts, most);
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= most; length += 1) {
    lengths.forEach((own, symbol) => {
      if (own === length) codes[symbol] = reversed(code++, length);
    });
    code <<= 1;
  }
  return { lengths, codes };
}

interface Leaf {
  count: number;
  symbol: number;
}

function lengthsFor(counts: ArrayLike<number>, most: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const leaves: Leaf[] = Array.from(counts, (count, symbol) => ({ count, symbol })).filter(
    ({ count }) => count > 0,
  );
  // The least code has two words.
  for (let symbol = 0; leaves.length < 2; symbol += 1)
    if (!leaves.some((leaf) => leaf.symbol === symbol)) leaves.push({ count: 1, symbol });
  let depths = depthsOf(leaves);
  while (Math.max(...depths) > most) {
    // Counts that are nearer to each other make a tree that is less deep.
    for (const leaf of leaves) leaf.count = (leaf.count >> 1) + 1;
    depths = depthsOf(leaves);
  }
  for (const [index, { symbol }] of leaves.entries()) lengths[symbol] = depths[index] as number;
  return lengths;
}

interface Tree {
  count: number;
  /** Indices of its leaves. */
  leaves: number[];
}

/** How deep each leaf lies in a tree of least weight: the two lightest are joined, again and again. */
function depthsOf(leaves: readonly Leaf[]): number[] {
  const depths = leaves.map(() => 0);
  const single: Tree[] = leaves
    .map((leaf, index) => ({ ...leaf, leaves: [index] }))
    .sort((a, b) => a.count - b.count || a.symbol - b.symbol);
  // What is joined is never lighter than what was before, so that both lists stay in order.
  const joined: Tree[] = [];
  const lightest = (): Tree => {
    const [leaf, tree] = [single[0], joined[0]];
    return (leaf && (!tree || leaf.count <= tree.count) ? single.shift() : joined.shift()) as Tree;
  };
  while (single.length + joined.length > 1) {
    const [one, other] = [lightest(), lightest()];
    const both = [...one.leaves, ...other.leaves];
    for (const leaf of both) depths[leaf] = (depths[leaf] as number) + 1;
    joined.push({ count: one.count + other.count, leaves: both });
  }
  return depths;
}

function reversed(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}

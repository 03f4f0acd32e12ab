/** The blank lines of a text: what is usual in it, and whether more of them mean something. */
import type { Block } from '../types.js';

/** Blank lines between paragraphs, as most of the blocks have before them. */
export function usualGap(blocks: readonly Block[]): number {
  const counts = new Map<number, number>();
  for (const { gap } of blocks.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** The share of wide gaps above which they are a paste's unevenness. */
const MOST_WIDE = 0.1;

/** Whether wide gaps are so rare that each says something. */
export function gapsAreEven(blocks: readonly Block[]): boolean {
  const usual = usualGap(blocks);
  const wide = blocks.slice(1).filter(({ gap }) => gap >= usual + 2).length;
  return wide <= Math.max(2, blocks.length * MOST_WIDE);
}

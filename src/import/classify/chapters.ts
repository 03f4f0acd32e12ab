/** Where the chapters and parts of a story begin. */
import { decide, type Decision } from './decisions.js';
import { headingOf, isCountedHeading, markedDepth, type Heading } from './headings.js';
import type { Block } from '../types.js';
import type { Stretch } from './page.js';

/** Chapter headings of a stretch by their index; numbers alone only where they count on. */
export function chaptersIn({ blocks, from, to }: Stretch): Map<number, Decision> {
  const found: { at: number; heading: Heading; sure: boolean }[] = [];
  for (let at = from; at < to; at += 1) {
    const block = blocks[at] as Block;
    if (block.role === 'chapter' || block.role === 'part') {
      found.push({ at, heading: { kind: block.role }, sure: true });
      continue;
    }
    if (block.role !== undefined) continue;
    const heading = headingOf(block);
    const next = blocks[at + 1];
    const isFirst = at === 0 || (at === from && heading !== undefined);
    const apart = isFirst || block.gap > 0 || isCountedHeading(block);
    const goesOn = next?.gap === 0 && /^\p{Ll}/u.test(next.text);
    if (
      heading &&
      apart &&
      !goesOn &&
      next &&
      at + 1 < to &&
      (heading.bare === undefined || standsAlone(blocks, at))
    )
      found.push({ at, heading, sure: heading.bare === undefined });
    else if (block.content === undefined && apart && markedDepth(block))
      found.push({ at, heading: { kind: 'chapter' }, sure: true });
  }
  const counted = countOn(
    found.flatMap(({ at, heading }) => (heading.bare === undefined ? [] : [{ at, number: heading.bare }])),
    from,
  );
  return new Map(
    found
      .filter(({ at, sure }) => sure || counted.has(at))
      .map(({ at, heading }) => [
        at,
        decide(
          blocks[at] as Block,
          heading.kind,
          blocks[at]?.role === undefined ? 'heading' : 'markup',
          0.95,
        ),
      ]),
  );
}

/** Whether a number stands between paragraphs, not in a sentence that goes on round it. */
function standsAlone(blocks: readonly Block[], at: number): boolean {
  const [before, next] = [blocks[at - 1]?.text ?? '', blocks[at + 1]];
  return next !== undefined && next.gap > 0 && !/^\p{Ll}/u.test(next.text) && !/[:,]$/.test(before);
}

/** Numbers that count on from one to the next; a lone one only where it opens the text. */
function countOn(numbers: readonly { at: number; number: number }[], from: number): Set<number> {
  const kept = new Set<number>();
  let last: { at: number; number: number } | undefined;
  for (const one of numbers) {
    if (one.at === from) kept.add(one.at);
    if (last && one.number === last.number + 1 && one.at > last.at + 1) kept.add(last.at).add(one.at);
    if (!last || one.number === last.number + 1 || one.number === 1) last = one;
  }
  return kept;
}

/** Where the lines of two texts with the same letters end: what is joined, and what is cut. */
import { error } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { lettersOf } from './letters.js';
import { EITHER, LINE_END } from './marks.js';
import type { Piece } from './pieces.js';
import { before, indexed, placeIn, type IndexedScript, type Script } from './script.js';

/** The most differences of one section that get a message. */
const MOST = 4;
export const HINT =
  'Build the book anew from these manuscripts. If the difference stays, Octavo is at fault: please report it.';

/** How many letters stand before each line's end; ends with no letter between them are one. */
function endsIn({ raw, letters }: Script): { must: Set<number>; may: Set<number> } {
  const must = new Set<number>();
  const may = new Set<number>();
  let count = 0;
  for (const part of raw.split(/(?<=[\n\v])/u)) {
    count += lettersOf(part).length;
    if (count === 0 || count === letters.length) continue;
    if (part.endsWith(LINE_END)) must.add(count);
    else if (part.endsWith(EITHER)) may.add(count);
  }
  return { must, may };
}

/** What differs in the lines of a text of the manuscripts, whose pieces are given too, and the same in a document. */
export function compareLines(
  pieces: readonly Piece[],
  expected: Script,
  found: Script,
  document: string,
): Message[] {
  if (expected.raw === found.raw) return [];
  const [wanted, there] = [endsIn(expected), endsIn(found)];
  const joined = [...wanted.must].filter((at) => !there.must.has(at) && !there.may.has(at));
  const cut = [...there.must].filter((at) => !wanted.must.has(at) && !wanted.may.has(at));
  if (joined.length + cut.length === 0) return [];
  const script = indexed(expected);
  const tell = (at: number, reason: (words: string) => string): Message =>
    error('proof:line', reason(before(script, at)), { hint: HINT, ...placeIn(pieces, offsetAt(script, at)) });
  return [
    ...joined.map((at) =>
      tell(at, (words) => `The line that ends with \`${words}\` goes on in \`${document}\``),
    ),
    ...cut.map((at) =>
      tell(at, (words) => `A line ends after \`${words}\` in \`${document}\`, and goes on in the manuscript`),
    ),
  ].slice(0, MOST);
}

const offsetAt = ({ offsets, raw }: IndexedScript, at: number): number => offsets[at] ?? raw.length;

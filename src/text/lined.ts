/** Where a line of the manuscript is a line of the book: poems, dedications, notices, a letter's head and foot. */

/** What keeps its lines: every block, or only those that `areShort` tells from wrapped prose. */
export type Lined = 'all' | 'short';

/** Directives that keep their lines, by name. */
export const LINED_DIRECTIVES: ReadonlyMap<string, Lined> = new Map<string, Lined>([
  ['dedication', 'all'],
  ['letter', 'short'],
  ['message', 'all'],
  ['play', 'all'],
  ['sign', 'all'],
  ['verse', 'all'],
]);

/** A salutation or a line of a signature is no longer than this, in UTF-16 code units. */
const LONGEST = 60;
/** A letter's signature has no more lines. */
const MOST_LINES = 5;

/** Whether lines are as few and as short as those at the head and the foot of a letter. */
export const areShort = (lines: readonly string[]): boolean =>
  lines.length <= MOST_LINES && lines.every((line) => line.length <= LONGEST);

/** What an author made of a text, and what its source made of it, in one: a merge of three texts. */
import { align } from './align.js';
import { blockOf, type Block } from './blocks.js';

/** A stretch of a merge: what stands in it, and how much of it is the source's alone, or the two readings that do not agree. */
type Stretch<T> = { items: T[]; taken?: number } | { base: T[]; ours: T[]; theirs: T[] };

/**
 * Three sequences as one: what only one side changed is as that side has it. `key` tells which items are the same;
 * of those, ours stand.
 */
export function merge3<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  key: (item: T) => string,
): Stretch<T>[] {
  const keys = [base, ours, theirs].map((items) => items.map(key));
  const [b = [], o = [], t = []] = keys;
  const inOurs = new Map(align(b, o));
  const inTheirs = new Map(align(b, t));
  const stretches: Stretch<T>[] = [];
  let [atBase, atOurs, atTheirs] = [0, 0, 0];
  const part = (endBase: number, endOurs: number, endTheirs: number) => {
    const [partB, partO, partT] = [
      b.slice(atBase, endBase),
      o.slice(atOurs, endOurs),
      t.slice(atTheirs, endTheirs),
    ];
    const own = ours.slice(atOurs, endOurs);
    const other = theirs.slice(atTheirs, endTheirs);
    if (same(partT, partB) || same(partT, partO)) stretches.push({ items: own });
    else if (same(partO, partB)) stretches.push({ items: other, taken: Math.max(own.length, other.length) });
    else stretches.push({ base: base.slice(atBase, endBase), ours: own, theirs: other });
  };
  for (let at = 0; at < base.length; at += 1) {
    const [own, other] = [inOurs.get(at), inTheirs.get(at)];
    if (own === undefined || other === undefined) continue;
    part(at, own, other);
    stretches.push({ items: [ours[own] as T] });
    [atBase, atOurs, atTheirs] = [at + 1, own + 1, other + 1];
  }
  part(base.length, ours.length, theirs.length);
  return stretches;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Blocks as they were merged. */
export interface Merged {
  blocks: Block[];
  /** How many of them are the source's now. */
  taken: number;
  /** Places among the blocks where both had changed the same; the author's stands there. */
  conflicts: Conflict[];
}

export interface Conflict {
  /** Index of the block that holds what the source has; of the author's, where the source has nothing. */
  at: number;
  kind: 'both' | 'gone';
}

const OPENING = '<!-- The source has this now:';

/** Blocks of a chapter: the author's changes and the source's, the author's where they do not agree, with a comment. */
export function mergeBlocks(
  base: readonly Block[],
  ours: readonly Block[],
  theirs: readonly Block[],
): Merged {
  const merged: Merged = { blocks: [], taken: 0, conflicts: [] };
  for (const stretch of merge3(base, ours, theirs, ({ key }) => key)) {
    if ('items' in stretch) {
      merged.taken += stretch.taken ?? 0;
      merged.blocks.push(...stretch.items);
    } else for (const one of oneByOne(stretch)) settle(one, merged);
  }
  return merged;
}

interface Disagreement {
  base: readonly Block[];
  ours: readonly Block[];
  theirs: readonly Block[];
}

/** As many paragraphs in each are looked at one by one: the author may have changed one, and the source its neighbour. */
function oneByOne(whole: Disagreement): Disagreement[] {
  const { base, ours, theirs } = whole;
  if (base.length !== ours.length || base.length !== theirs.length) return [whole];
  return base.map((block, index) => ({
    base: [block],
    ours: ours.slice(index, index + 1),
    theirs: theirs.slice(index, index + 1),
  }));
}

function settle({ base, ours, theirs }: Disagreement, merged: Merged): void {
  const [was, own, other] = [base, ours, theirs].map((blocks) => blocks.map(({ key }) => key));
  if (same(own ?? [], other ?? []) || same(other ?? [], was ?? [])) {
    merged.blocks.push(...ours);
    return;
  }
  if (same(own ?? [], was ?? [])) {
    merged.blocks.push(...theirs);
    merged.taken += theirs.length;
    return;
  }
  const woven = weave(base, ours, theirs);
  if (woven) {
    merged.blocks.push({ ...woven, gap: ours[0]?.gap ?? 2 });
    merged.taken += 1;
    return;
  }
  merged.blocks.push(...ours);
  const comment = commentOf(theirs);
  // What an update before this one put there is not put there again.
  if (comment && ours.some(({ key }) => key === comment.key)) return;
  if (comment) merged.blocks.push(comment);
  merged.conflicts.push({ at: Math.max(0, merged.blocks.length - 1), kind: comment ? 'both' : 'gone' });
}

/** What the source has, where no reader sees it. */
function commentOf(theirs: readonly Block[]): Block | undefined {
  if (theirs.length === 0) return undefined;
  const text = theirs.map((block) => block.text.replaceAll(/--(!?)>/g, '--$1&gt;')).join('\n\n');
  return blockOf(`${OPENING}\n\n${text}\n-->`);
}

/** The most words of a paragraph that are compared one by one. */
const MOST_WORDS = 5000;

/** A paragraph in which either side changed other words; nothing where they changed the same, or more than words. */
function weave(base: readonly Block[], ours: readonly Block[], theirs: readonly Block[]): Block | undefined {
  const [b, o, t] = [base, ours, theirs].map(([only, ...others]) =>
    only && others.length === 0 && isProse(only) ? wordsOf(only.text) : undefined,
  );
  if (!b || !o || !t || Math.max(b.length, o.length, t.length) > MOST_WORDS) return undefined;
  // Paragraphs that have little in common are others, not the same with other words.
  if (!isLike(b, o) || !isLike(b, t)) return undefined;
  const stretches = merge3(b, o, t, keyOfWord);
  const words: string[] = [];
  for (const stretch of stretches) {
    if (!('items' in stretch)) return undefined;
    words.push(...stretch.items);
  }
  return blockOf(words.join(''));
}

/** White space is one space: an editor may have broken the line. */
const keyOfWord = (word: string): string => (word.trim() === '' ? ' ' : word);

/** Whether half of the words of the longer of two paragraphs stand in the other. */
function isLike(some: readonly string[], others: readonly string[]): boolean {
  const shared = align(some.map(keyOfWord), others.map(keyOfWord)).length;
  return shared >= Math.max(some.length, others.length) / 2;
}

const isProse = ({ text }: Block): boolean => /^[^\s#>|:<`~-]/.test(text);
/** Words, each a token, and what parts them. */
const wordsOf = (text: string): string[] => text.split(/(\s+)/);

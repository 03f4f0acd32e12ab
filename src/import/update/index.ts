/**
 * A manuscript whose source has grown: three texts, as it was imported last, as its author has it, and as the source is
 * now, made one. New chapters come in, what the source changed is taken where the author left it as it was, and what
 * the author changed stays.
 */
import { partsOf, textOf, type Block, type Chapter } from './blocks.js';
import { lengthOf, likeness, marksOf, matchChapters, matchTexts } from './chapters.js';
import { mergeFront, type MergedFront } from './front.js';
import { mergeBlocks, type Conflict, type Merged } from './merge.js';

export interface Texts {
  /** The manuscript as the last import wrote it; nothing where that was not kept. */
  base: string | undefined;
  ours: string;
  theirs: string;
  /** Depth of the headings of chapters. */
  depth: number;
}

/** A chapter that is worth a word, by its heading. */
export interface Told {
  heading: string;
  /** Line of the manuscript that it begins on. */
  line: number;
}

export interface Updated {
  text: string;
  front: Pick<MergedFront, 'taken' | 'conflicts' | 'isBroken'>;
  added: Told[];
  /** Chapters with paragraphs that the source changed, and how many. */
  changed: (Told & { count: number })[];
  /** Chapters that the source no longer has, or hardly any text of: kept. */
  gone: Told[];
  /** Headings of chapters that the author took out. */
  left: string[];
  /** Chapters that the source has at another place: kept where the author has them. */
  moved: boolean;
  conflicts: { line: number; kind: Conflict['kind'] }[];
}

/** A chapter on its way into the manuscript. */
interface Placed {
  blocks: Block[];
  /** Which of the source's chapters it is. */
  theirs?: number;
  taken: number;
  conflicts: Conflict[];
  state?: 'added' | 'gone';
}

/** How much of a chapter may go at once before it is taken for gone. */
const MOST_LOST = 0.5;

/** How much of the smaller of two manuscripts stands in the other, from 0 to 1. */
export const likenessOf = (some: string, others: string, depth: number): number =>
  likeness(partsOf(some, depth).chapters, partsOf(others, depth).chapters);

/** One text of three, line ends as LF. */
export function updated({ base, ours, theirs, depth }: Texts): Updated {
  const [own, other] = [partsOf(ours, depth), partsOf(theirs, depth)];
  const before = base === undefined ? sharedWith(own.chapters, theirs, depth) : partsOf(base, depth);
  const front = mergeFront(before.front, own.front, other.front);
  const inBase = matchChapters(other.chapters, before.chapters);
  const ofBase = new Map([...inBase].map(([t, b]) => [b, t]));
  const ownInBase = matchChapters(own.chapters, before.chapters);
  const has = new Set(other.chapters.flatMap((one) => [...marksOf(one)]));
  const placed: Placed[] = [];
  own.chapters.forEach((chapter, at) => {
    const b = ownInBase.get(at);
    const was = b === undefined ? undefined : before.chapters[b];
    const t = b === undefined ? undefined : ofBase.get(b);
    const is = t === undefined ? undefined : other.chapters[t];
    const one = was ? mergeChapter(chapter, was, is, has) : kept(chapter);
    if (one) placed.push(t === undefined ? one : { ...one, theirs: t });
  });
  const strangers = own.chapters.filter((_, at) => !ownInBase.has(at));
  addNew(placed, other.chapters, (t) => inBase.has(t) || isAmong(other.chapters[t], strangers));
  const ownOfBase = new Set(ownInBase.values());
  const left = other.chapters.flatMap(({ heading }, t) => {
    const b = inBase.get(t);
    return heading !== undefined && b !== undefined && !ownOfBase.has(b) ? [heading] : [];
  });
  const { text, ...rest } = told(front, placed);
  return { ...rest, text: text.trimEnd() === ours.trimEnd() ? ours : text, left, moved: isMoved(placed) };
}

/** What a text shares with the source, for want of the last import: nothing of it counts as changed there. */
function sharedWith(own: readonly Chapter[], theirs: string, depth: number): ReturnType<typeof partsOf> {
  const { front, chapters } = partsOf(theirs, depth);
  const found = matchChapters(chapters, own);
  return { front, chapters: chapters.filter((_, t) => found.has(t)) };
}

const kept = ({ blocks }: Chapter): Placed => ({ blocks, taken: 0, conflicts: [] });

/** A chapter of the last import as it is from now on; nothing where it stands in another of the source's now. */
function mergeChapter(
  own: Chapter,
  was: Chapter,
  is: Chapter | undefined,
  has: ReadonlySet<string>,
): Placed | undefined {
  const marks = [...marksOf(was)];
  const lost = marks.filter((mark) => !has.has(mark)).length / Math.max(1, marks.length);
  if (!is) {
    if (own.heading === undefined && own.blocks.length === 0) return kept(own);
    return lost <= MOST_LOST && keysOf(own) === keysOf(was) ? undefined : { ...kept(own), state: 'gone' };
  }
  if (lost > MOST_LOST && lengthOf(is) < lengthOf(was) * (1 - MOST_LOST))
    return { ...kept(own), state: 'gone' };
  return joined(
    mergeBlocks(headOf(was), headOf(own), headOf(is)),
    mergeBlocks(bodyOf(was), bodyOf(own), bodyOf(is)),
  );
}

/** A heading is merged by itself: what changes in it says nothing of the paragraph under it. */
const headOf = ({ heading, blocks }: Chapter): Block[] => (heading === undefined ? [] : blocks.slice(0, 1));
const bodyOf = ({ heading, blocks }: Chapter): Block[] => (heading === undefined ? blocks : blocks.slice(1));

const joined = (head: Merged, body: Merged): Merged => ({
  blocks: [...head.blocks, ...body.blocks],
  taken: head.taken + body.taken,
  conflicts: [
    ...head.conflicts,
    ...body.conflicts.map(({ at, kind }) => ({ at: at + head.blocks.length, kind })),
  ],
});

const keysOf = ({ blocks }: Chapter): string => blocks.map(({ key }) => key).join('\n');

/** Puts the source's new chapters after those that they follow there. */
function addNew(placed: Placed[], theirs: readonly Chapter[], isKnown: (t: number) => boolean): void {
  theirs.forEach((chapter, t) => {
    if (isKnown(t) || chapter.blocks.length === 0) return;
    const at = placed.reduce(
      (best, { theirs: of }, index) =>
        of !== undefined && of < t && of > (placed[best]?.theirs ?? -1) ? index : best,
      -1,
    );
    // What opens the text without a heading would become part of a chapter before it.
    const opens = chapter.heading !== undefined && isUnheaded(placed[0]);
    placed.splice(Math.max(at + 1, opens ? 1 : 0), 0, {
      ...kept(chapter),
      theirs: t,
      taken: chapter.blocks.length,
      state: 'added',
    });
  });
}

const isUnheaded = (one: Placed | undefined): boolean =>
  one?.blocks[0] !== undefined && !/^#{1,6}[ \t]/.test(one.blocks[0].text);

/** Whether the author has put a chapter in already. */
const isAmong = (chapter: Chapter | undefined, own: readonly Chapter[]): boolean =>
  chapter !== undefined &&
  (own.some((one) => keysOf(one) === keysOf(chapter)) || matchTexts([chapter], own).size > 0);

function isMoved(placed: readonly Placed[]): boolean {
  const order = placed.flatMap(({ theirs }) => theirs ?? []);
  return order.some((t, index) => t < (order[index - 1] ?? -1));
}

/** The text, and where in it stands what is worth a word. */
function told(front: MergedFront, placed: readonly Placed[]): Omit<Updated, 'left' | 'moved'> {
  const blocks = placed.flatMap((one) => one.blocks);
  const result: Omit<Updated, 'left' | 'moved'> = {
    text: textOf(front.text, blocks),
    front,
    added: [],
    changed: [],
    gone: [],
    conflicts: [],
  };
  let isFirst = true;
  let line = front.text.split('\n').length;
  for (const { blocks: own, state, taken, conflicts } of placed) {
    const lines: number[] = [];
    for (const { text, gap } of own) {
      if (isFirst) isFirst = false;
      else line += gap;
      lines.push(line);
      line += text.split('\n').length - 1;
    }
    const heading = /^#{1,6}[ \t]+(.*)/.exec(own[0]?.text ?? '')?.[1] ?? '';
    const tell: Told = { heading, line: lines[0] ?? line };
    if (state) result[state].push(tell);
    else if (taken > 0) result.changed.push({ ...tell, count: taken });
    for (const { at, kind } of conflicts) result.conflicts.push({ line: lines[at] ?? tell.line, kind });
  }
  return result;
}

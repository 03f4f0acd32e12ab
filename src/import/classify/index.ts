/**
 * What each block of a source is: the story's, its title, its author's word on it, or a site's.
 *
 * Nothing is left out but at the edges of a story or a chapter, where place and form agree. What is not sure stays in
 * the story, and says what it may be.
 */
import { isBreak } from '../breaks.js';
import { chaptersIn } from './chapters.js';
import { rowOf } from './classes.js';
import { decide, type Class, type Decision } from './decisions.js';
import { headOf } from './head.js';
import { isNamedHeading } from './headings.js';
import { labelOf } from './labels.js';
import { mayBeNote, noteLabel } from './notes.js';
import { gapsAreEven, usualGap } from './gaps.js';
import { storyStarts } from './split.js';
import { isPageLine } from './settled.js';
import { tailOf } from './tail.js';
import { SURE, titleConfidence } from './titles.js';
import type { Block, Extract, Role } from '../types.js';
import type { Stretch } from './walk.js';

/** The decisions for the blocks of a source, one each, in their order. */
export function classify({ blocks, facts, format }: Extract): Decision[] {
  const titled = facts.title !== undefined || blocks.some(({ role }) => role === 'title');
  const starts = titled ? [0] : storyStarts(blocks);
  const gap = format === 'text' && gapsAreEven(blocks) ? usualGap(blocks) : undefined;
  const decisions = starts.flatMap((from, index) => {
    const stretch = { blocks, from, to: starts[index + 1] ?? blocks.length };
    const own = storyDecisions(stretch, titled, gap);
    const [first] = own;
    if (first) first.opens = true;
    return own;
  });
  return withoutBubbles(decisions);
}

/** A `+` between paragraphs, which Wattpad leaves where readers comment; only where the paste is surely Wattpad's. */
function withoutBubbles(decisions: Decision[]): Decision[] {
  const isWattpad = decisions.some(
    ({ reason, confidence }) => reason.startsWith('wattpad:') && confidence > SURE,
  );
  if (!isWattpad) return decisions;
  return decisions.map((one) =>
    one.class === 'story' && one.block.text === '+'
      ? { ...one, class: 'furniture', reason: 'wattpad:bubble', confidence: 0.9 }
      : one,
  );
}

/** The decisions for one story: its head, its chapters each with a head and a tail. */
function storyDecisions(stretch: Stretch, titled: boolean, gap: number | undefined): Decision[] {
  const { blocks, from, to } = stretch;
  const head = headOf(stretch, titled);
  const start = from + head.length;
  const page = head.filter(isPageLine);
  const chapters = chaptersIn({ blocks, from: start, to });
  const cuts = [...chapters.keys()];
  const firstCut = cuts[0] ?? to;
  const opening = firstCut > start ? body({ blocks, from: start, to: firstCut }, gap, page) : [];
  const rest = cuts.flatMap((at, index) => {
    const heading = chapters.get(at) as Decision;
    const end = cuts[index + 1] ?? to;
    const chapterHead = headOf({ blocks, from: at + 1, to: end }, true, page.length > 0);
    const own = [...page, ...chapterHead.filter(isPageLine)];
    return [
      heading,
      ...chapterHead,
      ...body({ blocks, from: at + 1 + chapterHead.length, to: end }, gap, own),
    ];
  });
  const named = head.find(
    ({ class: of, reason, block }) => of === 'title' && reason === 'page:title' && isNamedHeading(block),
  );
  // The heading of the first of several chapters is no title, and one that comes again stands in the page's menu.
  const isAgain = named !== undefined && rest[0]?.block.text === named.block.text;
  if (named && isAgain) Object.assign(named, { class: 'furniture', reason: 'title:again' });
  else if (named && cuts.length > 0) named.class = 'chapter';
  const untitled = !titled && !head.some(({ class: of, facts }) => of === 'title' || facts?.title);
  const [only] = rest;
  if (untitled && cuts.length === 1 && firstCut === start && only && NAMED_CHAPTER.test(only.block.text))
    return [...head, { ...only, class: 'title', reason: 'only-chapter' }, ...rest.slice(1)];
  return [...head, ...(untitled ? withMaybeTitle(opening) : opening), ...rest];
}

/** `Chapter 5: Ghosts`; alone in its file, it is the title. */
const NAMED_CHAPTER = /^(?:chapter|ch\.?|part)\s*\S+?\s*[:.\u2013\u2014-]\s*\p{L}/iu;

/** The blocks of a chapter after its head. */
function body({ blocks, from, to }: Stretch, gap: number | undefined, page: readonly Decision[]): Decision[] {
  const tail = tailOf({ blocks, from, to }, page);
  const end = to - tail.length;
  const inner = blocks
    .slice(from, end)
    .map((block, index) =>
      inside(block, index === 0 ? undefined : blocks[from + index - 1], blocks[from + index + 1], gap),
    );
  return [...inner, ...tail];
}

/** Roles of blocks within a story. */
const ROLE_CLASSES: Partial<Record<Role, Class>> = {
  'scene-break': 'scene-break',
  'note-before': 'note-before',
  'note-after': 'note-after',
  summary: 'summary',
  metadata: 'metadata',
  furniture: 'furniture',
  dedication: 'dedication',
  author: 'author',
};

/** A block within a story: its own, unless it breaks the scene. */
function inside(
  block: Block,
  before: Block | undefined,
  next: Block | undefined,
  gap: number | undefined,
): Decision {
  const role = block.role && ROLE_CLASSES[block.role];
  if (role) return decide(block, role, 'markup');
  const isApart = gap === 0 || !next || (block.gap > 0 && next.gap > 0) || !/[\p{L}\p{N}]/u.test(block.text);
  if (block.content === undefined && before && isApart && isBreak(block))
    return decide(block, 'scene-break', 'break', 0.95);
  const maybe = maybeOf(block, before);
  const wide = gap !== undefined && before !== undefined && isWide(block.gap, gap);
  return decide(
    block,
    'story',
    wide ? 'gap' : 'story',
    1,
    maybe ? { maybe: maybe.class, reason: maybe.reason, confidence: 0.5 } : {},
  );
}

/** What a block within a story may be instead: a line that only sites have, a note with its label. */
function maybeOf(block: Block, before: Block | undefined): { class: Class; reason: string } | undefined {
  if (block.text.length > 1000) return undefined;
  if (mayBeNote(block.text) || (before === undefined && noteLabel(block.text) !== undefined))
    return { class: 'note-before', reason: 'note:label' };
  const row = rowOf(block.text, 'tail') ?? rowOf(block.text, 'head');
  if (row && (!row.weak || (before === undefined && !row.id.startsWith('nav:'))))
    return { class: 'furniture', reason: row.id };
  const label = before === undefined ? labelOf(block)?.label : undefined;
  return label?.is === 'decisive' ? { class: 'metadata', reason: `label:${label.key}` } : undefined;
}

/** The first line of a story without a title, where it looks like one. */
function withMaybeTitle(opening: Decision[]): Decision[] {
  const [first, second] = opening;
  if (first?.class !== 'story' || !second) return opening;
  const confidence = titleConfidence(first.block, {
    next: second.block,
    afterHead: false,
    beforeHead: false,
  });
  if (confidence < SURE / 2) return opening;
  return [{ ...first, maybe: 'title', reason: 'title', confidence }, ...opening.slice(1)];
}

/** A gap that is larger than the text's usual one breaks the scene. */
const isWide = (gap: number, usual: number): boolean => usual >= 1 && gap >= usual + 2;

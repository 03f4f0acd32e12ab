/**
 * What each block of a source is: the story's, its title, its author's word on it, or a site's.
 *
 * A page is read as a whole: where its story begins and ends (`edges.ts`) first, by everything that is seen of its
 * lines (`lines.ts`) at a price (`prices.ts`); what the lines round it are (`roles.ts`) afterwards. What is not sure
 * stays in the story, and says what it may be.
 */
import { lettersOf } from '../../text/compare.js';
import { isBreak } from '../breaks.js';
import { insideOf, sureRowOf, type Row } from '../sites/index.js';
import type { Block, Extract, Role } from '../types.js';
import { chaptersIn } from './chapters.js';
import { decide, type Class, type Decision } from './decisions.js';
import { footOf, headOf } from './edges.js';
import { gapsAreEven, usualGap } from './gaps.js';
import { isNamedHeading, isPointOfView } from './headings.js';
import { labelOf } from './labels.js';
import { pageOf, PARAGRAPH, type Page, type Stretch } from './page.js';
import { mayBeNote, noteLabel } from './notes.js';
import { wordsToReaders } from './readers.js';
import { storyStarts } from './split.js';
import { titleForm } from './titles.js';

/** The decisions for the blocks of a source, one each, in their order. */
export function classify({ blocks, facts, format }: Extract): Decision[] {
  const titled = facts.title !== undefined || blocks.some(({ role }) => role === 'title');
  const starts = titled ? [0] : storyStarts(blocks);
  const gap = format === 'text' && gapsAreEven(blocks) ? usualGap(blocks) : undefined;
  return starts.flatMap((from, index) => {
    const stretch = { blocks, from, to: starts[index + 1] ?? blocks.length };
    const own = storyDecisions(stretch, titled, gap);
    const [first] = own;
    if (first) first.opens = true;
    return own;
  });
}

/** The decisions for one story: its head, its chapters each with a head and a foot. */
function storyDecisions(stretch: Stretch, titled: boolean, gap: number | undefined): Decision[] {
  const { blocks, from, to } = stretch;
  const page = pageOf(stretch, { titled });
  const sites = [...page.sites];
  const read = headOf(page, titled);
  const start = from + read.length;
  const chapters = chaptersIn({ blocks, from: start, to });
  const cuts = [...chapters.keys()];
  const firstCut = cuts[0] ?? to;
  const head = settledTitle(
    read,
    titled,
    cuts.filter((at) => !isPointOfView(blocks[at] as Block)).length,
    blocks[firstCut],
  );
  const opening = firstCut > start ? body({ blocks, from: start, to: firstCut }, gap, sites) : [];
  const rest = cuts.flatMap((at, index) => {
    const heading = chapters.get(at) as Decision;
    const own = { blocks, from: at + 1, to: cuts[index + 1] ?? to };
    const chapterHead = headOf(pageOf(own, { known: sites, titled: true }), true);
    return [heading, ...chapterHead, ...body({ ...own, from: at + 1 + chapterHead.length }, gap, sites)];
  });
  const [first] = opening;
  if (first && isChapterTitle(first, blocks[start + 1], head, cuts.length))
    opening[0] = decide(first.block, 'chapter', 'page:chapter', 0.9);
  const isTitled =
    titled || head.some(({ class: of, facts: said }) => of === 'title' || said?.['title'] !== undefined);
  const [only] = rest;
  if (!isTitled && cuts.length === 1 && opening.length === 0 && only && NAMED_CHAPTER.test(only.block.text))
    return [...head, { ...only, class: 'title', reason: 'only-chapter' }, ...rest.slice(1)];
  return [...head, ...opening, ...rest];
}

/**
 * Whether a line is its chapter's title: it has the form of one, and stands alone between a site's own lines, under the
 * title of the story, and a paragraph.
 */
function isChapterTitle(
  { block, class: of, maybe }: Decision,
  next: Block | undefined,
  head: readonly Decision[],
  chapters: number,
): boolean {
  const last = head.at(-1);
  const row = last && sureRowOf(last.block.text);
  return (
    of === 'story' &&
    maybe === undefined &&
    chapters === 0 &&
    block.role === undefined &&
    head.some(({ class: one }) => one === 'title') &&
    row !== undefined &&
    row.opens === undefined &&
    block.gap > 0 &&
    next !== undefined &&
    next.gap > 0 &&
    next.text.length >= PARAGRAPH / 2 &&
    titleForm(block.text) >= OF_TITLES
  );
}
/** The form of a line in which every word but the small ones has a capital. */
const OF_TITLES = 3;

/** `Chapter 5: Ghosts`; alone in its file, it is the title. */
const NAMED_CHAPTER =
  /^(?:chapter|ch\.?|part|prologue|epilogue|cap[i\u00ED]tulo|chapitre|kapitel|volume \d+ chapter)\s*\S*?\s*[:.,\u2013\u2014-]\s*["\u201C]?[\p{L}\p{N}]/iu;

/** A head whose one heading is the title where nothing else is; the heading of the first of several chapters is none. */
function settledTitle(head: Decision[], titled: boolean, others: number, next?: Block): Decision[] {
  const title = head.find(({ class: of, reason }) => of === 'title' && reason === 'title');
  if (title && isNamedHeading(title.block) && others > 0)
    return head.map((one) => (one === title ? { ...one, class: 'chapter' } : one));
  const headings = head.filter(
    ({ class: of, block }) => (of === 'chapter' || of === 'part') && !isPointOfView(block),
  );
  const isSaid =
    titled || head.some(({ class: of, facts }) => of === 'title' || facts?.['title'] !== undefined);
  const [only] = headings;
  const after = only && head[head.indexOf(only) + 1];
  const isCounted = after?.reason === 'counts' || after?.reason === 'wattpad:counts';
  const isTitle = only !== undefined && (isCounted || NAMED_CHAPTER.test(only.block.text));
  // A site's name of a page, with what it counts under it, and the author's own heading below: one of the two is enough.
  if (!isSaid && isCounted && headings.length === 1 && isSameHeading(only, next))
    return head.map((one) => (one === only ? { ...one, class: 'title', reason: 'counts' } : one));
  if (isSaid || headings.length !== 1 || others > 0 || !isTitle) return head;
  return head.map((one) => (one === only ? { ...one, class: 'title', reason: 'only-chapter' } : one));
}

/** Whether two headings are one, whatever marks stand at their ends. */
const isSameHeading = (one: Decision | undefined, other: Block | undefined): boolean =>
  one !== undefined && other !== undefined && lettersOf(one.block.text) === lettersOf(other.text);

/** The blocks of a chapter after its head. */
function body(stretch: Stretch, gap: number | undefined, sites: readonly string[]): Decision[] {
  const { blocks, from, to } = stretch;
  const page = pageOf(stretch, { known: sites, titled: true });
  const foot = footOf(page);
  const inner = blocks
    .slice(from, to - foot.length)
    .map((block, index) =>
      inside(
        block,
        index === 0 ? undefined : blocks[from + index - 1],
        blocks[from + index + 1],
        gap,
        page,
        index < NEAR || index >= to - foot.length - from - NEAR,
      ),
    );
  return [...inner, ...foot];
}

/** How many blocks at either end of a chapter are asked about where they speak to readers. */
const NEAR = 4;

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

/** A block within a story: its own, unless it breaks the scene or a site put it there. */
function inside(
  block: Block,
  before: Block | undefined,
  next: Block | undefined,
  gap: number | undefined,
  page: Page,
  isNear: boolean,
): Decision {
  const role = block.role && ROLE_CLASSES[block.role];
  if (role) return decide(block, role, 'markup');
  const isApart = gap === 0 || !next || (block.gap > 0 && next.gap > 0) || !/[\p{L}\p{N}]/u.test(block.text);
  if (block.content === undefined && before && isApart && isBreak(block))
    return decide(block, 'scene-break', 'break', 0.95);
  const inserted = insideOf(block.text);
  if (inserted && isInserted(inserted, block, page)) return decide(block, 'furniture', inserted.id, 0.9);
  const maybe = maybeOf(block, before, isNear);
  const wide = gap !== undefined && before !== undefined && isWide(block.gap, gap);
  return decide(
    block,
    'story',
    wide ? 'gap' : 'story',
    1,
    maybe ? { maybe: maybe.class, reason: maybe.reason, confidence: 0.5 } : {},
  );
}

/** Whether a line that a site puts into stories is the site's here: a word that stories have too needs its witnesses. */
const isInserted = ({ id, weak }: Row, { text }: Block, { advertisements, sites }: Page): boolean =>
  id === 'nav:advertisement'
    ? advertisements > 1 || text.endsWith('s')
    : !weak || sites.has(id.split(':')[0] ?? '');

/** What a block within a story may be instead: a line that only sites have, a note with its label. */
function maybeOf(
  block: Block,
  before: Block | undefined,
  isNear: boolean,
): { class: Class; reason: string } | undefined {
  if (block.text.length > 1000) return undefined;
  if (mayBeNote(block.text) || (before === undefined && noteLabel(block.text) !== undefined))
    return { class: 'note-before', reason: 'note:label' };
  const row = sureRowOf(block.text);
  if (isNear && /^https?:\/\/\S+$/.test(block.text)) return { class: 'furniture', reason: 'page:address' };
  if (row) return { class: 'furniture', reason: row.id };
  if (isNear && wordsToReaders(block.text) >= 2) return { class: 'note-before', reason: 'note:words' };
  const label = labelOf(block)?.label;
  if (label?.is === 'decisive' && before === undefined)
    return { class: 'metadata', reason: `label:${label.key}` };
  return undefined;
}

/** A gap that is larger than the text's usual one breaks the scene. */
const isWide = (gap: number, usual: number): boolean => usual >= 1 && gap >= usual + 2;

/** What stands before a story or a chapter: furniture, labels, notes, the title; up to the first line that is none. */
import { rowOf } from './classes.js';
import { decide, type Class, type Decision } from './decisions.js';
import { noteExtent, noteLabelAt } from './extent.js';
import { continuation, label, value } from './head-labels.js';
import { headingOf } from './headings.js';
import { ffnFacts, labelOf, mailFacts, mailHeader } from './labels.js';
import { isPageLine, settled } from './settled.js';
import { again, byline, dedication, isCountAt, separator, title, titlePage } from './head-titles.js';
import { contents, inPage, pageByline, pageHeadOf, rowFacts } from './page-heads.js';
import type { Block, Role } from '../types.js';
import type { Step, Stretch, Walk } from './walk.js';

/** The most blocks of a head: no archive says more of a story. */
const MOST = 500;
/** How far into a stretch `Work Text:` of an archive's page is looked for. */
const FAR = 200;
/**
 * The decisions for the blocks at the head of a stretch, in order. `titled`: it has its title from elsewhere, or is a
 * chapter's, which has its heading. `isPage`: its site is known.
 */
export function headOf({ blocks, from, to }: Stretch, titled: boolean, isPage = false): Decision[] {
  const anchor = anchorIn(blocks, from, to);
  const page = titled || anchor !== undefined ? undefined : pageHeadOf({ blocks, from, to });
  const isTitled = [...(page?.places.values() ?? [])].some(({ class: of }) => of === 'title');
  const walk: Walk = {
    blocks,
    from,
    to,
    at: from,
    found: [],
    untitled: !titled && !isTitled,
    isPage,
    anchor,
    page,
  };
  while (walk.found.length < MOST) {
    const block = walk.at < to ? blocks[walk.at] : undefined;
    const taken =
      block &&
      STEPS.map((step) => () => step(walk, block)).reduce<Decision[] | undefined>(
        (first, step) => first ?? step(),
        undefined,
      );
    if (!taken || taken.length === 0) break;
    walk.found.push(...taken);
    walk.at += taken.length;
  }
  return settled(withoutDocument(walk), page ? page.last + 1 - from : 0);
}

/** Labels that go on into one that is none of the story's are a document's in it, all of them. */
function withoutDocument({ blocks, at, found }: Walk): readonly Decision[] {
  const next = blocks[at];
  if (next?.gap !== 0 || labelOf(next) === undefined || !found.at(-1)?.reason.startsWith('label:'))
    return found;
  const first = found.findLastIndex(({ block }) => block.gap > 0);
  return found.slice(0, Math.max(first, 0));
}

const byRole: Step = (_, block) => {
  const { role } = block;
  if (role === undefined) return undefined;
  const of = ROLE_CLASSES[role];
  return of === undefined ? [] : [decide(block, of, 'markup')];
};

/** Roles that stand before a story. */
const ROLE_CLASSES: Partial<Record<Role, Class>> = {
  title: 'title',
  author: 'author',
  summary: 'summary',
  'note-before': 'note-before',
  dedication: 'dedication',
  metadata: 'metadata',
  furniture: 'furniture',
};

const furniture: Step = (walk, block) => {
  const row = rowOf(block.text, 'head');
  if (!row) return undefined;
  walk.open = undefined;
  const facts = rowFacts(block);
  if (facts['title']) walk.untitled = false;
  const isSure = row.weak !== true || isCountAt(walk.blocks, walk.at);
  return [decide(block, 'furniture', row.id, isSure ? 0.95 : 0.6, { facts })];
};

const mail: Step = ({ blocks, at, to }) => {
  const count = mailHeader(blocks, at, to);
  if (count === 0) return undefined;
  return blocks
    .slice(at, at + count)
    .map((block) => decide(block, 'metadata', 'mail:header', 1, { facts: mailFacts(block) }));
};

const facts: Step = (_, block) => {
  const found = ffnFacts(block);
  return found && [decide(block, 'metadata', 'ffn:facts', 1, { facts: found })];
};

/** What FanFiction.net shows between the byline and its line of facts. */
const abstract: Step = ({ blocks, at, to }, block) =>
  blocks.slice(at + 1, Math.min(to, at + 3)).some(ffnFacts)
    ? [decide(block, 'summary', 'ffn:summary', 0.9)]
    : undefined;

const isOfPage = ({ isPage, anchor, page, found }: Walk): boolean =>
  isPage || anchor !== undefined || page !== undefined || found.some(isPageLine);

/** `Summary` or `Notes` alone on its line of a page, and what it names. */
const heading: Step = (walk, block) => {
  const next = walk.at + 1 < walk.to ? walk.blocks[walk.at + 1] : undefined;
  const [, chapter, word = ''] = /^(Chapter )?(Summary|Notes)$/i.exec(block.text) ?? [];
  if (word === '' || !next || !isOfPage(walk)) return undefined;
  const of = chapter === undefined && /^s/i.test(word) ? 'summary' : 'note-before';
  return [decide(block, 'label', 'page:label', 0.9), decide(next, of, 'page:label', 0.9)];
};

const note: Step = (walk, block) => {
  const isBorne = isOfPage(walk);
  const found = noteLabelAt(block, isBorne);
  if (found === undefined) return undefined;
  walk.open = undefined;
  const count = noteExtent(walk.blocks, walk.at, walk.anchor ?? walk.to);
  return walk.blocks
    .slice(walk.at, walk.at + count)
    .map((one, index) =>
      decide(one, 'note-before', 'note:label', 0.9, index === 0 ? { label: found.length } : {}),
    );
};

/** What else stands before `Work Text:`: the author's name under the title, a line of the page. */
const before: Step = (walk, block) => {
  if (walk.page && walk.at <= walk.page.last) return [decide(block, 'furniture', 'page:head', 0.8)];
  if (walk.anchor === undefined || walk.at > walk.anchor) return undefined;
  const last = walk.found.at(-1);
  if (last?.class === 'author' && /^For \S.{0,80}\.$/.test(block.text))
    return [decide(block, 'dedication', 'ao3:gift', 0.9)];
  if (last?.class === 'title' && block.text.length < 80)
    return [decide(block, 'author', 'byline', 0.9, { facts: { author: block.text.split(/, /) } })];
  if (last?.class === 'note-before' || last?.class === 'summary')
    return [decide(block, last.class, last.reason, 0.9)];
  return [decide(block, 'furniture', 'ao3:page', 0.8)];
};

const chapter: Step = (_, block) => {
  const heading = headingOf(block);
  return heading && (heading.bare === undefined || block.gap > 0) ? [] : undefined;
};

const STEPS: readonly Step[] = [
  byRole,
  inPage,
  contents,
  chapter,
  furniture,
  again,
  heading,
  mail,
  facts,
  label,
  continuation,
  note,
  title,
  pageByline,
  byline,
  titlePage,
  abstract,
  dedication,
  separator,
  value,
  before,
];

/** Where `Work Text:` stands after an archive's labels. */
function anchorIn(blocks: readonly Block[], from: number, to: number): number | undefined {
  let labels = 0;
  for (let at = from; at < Math.min(to, from + FAR); at += 1) {
    const block = blocks[at] as Block;
    if (labels >= 2 && rowOf(block.text, 'head')?.id === 'ao3:anchor') return at;
    if (labelOf(block)?.label.is === 'decisive') labels += 1;
  }
  return undefined;
}

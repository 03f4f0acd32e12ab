/** What stands before a story or a chapter: furniture, labels, notes, the title; up to the first line that is none. */
import { isBreak } from './breaks.js';
import { rowOf } from './classes.js';
import { decide, type Class, type Decision } from './decisions.js';
import { isCount } from './counts.js';
import { noteExtent, noteLabelAt } from './extent.js';
import { continuation, label, value } from './head-labels.js';
import { headingOf } from './headings.js';
import { breadcrumbFacts, ffnFacts, labelOf, mailFacts, mailHeader } from './labels.js';
import { noteLabel } from './notes.js';
import { isPageLine, settled } from './settled.js';
import { bylineOf, isDedication, SURE, titleConfidence } from './titles.js';
import { pageHead, contents } from './page-heads.js';
import type { Block, Role } from './types.js';
import type { Step, Stretch, Walk } from './walk.js';

/** How far into a stretch `Work Text:` of an archive's page is looked for. */
const FAR = 200;
/**
 * The decisions for the blocks at the head of a stretch, in order. `titled`: it has its title from elsewhere, or is a
 * chapter's, which has its heading. `isPage`: its site is known.
 */
export function headOf({ blocks, from, to }: Stretch, titled: boolean, isPage = false): Decision[] {
  const walk: Walk = {
    blocks,
    from,
    to,
    at: from,
    found: [],
    untitled: !titled,
    isPage,
    anchor: anchorIn(blocks, from, to),
  };
  for (;;) {
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
  return settled(walk.found);
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
  const facts = row.id === 'ffn:breadcrumb' ? breadcrumbFacts(block) : undefined;
  if (facts?.title) walk.untitled = false;
  const isSure = row.weak !== true || isCountAt(walk.blocks, walk.at);
  return [decide(block, 'furniture', row.id, isSure ? 0.95 : 0.6, facts ? { facts } : {})];
};

/** Whether a line right under another counts reads, votes and comments. */
const isCountAt = (blocks: readonly Block[], at: number): boolean =>
  at > 0 && blocks[at]?.gap === 0 && isCount(blocks[at]?.text ?? '');

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

const note: Step = (walk, block) => {
  const isBorne = walk.isPage || walk.anchor !== undefined || walk.found.some(isPageLine);
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

const byline: Step = (walk, block) => {
  const name = bylineOf(block);
  if (name === undefined || walk.untitled) return undefined;
  return [decide(block, 'author', 'byline', 0.9, { facts: { author: [name] } })];
};

const dedication: Step = (walk, block) => {
  const next = walk.blocks[walk.at + 1];
  const apart = !walk.untitled && next !== undefined && next.gap > 0;
  return apart && isDedication(block) ? [decide(block, 'dedication', 'dedication', 0.9)] : undefined;
};

const title: Step = (walk, block) => {
  if (!walk.untitled || (walk.anchor !== undefined && walk.open)) return undefined;
  const next = walk.blocks[walk.at + 1];
  const confidence = titleConfidence(block, {
    next,
    afterHead: walk.found.some(({ class: of }) => of !== 'label'),
    beforeHead:
      walk.anchor !== undefined ||
      (next !== undefined && beginsHead(next)) ||
      isCountAt(walk.blocks, walk.at + 1),
    isNamed: isNamed(walk.blocks, walk.at + 1),
  });
  if (confidence < SURE) return undefined;
  walk.untitled = false;
  return [decide(block, 'title', 'title', confidence)];
};

/** Whether a line right under another says that it is a title: a byline, a label of the author's, counts. */
function isNamed(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.gap !== 0) return false;
  return (
    bylineOf(block) !== undefined ||
    labelOf(block)?.label.key === 'author' ||
    rowOf(block.text, 'head')?.id === 'wattpad:counts' ||
    isCountAt(blocks, at)
  );
}

const beginsHead = (block: Block): boolean =>
  bylineOf(block) !== undefined ||
  noteLabel(block.text) !== undefined ||
  labelOf(block)?.label.is === 'decisive' ||
  headingOf(block) !== undefined ||
  ffnFacts(block) !== undefined ||
  (rowOf(block.text, 'head')?.weak !== true && rowOf(block.text, 'head') !== undefined);

const separator: Step = (walk, block) =>
  walk.found.length > 0 && isBreak(block) ? [decide(block, 'scene-break', 'rule', 0.6)] : undefined;

/** What else stands before `Work Text:`: the author's name under the title, a line of the page. */
const before: Step = (walk, block) => {
  if (walk.anchor === undefined || walk.at > walk.anchor) return undefined;
  const last = walk.found.at(-1);
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
  pageHead,
  contents,
  chapter,
  furniture,
  mail,
  facts,
  label,
  continuation,
  note,
  title,
  byline,
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

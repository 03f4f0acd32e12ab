/** The steps through what names a story: its title, its byline, its dedication, the rules round them. */
import { isBreak } from '../breaks.js';
import { rowOf, sitesOf } from './classes.js';
import { isCount } from './counts.js';
import { decide } from './decisions.js';
import { isDedication } from './dedications.js';
import { headingOf } from './headings.js';
import { ffnFacts, labelOf } from './labels.js';
import { noteLabel } from './notes.js';
import { bylineOf, SURE, titleConfidence } from './titles.js';
import type { Block } from '../types.js';
import type { Step, Walk } from './walk.js';

/** The title once more, as downloads have it. */
export const again: Step = ({ found }, block) =>
  found.some(({ class: of, block: { text } }) => of === 'title' && text === block.text)
    ? [decide(block, 'furniture', 'title:again', 0.9)]
    : undefined;

/** `by Mary Reed` under a title. */
export const byline: Step = (walk, block) => {
  const name = bylineOf(block, walk.blocks[walk.at + 1]);
  if (name === undefined || walk.untitled) return undefined;
  return [decide(block, 'author', 'byline', 0.9, { facts: { author: [name] } })];
};

/** A dedication between the title and the story. */
export const dedication: Step = (walk, block) => {
  const next = walk.blocks[walk.at + 1];
  const apart = !walk.untitled && next !== undefined && next.gap > 0;
  const isPage = apart && /^to\s/i.test(block.text) ? headingOf(next) !== undefined || isBreak(next) : apart;
  return isPage && isDedication(block) ? [decide(block, 'dedication', 'dedication', 0.9)] : undefined;
};

/** The title, alone on its line. */
export const title: Step = (walk, block) => {
  if (!walk.untitled || (walk.anchor !== undefined && walk.open)) return undefined;
  const next = walk.blocks[walk.at + 1];
  const confidence = titleConfidence(block, {
    next,
    afterHead: walk.found.some(({ class: of }) => of !== 'label'),
    beforeHead:
      walk.anchor !== undefined ||
      (next !== undefined && beginsHead(next)) ||
      isCountAt(walk.blocks, walk.at + 1),
    isNamed: isNamed(walk.blocks, walk.at + 1) || isFramed(walk) || isPosted(walk),
  });
  if (confidence < SURE) return undefined;
  walk.untitled = false;
  return [decide(block, 'title', 'title', confidence)];
};

/** Whether the same rule stands above and below a line. */
function isFramed({ blocks, at, found }: Walk): boolean {
  const [above, below] = [blocks[at - 1], blocks[at + 1]];
  return (
    found.at(-1)?.class === 'scene-break' &&
    below !== undefined &&
    isBreak(below) &&
    below.text === above?.text
  );
}

/** Whether Reddit's line of who posted it stands above a line apart, or one with a flair under it: that is the title. */
function isPosted({ found, blocks, at }: Walk): boolean {
  const next = blocks[at + 1];
  if (!next || !POSTED.test(found.at(-1)?.block.text ?? '')) return false;
  return next.gap > 0 || sitesOf(next.text, 'head').includes('reddit');
}
const POSTED = /^(?:\u2022 ?)?posted by u\//i;

/** Whether a line right under another says that it is a title: a byline, a label of the author's, counts. */
function isNamed(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.gap !== 0) return false;
  return (
    bylineOf(block, blocks[at + 1]) !== undefined ||
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

/** A rule between what stands before a story. */
export const separator: Step = (walk, block) => {
  const framed = walk.blocks[walk.at + 2];
  const isFrame = walk.untitled && framed !== undefined && isBreak(framed) && framed.text === block.text;
  return isBreak(block) && (walk.found.length > 0 || isFrame)
    ? [decide(block, 'scene-break', 'rule', 0.6)]
    : undefined;
};

/** The writer's name alone between the title and a dedication, as title pages have it. */
export const titlePage: Step = ({ blocks, at, found }, block) => {
  const next = blocks[at + 1];
  const isName = /^(?:\p{Lu}[\p{L}.'\u2019-]* ){1,3}\p{Lu}[\p{L}'\u2019-]+$/u.test(block.text);
  return isName &&
    found.at(-1)?.class === 'title' &&
    next &&
    block.gap > 0 &&
    next.gap > 0 &&
    isDedication(next)
    ? [decide(block, 'author', 'title-page', 0.9, { facts: { author: [block.text] } })]
    : undefined;
};

/** Whether a line right under another counts reads, votes and comments. */
export const isCountAt = (blocks: readonly Block[], at: number): boolean =>
  at > 0 && blocks[at]?.gap === 0 && isCount(blocks[at]?.text ?? '');

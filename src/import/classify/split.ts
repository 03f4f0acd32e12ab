/** Where the stories of one file begin. */
import { isBreak } from '../breaks.js';
import { rowOf } from '../sites/index.js';
import { headingOf } from './headings.js';
import { labelOf } from './labels.js';
import { noteLabel } from './notes.js';
import { bylineOf, titleForm } from './titles.js';
import type { Block } from '../types.js';

const THE_END = /^[\s*~_([<-]*(?:the end|fin|finis|end|owari)[\s.!*~_)\]>-]*$/i;
/** How many blocks lie between a story's end and the next one's title at the most: rules, furniture. */
const BETWEEN = 4;

/** The index of each story's first block; the first is 0. */
export function storyStarts(blocks: readonly Block[]): number[] {
  const starts = [0];
  const bylines = new Set(bylinesUnderTitles(blocks));
  let isStory = false;
  for (let at = 1; at < blocks.length - 1; at += 1) {
    isStory ||= isProse(blocks[at - 1] as Block);
    const from = starts.at(-1) ?? 0;
    const block = blocks[at] as Block;
    if (at - from < 2 || block.text.length > LONGEST) continue;
    const opens =
      (isTitleLabel(block) && isStory && isNewHeader(blocks, at)) ||
      (isTitle(blocks, at) && endsBefore(blocks, at, from)) ||
      (bylines.size >= 2 && bylines.has(at));
    if (!opens) continue;
    starts.push(at);
    isStory = false;
  }
  return starts;
}

const LONGEST = 200;

const isTitleLabel = (block: Block): boolean =>
  block.role === undefined && labelOf(block)?.label.key === 'title';

/** Whether another label of an archive stands near a title's: a story may hold `Title: …` once. */
const isNewHeader = (blocks: readonly Block[], at: number): boolean =>
  blocks.slice(at + 1, at + 4).some((block) => labelOf(block)?.label.is !== undefined);

/** Whether a block is a story's: longer than a line, and no label. */
const isProse = (block: Block): boolean => block.text.length > 80 && labelOf(block) === undefined;

const isTitle = (blocks: readonly Block[], at: number): boolean => {
  const block = blocks[at] as Block;
  const next = blocks[at + 1];
  if (block.gap === 0 && rowOf(blocks[at - 1]?.text ?? '', 'tail') === undefined) return false;
  if (headingOf(block) || isBreak(block) || rowOf(block.text, 'tail') || rowOf(block.text, 'head'))
    return false;
  const beforeHead =
    next !== undefined &&
    rowOf(next.text, 'head')?.weak === undefined &&
    rowOf(next.text, 'head') !== undefined;
  return (
    next !== undefined &&
    titleForm(block.text) + (beforeHead ? 1 : 0) + (next.gap > 0 || beforeHead ? 0 : -2) >= 2
  );
};

/** Whether a story says right before a place that it ends: in words, or with the foot of its site. */
function endsBefore(blocks: readonly Block[], at: number, from: number): boolean {
  for (let index = at - 1; index > Math.max(from, at - BETWEEN); index -= 1) {
    const block = blocks[index] as Block;
    if (THE_END.test(block.text) || rowOf(block.text, 'tail')?.id === 'wattpad:slogan') return true;
    if (passesOn(block, blocks[at] as Block)) return true;
    if (!isBreak(block) && rowOf(block.text, 'tail') === undefined) return false;
  }
  return false;
}

/** Whether a note tells of the next story, and a title stands well apart from it. */
const passesOn = (note: Block, title: Block): boolean =>
  title.gap >= 2 && noteLabel(note.text) !== undefined && NEXT_STORY.test(note.text);
const NEXT_STORY = /\b(?:next|second|other|following) (?:one|story|fic|one-?shot|drabble|prompt)\b/i;

/** Titles that a byline stands under, with a gap or a rule before. */
function bylinesUnderTitles(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    if (!next || next.text.length > LONGEST || bylineOf(next) === undefined || next.gap > 1) return [];
    const isApart = at === 0 || block.gap >= 2 || isBreak(blocks[at - 1] as Block);
    return isApart && titleForm(block.text) >= 1.5 ? [at] : [];
  });
}

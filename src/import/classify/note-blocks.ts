/**
 * Notes of several paragraphs: those between an edge of the text and a wide gap or a rule, where one of them is surely
 * to the readers and none is a story's. What a single paragraph would not show, its neighbours do.
 */
import { isBreak } from '../breaks.js';
import { rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { isNamedHeading, isPointOfView } from './headings.js';
import { labelOf } from './labels.js';
import { noteLabel, SIGNATURE } from './notes.js';
import { isStopped, LINE, PARAGRAPH, type Page, type Side } from './page.js';
import { isSpeech, isThin, mayBeOfNote, OTHERS, PERSON, speaksToReaders, wordsToReaders } from './readers.js';

/** How far from an edge such a note ends, in lines, and how many of them it has at the most. */
const [FAR, MOST] = [24, 10];
/** How much its paragraphs say to readers together, and one of them by itself, at the least. */
const [ENOUGH, SURE] = [3, 2];

const known = { head: new WeakMap<Page, Set<number>>(), foot: new WeakMap<Page, Set<number>>() };

/** Whether a paragraph is of a note that a wide gap or a rule parts from the story. */
export function isOfNoteBlock(page: Page, at: number, side: Side): boolean {
  let found = known[side].get(page);
  if (!found) known[side].set(page, (found = side === 'head' ? headBlocks(page) : footBlock(page)));
  return found.has(at);
}

/** Whether more than usual parts a line from the one above it, or a chapter begins with it. */
const isParted = ({ blocks, usual }: Page, at: number): boolean =>
  (blocks[at]?.gap ?? 0) > usual || isBreak(blocks[at - 1] as Block) || isChapter(blocks[at] as Block);

const isChapter = (block: Block): boolean => isNamedHeading(block) && !isPointOfView(block);

function headBlocks(page: Page): Set<number> {
  const { blocks, from, to } = page;
  const found = new Set<number>();
  for (let at = from + 1; at < Math.min(to, from + FAR); at += 1) {
    if (!isParted(page, at)) continue;
    const end = isBreak(blocks[at - 1] as Block) ? at - 1 : at;
    let first = end;
    while (first > from && mayBeOfIt(blocks[first - 1] as Block)) first -= 1;
    if (isNote(page, first, end) && lengthOf(page, end, to) > lengthOf(page, first, end))
      for (let index = first; index < end; index += 1) found.add(index);
  }
  return found;
}

function footBlock(page: Page): Set<number> {
  const { blocks, from, to } = page;
  let end = to;
  while (end > from && to - end < FAR && isOfSite(blocks[end - 1] as Block)) end -= 1;
  for (let at = end - 1; at > Math.max(from, end - MOST - 1); at -= 1) {
    if (!mayBeOfIt(blocks[at] as Block)) break;
    if (isParted(page, at) && isNote(page, at, end) && lengthOf(page, from, at) > lengthOf(page, at, end))
      return new Set(Array.from({ length: end - at }, (_, index) => at + index));
  }
  return new Set();
}

const isOfSite = ({ text }: Block): boolean => rowOf(text, 'tail') !== undefined;

function lengthOf({ blocks }: Page, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at += 1) length += blocks[at]?.text.length ?? 0;
  return length;
}

/** Whether a line may be of a note: it speaks of somebody who writes or reads, or says little; and nobody speaks in it. */
function mayBeOfIt(block: Block): boolean {
  const { text, role } = block;
  if (role !== undefined || isSpeech(text) || isBreak(block) || isNamedHeading(block)) return false;
  const is = labelOf(block)?.label.is;
  if (is !== undefined) return is === 'prose';
  if (rowOf(text, 'head')?.weak === undefined && rowOf(text, 'head') !== undefined) return false;
  if (SIGNATURE.test(text)) return true;
  const isTale = OTHERS.test(text) && !PERSON.test(text);
  if (wordsToReaders(text) > 0 || noteLabel(text) !== undefined) return !isTale || speaksToReaders(text);
  return !isTale && (isStopped(text) || text.length > LINE) && (PERSON.test(text) || text.length < LINE / 2);
}

function isNote({ blocks }: Page, first: number, end: number): boolean {
  if (end <= first || end - first > MOST) return false;
  const words = blocks.slice(first, end).map(({ text }) => wordsToReaders(text));
  const [only, ...others] = blocks.slice(first, end).filter((_, index) => (words[index] ?? 0) >= 1);
  if (!only || (others.length === 0 && isThin(only.text))) return false;
  return (
    words.reduce((sum, many) => sum + many, 0) >= ENOUGH &&
    words.some((many) => many >= SURE) &&
    blocks.slice(first, end).filter(({ text }) => text.length > PARAGRAPH && !mayBeOfNote(text)).length <= 1
  );
}

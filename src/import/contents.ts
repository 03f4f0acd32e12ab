/** Lists of contents: left out where each of their lines stands again further on, which makes that a heading. */
import { headingOf } from './classify/headings.js';
import type { Block } from './types.js';

const CONTENTS = /^(?:table of )?contents\.?:?$/i;
/** How many blocks of a book may stand before its contents. */
const FIRST = 40;
/** Fewer lines are no contents to be sure of. */
const FEWEST_ENTRIES = 3;

/** A paragraph, in characters. */
const PARAGRAPH = 60;
const STOP = /[.!?\u2026]["'\u201D\u2019)]*$/u;

/** A text without marks and case, as lines are compared. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Blocks with roles for their list of contents, and for the headings that it lists. */
export function withContents(blocks: readonly Block[]): Block[] {
  const { list, headings } = contentsIn(blocks);
  if (headings.length === 0 || !areApart(blocks, headings)) return [...blocks];
  const roles = new Map<Block, NonNullable<Block['role']>>();
  for (const block of list) roles.set(block, 'furniture');
  for (const block of headings) roles.set(block, headingOf(block)?.kind ?? 'chapter');
  return blocks.map((block) => {
    const role = roles.get(block);
    return role ? { ...block, role } : block;
  });
}

/** Whether headings stand in their order, and text under most of them: a menu that stands twice has none between its words. */
function areApart(blocks: readonly Block[], headings: readonly Block[]): boolean {
  const places = headings.map((heading) => blocks.indexOf(heading));
  const isInOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
  const over = places.filter((place) => {
    const next = blocks[place + 1];
    return (
      next !== undefined &&
      (next.text.length >= PARAGRAPH || (STOP.test(next.text) && !headings.includes(next)))
    );
  });
  return isInOrder && over.length * 2 >= places.length;
}

/** A list of contents, only where each of its lines stands again alone further on: those are the chapters' headings. */
export function contentsIn(blocks: readonly Block[]): { list: Block[]; headings: Block[] } {
  const nothing = { list: [], headings: [] };
  const at = blocks.slice(0, FIRST).findIndex(({ text }) => CONTENTS.test(firstLine(text)));
  if (at < 0) return nothing;
  const whole = wholeContents(blocks, at);
  if (whole.length > 0) return { list: whole, headings: [] };
  const last = new Map<string, number>();
  blocks.forEach(({ text, gap }, index) => {
    if (gap > 0 && text.length < 120) last.set(plain(text), index);
  });
  const again = ({ text }: Block): number => last.get(entry(text)) ?? -1;
  let end = at + 1;
  while (end < blocks.length && again(blocks[end] as Block) > end) end += 1;
  const entries = blocks.slice(at + 1, end);
  const isSure = entries.length >= FEWEST_ENTRIES && entries.every((block) => again(block) >= end);
  if (!isSure) return { list: untilAgain(blocks, at, last), headings: [] };
  return { list: blocks.slice(at, end), headings: entries.map((block) => blocks[again(block)] as Block) };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** How many of the lines of a block have to be chapters' headings further on, so that it is a list of contents. */
const MOST_ENTRIES = 0.6;

/** A list of contents that is one block, a table or a list, with its heading in it or above it. */
function wholeContents(blocks: readonly Block[], at: number): Block[] {
  const [block, next] = [blocks[at] as Block, blocks[at + 1]];
  const list = block.text.includes('\n') ? [block] : next?.text.includes('\n') ? [block, next] : [];
  const lines = list.flatMap(({ text }) => text.split('\n')).filter((line) => !CONTENTS.test(line));
  const later = new Set(
    blocks
      .slice(at + list.length)
      .filter(({ text }) => text.length <= LONGEST_ENTRY)
      .flatMap(({ text }) => [plain(text), plain(firstLine(text))]),
  );
  // A table names a chapter in a cell of its own.
  const isLater = (line: string): boolean =>
    [line, line.split('\t').at(-1) ?? ''].some((text) => later.has(entry(text)) || later.has(plain(text)));
  const found = lines.filter(isLater);
  return lines.length >= FEWEST_ENTRIES && found.length >= lines.length * MOST_ENTRIES ? list : [];
}

/** The longest line of a list of contents, in characters. */
const LONGEST_ENTRY = 120;

/** A list of contents up to where its first heading stands again: its lines are short. */
function untilAgain(blocks: readonly Block[], at: number, last: ReadonlyMap<string, number>): Block[] {
  const first = blocks[at + 1];
  const again = first && headingOf(first) ? (last.get(plain(first.text)) ?? -1) : -1;
  if (again <= at + 1) return [];
  const list = blocks.slice(at, again);
  return list.every(({ text }) => text.split('\n').every(({ length }) => length <= LONGEST_ENTRY))
    ? list
    : [];
}

/** A line of contents without the page that it names. */
const entry = (text: string): string =>
  plain(text.replace(/[\s.]*\b(?:\d{1,4}|[ivxlc]{1,8})$/i, (page) => (/^[\s.]{2,}/.test(page) ? '' : page)));

/** The first pages of a Project Gutenberg book: its title, who produced it, its contents; and where pictures stood. */
import { headingOf } from '../classify/headings.js';
import type { Block, Facts } from '../types.js';

const PRODUCED =
  /^(?:\[?(?:this )?(?:e-?text|e-?book|file|book)\b.{0,40}\b(?:produced|prepared|scanned|transcribed)|produced|prepared|scanned|transcribed|html version)\b.{0,80}\bby\b|^e-?text prepared by|distributed proofread(?:ing|ers)/i;
/** Where the book is to be had in another form, over some lines. */
const OTHER_FORM = /^Note: (?:Project Gutenberg|Images of the original|The original)\b/i;
/** What the Shakespeare of 1994 repeats between its plays. */
const NOTICE = /^<<THIS ELECTRONIC VERSION\b[^>]*>>$/;
const ILLUSTRATION = /^\[Illustration(?::[^\]]*)?\]?/i;
const CONTENTS = /^(?:table of )?contents\.?:?$/i;
/** How many blocks of a book may stand before its text. */
const FIRST = 40;
/** Fewer lines are no contents to be sure of. */
const FEWEST_ENTRIES = 3;

/** The blocks of a book with roles for what is no text of it. */
export function bodyRoles(blocks: readonly Block[], { title, authors = [] }: Facts): Block[] {
  const roles = new Map<Block, NonNullable<Block['role']>>();
  const first = blocks.slice(0, FIRST);
  let isOtherForm = false;
  let isInBook = false;
  for (const block of first) {
    const text = plain(block.text);
    isInBook ||= headingOf(block) !== undefined;
    isOtherForm = OTHER_FORM.test(block.text) || (isOtherForm && block.gap === 0);
    if (isOtherForm || PRODUCED.test(block.text)) roles.set(block, 'furniture');
    else if (title !== undefined && isTitle(text, plain(title), isInBook)) roles.set(block, 'furniture');
    else if (authors.some((name) => text === plain(name) || text === plain(`by ${name}`)))
      roles.set(block, 'author');
    else if (/^by$/i.test(block.text)) roles.set(block, 'furniture');
  }
  const { list, headings } = contentsIn(blocks);
  for (const block of list) roles.set(block, 'furniture');
  for (const block of headings) roles.set(block, 'chapter');
  for (const block of blocks) if (NOTICE.test(block.text)) roles.set(block, 'furniture');
  for (const block of illustrationsIn(blocks)) roles.set(block, 'furniture');
  return blocks.map((block) => {
    const role = roles.get(block);
    return role ? { ...block, role } : block;
  });
}

/** A title page may leave a title's second half out; under a chapter's heading that is the chapter's own. */
const isTitle = (text: string, title: string, isInBook: boolean): boolean =>
  text === title || (!isInBook && text.includes(' ') && title.startsWith(`${text} `));

const plain = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Captions run over lines, to their bracket. */
function illustrationsIn(blocks: readonly Block[]): Block[] {
  let open = 0;
  return blocks.filter(({ text }) => {
    const begins = open === 0 && ILLUSTRATION.test(text);
    if (!begins && open === 0) return false;
    open = text.includes(']') ? 0 : open + 1;
    // A bracket that nothing closes takes no more than a caption with it.
    if (open > 6) open = 0;
    return true;
  });
}

/** A list of contents, only where each of its lines stands again alone further on: those are the chapters' headings. */
function contentsIn(blocks: readonly Block[]): { list: Block[]; headings: Block[] } {
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

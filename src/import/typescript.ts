/**
 * What the layout of a plain text says: scenes parted by a blank line where paragraphs are set in, and the first page
 * of a typescript in standard manuscript format. https://www.shunn.net/format/
 */
import { withoutIndent, type Paragraphs, type Set } from './paragraphs.js';
import type { Block, Facts, Role } from './types.js';

/** The share of a text's paragraphs that are set in where that is how they begin. */
const SET_IN = 0.6;
/** The share of paragraphs with a blank line before them above which it does not part scenes. */
const MOST_GAPS = 0.35;

/** The blocks of a text with a break at each blank line that parts scenes. */
export function withSceneGaps(blocks: readonly Set[]): Set[] {
  const setIn = blocks.filter(({ indent }) => indent > 0);
  const gaps = setIn.filter(({ gap }) => gap > 0).length;
  if (setIn.length < blocks.length * SET_IN || gaps > setIn.length * MOST_GAPS) return [...blocks];
  return blocks.flatMap((block, index) => {
    const [before, next] = [blocks[index - 1], blocks[index + 1]];
    // Print sets the first paragraph of a scene flush.
    const isOfText = block.indent > 0 || (block.text.length > FLUSH && (next?.indent ?? 0) > 0);
    const isScene = block.gap > 0 && isOfText && before !== undefined && before.indent > 0;
    const { line, gap } = block;
    return isScene ? [{ line: line - 1, text: '', gap, indent: 0, role: 'scene-break' }, block] : [block];
  });
}

/** A flush line as long as this, in characters, is a paragraph. */
const FLUSH = 60;

/** A line set in so far stands in the middle of its page. */
const CENTRED = 15;
/** The most lines of an address above the title. */
const MOST_LINES = 12;
const CONTACT = /\b[\d,]{3,} words\b|\S@\S+\.\S|\b\d{3}[-. ]\d{4}\b|\bapprox/i;
const BYLINE = /^by\s+(?<name>\S.{0,60})$/i;

/** The first page of a typescript: the writer's address, the title and the byline in the middle. */
export function manuscriptFormat({ blocks }: Paragraphs): { facts: Facts; blocks: Block[] } | undefined {
  const at = blocks.findIndex(({ indent }, index) => index <= MOST_LINES && indent >= CENTRED);
  const [title, ...under] = blocks.slice(Math.max(at, 0), at + 3);
  // `by` and the name may stand on two lines.
  const bylines = /^by$/i.test(under[0]?.text ?? '') ? under : under.slice(0, 1);
  const name = BYLINE.exec(bylines.map(({ text }) => text).join(' '))?.groups?.name;
  if (at < 0) return flushFormat(blocks);
  if (!title || name === undefined || !bylines.every(({ indent }) => indent >= CENTRED)) return undefined;
  const address = blocks.slice(0, at);
  if (at > 0 && !address.some(({ text }) => CONTACT.test(text))) return undefined;
  const roles = new Map<Block, Role>([
    ...address.map((block) => [block, 'metadata'] as const),
    [title, 'title'],
    ...bylines.map((block) => [block, 'author'] as const),
  ]);
  const marked = blocks.map((block) => {
    const role = roles.get(block);
    return role ? { ...block, role } : block;
  });
  return { facts: { title: title.text, authors: [name] }, blocks: withoutIndent(marked) };
}

/** A person's name: two or three words in capitals. */
const NAME = /^(?:\p{Lu}[\p{L}'\u2019.-]*\s){1,3}\p{Lu}[\p{L}'\u2019-]+$/u;
/** The most lines of an address, and the longest, in characters. */
const [ADDRESS, LINE] = [7, 80];

/** The same with nothing set in: the writer's name and address, and the title under more blank lines than one. */
function flushFormat(blocks: readonly Set[]): { facts: Facts; blocks: Block[] } | undefined {
  const at = blocks.findIndex(({ gap }, index) => index > 0 && gap >= 2);
  const [first, title] = [blocks[0], blocks[at]];
  const address = blocks.slice(0, Math.max(at, 0));
  const name = first?.text.split(/\s{3,}/)[0] ?? '';
  const isAddress =
    address.length >= 2 &&
    address.length <= ADDRESS &&
    address.every(({ text, gap }, index) => text.length <= LINE && (index === 0 || gap === 0));
  if (!title || !isAddress || !NAME.test(name) || !address.some(({ text }) => /\S@\S+\.\S/.test(text)))
    return undefined;
  if (title.text.length > LINE || /[.,;:]$/.test(title.text)) return undefined;
  const under = blocks
    .slice(at + 1, at + 3)
    .filter(({ text }) => /^by$/i.test(text) || text === name || BYLINE.exec(text)?.groups?.name === name);
  const roleOf = (block: Set): Role | undefined =>
    address.includes(block)
      ? 'metadata'
      : block === title
        ? 'title'
        : under.includes(block)
          ? 'author'
          : undefined;
  const marked = blocks.map((block) => {
    const role = roleOf(block);
    return role ? { ...block, role } : block;
  });
  return { facts: { title: title.text, authors: [name] }, blocks: withoutIndent(marked) };
}

/** Which of a text's headings are its chapters', where its markup has levels and no more to say of them. */
import { headingOf } from '../classify/headings.js';
import type { Block } from '../types.js';

const depthOf = ({ content }: Block): number | undefined =>
  content?.length === 1 && content[0]?.type === 'heading' ? content[0].depth : undefined;

/** Whether a heading stands right under one of its level that is a number alone: the same chapter's title. */
const isTitleOfNumber = (block: Block, above: Block | undefined): boolean =>
  above !== undefined &&
  depthOf(above) === depthOf(block) &&
  headingOf(above)?.bare !== undefined &&
  headingOf(block) === undefined;

/**
 * Blocks whose headings have roles: one alone above all others and before the text is the title, where none is
 * known; then the highest level is the chapters'. Nothing changes where something says already what they are.
 */
export function withChapters(blocks: readonly Block[], known?: string): Block[] {
  if (blocks.some(({ role }) => role === 'chapter' || role === 'part')) return [...blocks];
  const headings = blocks.filter((block) => block.role === undefined && depthOf(block) !== undefined);
  const [first] = headings;
  const depths = headings.map((block) => depthOf(block) ?? 0);
  const top = Math.min(...depths);
  const isAlone =
    first !== undefined && depthOf(first) === top && depths.filter((depth) => depth === top).length === 1;
  const opens = blocks.find(({ role, text }) => role === undefined && text !== '') === first;
  const title =
    known === undefined && isAlone && opens && !blocks.some(({ role }) => role === 'title')
      ? first
      : undefined;
  const level = title ? Math.min(...depths.filter((depth) => depth !== top)) : top;
  return blocks.map((block, index) => {
    if (block === title) return { ...block, role: 'title' };
    if (isTitleOfNumber(block, blocks[index - 1])) return block;
    return block.role === undefined && depthOf(block) === level ? { ...block, role: 'chapter' } : block;
  });
}

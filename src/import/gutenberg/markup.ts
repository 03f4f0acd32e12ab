/** Project Gutenberg's books as web pages and EPUBs: its words round the book, whatever elements they stand in. */
import type { Block, Facts } from '../types.js';
import { headFacts } from './head.js';
import { ENDS, STARTS } from './lines.js';
import { bodyRoles } from './pages.js';

/** The head of a book is no longer, in blocks. */
const LONGEST_HEAD = 400;
const FOOTNOTES = /^(?:foot|end)?notes?[:.]?$/i;

/** A book's blocks with roles for what is not its text, and its facts; nothing where it has no marker of the project's. */
export function gutenbergBook(blocks: readonly Block[]): { facts: Facts; blocks: Block[] } | undefined {
  const start = blocks.slice(0, LONGEST_HEAD).findIndex((block) => isMarked(block, STARTS)) + 1;
  const found = blocks.findIndex((block, index) => index >= start && isMarked(block, ENDS));
  if (start === 0 && found < 0) return undefined;
  const end = found < 0 ? blocks.length : found;
  const head = blocks.slice(0, start);
  const facts = headFacts(head.map(({ text }) => text).join('\n'));
  const body = blocks
    .slice(start, end)
    .map((block): Block =>
      block.role === undefined && FOOTNOTES.test(block.text) ? { ...block, role: 'furniture' } : block,
    );
  return {
    facts,
    blocks: [
      ...head.map((block): Block => ({ ...bare(block), role: 'metadata' })),
      ...bodyRoles(body, facts),
      ...blocks.slice(end).map((block): Block => ({ ...bare(block), role: 'furniture' })),
    ],
  };
}

const isMarked = ({ text }: Block, markers: readonly RegExp[]): boolean =>
  text.includes('GUTENBERG') || /gutenberg/i.test(text.slice(0, 300))
    ? text.split('\n').some((line) => markers.some((marker) => marker.test(line)))
    : false;

/** What is left out is kept as text. */
function bare(block: Block): Block {
  const text = { ...block };
  delete text.content;
  return text;
}

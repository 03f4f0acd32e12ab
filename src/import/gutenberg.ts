/** Project Gutenberg's plain texts: the licence around the book is left out, its head becomes facts. */
import { decodeText } from './decode.js';
import { withFootnotes } from './gutenberg/footnotes.js';
import { headFacts } from './gutenberg/head.js';
import { linesOf, type Lines } from './gutenberg/lines.js';
import { bodyRoles } from './gutenberg/pages.js';
import { blocksOf } from './paragraphs.js';
import type { Block, Extract, ImportReader, Role, Source } from './types.js';

const FORMAT = 'gutenberg';
/** The marker stands in the first lines, but for those of 1990 to 2000 with the small print before the book. */
const PRESCAN = 40_000;
const NAMED = /project gutenberg(?:['’]s)?(?:-tm)? (?:e-?book|e-?text)|\*END\*THE SMALL PRINT/i;

/** Reads a text of Project Gutenberg. */
export const gutenberg: ImportReader = {
  format: FORMAT,
  recognises: ({ bytes }) => {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
    return NAMED.test(start) && linesOf(start).start > 0;
  },
  read: (source) => Promise.resolve(readGutenberg(source)),
};

function readGutenberg({ path, bytes }: Source): Extract {
  const { value, messages } = decodeText(bytes, path);
  if (!value) return { format: FORMAT, facts: {}, blocks: [], pictures: [], messages };
  const lines = linesOf(value.text);
  const facts = headFacts(lines.head);
  const body = withFootnotes(bodyRoles(partOf(lines, 'body'), facts));
  return {
    format: FORMAT,
    facts,
    blocks: [...partOf(lines, 'head', 'metadata'), ...body, ...partOf(lines, 'foot', 'furniture')],
    isParted: true,
    pictures: [],
    messages,
  };
}

/** One of the three parts of a text as blocks, by their lines in the whole of it. */
function partOf(lines: Lines, part: 'head' | 'body' | 'foot', role?: Role): Block[] {
  const before = { head: 0, body: lines.start, foot: lines.end }[part];
  return blocksOf(lines[part], { wrapped: true }).map((block) => ({
    ...block,
    line: block.line + before,
    ...(role ? { role } : {}),
  }));
}

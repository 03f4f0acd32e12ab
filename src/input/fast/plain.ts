/**
 * Paragraphs that hold no character which Markdown reads, taken out of a text before it is parsed: most of a novel.
 *
 * What the parser would say of them is known beforehand: a paragraph with one text. Each row of them is replaced by
 * a paragraph of one letter, and put back into the tree in its place. A property test holds that the tree is the
 * same as without.
 */
import type { Paragraph, Root, RootContent } from 'mdast';
import { linesIn } from '../places.js';
import { shiftNode } from './shift.js';

/** A row of plain paragraphs. */
interface Row {
  /** Where its stand-in begins in the condensed text. */
  at: number;
  paragraphs: Paragraph[];
  /** What is to be added to the positions of whatever follows. */
  lines: number;
  offset: number;
}

export interface Condensed {
  text: string;
  rows: Row[];
}

const STAND_IN = 'x';

/** Fewer than this many characters in a row are not worth a stand-in. */
const WORTH = 20;

/**
 * Lines that begin with a letter, a quotation mark, a bracket, a dash or the stand-in for a speech's hyphen, and hold none of the characters that begin
 * something inline, up to an empty line or the end; no line ends in a space, which could be a break. What GFM's
 * literal links and the directives look for is left out by `excluded`.
 */
const PLAIN =
  /[\p{L}"'\u2018-\u201F\u00AB\u00BB\u2014\u2013\u2026\u2E40(](?:[^\n\\`*_[<&~|@]*[^\n\\`*_[<&~|@ \t])?(?:\n[\p{L}"'\u2018-\u201F\u00AB\u00BB\u2014\u2013\u2026\u2E40(](?:[^\n\\`*_[<&~|@]*[^\n\\`*_[<&~|@ \t])?)*(?=\n[ \t]*\n|\n*$)/uy;

/** From the end of one block to the start of the next: its line end and empty lines. */
const GAP = /\n(?:[ \t]*\n)+/y;

/**
 * The text with its plain paragraphs condensed, and the rows that were taken out. The text must hold nothing that
 * goes on across an empty line but lists and quotations.
 *
 * @param excluded what makes a paragraph not plain, beside the characters that always do.
 */
export function condense(text: string, excluded: RegExp | undefined): Condensed {
  const rows: Row[] = [];
  let condensed = '';
  let copied = 0;
  let line = 1;
  for (let start = 0; start < text.length;) {
    const row: Row = { at: 0, paragraphs: [], lines: 0, offset: 0 };
    const from = start;
    const fromLine = line;
    let end = start;
    for (;;) {
      PLAIN.lastIndex = start;
      const found = PLAIN.exec(text)?.[0];
      if (found === undefined || excluded?.test(found)) break;
      const paragraph = paragraphOf(found, start, line);
      row.paragraphs.push(paragraph);
      end = start + found.length;
      line = paragraph.position?.end.line ?? line;
      GAP.lastIndex = end;
      const gap = GAP.exec(text)?.[0];
      start = end + (gap?.length ?? 0);
      line += gap ? linesIn(gap) : 0;
      if (gap === undefined) break;
    }
    if (end - from > WORTH) {
      condensed += text.slice(copied, from);
      row.at = condensed.length;
      condensed += STAND_IN;
      copied = end;
      const last = row.paragraphs.at(-1)?.position?.end;
      row.lines = (last?.line ?? fromLine) - fromLine;
      row.offset = end - from - STAND_IN.length;
      rows.push(row);
    }
    // On to the block after the next empty line.
    if (start >= text.length) break;
    const next = nextBlock(text, start);
    line += linesIn(text.slice(start, next));
    start = next;
  }
  return { text: condensed + text.slice(copied), rows };
}

function nextBlock(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    GAP.lastIndex = at;
    const gap = GAP.exec(text)?.[0];
    if (gap !== undefined) return at + gap.length;
  }
  return text.length;
}

function paragraphOf(value: string, offset: number, line: number): Paragraph {
  const start = { line, column: 1, offset };
  const end = {
    line: line + linesIn(value),
    column: value.length - value.lastIndexOf('\n'),
    offset: offset + value.length,
  };
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: { start, end } }],
    position: { start: { ...start }, end: { ...end } },
  };
}

/** The tree of a condensed text, its rows put back and positions counted in the text before. */
export function expand(tree: Root, rows: readonly Row[]): Root {
  const children: RootContent[] = [];
  let [lines, offset, next] = [0, 0, 0];
  for (const node of tree.children) {
    const row = rows[next];
    if (row && node.position?.start.offset === row.at) {
      for (const paragraph of row.paragraphs) children.push(paragraph);
      lines += row.lines;
      offset += row.offset;
      next += 1;
    } else {
      shiftNode(node, lines, offset);
      children.push(node);
    }
  }
  if (next !== rows.length) throw new Error('The parser read a plain paragraph as something else');
  return { type: 'root', children };
}

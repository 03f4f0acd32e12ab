/**
 * A long text cut into pieces that parse alone to the same tree, so that the parser's memory is that of a piece.
 *
 * A line that follows an empty line and begins, without indentation, with a letter or a quotation mark opens a
 * paragraph of the document itself, whatever came before: it closes lists and block quotes and can be no mark of a
 * block. Only what ends by its own mark may go on across it: fenced code, HTML and container directives. Definitions
 * work across the whole text. A text that may hold one of these stays whole.
 *
 * @see https://spec.commonmark.org/0.31.2/#container-blocks
 */

import { linesIn } from './places.js';

/** A piece of a text, and where it begins in it. */
export interface Chunk {
  text: string;
  /** Offset in the text. */
  offset: number;
  /** Lines before it. */
  lines: number;
}

/** The fewest characters of a piece: some dozens of paragraphs. */
const CHUNK_LENGTH = 32 * 1024;

/** What may begin a block that ends by its own mark, or a definition. */
const UNSAFE = /^[ \t]*(?:`{3}|~{3}|<|:::)|\]:/m;

/** Where a paragraph begins that stands in the document itself. */
const PARAGRAPH = /\n[ \t]*\n(?=[\p{L}"'\u2018\u201C])/gu;

/** The pieces of `text` in order. */
export function chunksOf(text: string, length = CHUNK_LENGTH): Chunk[] {
  if (text.length <= length || UNSAFE.test(text)) return [{ text, offset: 0, lines: 0 }];
  const chunks: Chunk[] = [];
  let [offset, lines] = [0, 0];
  for (let end = cutAfter(text, length); offset < text.length; end = cutAfter(text, offset + length)) {
    const piece = text.slice(offset, end);
    chunks.push({ text: piece, offset, lines });
    lines += linesIn(piece);
    offset = end;
  }
  return chunks;
}

/** The first place to cut at `from` or after it, or else the end. */
function cutAfter(text: string, from: number): number {
  PARAGRAPH.lastIndex = from;
  const found = PARAGRAPH.exec(text);
  return found ? found.index + found[0].length : text.length;
}

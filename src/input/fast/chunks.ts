/**
 * A long text cut into pieces that parse alone to the same tree, so that the parser's memory is that of a piece, and
 * so are those of its costs that grow with the square of the length.
 *
 * A line that follows an empty line without indentation, and that is no list item, opens a block of the document
 * itself, whatever came before: it ends lists and block quotes. Only what ends by a mark of its own may go on across
 * it: fenced code, comments and the like, container directives. A text that may hold one of these stays whole.
 *
 * @see https://spec.commonmark.org/0.31.2/#container-blocks
 * @see https://spec.commonmark.org/0.31.2/#html-blocks
 */
import { linesIn } from '../places.js';

/** A piece of a text, and where it begins in it. */
export interface Chunk {
  text: string;
  /** Offset in the text. */
  offset: number;
  /** Lines before it. */
  lines: number;
}

/** The fewest characters of a piece: a few pages. */
const CHUNK_LENGTH = 16 * 1024;

/** What may begin a block that ends by its own mark. */
const UNSAFE = /^[ \t]*(?:`{3}|~{3}|:::|<(?:[!?]|script|pre|style|textarea))/im;

/** The empty lines before a block of the document itself. */
const CUT = /\n[ \t]*\n(?=[^\s\d*+-]|[*+-](?!\s|$))/g;

/** Whether nothing in a text goes on across an empty line but lists and quotations. */
export const mayCut = (text: string): boolean => !UNSAFE.test(text);

/** The pieces of `text` in order, each but the last of `length` characters or more. */
export function chunksOf(text: string, length = CHUNK_LENGTH): Chunk[] {
  if (text.length <= length || !mayCut(text)) return [{ text, offset: 0, lines: 0 }];
  const chunks: Chunk[] = [];
  let [offset, lines] = [0, 0];
  while (offset < text.length) {
    const end = cutAfter(text, offset + length);
    const piece = text.slice(offset, end);
    chunks.push({ text: piece, offset, lines });
    lines += linesIn(piece);
    offset = end;
  }
  return chunks;
}

/** The first place to cut after `from`, or else the end. */
function cutAfter(text: string, from: number): number {
  CUT.lastIndex = from;
  const found = CUT.exec(text);
  return found ? found.index + found[0].length : text.length;
}

/**
 * Bounds on what is parsed, so that no manuscript takes more than its share of time and memory.
 *
 * The parser's time grows with the square of each of these, or the stages after it descend as deep as the text does.
 */
import { fatal } from '../diagnostics.js';
import { BOUNDS, type Bounds } from '../text/bounds.js';
import { grouped } from '../text/numbers.js';
import type { Message, Place } from '../types.js';
import { chunksOf } from './fast/chunks.js';
import { inlineExcess, type Excess } from './inline-limits.js';
import { placeAt } from './places.js';

/** The most characters on one line: a paragraph of 170,000 words. */
const MAX_LINE = 1024 * 1024;
/** The most characters of a picture on one line, in base64: one of 32 MiB. */
const MAX_PICTURE = 45_000_000;
const PICTURE_HEAD = /data:image\/[\w.+-]{1,40};base64,/gi;
const NOT_BASE64 = /[^A-Za-z\d+/=%]/g;
/** How deep block quotes, lists and containers may be nested. */
const MAX_NESTING = 100;
/** The most lines that follow each other without an empty one. */
const MAX_BLOCK_LINES = 20_000;
/** The most lines that follow a line of a quotation without its `>`. */
const MAX_LAZY = 2000;
/** The most lines and marks of a text that is parsed in one piece. */
const MAX_PIECE = 100_000;
/** The most headings that are underlined. */
const MAX_UNDERLINED = 2000;

/** What in `text` goes beyond the bounds: at most one message, fatal. `text` begins on line `line` of its file. */
export function checkLimits(
  text: string,
  path: string,
  line = 1,
  { marks }: Pick<Bounds, 'marks'> = BOUNDS,
): Message[] {
  const checks = [...CHECKS, (whole: string) => markExcess(whole, marks)];
  const found = checks.reduce<Excess | undefined>((first, check) => first ?? check(text), undefined);
  if (!found) return [];
  const place = placeAt(text, found.offset);
  return [tooMuch(found, { line: place.line + line - 1, column: place.column }, path)];
}

function lineExcess(text: string): Excess | undefined {
  let lines = 0;
  let lazy: number | undefined;
  for (let offset = 0; offset <= text.length;) {
    const found = text.indexOf('\n', offset);
    const end = found < 0 ? text.length : found;
    lines = end === offset ? 0 : lines + 1;
    if (lines > MAX_BLOCK_LINES) return { offset, ...longBlock(lines) };
    const line = text.slice(offset, end);
    lazy = lazyLines(line, lazy);
    if (lazy !== undefined && lazy > MAX_LAZY) return { offset, ...lazyBlock(lazy) };
    const excess = end - offset > MAX_NESTING ? oneLineExcess(line) : undefined;
    if (excess) return { offset, ...excess };
    offset = end + 1;
  }
  return undefined;
}

const QUOTE = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>/;
/** What ends a quotation that it follows. */
const ENDS_QUOTE = /^[ \t]*$|^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/;

/** How many lines of a quotation have no `>` up to this one, after `before` of them; nothing outside of quotations. */
function lazyLines(line: string, before: number | undefined): number | undefined {
  if (QUOTE.test(line)) return before ?? 0;
  return before === undefined || ENDS_QUOTE.test(line) ? undefined : before + 1;
}

const lazyBlock = (lines: number): Omit<Excess, 'offset'> => ({
  what: `${lines} lines of this quotation begin without \`>\``,
  most: MAX_LAZY,
  hint: 'Put an empty line after the quotation, or a `>` before each of its lines.',
});

const longBlock = (lines: number): Omit<Excess, 'offset'> => ({
  what: `This block has ${lines} lines`,
  most: MAX_BLOCK_LINES,
  hint: 'Put an empty line between paragraphs.',
});

function oneLineExcess(line: string): Omit<Excess, 'offset'> | undefined {
  const length = line.length > MAX_LINE ? lengthOf(line) : line.length;
  if (length > MAX_LINE) {
    return {
      what: `This line has ${length} characters`,
      most: MAX_LINE,
      hint: 'Put an empty line between paragraphs.',
    };
  }
  const depth = nesting(line);
  if (depth <= MAX_NESTING) return undefined;
  const hint = 'Remove some of the `>`, list marks or spaces at the beginning of the line.';
  return { what: `${depth} quotes or lists stand in one another`, most: MAX_NESTING, hint };
}

/** The characters of a line without the pictures that stand in addresses: the parser reads these in one step. */
function lengthOf(line: string): number {
  let { length } = line;
  for (const { index, 0: head } of line.matchAll(PICTURE_HEAD)) {
    // Look for what ends the data: an expression that takes millions of characters overflows the stack.
    NOT_BASE64.lastIndex = index + head.length;
    const picture = (NOT_BASE64.exec(line)?.index ?? line.length) - index;
    if (picture <= MAX_PICTURE) length -= picture;
  }
  return length;
}

/** The marks at the beginning of a line that open block quotes and lists, and the spaces that keep them open. */
const MARKERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
/** One of them, within what `MARKERS` matched. */
const MARKER = /[>+*-]|\d+/g;
const THEMATIC_BREAK = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
/** The fewest spaces that a list item in another stands in. */
const LIST_INDENT = 2;

function nesting(line: string): number {
  const markers = MARKERS.exec(line)?.[0];
  if (markers === undefined || THEMATIC_BREAK.test(line)) return 0;
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return (markers.match(MARKER)?.length ?? 0) + Math.floor(indent / LIST_INDENT);
}

const CONTAINER = /^[ \t>]*:{3,}[ \t]*([a-z]?)/gim;

function containerExcess(text: string): Excess | undefined {
  let depth = 0;
  for (const { 1: name, index } of text.matchAll(CONTAINER)) {
    depth = Math.max(0, depth + (name === '' ? -1 : 1));
    if (depth <= MAX_NESTING) continue;
    const hint = 'End each block with a line of only colons: `:::`.';
    return {
      offset: index,
      what: `${depth} blocks of \`:::\` stand in one another`,
      most: MAX_NESTING,
      hint,
    };
  }
  return undefined;
}

const UNDERLINE = /(?<!\n)\n {0,3}(?:=+|-+)[ \t]*$/gm;

function underlineExcess(text: string): Excess | undefined {
  let count = 0;
  for (const { index } of text.matchAll(UNDERLINE)) {
    count += 1;
    if (count <= MAX_UNDERLINED) continue;
    const hint = 'Write headings with `#` before them, and put an empty line before a scene break.';
    return {
      offset: index + 1,
      what: `This file has ${count} underlined headings`,
      most: MAX_UNDERLINED,
      hint,
    };
  }
  return undefined;
}

const WEIGHT = /[\n*_[\]<&`~|>-]/g;

function pieceExcess(text: string): Excess | undefined {
  // A text with definitions may have to be parsed whole.
  const pieces = text.includes(']:') ? [{ text, offset: 0 }] : chunksOf(text);
  for (const piece of pieces) {
    if (piece.text.length <= MAX_PIECE) continue;
    const weight = piece.text.match(WEIGHT)?.length ?? 0;
    if (weight <= MAX_PIECE) continue;
    const hint = 'Split the text into chapters, one file each.';
    return {
      offset: piece.offset,
      what: `This passage has ${weight} lines and marks`,
      most: MAX_PIECE,
      hint,
    };
  }
  return undefined;
}

const MARK = /[*_[\]<&`~|]/g;

/** The mark with which a file has too many, of those that each make something of their own. */
function markExcess(text: string, most: number): Excess | undefined {
  if (text.length <= most) return undefined;
  let count = 0;
  let offset = 0;
  for (const { index } of text.matchAll(MARK)) {
    count += 1;
    if (count === most + 1) offset = index;
  }
  if (count <= most) return undefined;
  const what = `This file has ${grouped(count)} marks such as \`*\`, \`[\` and \`|\``;
  return { offset, what, most: grouped(most), hint: 'Split the text into chapters, one file each.' };
}

const CHECKS = [lineExcess, containerExcess, underlineExcess, inlineExcess, pieceExcess];

const tooMuch = ({ what, most, hint }: Excess, place: Place, path: string): Message =>
  fatal('limits:markdown', `${what}; the most is ${most}`, { path, place, hint });

/**
 * The lines of a raw text as blocks: hard-wrapped paragraphs joined, every other line a block of its own.
 *
 * Whether lines that follow each other without a blank one belong together otherwise (verse, an address) is settled
 * when it is known which of them are the story's.
 */
import { rowOf } from './sites/index.js';
import { labelOf } from './classify/labels.js';
import type { Block } from './types.js';

/** A line of the source that is not blank. */
interface Line {
  /** From 1. */
  number: number;
  /** Without the white space round it. */
  text: string;
  /** Characters of white space before it. */
  indent: number;
}

/** Lines without a blank one between them, and how many stand before them. */
interface Run {
  gap: number;
  lines: Line[];
}

/** Characters that pastes have at the ends of lines and nobody sees, beside white space. */
const UNSEEN = /[\u200B\u2060\u00AD]/;

/** A line without the white space round it. A pattern that ends in `$` would take the square of its length. */
function bare(line: string): string {
  let text = line.trim();
  while (UNSEEN.test(text[0] ?? '')) text = text.slice(1).trimStart();
  while (UNSEEN.test(text.at(-1) ?? '')) text = text.slice(0, -1).trimEnd();
  return text;
}

/** A block, and how far its first line is set in. */
export interface Set extends Block {
  indent: number;
}

/** A text in blocks, and whether only blank lines part its paragraphs: then lines without one belong together. */
export interface Paragraphs {
  blocks: Set[];
  isParted: boolean;
}

/** The blocks of a text whose line ends are LF. `wrapped`: it is known that its lines were broken. */
export function paragraphsOf(text: string, { wrapped = false } = {}): Paragraphs {
  const runs = runsOf(text);
  const width = wrapWidth(runs, wrapped);
  if (width === undefined) return { blocks: runs.flatMap((run) => separate(run)), isParted: wrapped };
  const isParted = wrapped || isPartedByBlanks(runs, width);
  return { blocks: runs.flatMap((run) => joined(run, width, isParted)), isParted };
}

/** The blocks of a text alone. */
export const blocksOf = (text: string, options: { wrapped?: boolean } = {}): Block[] =>
  withoutIndent(paragraphsOf(text, options).blocks);

export const withoutIndent = (blocks: readonly Set[]): Block[] =>
  blocks.map((block) => {
    const bare: Block & { indent?: number } = { ...block };
    delete bare.indent;
    return bare;
  });

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let gap = 0;
  let open: Run | undefined;
  text.split('\n').forEach((raw, index) => {
    const trimmed = bare(raw);
    if (trimmed === '') {
      gap += 1;
      open = undefined;
      return;
    }
    if (!open) runs.push((open = { gap, lines: [] }));
    gap = 0;
    open.lines.push({ number: index + 1, text: trimmed, indent: raw.search(/\S/) });
  });
  return runs;
}

/** What is set so much further in is a line of its own: a date above a letter, a title. */
const SET_APART = 12;

/** No text is wrapped narrower or wider than this, in characters. */
const NARROWEST = 38;
const WIDEST = 130;
/** The share of its lines that a wrapped text fills as far as their words allow. */
const FILLED = 0.6;
/** Fewer pairs of lines show nothing. */
const FEWEST_PAIRS = 2;
const FEW_PAIRS = 20;

/** The width at which a text's lines were broken; nothing where they were not. */
function wrapWidth(runs: readonly Run[], wrapped: boolean): number | undefined {
  const pairs = runs.flatMap(({ lines }) => lines.slice(1).map((line, index) => pair(lines[index], line)));
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const first = firstLines(pairs);
  if (!wrapped && first.length >= FEWEST_PAIRS) {
    const longest = Math.max(...first.slice(0, MOST_FIRST).map(({ length }) => length));
    const isWrapped = first.every(({ withNext }) => withNext > longest - RAGGED);
    if (isWrapped && longest >= NARROWEST && longest <= WIDEST) return longest - RAGGED;
  }
  const lengths = pairs.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return undefined;
  if (wrapped) return width;
  // Where there are few pairs, a page's own lines fill nothing.
  const isFew = pairs.length <= FEW_PAIRS;
  const filled = pairs.filter((one) => one.withNext > width && !(isFew && one.texts.some(isOfPage))).length;
  return filled >= pairs.length * FILLED ? width : undefined;
}

/** How much earlier than it must a line may be broken, in characters. */
const RAGGED = 3;
const MOST_FIRST = 1000;

/** The pairs whose first line is set in and whose second is not: paragraphs that were broken, for verse has few. */
const firstLines = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ setIn, length }) => setIn >= 2 && setIn < SET_APART && length >= NARROWEST);

interface Pair {
  /** How much further in the first line begins. */
  setIn: number;
  length: number;
  /** With the word that follows. */
  withNext: number;
  texts: string[];
}

const pair = (line: Line | undefined, next: Line): Pair => {
  const { text = '', indent = 0 } = line ?? {};
  const length = text.length + Math.min(indent, SET_APART);
  const setIn = indent - next.indent;
  return { setIn, length, withNext: length + 1 + firstWord(next.text), texts: [text, next.text] };
};

/** Whether a line is of a site or of an archive's header. */
const isOfPage = (text: string): boolean =>
  rowOf(text, 'head') !== undefined || rowOf(text, 'tail') !== undefined || labelOf({ text }) !== undefined;

const firstWord = (text: string): number => {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
};

const separate = ({ gap, lines }: Run): Set[] =>
  lines.map(({ number, text, indent }, index) => ({
    line: number,
    text,
    gap: index === 0 ? gap : 0,
    indent,
  }));

/** A run as the paragraphs that its wrapped lines are; lines that fill nothing stay apart: verse, lists. */
function joined(run: Run, width: number, isParted: boolean): Set[] {
  const { gap, lines } = run;
  const isFull = lines.map((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && next.indent <= line.indent && pair(line, next).withNext > width;
  });
  if (isParted && isBlockOfProse(lines, width)) {
    const [first] = lines;
    const text = joinLines(lines.map((line) => line.text));
    return first ? [{ line: first.number, text, gap, indent: first.indent }] : [];
  }
  if (isFull.filter(Boolean).length * 2 < lines.length - 1) return separate(run);
  const blocks: Set[] = [];
  let open: string[] = [];
  lines.forEach((line, index) => {
    const { number, text, indent } = line;
    const next = lines[index + 1];
    if (open.length === 0) blocks.push({ line: number, text: '', gap: index === 0 ? gap : 0, indent });
    open.push(text);
    const block = blocks.at(-1);
    if (isFull[index] || (next && goesOn(line, next, isParted)) || !block) return;
    block.text = joinLines(open);
    open = [];
  });
  return blocks;
}

/** How much of the width the lines of a paragraph fill that a hand has broken, but for the last. */
const BY_HAND = 0.72;

/** One short line in so many is an accident. */
const FEW_SHORT = 4;

/** Whether lines are of one paragraph that was broken unevenly: verse begins each line with a capital. */
const isBlockOfProse = (lines: readonly Line[], width: number): boolean =>
  lines.slice(0, -1).filter(({ text, indent }) => text.length + Math.min(indent, SET_APART) < width * BY_HAND)
    .length <=
    lines.length / FEW_SHORT &&
  lines.slice(1).every(({ indent }) => indent === lines[1]?.indent && indent <= (lines[0]?.indent ?? 0)) &&
  lines.slice(1).some(({ text }) => /^\p{Ll}/u.test(text));

/** Whether a short line of a wrapped paragraph goes on in the next: where a paragraph ends its sentence does too. */
const goesOn = (line: Line, next: Line, isParted: boolean): boolean =>
  next.indent <= line.indent &&
  line.indent - next.indent < SET_APART &&
  (isParted || (!STOP.test(line.text) && BEGINS_WITH_LETTER.test(next.text)));

const STOP = /[.!?:\u2026*_~#=]["\u201D'\u2019)\]*_]*$|["\u201D]$/u;
const BEGINS_WITH_LETTER = /^\p{L}/u;

/** The share of its wrapped runs that are one paragraph each where only blank lines part a text's paragraphs. */
const PARTED = 0.7;

/** Whether paragraphs of a wrapped text never follow one another without a blank line. */
function isPartedByBlanks(runs: readonly Run[], width: number): boolean {
  const long = runs.filter(({ lines }) => lines.length > 2);
  const whole = long.filter(({ lines }) =>
    lines.every((line, index) => {
      const next = lines[index + 1];
      return next === undefined || pair(line, next).withNext > width || !STOP.test(line.text);
    }),
  );
  return whole.length >= long.length * PARTED;
}

/** A word that a hyphen or a dash breaks at a line's end is closed up again. */
const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) =>
    /[\p{L}\p{N}](?:-|--|\u2014)$/u.test(text) ? text + line : `${text} ${line}`,
  );

/**
 * The lines of a raw text as blocks: hard-wrapped paragraphs joined, every other line a block of its own.
 *
 * Whether lines that follow each other without a blank one belong together otherwise (verse, an address) is settled
 * when it is known which of them are the story's.
 */
import { rowOf } from './classify/classes.js';
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

/** The blocks of a text whose line ends are LF. `wrapped`: it is known that its lines were broken. */
export function blocksOf(text: string, { wrapped = false } = {}): Block[] {
  const runs = runsOf(text);
  const width = wrapWidth(runs, wrapped);
  return runs.flatMap((run) => (width === undefined ? separate(run) : joined(run, width)));
}

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
  const lengths = pairs.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return undefined;
  if (wrapped) return width;
  // Where there are few pairs, a page's own lines fill nothing.
  const isFew = pairs.length <= FEW_PAIRS;
  const filled = pairs.filter((one) => one.withNext > width && !(isFew && one.texts.some(isOfPage))).length;
  return filled >= pairs.length * FILLED ? width : undefined;
}

interface Pair {
  length: number;
  /** With the word that follows. */
  withNext: number;
  texts: string[];
}

const pair = (line: Line | undefined, next: Line): Pair => {
  const length = line?.text.length ?? 0;
  return { length, withNext: length + 1 + firstWord(next.text), texts: [line?.text ?? '', next.text] };
};

/** Whether a line is of a site or of an archive's header. */
const isOfPage = (text: string): boolean =>
  rowOf(text, 'head') !== undefined || rowOf(text, 'tail') !== undefined || labelOf({ text }) !== undefined;

const firstWord = (text: string): number => {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
};

const separate = ({ gap, lines }: Run): Block[] =>
  lines.map(({ number, text }, index) => ({ line: number, text, gap: index === 0 ? gap : 0 }));

/** A line that its next word would not have fitted on goes on in the next; verse and lists have few of these. */
function joined(run: Run, width: number): Block[] {
  const { gap, lines } = run;
  const goesOn = lines.map((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && next.indent <= line.indent && pair(line, next).withNext > width;
  });
  if (goesOn.filter(Boolean).length * 2 < lines.length - 1) return separate(run);
  lines.forEach((line, index) => {
    if (isOpen(line, lines[index + 1])) goesOn[index] = true;
  });
  const blocks: Block[] = [];
  let open: string[] = [];
  lines.forEach(({ number, text }, index) => {
    if (open.length === 0) blocks.push({ line: number, text: '', gap: index === 0 ? gap : 0 });
    open.push(text);
    const block = blocks.at(-1);
    if (goesOn[index] || !block) return;
    block.text = joinLines(open);
    open = [];
  });
  return blocks;
}

/** A short line of a wrapped paragraph: its sentence goes on in the next. */
const isOpen = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && /[\p{L},;-]$/u.test(line.text) && /^\p{Ll}/u.test(next.text);

/** A word that a hyphen or a dash breaks at a line's end is closed up again. */
const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) =>
    /[\p{L}\p{N}](?:-|--|\u2014)$/u.test(text) ? text + line : `${text} ${line}`,
  );

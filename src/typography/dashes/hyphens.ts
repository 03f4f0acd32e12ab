/** The rows of hyphens of a run, and on which side of the words each was typed. */
import {
  CLOSER,
  COMMA,
  EDGE,
  ELLIPSIS,
  HYPHEN_CODE,
  LETTER,
  QUOTE,
  SPACE,
  STOP,
  kindAt,
} from '../characters.js';

/** A row of hyphens where it stands. */
export interface Hyphens {
  start: number;
  end: number;
  /** Where the spaces before it begin, and where those after it end. */
  from: number;
  to: number;
  /** The kinds of the characters beside it. */
  left: number;
  right: number;
  /** `both`: spaced; `opens`: a space before it alone; `closes`: behind it alone, or punctuation; `tight`: neither. */
  side: 'both' | 'opens' | 'closes' | 'tight';
  /** Whether another of the same length closes what it opens, or opened what it closes. */
  answered: boolean;
}

/** All rows of hyphens of a text. */
export function hyphensOf(text: string): Hyphens[] {
  const rows: Hyphens[] = [];
  for (let start = text.indexOf('-'); start >= 0;) {
    let end = start + 1;
    while (text.charCodeAt(end) === HYPHEN_CODE) end += 1;
    rows.push(hyphensAt(text, start, end));
    start = text.indexOf('-', end);
  }
  if (rows.length > 1) answer(rows);
  return rows;
}

function hyphensAt(text: string, start: number, end: number): Hyphens {
  let from = start;
  while (kindAt(text, from - 1) === SPACE) from -= 1;
  let to = end;
  while (kindAt(text, to) === SPACE) to += 1;
  const left = kindAt(text, start - 1);
  const right = kindAt(text, end);
  return { start, end, from, to, left, right, side: sideOf(left, right), answered: false };
}

const ENDS: ReadonlySet<number> = new Set([SPACE, EDGE, COMMA, STOP, CLOSER]);
const WORD_ENDS: ReadonlySet<number> = new Set([LETTER, QUOTE, CLOSER, STOP, COMMA, ELLIPSIS]);

function sideOf(left: number, right: number): Hyphens['side'] {
  const isOpen = left === SPACE || left === EDGE;
  if (isOpen && right === SPACE) return 'both';
  if (isOpen) return 'opens';
  return ENDS.has(right) && WORD_ENDS.has(left) ? 'closes' : 'tight';
}

/** Pairs each row that opens with the next that closes. The first of a paragraph begins a speech and opens nothing. */
function answer(rows: readonly Hyphens[]): void {
  let open: Hyphens | undefined;
  for (const row of rows) {
    if (row.left === EDGE) continue;
    if (row.side === 'opens') open = row;
    else if (row.side === 'closes' && open && open.end - open.start === row.end - row.start) {
      open.answered = true;
      row.answered = true;
      open = undefined;
    }
  }
}

/** A text in both forms: as it stands, for people, and its letters alone, for comparison. */
import type { Place } from '../../types.js';
import { letterOffsets, lettersOf } from './letters.js';
import { readable, sourceLines } from './marks.js';
import type { Piece } from './pieces.js';

export interface Script {
  raw: string;
  letters: string;
}

/** A script whose letters can be found in its raw text. */
export interface IndexedScript extends Script {
  /** Offset in `raw` by offset in `letters`; one more for the end. */
  offsets: number[];
}

/** A text with its letters. */
export const scriptOf = (raw: string): Script => ({ raw, letters: lettersOf(raw) });

/** A script whose letters know their places. */
export const indexed = (script: Script): IndexedScript => ({
  ...script,
  offsets: [...letterOffsets(script.raw), script.raw.length],
});

/** The text of pieces in a row. */
export const rawOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The manuscript and the place in it of an offset in the joined pieces. */
export function placeIn(pieces: readonly Piece[], offset: number): { path?: string; place?: Place } {
  let begin = 0;
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (piece.place) last = piece;
    if (offset < begin + piece.text.length) {
      if (!piece.place) break;
      const lines = sourceLines(piece.text.slice(0, offset - begin));
      const inLine = lines.at(-1)?.length ?? 0;
      const { line, column } = piece.place;
      return {
        path: piece.path,
        place: { line: line + lines.length - 1, column: (lines.length === 1 ? column : 1) + inLine },
      };
    }
    begin += piece.text.length;
  }
  const known = last ?? pieces.at(-1);
  return known ? { path: known.path, ...(known.place ? { place: known.place } : {}) } : {};
}

/** Raw characters of context on either side. */
const CONTEXT = 32;
/** A quoted text longer than this is cut in the middle. */
const LONGEST = 80;

/** Letters `start` to `end` as they stand, cut to a line. */
export const quoted = (script: IndexedScript, start: number, end: number): string =>
  shortened(oneLine(script.raw.slice(script.offsets[start], endOf(script, start, end))));

/** The words of these letters between brackets, with some of what stands round them. */
export function quotedInContext(script: IndexedScript, start: number, end: number): string {
  let from = script.offsets[start] ?? script.raw.length;
  let to = endOf(script, start, end);
  while (from > 0 && !/\s/u.test(script.raw.charAt(from - 1))) from -= 1;
  while (to < script.raw.length && !/\s/u.test(script.raw.charAt(to))) to += 1;
  const left = wordsBefore(script.raw, from);
  const right = oneLine(script.raw.slice(to, to + CONTEXT)).replace(
    to + CONTEXT < script.raw.length ? /\s\S*$/u : /\s$/u,
    '',
  );
  return `${left}[${shortened(oneLine(script.raw.slice(from, to)))}]${right}`;
}

/** What stands before a letter. */
export function before(script: IndexedScript, start: number): string {
  const at = start === 0 ? 0 : (script.offsets[start - 1] ?? 0) + 1;
  return wordsBefore(script.raw, at).trim();
}

/** The last words before an offset; the first is no half one. */
const wordsBefore = (raw: string, at: number): string =>
  oneLine(raw.slice(Math.max(0, at - CONTEXT), at)).replace(at > CONTEXT ? /^\S*\s/u : /^\s/u, '');

/** Whether a block begins between a letter and the one before it. */
export const beginsBlock = ({ raw, offsets }: IndexedScript, at: number): boolean =>
  at === 0 || raw.slice(offsets[at - 1], offsets[at]).includes('\n');

/** Whether a letter and the one before it are of one word. */
export const isWithinWord = ({ raw, offsets }: IndexedScript, at: number): boolean =>
  at > 0 && at < offsets.length - 1 && !/\s/u.test(raw.slice(offsets[at - 1], offsets[at]));

/** Raw offset behind the last letter of a stretch. */
const endOf = ({ offsets, raw }: IndexedScript, start: number, end: number): number =>
  end === start ? (offsets[start] ?? raw.length) : (offsets[end - 1] ?? raw.length) + 1;

const oneLine = readable;

const shortened = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST / 2).trimEnd()} \u2026 ${text.slice(-LONGEST / 2).trimStart()}`;

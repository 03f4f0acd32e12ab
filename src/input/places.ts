/** Offsets in a text as lines and columns. */
import type { Place } from '../types.js';

/** The line and column, from 1, of an offset in `text`. */
export function placeAt(text: string, offset: number): Place {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: linesIn(text, lineStart) + 1, column: offset - (offset === 0 ? 0 : lineStart) + 1 };
}

/** How many line feeds `text` has before `end`. */
export function linesIn(text: string, end = text.length): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The offset of each line of `text`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

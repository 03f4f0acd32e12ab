/** Bounds on what is parsed, so that no manuscript takes more than its share of time and memory. */
import { fatal } from '../diagnostics.js';
import type { Message, Place } from '../types.js';
import { placeAt } from './places.js';

/** The most characters on one line: a paragraph of 170,000 words. */
export const MAX_LINE = 1024 * 1024;
/** How deep quotes and lists may be nested on one line. */
export const MAX_NESTING = 100;

/** The marks at the beginning of a line that open block quotes and lists. */
const MARKERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
/** One of the marks. */
const MARKER = />|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
const THEMATIC_BREAK = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/** What in `text` goes beyond the bounds: at most one message, fatal. */
export function checkLimits(text: string, path: string): Message[] {
  for (const line of linesOf(text)) {
    if (line.text.length > MAX_LINE) return [longLine(line.text.length, placeAt(text, line.offset), path)];
    const depth = nesting(line.text);
    if (depth > MAX_NESTING) return [deepLine(depth, placeAt(text, line.offset), path)];
  }
  return [];
}

function* linesOf(text: string): Generator<{ text: string; offset: number }> {
  for (let offset = 0; offset <= text.length;) {
    const end = text.indexOf('\n', offset);
    const stop = end < 0 ? text.length : end;
    yield { text: text.slice(offset, stop), offset };
    offset = stop + 1;
  }
}

/** A line needs at least this many characters to nest too deep. */
const SHORT = MAX_NESTING;

function nesting(line: string): number {
  if (line.length < SHORT) return 0;
  const markers = MARKERS.exec(line)?.[0];
  if (markers === undefined || THEMATIC_BREAK.test(line)) return 0;
  return markers.match(MARKER)?.length ?? 0;
}

const longLine = (length: number, place: Place, path: string): Message =>
  fatal('limits:line', `Unexpected line of ${length} characters, expected at most ${MAX_LINE}`, {
    path,
    place,
    hint: 'Put an empty line between paragraphs.',
  });

const deepLine = (depth: number, place: Place, path: string): Message =>
  fatal(
    'limits:nesting',
    `Unexpected ${depth} quotes or lists in one another, expected at most ${MAX_NESTING}`,
    {
      path,
      place,
      hint: 'Take away some of the `>` or list marks at the beginning of the line.',
    },
  );

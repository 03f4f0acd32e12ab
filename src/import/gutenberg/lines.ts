/** Where Project Gutenberg's own words end and begin: the markers of 1991 to now. */

/** A text in its three parts, and the lines (from 0) on which the last two begin. */
export interface Lines {
  head: string;
  body: string;
  foot: string;
  start: number;
  end: number;
}

/** What ends the head, the surest first. */
export const STARTS = [
  /^\s*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG/i,
  /^\s*\*END\*? ?THE SMALL PRINT!?/i,
  /^\s*\*{3} ?START OF THE PROJECT/i,
];
/** What begins the foot. */
export const ENDS = [
  /^\s*\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG/i,
  /^\s*\**\s*End of (?:the |this )?Project Gutenberg(?:['’]s|-tm)?\b/i,
  /^\s*\*{3} ?END: FULL LICENSE/i,
];
/** Markers may run over two lines, and close with stars. */
const CLOSED = /\*{3}\s*$|\*END\*/;

/** The parts of a text; all of it is the body where it has no markers. */
export function linesOf(text: string): Lines {
  const lines = text.split('\n');
  const start = startOf(lines);
  const end = endOf(lines, start);
  const part = (from: number, to: number): string => lines.slice(from, to).join('\n');
  return { head: part(0, start), body: part(start, end), foot: part(end, lines.length), start, end };
}

function startOf(lines: readonly string[]): number {
  for (const marker of STARTS) {
    const at = lines.findIndex((line) => marker.test(line));
    if (at < 0) continue;
    const isOpen =
      !CLOSED.test((lines[at] ?? '').replace(/^\s*\*{3}/, '')) && CLOSED.test(lines[at + 1] ?? '');
    return at + (isOpen ? 2 : 1);
  }
  return 0;
}

function endOf(lines: readonly string[], start: number): number {
  const found = ENDS.map((marker) => lines.findIndex((line, index) => index >= start && marker.test(line)));
  return Math.min(lines.length, ...found.filter((at) => at >= 0));
}

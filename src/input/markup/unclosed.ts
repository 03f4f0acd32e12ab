/** Blocks that nothing closes: they would take in all that follows, chapters too, and end before the next heading. */
import { warning } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { wholeName } from './rewrite.js';

const FENCE =
  /^([ \t>]*)(?:(:{3,})([A-Za-z][\w-]*(?:\[[^\n]*\])?(?:\{[^\n]*\})?)?[ \t]*|(`{3,}|~{3,})([^\n`]*))$/;
const HEADING = /^#{1,6}[ \t]+\S/;

/** A block that is open. */
interface Open {
  /** The fence, as its author wrote it. */
  mark: string;
  size: number;
  line: number;
  /** Where the first heading in it stands. */
  heading?: number;
}

/** Where a text is to be cut so that no block goes on beyond the next heading, and a message for each such block. */
export function unclosed(text: string, path: string, line: number): { cuts: number[]; messages: Message[] } {
  if (!/^[ \t>]*(?::{3,}[A-Za-z]|`{3}|~{3})/m.test(text)) return { cuts: [], messages: [] };
  const open: Open[] = [];
  const lost: Open[] = [];
  let code: (Open & { character: string }) | undefined;
  let offset = 0;
  text.split('\n').forEach((row, index) => {
    const [, before = '', colons = '', name = '', ticks = '', info = ''] =
      row.length < 1000 ? (FENCE.exec(row) ?? []) : [];
    if (code) {
      if (ticks.startsWith(code.mark) && info.trim() === '') code = undefined;
    } else if (ticks !== '') {
      const mark = { mark: ticks, size: ticks.length, line: line + index, character: ticks[0] ?? '' };
      if (!(ticks.startsWith('~') && info.trim() === '')) code = mark;
    } else if (colons !== '' && name !== '') {
      // Within a quotation or a list it ends with that.
      if (before === '') {
        // What closes this one would close one of as many colons before it, and the chapters between would be within.
        const over = open.findIndex(({ heading, size }) => heading !== undefined && size <= colons.length);
        if (over >= 0) lost.push(...open.splice(over));
        open.push({
          mark: `${colons}${wholeName(name.replace(/[[{].*/, ''))}`,
          size: colons.length,
          line: line + index,
        });
      }
    } else if (colons !== '') {
      const closed = open.findIndex(({ size }) => size <= colons.length);
      if (closed >= 0) open.length = closed;
    } else if (HEADING.test(row)) {
      for (const block of open) block.heading ??= offset;
    }
    offset += row.length + 1;
  });
  open.unshift(...lost);
  const cuts = open.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
  const left = code ? [...open, code] : open;
  return {
    cuts: [...new Set(cuts)].sort((a, b) => a - b),
    messages: left.map((block) => neverClosed(block, path, block === code)),
  };
}

const neverClosed = ({ mark, line, heading }: Open, path: string, isCode: boolean): Message =>
  warning('markdown:unclosed', `\`${mark}\` is never closed`, {
    path,
    place: { line, column: 1 },
    hint:
      heading === undefined
        ? `Everything after it is inside it. Close it with a line of \`${isCode ? mark : ':::'}\`.`
        : 'It ends before the next heading. Close it with a line of `:::`.',
  });

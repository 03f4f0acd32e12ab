/**
 * Lines of a poem that begin as a list or a heading would: `- and so`, `1. The rope`, `# of days`. In `:::verse` they are
 * lines. Their marks are hidden from the parser, character for character, so that no place in the text moves.
 */
import { hide } from './hidden.js';

const FENCE = /^[ \t>]*(:{3,})([A-Za-z][\w-]*)?/;
/** A mark, the space behind it, and words: three hyphens or stars are a break. */
const BEGUN = /^([ \t>]*)(?:([-*+])|(\d{1,9})([.)])|(#{1,6}))(?=[ \t]+(?![-*_ \t]+$)\S)/;

/** Whether a text can hold such a line at all. */
export const hasVerseLine = (text: string): boolean =>
  /^[ \t>]*:{3,}verse\b/m.test(text) && /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]/m.test(text);

/** The text with such marks hidden, in each poem that is closed. */
export function hideVerseLines(text: string): string {
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, colons = '', name] = FENCE.exec(lines[index] ?? '') ?? [];
    if (name !== 'verse') continue;
    const end = endOf(lines, index, colons.length);
    for (let at = index + 1; at < end; at += 1) lines[at] = hidden(lines[at] ?? '');
  }
  return lines.join('\n');
}

/** The line that closes a block; its first line where none does. */
function endOf(lines: readonly string[], start: number, colons: number): number {
  let inner = 0;
  for (let at = start + 1; at < lines.length; at += 1) {
    const [whole = '', fence = '', name] = FENCE.exec(lines[at] ?? '') ?? [];
    if (fence === '') continue;
    if (name !== undefined) inner += 1;
    else if ((lines[at] ?? '').slice(whole.length).trim() !== '') continue;
    else if (inner > 0) inner -= 1;
    else if (fence.length >= colons) return at;
  }
  return start;
}

const hidden = (line: string): string =>
  line.replace(
    BEGUN,
    (_, space: string, bullet?: string, number?: string, stop?: string, hashes?: string) =>
      space + (number ?? '') + hide(bullet ?? stop ?? hashes ?? ''),
  );

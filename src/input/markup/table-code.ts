/**
 * Bars within code in a cell: `| `a|b` | either |`. GitHub parts the cell there; its author meant code, where the row
 * has just so many cells too many. They are hidden from the parser, character for character.
 */
import { hide } from './hidden.js';

const DELIMITER = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
const CODE = /(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g;

/** Whether a text can hold one at all. */
export const hasTableCode = (text: string): boolean =>
  /`[^`\n|]*\|[^`\n]*`/.test(text) && /^[ \t>|]*:?-+:?[ \t]*\|/m.test(text);

/** The text with such bars hidden. */
export function hideTableCode(text: string): string {
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (!DELIMITER.test(line)) return;
    const columns = cellsIn(line);
    for (let at = Math.max(0, index - 1); /\S/.test(lines[at] ?? ''); at += 1)
      if (at !== index) lines[at] = whole(lines[at] ?? '', columns);
  });
  return lines.join('\n');
}

const cellsIn = (row: string): number =>
  row
    .replace(/^[ \t>]*\|?/, '')
    .replace(/(?<!\\)\|?[ \t]*$/, '')
    .split(/(?<!\\)\|/).length;

/** A row whose code is whole, where it then has no more cells than the table. */
function whole(row: string, columns: number): string {
  if (!row.includes('`') || cellsIn(row) <= columns) return row;
  const hidden = row.replaceAll(CODE, (code) => code.replaceAll(/(?<!\\)\|/g, hide));
  return cellsIn(hidden) <= columns ? hidden : row;
}

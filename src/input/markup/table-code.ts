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
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!DELIMITER.test(line)) continue;
    const columns = cellsIn(line);
    let at = Math.max(0, index - 1);
    for (; /\S/.test(lines[at] ?? ''); at += 1) if (at !== index) lines[at] = whole(lines[at] ?? '', columns);
    // A second such line is a row of the same table. Below an empty line there is none above.
    index = Math.max(index, at);
  }
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

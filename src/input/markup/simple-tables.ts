/**
 * pandoc's simple tables, whose columns are drawn with dashes below their head: bars are put between the columns,
 * character for character, so that no place in the text moves.
 *
 * @see https://pandoc.org/MANUAL.html#extension-simple_tables
 */

/** The line of dashes below a head: two columns or more. */
const DASHES = /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** Whether a text can hold one at all. */
export const hasSimpleTable = (text: string): boolean => /^ {0,3}-{2,} +-{2,}[ \t-]*$/m.test(text);

/** A column, from the first character of its dashes to behind the last. */
interface Column {
  from: number;
  to: number;
}

/** The text with its simple tables as tables of GFM. */
export function withBars(text: string): string {
  const lines = text.split('\n');
  let fence = '';
  lines.forEach((line, index) => {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    if (fence !== '' || !DASHES.test(line)) return;
    const isHead = /\S/.test(lines[index - 1] ?? '') && !/\S/.test(lines[index - 2] ?? '');
    let end = index + 1;
    while (/\S/.test(lines[end] ?? '')) end += 1;
    if (!isHead || end === index + 1) return;
    const rows = lines.slice(index - 1, end);
    const made = barred(rows, columnsOf(line));
    if (made) lines.splice(index - 1, made.length, ...made);
  });
  return lines.join('\n');
}

const columnsOf = (dashes: string): Column[] =>
  [...dashes.matchAll(/-+/g)].map(({ 0: row, index }) => ({ from: index, to: index + row.length }));

/** The rows with bars between the columns; nothing where words stand there. */
function barred(
  [head = '', drawn = '', ...rows]: readonly string[],
  columns: readonly Column[],
): string[] | undefined {
  const all = [head, ...rows];
  if (all.some((row) => /[|\t]/.test(row)) || all.some((row) => DASHES.test(row))) return undefined;
  const bars: number[] = [];
  for (const [index, { to }] of columns.entries()) {
    const next = columns[index + 1];
    if (!next) break;
    const gap = Array.from({ length: next.from - to }, (_, step) => next.from - 1 - step);
    const bar = gap.find((at) => all.every((row) => ' '.includes(row.charAt(at) || ' ')));
    if (bar === undefined) return undefined;
    bars.push(bar);
  }
  const dashes = columns
    .map(({ from, to }, index) => delimiter(head, { from, to }, index === 0 ? 0 : (bars[index - 1] ?? 0) + 1))
    .map((cell, index) => cell.padEnd((bars[index] ?? columns.at(-1)?.to ?? 0) - (bars[index - 1] ?? -1) - 1))
    .join('|');
  const withOwn = (row: string): string => {
    const made = bars.reduce((own, at) => (at < own.length ? replacedAt(own, at) : own), row);
    // A row that is set in would be code.
    return made.startsWith(' ') ? replacedAt(made, 0) : made;
  };
  return [withOwn(head), dashes.padEnd(drawn.length), ...rows.map(withOwn)];
}

const replacedAt = (row: string, at: number): string => `${row.slice(0, at)}|${row.slice(at + 1)}`;

/** Dashes as GFM has them, a colon on the side on which the head stands at their end; `start` is where the cell begins. */
function delimiter(head: string, { from, to }: Column, start: number): string {
  const isLeft = head.charAt(from).trim() !== '';
  const isRight = head.charAt(to - 1).trim() !== '';
  const isCentred = !isLeft && !isRight && head.slice(from, to).trim() !== '';
  const open = isCentred ? ':' : '-';
  const close = isCentred || (isRight && !isLeft) ? ':' : '-';
  return ' '.repeat(from - start) + open + '-'.repeat(Math.max(0, to - from - 2)) + close;
}

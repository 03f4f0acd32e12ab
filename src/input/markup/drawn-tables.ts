/**
 * pandoc's tables whose cells have several lines: grid tables, drawn with `+---+`, and multiline tables, drawn with
 * dashes and empty lines. They are hidden from the parser as code, line for line, so that no place in the text moves.
 *
 * @see https://pandoc.org/MANUAL.html#extension-multiline_tables
 */
import type { AlignType, BlockContent, Code, ListItem, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Table, TableCell } from 'mdast';
import { movePoints } from '../fast/shift.js';

/** A noncharacter, which no text holds: the language of the code that stands for a table. */
const HIDDEN = '\uFDE6';
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
const BORDER = /^ {0,3}\+(?:[-=:]+\+)+[ \t]*$/;
/** A whole line of dashes, and one of two columns or more. */
const RULE = /^ {0,3}-{6,}[ \t]*$/;
const DASHES = /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/;
const MARK = `~~~${HIDDEN}`;

/** A cell as it was typed: its lines, one below the other. */
type Lines = string[];

/** A table that is hidden, from the line of its first row on. */
export interface Drawn {
  align: AlignType[];
  /** No row where the table has no head. */
  head: Lines[] | undefined;
  rows: Lines[][];
}

/** Whether a text can hold one at all. */
export const hasDrawnTable = (text: string): boolean =>
  /^ {0,3}(?:\+[-=:]+\+|-{6,}[ \t]*$|-{2,} +-{2,})/m.test(text);

const isBlank = (line: string | undefined): boolean => !/\S/.test(line ?? '');

/** The text with its drawn tables hidden, and these in their order. */
export function hideDrawn(text: string): { text: string; drawn: Drawn[] } {
  const lines = text.split('\n');
  const drawn: Drawn[] = [];
  let fence = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    if (fence !== '' || !isBlank(lines[index - 1]) || line.trimEnd().length < MARK.length) continue;
    const found = BORDER.test(line) ? gridAt(lines, index) : multilineAt(lines, index);
    if (!found) continue;
    const last = lines[found.end] ?? '';
    lines[index] = MARK.padEnd(line.length);
    lines[found.end] = '~~~'.padEnd(last.length);
    drawn.push(found.drawn);
    index = found.end;
  }
  return { text: drawn.length > 0 ? lines.join('\n') : text, drawn };
}

interface Found {
  drawn: Drawn;
  /** The line that ends it. */
  end: number;
}

function gridAt(lines: readonly string[], start: number): Found | undefined {
  let end = start;
  while (/^ {0,3}[+|]/.test(lines[end + 1] ?? '')) end += 1;
  const first = (lines[start] ?? '').trimEnd();
  const bars = [...first.matchAll(/\+/g)].map(({ index }) => index);
  if (end < start + 2 || !BORDER.test(lines[end] ?? '') || !isBlank(lines[end + 1])) return undefined;
  const groups: { rows: string[]; below: string }[] = [{ rows: [], below: '' }];
  for (const line of lines.slice(start + 1, end + 1)) {
    const last = groups.at(-1);
    if (!line.trimStart().startsWith('+')) last?.rows.push(line);
    else {
      if (!BORDER.test(line)) return undefined;
      if (last) last.below = line;
      groups.push({ rows: [], below: '' });
    }
  }
  groups.pop();
  const rows = groups.map(({ rows: typed }) => cellsOf(typed, bars));
  if (rows.some((row) => row === undefined)) return undefined;
  const read = rows as Lines[][];
  const headAt = groups.findIndex(({ below }) => below.includes('='));
  const align = alignOf(headAt < 0 ? first : (groups[headAt]?.below ?? ''));
  if (headAt > 0) return undefined;
  return { drawn: { align, head: headAt < 0 ? undefined : read[0], rows: read.slice(headAt + 1) }, end };
}

/** The cells of a row of a grid; nothing where a bar is missing, as in a cell across several columns. */
function cellsOf(typed: readonly string[], bars: readonly number[]): Lines[] | undefined {
  const cells: Lines[] = bars.slice(1).map(() => []);
  for (const line of typed) {
    const isDrawn = bars.every((bar) => line.charAt(bar) === '|');
    // Wide letters take the room of two: the bars stand elsewhere then.
    const parts = isDrawn
      ? bars.slice(1).map((bar, index) => line.slice((bars[index] ?? 0) + 1, bar))
      : line
          .trim()
          .split(/(?<!\\)\|/)
          .slice(1, -1);
    if (parts.length !== cells.length) return undefined;
    parts.forEach((part, index) => cells[index]?.push(part.replace(/^ /, '').trimEnd()));
  }
  return cells;
}

const alignOf = (border: string): AlignType[] =>
  border
    .trim()
    .slice(1, -1)
    .split('+')
    .map((rule) => {
      const [open, close] = [rule.startsWith(':'), rule.endsWith(':')];
      return open && close ? 'center' : open ? 'left' : close ? 'right' : null;
    });

function multilineAt(lines: readonly string[], start: number): Found | undefined {
  const first = lines[start] ?? '';
  const isHeadless = DASHES.test(first);
  if (!isHeadless && !RULE.test(first)) return undefined;
  let at = start;
  while (!isHeadless && !isBlank(lines[at + 1]) && !DASHES.test(lines[at] ?? '')) at += 1;
  const drawnAt = lines[at] ?? '';
  if (!DASHES.test(drawnAt) || (!isHeadless && at === start)) return undefined;
  let end = at + 1;
  while (end < lines.length && !RULE.test(lines[end] ?? '') && lines[end]?.trim() !== drawnAt.trim()) {
    if (isBlank(lines[end]) && isBlank(lines[end + 1])) return undefined;
    end += 1;
  }
  if (end === at + 1 || end >= lines.length || !isBlank(lines[end + 1])) return undefined;
  if (isHeadless && !DASHES.test(lines[end] ?? '')) return undefined;
  const columns = [...drawnAt.matchAll(/-+/g)].map(({ 0: row, index }) => ({
    from: index,
    to: index + row.length,
  }));
  const sliced = (row: readonly string[]): Lines[] =>
    columns.map(({ from }, index) => row.map((line) => line.slice(from, columns[index + 1]?.from).trim()));
  const body = lines.slice(at + 1, end);
  // Words stand where the columns part: these are no rows.
  const isParted = [...lines.slice(start + 1, at), ...body].every((line) =>
    columns.slice(1).every(({ from }) => isBlank(line.charAt(from - 1))),
  );
  if (!isParted || isBlank(body[0])) return undefined;
  const rows = body.some(isBlank) ? rowsBetween(body) : isHeadless ? body.map((line) => [line]) : [body];
  const head = lines.slice(start + 1, at);
  const shown = isHeadless ? (rows[0] ?? []) : head;
  const align = columns.map(({ from, to }): AlignType => {
    const isLeft = shown.some((line) => !isBlank(line.charAt(from)));
    const isRight = shown.some((line) => !isBlank(line.charAt(to - 1)));
    return isLeft ? (isRight ? null : 'left') : isRight ? 'right' : 'center';
  });
  return {
    drawn: { align, head: isHeadless ? undefined : sliced(head), rows: rows.map(sliced) },
    end,
  };
}

/** Rows of several lines, with an empty line between them. */
function rowsBetween(lines: readonly string[]): string[][] {
  const rows: string[][] = [[]];
  for (const line of lines) {
    if (isBlank(line)) rows.push([]);
    else rows.at(-1)?.push(line);
  }
  return rows.filter((row) => row.length > 0);
}

/** Puts the tables where the code stands that they were hidden as. */
export function settleDrawn(tree: Parents, drawn: readonly Drawn[], parse: (markdown: string) => Root): void {
  let next = 0;
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).map((child): Nodes => {
      if (child.type === 'code' && child.lang === HIDDEN) {
        const table = drawn[next];
        next += 1;
        return table ? tableOf(table, child, parse) : child;
      }
      if ('children' in child) settle(child);
      return child;
    }) as typeof parent.children;
  };
  settle(tree);
}

function tableOf({ align, head, rows }: Drawn, { position }: Code, parse: (text: string) => Root): Table {
  const at = position ? { position } : {};
  const cellOf = (lines: Lines): TableCell => {
    const cell: TableCell = {
      type: 'tableCell',
      children: inline(parse(setOut(lines)).children),
      ...at,
    };
    const { start } = position ?? {};
    if (start) for (const child of cell.children) movePoints(child, () => ({ ...start }));
    return cell;
  };
  const empty = align.map((): Lines => []);
  return {
    type: 'table',
    align,
    children: [head ?? empty, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map(cellOf),
      ...at,
    })),
    ...(head ? {} : { data: { headless: true } }),
    ...at,
  };
}

/** Lines without what sets all of them in. */
function setOut(lines: Lines): string {
  const least = Math.min(
    ...lines.filter((line) => !isBlank(line)).map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return lines
    .map((line) => line.slice(least))
    .join('\n')
    .trim();
}

const BREAK = { type: 'break' } as const;

/** Blocks as inline content, a line each: a cell holds nothing else. */
const inline = (blocks: readonly Nodes[]): PhrasingContent[] =>
  blocks.flatMap((block, index) => [...(index > 0 ? [BREAK] : []), ...lineOf(block as BlockContent)]);

function lineOf(block: BlockContent): PhrasingContent[] {
  if (block.type === 'paragraph') return block.children;
  if (block.type === 'heading') return [{ type: 'strong', children: block.children }];
  if (block.type === 'code') return [{ type: 'inlineCode', value: block.value }];
  if (block.type === 'list')
    return block.children.flatMap((item, index) => [
      ...(index > 0 ? [BREAK] : []),
      { type: 'text', value: markOf(block.ordered === true, (block.start ?? 1) + index) } as const,
      ...inline(item.children as (Nodes | ListItem)[]),
    ]);
  return 'children' in block ? inline(block.children) : [];
}

const markOf = (isOrdered: boolean, number: number): string =>
  isOrdered ? `${String(number)}. ` : '\u2022 ';

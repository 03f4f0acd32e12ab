import type { Element } from 'hast';
import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import { element } from '../elements.js';
import type { NodeHandler } from './index.js';

/** The text area of a phone, in ems of its text. */
const ROOM = 14.5;
/** The most cells of short rows that are filled in for a book: a table of n columns and n rows of one has n². */
const MAX_FILLED = 50_000;
/** How wide a letter is, in ems: that of the widest of the themes' typefaces. */
const LETTER = 0.52;

/**
 * The sizes that a table is set in, largest first: its type, in ems of the text, and the room on both sides of a cell,
 * in ems of that type. A theme sets them by class, each with those before it.
 */
const SIZES = [
  { className: '', type: 0.9, gap: 0.8 },
  { className: 'wide', type: 0.8, gap: 0.4 },
  { className: 'wider', type: 0.65, gap: 0.4 },
  { className: 'widest', type: 0, gap: 0 },
] as const;

/**
 * A table; columns are aligned by class, since a book has no inline styles. Where the first heading is empty, the
 * first cell of each row heads it.
 */
export const table: NodeHandler<Table> = (node, context, state) => {
  // GitHub leaves out what a row has beyond the head; nothing that was written is left out here.
  const columns = node.children.reduce(
    (most, { children }) => Math.max(most, children.length),
    node.align?.length ?? 0,
  );
  const fills = mayFill(node, columns, context);
  const alignFor = ({ children }: TableRow) =>
    Array.from({ length: fills ? columns : children.length }, (_, column) => node.align?.[column]);
  const [head, ...body] = node.children;
  const headed = head?.children[0]?.children.length === 0;
  const rows = body.map((row) =>
    tableRow(row, alignFor(row), (index) => (headed && index === 0 ? 'row' : undefined), state),
  );
  const className = classesFor(node, columns);
  return element('table', className.length > 0 ? { className } : {}, [
    ...(head ? [element('thead', {}, [tableRow(head, alignFor(head), () => 'col', state)])] : []),
    ...(rows.length > 0 ? [element('tbody', {}, rows)] : []),
  ]);
};

/** Whether the short rows are filled up: not where that would make far more cells than were written. */
function mayFill(node: Table, columns: number, context: Context): boolean {
  const { shared } = context;
  const cells = node.children.reduce((sum, { children }) => sum + children.length, 0);
  const missing = columns * node.children.length - cells;
  if (shared.filledCells + missing <= MAX_FILLED) {
    shared.filledCells += missing;
    return true;
  }
  const reason = `The table has ${String(columns)} columns, and its rows lack ${String(missing)} cells in all`;
  const hint = `No more than ${String(MAX_FILLED)} cells are filled in for a book: its short rows stay short.`;
  shared.messages.push(warning('limits:table', reason, { ...at(context, node), hint }));
  return false;
}

/** The first size at which the longest words of all columns stand side by side, and those before it. */
function classesFor({ children: rows }: Table, columns: number): string[] {
  const longest: number[] = [];
  for (const { children } of rows)
    for (const [column, cell] of children.entries())
      longest[column] = Math.max(longest[column] ?? 0, longestWord(cell));
  const letters = longest.reduce((sum, length) => sum + length, 0);
  const fits = SIZES.findIndex(({ type, gap }) => type * (letters * LETTER + columns * gap) <= ROOM);
  return SIZES.slice(1, fits + 1).map(({ className }) => className);
}

const longestWord = (cell: TableCell): number =>
  toString(cell)
    .split(/[\s\u2010-\u2015-]+/u)
    .reduce((most, { length }) => Math.max(most, length), 0);

type Scope = 'col' | 'row' | undefined;

function tableRow(
  row: TableRow,
  align: readonly (AlignType | undefined)[],
  scopeOf: (index: number) => Scope,
  state: State,
): Element {
  const cells = align.map((side, index) => tableCell(row.children[index], side, scopeOf(index), state));
  return element('tr', {}, cells);
}

function tableCell(
  cell: TableCell | undefined,
  side: AlignType | undefined,
  scope: Scope,
  state: State,
): Element {
  const children = cell ? state.all(cell) : [];
  const className = side ? { className: [`align-${side}`] } : {};
  // A heading cell with nothing in it names nothing.
  return scope !== undefined && children.length > 0
    ? element('th', { scope, ...className }, children)
    : element('td', className, children);
}

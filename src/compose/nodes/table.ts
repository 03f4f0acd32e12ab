import type { Element } from 'hast';
import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { element } from '../elements.js';

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
  const isHeadless = node.data?.headless === true;
  const headed = !isHeadless && head?.children[0]?.children.length === 0;
  const { className, breaks } = fit(node, columns);
  // The head first: notes are numbered as they are met.
  const headRow =
    head && !isHeadless && tableRow(head, { align: alignFor(head), breaks }, () => 'col', state);
  const rows = body.map((row) =>
    tableRow(
      row,
      { align: alignFor(row), breaks },
      (index) => (headed && index === 0 ? 'row' : undefined),
      state,
    ),
  );
  return element('table', className.length > 0 ? { className } : {}, [
    ...(headRow ? [element('thead', {}, [headRow])] : []),
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
  const hint = `Octavo fills in at most ${String(MAX_FILLED)} cells in a book: the short rows stay short.`;
  shared.messages.push(warning('limits:table', reason, { ...at(context, node), hint }));
  return false;
}

/** The smallest type, in ems of the text, and the room on both sides of a cell, in ems of that type. */
const SMALLEST = { type: 0.55, gap: 0.2 };

/**
 * The first size at which the longest words of all columns stand side by side, as classes with those before it; and
 * where none is small enough, which columns hold words so long that these break. No other column gives up its words
 * for them.
 */
function fit({ children: rows }: Table, columns: number): { className: string[]; breaks: boolean[] } {
  const longest: number[] = [];
  for (const { children } of rows)
    for (const [column, cell] of children.entries())
      longest[column] = Math.max(longest[column] ?? 0, longestWord(cell));
  const letters = longest.reduce((sum, length) => sum + length, 0);
  const fits = SIZES.findIndex(({ type, gap }) => type * (letters * LETTER + columns * gap) <= ROOM);
  const room = (ROOM / SMALLEST.type - columns * SMALLEST.gap) / LETTER;
  const most = letters <= room ? Infinity : longestThatFits(longest, room);
  return {
    className: SIZES.slice(1, fits + 1).map(({ className }) => className),
    breaks: longest.map((length) => length > most),
  };
}

/** The most letters of a word that stays whole, where columns with longer ones share what the others leave. */
function longestThatFits(longest: readonly number[], room: number): number {
  let left = room;
  const sorted = longest.toSorted((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = left / (sorted.length - index);
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}

const longestWord = (cell: TableCell): number =>
  toString(cell)
    .split(/[\s\u2010-\u2015-]+/u)
    .reduce((most, { length }) => Math.max(most, length), 0);

interface Columns {
  align: readonly (AlignType | undefined)[];
  /** Which hold words that break. */
  breaks: readonly boolean[];
}

type Scope = 'col' | 'row' | undefined;

function tableRow(
  row: TableRow,
  { align, breaks }: Columns,
  scopeOf: (index: number) => Scope,
  state: State,
): Element {
  const cells = align.map((side, index) =>
    tableCell(row.children[index], { side, breaks: breaks[index] === true }, scopeOf(index), state),
  );
  return element('tr', {}, cells);
}

function tableCell(
  cell: TableCell | undefined,
  { side, breaks }: { side: AlignType | undefined; breaks: boolean },
  scope: Scope,
  state: State,
): Element {
  const children = cell ? state.all(cell) : [];
  const names = [...(side ? [`align-${side}`] : []), ...(breaks ? ['breaks'] : [])];
  const className = names.length > 0 ? { className: names } : {};
  // A heading cell with nothing in it names nothing.
  return scope !== undefined && children.length > 0
    ? element('th', { scope, ...className }, children)
    : element('td', className, children);
}

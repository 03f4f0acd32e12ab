import type { Element } from 'hast';
import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { element } from '../elements.js';
import type { NodeHandler } from './index.js';

/** A table of more columns is `wide`, of more yet `wider` as well: they are set smaller, to stand on a phone. */
const WIDE = 4;
const WIDER = 6;

/**
 * A table; columns are aligned by class, since a book has no inline styles. Where the first heading is empty, the
 * first cell of each row heads it.
 */
export const table: NodeHandler<Table> = (node, _context, state) => {
  const align = node.align ?? [];
  const [head, ...body] = node.children;
  const headed = head?.children[0]?.children.length === 0;
  const rows = body.map((row) =>
    tableRow(row, align, (index) => (headed && index === 0 ? 'row' : undefined), state),
  );
  const { length } = align;
  const className = length > WIDER ? ['wide', 'wider'] : length > WIDE ? ['wide'] : [];
  return element('table', className.length > 0 ? { className } : {}, [
    ...(head ? [element('thead', {}, [tableRow(head, align, () => 'col', state)])] : []),
    ...(rows.length > 0 ? [element('tbody', {}, rows)] : []),
  ]);
};

type Scope = 'col' | 'row' | undefined;

function tableRow(
  row: TableRow,
  align: AlignType[],
  scopeOf: (index: number) => Scope,
  state: State,
): Element {
  const columns = Math.max(align.length, row.children.length);
  const cells = Array.from({ length: columns }, (_, index) =>
    tableCell(row.children[index], align[index], scopeOf(index), state),
  );
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

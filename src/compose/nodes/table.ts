import type { Element } from 'hast';
import type { AlignType, Table, TableRow } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { element } from '../elements.js';
import type { NodeHandler } from './index.js';

/** A table; columns are aligned by class, since a book has no inline styles. */
export const table: NodeHandler<Table> = (node, _context, state) => {
  const align = node.align ?? [];
  const [head, ...body] = node.children;
  const rows = body.map((row) => tableRow(row, align, 'td', state));
  return element('table', {}, [
    ...(head ? [element('thead', {}, [tableRow(head, align, 'th', state)])] : []),
    ...(rows.length > 0 ? [element('tbody', {}, rows)] : []),
  ]);
};

function tableRow(row: TableRow, align: AlignType[], name: 'th' | 'td', state: State): Element {
  const columns = Math.max(align.length, row.children.length);
  const cells = Array.from({ length: columns }, (_, index) => {
    const cell = row.children[index];
    const children = cell ? state.all(cell) : [];
    const side = align[index];
    const className = side ? { className: [`align-${side}`] } : {};
    // A heading cell with nothing in it names nothing.
    return name === 'th' && children.length > 0
      ? element('th', { scope: 'col', ...className }, children)
      : element('td', className, children);
  });
  return element('tr', {}, cells);
}

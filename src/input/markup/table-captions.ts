/** Captions of tables as pandoc has them: `: Boats by day` below one, `Table: Boats by day` below or above. */
import type { Nodes, Paragraph, Parents, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { part } from '../fast/stretches.js';

/** Whether a text can hold one at all. */
export const hasTableCaption = (text: string): boolean => /^[ \t>]*(?:[Tt]able)?:[ \t]+\S/m.test(text);

const BELOW = /^(?:[Tt]able)?:[ \t]+(?=\S)/;
const ABOVE = /^[Tt]able:[ \t]+(?=\S)/;

/** Makes figures of the tables with such a caption, in place. */
export function settleTableCaptions(tree: Parents): void {
  const made: Nodes[] = [];
  const nodes = [...(tree.children as Nodes[])];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Nodes;
    if (node.type !== 'table') {
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
        settleTableCaptions(node);
      made.push(node);
      continue;
    }
    const row = captionRow(node);
    const below = row ?? captionOf(nodes[index + 1], BELOW);
    if (below) {
      const table = row ? { ...node, children: node.children.slice(0, -1) } : node;
      made.push(figure(table, [table, below]));
      if (!row) index += 1;
      continue;
    }
    const above = captionOf(made.at(-1), ABOVE);
    if (above) made.pop();
    made.push(
      above ? figure(node, [{ ...above, data: { ...above.data, directiveLabel: true } }, node]) : node,
    );
  }
  tree.children = made as typeof tree.children;
}

const figure = ({ position }: Table, children: ContainerDirective['children']): ContainerDirective => ({
  type: 'containerDirective',
  name: 'figure',
  attributes: {},
  children,
  ...(position ? { position } : {}),
});

/** A paragraph as a caption, without the mark that it begins with. */
function captionOf(node: Nodes | undefined, mark: RegExp): Paragraph | undefined {
  const [first, ...others] = node?.type === 'paragraph' ? node.children : [];
  if (node?.type !== 'paragraph' || first?.type !== 'text' || first.data?.escaped?.includes(0))
    return undefined;
  const length = mark.exec(first.value)?.[0].length;
  return length === undefined ? undefined : { ...node, children: [part(first, length), ...others] };
}

/** The last row, where it is the caption: right below a table, a line is a row of it. */
function captionRow({ children }: Table): Paragraph | undefined {
  const [cell, ...others] = (children.length > 2 ? children.at(-1)?.children : undefined) ?? [];
  if (!cell || others.some((other) => other.children.length > 0)) return undefined;
  return captionOf({ type: 'paragraph', children: cell.children }, BELOW);
}

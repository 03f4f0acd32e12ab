import type { Element } from 'hast';
import type { ListItem, Paragraph, Parents } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import { addClass } from '../elements.js';
import type { NodeHandler } from './index.js';

const BALLOT_BOX = '\u2610';
const BALLOT_BOX_WITH_CHECK = '\u2611';

/** A list item, with its number where it does not follow from the one before; a task's box is a character, since e-readers have no use for an input. */
export const listItem: NodeHandler<ListItem> = (node, _context, state, parent) => {
  const made = item(node, state, parent);
  if (node.data?.number !== undefined) made.properties['value'] = String(node.data.number);
  return made;
};

function item(node: ListItem, state: State, parent: Parents | undefined): Element {
  if (typeof node.checked !== 'boolean') return defaultHandlers.listItem(state, node, parent);
  const box = { type: 'text' as const, value: `${node.checked ? BALLOT_BOX_WITH_CHECK : BALLOT_BOX} ` };
  const [first, ...rest] = node.children;
  const children: ListItem['children'] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [box, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [box] } satisfies Paragraph, ...node.children];
  const made = defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
  addClass(made, 'task');
  return made;
}

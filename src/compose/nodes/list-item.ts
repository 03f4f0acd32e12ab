import type { ListItem, Paragraph } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-hast';
import { addClass, isElement } from '../elements.js';
import type { NodeHandler } from './index.js';

const BALLOT_BOX = '\u2610';
const BALLOT_BOX_WITH_CHECK = '\u2611';

/** A list item; a task's box is a character, since e-readers have no use for an input. */
export const listItem: NodeHandler<ListItem> = (node, _context, state, parent) => {
  if (typeof node.checked !== 'boolean') return defaultHandlers.listItem(state, node, parent);
  const box = { type: 'text' as const, value: `${node.checked ? BALLOT_BOX_WITH_CHECK : BALLOT_BOX} ` };
  const [first, ...rest] = node.children;
  const children: ListItem['children'] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [box, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [box] } satisfies Paragraph, ...node.children];
  const item = defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
  if (isElement(item)) addClass(item, 'task');
  return item;
};

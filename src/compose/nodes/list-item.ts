import type { NodeHandler } from './handler.js';
import type { Element } from 'hast';
import type { ListItem, Nodes, Paragraph, Parents } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import type { Context } from '../context.js';
import { addClass } from '../elements.js';

const BALLOT_BOX = '\u2610';
const BALLOT_BOX_WITH_CHECK = '\u2611';

/** A list item, with its number where it does not follow from the one before; a task's box is a character, since e-readers have no use for an input. */
export const listItem: NodeHandler<ListItem> = (node, context, state, parent) => {
  // Paragraphs keep their tags where they would run into each other without.
  const made =
    parent && node.children.some(isMet)
      ? item({ ...node, spread: true }, context, state, undefined)
      : item(node, context, state, parent);
  if (node.data?.number !== undefined) made.properties.value = String(node.data.number);
  return made;
};

const PARAGRAPHS = new Set(['paragraph', 'leafDirective']);

/**
 * Whether a block is a paragraph that needs its tags: one that has attributes, or stands behind another, among which
 * is one that stays as it was typed.
 */
const isMet = (node: Nodes, index: number, blocks: readonly Nodes[]): boolean =>
  (node.type === 'paragraph' && node.data?.attributes !== undefined) ||
  (PARAGRAPHS.has(node.type) && PARAGRAPHS.has(blocks[index - 1]?.type ?? ''));

function item(node: ListItem, { page }: Context, state: State, parent: Parents | undefined): Element {
  if (typeof node.checked !== 'boolean') return defaultHandlers.listItem(state, node, parent);
  const box = { type: 'text' as const, value: `${node.checked ? BALLOT_BOX_WITH_CHECK : BALLOT_BOX} ` };
  const [first, ...rest] = node.children;
  const isText = first?.type === 'paragraph';
  const head: Paragraph = isText
    ? { ...first, children: [box, ...first.children] }
    : { type: 'paragraph', children: [box] };
  const id = isText ? page.ids.get(first) : undefined;
  if (id !== undefined) page.ids.set(head, id);
  const children: ListItem['children'] = [head, ...(isText ? rest : node.children)];
  const made = defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
  addClass(made, 'task');
  return made;
}

import type { NodeHandler } from './handler.js';
import type { Heading } from 'mdast';
import { attributesOf } from '../directives/attributes.js';
import { element, isBlank } from '../elements.js';

/**
 * A heading of the text, at its place in the outline; within a note, below the titles of the notes. One with nothing in
 * it is none.
 */
export const heading: NodeHandler<Heading> = (node, context, state) => {
  if (node.children.length === 0) return undefined;
  const children = state.all(node);
  if (children.every(isBlank)) return undefined;
  const { level, id } = context.page.headings.get(node) ?? { level: 3 };
  const own = attributesOf(node, context);
  return element(`h${String(level)}`, { ...own, ...(id === undefined ? {} : { id }) }, children);
};

import type { NodeHandler } from './handler.js';
import type { Heading } from 'mdast';
import { attributesOf } from '../directives/attributes.js';
import { plainTitle } from '../../text/titles.js';
import { element, isBlank } from '../elements.js';

/** Raw HTML that shows something without a word. */
const SHOWS = /<(?:img|svg|video|audio|object|picture)\b/i;

/**
 * A heading of the text, at its place in the outline; within a note, below the titles of the notes. One that says
 * nothing is none: what it shows, such as a picture without a description, stands in a paragraph.
 */
export const heading: NodeHandler<Heading> = (node, context, state) => {
  if (node.children.length === 0) return undefined;
  const children = state.all(node);
  const says = plainTitle(node) !== '';
  const shows = children.some(
    (child) => !isBlank(child) && (child.type !== 'raw' || SHOWS.test(child.value)),
  );
  if (!says && !shows) return undefined;
  const { level, id } = context.page.headings.get(node) ?? { level: 3 };
  const own = attributesOf(node, context);
  return element(says ? `h${String(level)}` : 'p', { ...own, ...(id === undefined ? {} : { id }) }, children);
};

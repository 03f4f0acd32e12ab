import type { ElementContent } from 'hast';
import type { Link, LinkReference, Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { attributesOf } from '../directives/attributes.js';
import { element } from '../elements.js';
import { withoutInnerLinks } from '../inner-links.js';
import { resolveLink } from '../links.js';
import { definitionOf, type Shown } from './image.js';

/** What pages of the web say of a link, and a book has no use for. */
const OF_THE_WEB = ['target', 'rel', 'download', 'title'];

/** A link that leads somewhere; else its text alone. */
function linkTo(
  { url, title }: Shown,
  node: Extract<Nodes, Link | LinkReference>,
  context: Context,
  state: State,
): ElementContent[] {
  const href = resolveLink(url, context, node);
  const children = state.all(node);
  if (href === undefined) return textOf(children);
  const own = node.type === 'link' ? attributesOf(node, context, OF_THE_WEB) : {};
  return withoutInnerLinks(element('a', { ...own, href, ...(title ? { title } : {}) }, children));
}

/** A link with its own address. */
export const link: NodeHandler<Link> = (node, context, state) => linkTo(node, node, context, state);

/** A link whose address is defined elsewhere; its text alone where it is not. */
export const linkReference: NodeHandler<LinkReference> = (node, context, state) => {
  const definition = definitionOf(node, context);
  return definition ? linkTo(definition, node, context, state) : textOf(state.all(node));
};

/** What a link holds without the link; where HTML stands in it, its end still closes what was left open in it. */
const textOf = (children: ElementContent[]): ElementContent[] =>
  children.some(holdsRaw) ? [element('a', {}, children)] : children;

const holdsRaw = (node: ElementContent): boolean =>
  node.type === 'raw' || (node.type === 'element' && node.children.some(holdsRaw));

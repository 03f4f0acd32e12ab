import type { ElementContent } from 'hast';
import type { Link, LinkReference, Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Context, NodeHandler } from '../context.js';
import { element } from '../elements.js';
import { withoutInnerLinks } from '../inner-links.js';
import { resolveLink } from '../links.js';
import { definitionOf, type Shown } from './image.js';

/** A link that leads somewhere; else its text alone. */
function linkTo(
  { url, title }: Shown,
  node: Extract<Nodes, Link | LinkReference>,
  context: Context,
  state: State,
): ElementContent[] {
  const href = resolveLink(url, context, node);
  const children = state.all(node);
  if (href === undefined) return children;
  return withoutInnerLinks(element('a', { href, ...(title ? { title } : {}) }, children));
}

/** A link with its own address. */
export const link: NodeHandler<Link> = (node, context, state) => linkTo(node, node, context, state);

/** A link whose address is defined elsewhere; its text alone where it is not. */
export const linkReference: NodeHandler<LinkReference> = (node, context, state) => {
  const definition = definitionOf(node, context);
  return definition ? linkTo(definition, node, context, state) : state.all(node);
};

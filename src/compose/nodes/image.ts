import type { Definition, Image, ImageReference } from 'mdast';
import type { Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { attributesOf } from '../directives/attributes.js';
import { text } from '../elements.js';
import { picture } from '../images/picture.js';
import { sized } from '../images/size.js';

/** An image by itself or by its definition, with what says where it is. */
export interface Shown {
  url: string;
  title?: string | null | undefined;
}

/** The image that a reference means, if its label is defined. */
export const definitionOf = (node: { identifier: string }, { source }: Context): Definition | undefined =>
  source.definitions.get(node.identifier.toUpperCase());

function show(node: Image | ImageReference, { url, title }: Shown, context: Context) {
  const { width, height } = node.data?.attributes ?? {};
  const own = attributesOf(node, context, ['width', 'height']);
  const shown = picture(url, node.alt || undefined, { ...own, ...(title ? { title } : {}) }, context, node);
  return shown && (width ?? height) !== undefined ? sized(shown, width, height) : shown;
}

/** An image with its own address. */
export const image: NodeHandler<Image> = (node, context) => show(node, node, context);

/** An image whose address is defined elsewhere; its description alone where it is not. */
export const imageReference: NodeHandler<ImageReference> = (node, context) => {
  const definition = definitionOf(node, context);
  return definition ? show(node, definition, context) : text(node.alt ?? '');
};

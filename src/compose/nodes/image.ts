import type { Element } from 'hast';
import type { Definition, Image, ImageReference } from 'mdast';
import type { Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { attributesOf } from '../directives/attributes.js';
import { addClass, text } from '../elements.js';
import { picture } from '../images/picture.js';

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

/** A length as pandoc takes it: pixels where no unit is given. */
const LENGTH = /^(\d+(?:\.\d+)?)(%|px|in|cm|mm|pt|em)?$/;
/** Pixels a unit. */
const UNITS: Readonly<Record<string, number>> = { px: 1, in: 96, cm: 37.8, mm: 3.78, pt: 4 / 3, em: 16 };

/** A picture as wide as its author says: a share of the page by class, in steps of ten, since no style stands inline. */
function sized(image: Element, width = '', height = ''): Element {
  const { width: own, height: tall } = image.properties;
  const [, share, unit = 'px'] = LENGTH.exec(width || height) ?? [];
  if (share === undefined || image.tagName !== 'img') return image;
  if (unit === '%') {
    const step = Math.min(10, Math.max(1, Math.round(Number(share) / 10)));
    if (width !== '' && step < 10) addClass(image, `width-${String(step * 10)}`);
    return image;
  }
  const pixels = Number(share) * (UNITS[unit] ?? 1);
  const ratio = Number(own) > 0 && Number(tall) > 0 ? Number(tall) / Number(own) : undefined;
  if (ratio === undefined) return image;
  const across = sideOf(width === '' ? pixels / ratio : pixels);
  image.properties = { ...image.properties, width: across, height: sideOf(across * ratio) };
  return image;
}

/** The most pixels of a side: no reader has a tenth of them. */
const LONGEST_SIDE = 20_000;

/** A side in whole pixels, of which there is at least one. */
const sideOf = (pixels: number): number => Math.min(LONGEST_SIDE, Math.max(1, Math.round(pixels)));

/** An image with its own address. */
export const image: NodeHandler<Image> = (node, context) => show(node, node, context);

/** An image whose address is defined elsewhere; its description alone where it is not. */
export const imageReference: NodeHandler<ImageReference> = (node, context) => {
  const definition = definitionOf(node, context);
  return definition ? show(node, definition, context) : text(node.alt ?? '');
};

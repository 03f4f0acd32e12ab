/** The cover's document. */
import type { ElementContent } from 'hast';
import { emptySource, term, type Context } from './context.js';
import { element } from './elements.js';
import { imageFor } from './images/assets.js';

/** The cover as an image, and `image` in the data: the asset's path, for the package; nothing without an image. */
export function coverPage(context: Context): { body: ElementContent[]; data: { image?: string } } {
  const { book } = context.shared;
  if (!book.cover) return { body: [], data: {} };
  const source = emptySource({ path: book.cover.path, rel: '' });
  const { place } = book.cover;
  const asset = imageFor(book.cover.url, { ...context, source }, place ? { position: { start: place } } : {});
  if (!asset) return { body: [], data: {} };
  const alt = `${term(context.shared, 'cover') ?? 'Cover'}: ${book.metadata.title}`;
  const { href, width, height } = asset;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const image = element('img', { src: `../${href}`, alt, ...size });
  return { body: [element('div', { className: ['cover'] }, [image])], data: { image: href } };
}

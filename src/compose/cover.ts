/** The cover's document. */
import type { ElementContent } from 'hast';
import type { Asset } from '../types.js';
import { emptySource, term, type Context } from './context.js';
import { element } from './elements.js';
import { imageFor } from './images/assets.js';

/**
 * The cover as an image, and `image` in the data: the asset's path, for the package. The author's image, else the
 * one that the build drew; nothing without either.
 */
export function coverPage(context: Context): { body: ElementContent[]; data: { image?: string } } {
  const asset = givenCover(context) ?? drawnCover(context);
  if (!asset) return { body: [], data: {} };
  const { href, width, height } = asset;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const image = element('img', { src: `../${href}`, alt: alternative(context), ...size });
  return { body: [element('div', { className: ['cover'] }, [image])], data: { image: href } };
}

function givenCover(context: Context): Asset | undefined {
  const { cover } = context.shared.book;
  if (!cover) return undefined;
  const source = emptySource({ path: cover.path, rel: '' });
  const position = cover.place ? { position: { start: cover.place } } : {};
  return imageFor(cover.url, { ...context, source }, position);
}

/** The key of the drawn cover among the assets: no path of a file begins so. */
const DRAWN = '\0cover';

function drawnCover({ shared }: Context): Asset | undefined {
  const { drawnCover: drawn, assets, imageNames } = shared;
  if (!drawn) return undefined;
  // An image that turned out to be none leaves its name.
  const isFree = (file: string) => assets.has(file) && typeof assets.get(file) !== 'object';
  const taken = new Set([...imageNames].flatMap(([file, name]) => (isFree(file) ? [] : [name])));
  let name = 'cover';
  while (taken.has(name)) name = `${name}-page`;
  const { bytes, width, height } = drawn;
  const asset: Asset = { href: `images/${name}.png`, mediaType: 'image/png', bytes, width, height };
  assets.set(DRAWN, asset);
  return asset;
}

/** What the cover says, for those who cannot see it. */
const alternative = ({ shared }: Context): string =>
  `${term(shared, 'cover') ?? 'Cover'}: ${shared.coverText ?? shared.book.metadata.title}`;

/** An image in the text. */
import type { Element, Properties } from 'hast';
import { quotable, warning } from '../../diagnostics.js';
import { at, type Context, type Positioned } from '../context.js';
import { element, text } from '../elements.js';
import { imageFor } from './assets.js';

/**
 * The `img` of a vetted image, its path relative to `text/`; its alternative text and its title in its place where
 * the image cannot be shown, or nothing where there are no such texts. An image without one is a message.
 */
export function picture(
  url: string,
  alt: string | undefined,
  properties: Properties,
  context: Context,
  node: Positioned,
): Element | undefined {
  const asset = imageFor(url, context, node);
  if (!asset) return inWords(alt, properties, context);
  if (alt === undefined) {
    context.shared.messages.push(
      warning('image:alt', `The image \`${quotable(url)}\` has no description for those who cannot see it`, {
        ...at(context, node),
        hint: 'Write between the square brackets what it shows. If it is only decoration: `<img src="\u2026" alt="">`.',
      }),
    );
  }
  const { width, height } = asset;
  const size = width === undefined || height === undefined ? {} : { width, height };
  return element('img', { src: `../${asset.href}`, alt: alt ?? '', ...size, ...properties });
}

/** The text in the place of a missing image: its description, with its title on a line of its own as a caption. */
function inWords(alt: string | undefined, { id, title }: Properties, { page }: Context): Element | undefined {
  const lines = [alt, title].filter((line) => typeof line === 'string' && line !== '').map(String);
  if (lines.length === 0) {
    if (typeof id === 'string') page.reserved.add(id);
    return undefined;
  }
  const children = lines.flatMap((line, index) => (index === 0 ? [text(line)] : [element('br'), text(line)]));
  return element('span', { className: ['missing-image'], ...(id === undefined ? {} : { id }) }, children);
}

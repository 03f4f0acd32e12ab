/** An image in the text. */
import type { Element, Properties } from 'hast';
import { quotable, warning } from '../../diagnostics.js';
import { at, type Context, type Positioned } from '../context.js';
import { element, text } from '../elements.js';
import { imageFor } from './assets.js';

/**
 * The `img` of a vetted image, its path relative to `text/`; the alternative text in its place where the image
 * cannot be shown, or nothing where there is no such text. An image without one is a message.
 */
export function picture(
  url: string,
  alt: string | undefined,
  properties: Properties,
  context: Context,
  node: Positioned,
): Element | undefined {
  const asset = imageFor(url, context, node);
  if (!asset) return alt ? element('span', { className: ['missing-image'] }, [text(alt)]) : undefined;
  if (alt === undefined) {
    context.shared.messages.push(
      warning(
        'image:alt',
        `Unexpected image \`${quotable(url)}\` without a description, expected one for those who cannot see it`,
        {
          ...at(context, node),
          hint: 'Say between the square brackets what it shows. For mere decoration: `<img src="\u2026" alt="">`.',
        },
      ),
    );
  }
  const { width, height } = asset;
  const size = width === undefined || height === undefined ? {} : { width, height };
  return element('img', { src: `../${asset.href}`, alt: alt ?? '', ...size, ...properties });
}

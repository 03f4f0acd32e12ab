/** How wide a picture is shown, as its author says. */
import type { Element } from 'hast';
import { addClass } from '../elements.js';

/** A length as pandoc takes it: pixels where no unit is given. */
const LENGTH = /^(\d+(?:\.\d+)?)(%|px|in|cm|mm|pt|em)?$/;
/** Pixels a unit. */
const UNITS: Readonly<Record<string, number>> = { px: 1, in: 96, cm: 37.8, mm: 3.78, pt: 4 / 3, em: 16 };

/** A picture as wide as its author says: a share of the page by class, in steps of ten, since no style stands inline. */
export function sized(image: Element, width = '', height = ''): Element {
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

const STYLED = /(?:^|;)\s*(?:max-)?width\s*:\s*(\d+(?:\.\d+)?(?:%|px|in|cm|mm|pt|em))\s*(?=;|$)/i;

/** The width that the style of a tag asks for. */
export const widthIn = (style: unknown): string | undefined =>
  typeof style === 'string' ? STYLED.exec(style)?.[1] : undefined;

/** How large an image may be. */
import type { Measured } from '../text/sniff.js';

/** The longer and the shorter side of an image in a book, in pixels: more than the largest e-readers show. */
export const LONG_SIDE = 2560;
export const SHORT_SIDE = 1600;

/** Beyond this no image is opened, whatever its file's size: a header is cheap to write, its pixels are not. */
const MAX_SIDE = 20_000;
const MAX_PIXELS = 120_000_000;
/** The same of WebP, which is decoded as a whole and not line by line. */
const MAX_WEBP_PIXELS = 20_000_000;

/** Whether an image has more pixels than are opened. */
export const isBeyond = ({ width, height, mediaType }: Measured): boolean =>
  Math.max(width, height) > MAX_SIDE ||
  width * height > (mediaType === 'image/webp' ? MAX_WEBP_PIXELS : MAX_PIXELS);

/** Whether an image, upright or lying, has more pixels than a book shows. */
export const isOversize = ({ width, height }: { width: number; height: number }): boolean =>
  Math.max(width, height) > LONG_SIDE || Math.min(width, height) > SHORT_SIDE;

/** The cover for a book without one: its title, its authors and a pattern of its own. */
import { designOf, PAGE, setWording, WIDTH, type Part } from './designs/index.js';
import { page } from './pixels.js';
import { encodePng } from './png.js';
import { sequence } from './random.js';
import { paint, repeatTile } from './raster.js';
import type { Rect, Shape } from './shapes.js';
import type { CoverSubject } from './subject.js';
import { ADDED } from './text/block.js';
import { packageOf, type FontFile, type ReadFont } from './text/faces.js';
import { openFonts } from './text/fonts.js';

export { packageOf };

/**
 * How wide the picture in a book is, in pixels: more than the largest e-readers show. A shop's page asks for the width
 * that covers are designed in.
 */
const BOOK_WIDTH = 1200;

/** A drawn cover, and the letters of its wording that no typeface has. */
export interface CoverFile {
  /** PNG. */
  bytes: Uint8Array;
  width: number;
  height: number;
  missing: string[];
  /** Font files that would have had such letters, and are not installed. */
  absent: FontFile[];
}

/** Covers that were drawn before, by what they were drawn from. */
export interface KeptCovers {
  find: (key: string) => Uint8Array | undefined;
  add: (key: string, png: Uint8Array) => void;
}

/**
 * Of the code: bundled, the name of this file changes with all that it imports. Run from its sources it says nothing,
 * and keeps nothing.
 */
const [CODE] = /[^/]+-[0-9A-Z]{8}\.js$/.exec(import.meta.url) ?? [];

/**
 * A cover of 1200 × 1920 pixels, or as wide as is asked for, five to eight. The same subject gives the same bytes on
 * every machine.
 */
export async function coverFile(
  subject: CoverSubject,
  read: ReadFont,
  { width = BOOK_WIDTH, kept }: { width?: number | undefined; kept?: KeptCovers | undefined } = {},
): Promise<CoverFile> {
  const key = JSON.stringify([CODE, width, subject]);
  const known = CODE === undefined ? undefined : kept?.find(key);
  const { height } = scaledRect(PAGE, width / WIDTH);
  if (known) return { bytes: known, width, height, missing: [], absent: [] };
  const drawn = await draw(subject, read, width);
  // What was left out may be there the next time.
  if (CODE !== undefined && drawn.missing.length + drawn.absent.length === 0) kept?.add(key, drawn.bytes);
  return drawn;
}

async function draw(subject: CoverSubject, read: ReadFont, width: number): Promise<CoverFile> {
  const design = designOf(subject.theme);
  const parts: Part[] = ['title', 'subtitle', 'authors', 'credit'];
  const texts = parts.map((part) => ({ text: `${subject[part]} ${ADDED}`, face: design.styles[part].face }));
  const { fontFor, absent } = await openFonts(texts, read);
  const blocks = setWording(subject, design, fontFor);
  const { ground, ornament, shapes } = design.draw(blocks, sequence(subject.identifier));
  const scale = width / WIDTH;
  const whole = scaledRect(PAGE, scale);
  const pixels = page(whole.width, whole.height, ground);
  const rect = scaledRect(ornament.rect, scale);
  const tile = ornament.tile === undefined ? undefined : ornament.tile * scale;
  const drawn = ornament.shapes.map((shape) => scaled(shape, scale));
  paint(pixels, drawn, tile === undefined ? rect : { ...rect, width: tile, height: tile });
  if (tile !== undefined) repeatTile(pixels, rect, tile);
  paint(
    pixels,
    shapes.map((shape) => scaled(shape, scale)),
    whole,
  );
  const missing = texts.flatMap(({ text, face }) =>
    (text.match(/[\p{Letter}\p{Number}\p{Symbol}]/gu) ?? []).filter((letter) => !fontFor(letter, face)),
  );
  return {
    bytes: encodePng(pixels),
    width: whole.width,
    height: whole.height,
    missing: [...new Set(missing)],
    absent,
  };
}

const scaledRect = ({ x, y, width, height }: Rect, scale: number): Rect => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

const scaled = ({ polygons, fill }: Shape, scale: number): Shape => ({
  polygons: polygons.map((polygon) => polygon.map((value) => value * scale)),
  fill,
});

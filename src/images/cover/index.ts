/** The cover that a book without one is given: its title, its authors and a pattern of its own. */
import { designOf, HEIGHT, PAGE, setWording, WIDTH, type Part, type Wording } from './designs/index.js';
import { encodeJpeg } from './jpeg/encode.js';
import { page } from './pixels.js';
import { sequence } from './random.js';
import { paint, repeatTile } from './raster.js';
import { ADDED } from './text/block.js';
import { openFonts, type ReadFont } from './text/fonts.js';

export { HEIGHT, WIDTH, type ReadFont, type Wording };

/** What a cover is drawn from. */
export interface CoverSubject extends Wording {
  theme: string;
  /** What makes the pattern the book's own. */
  identifier: string;
}

/** The quality of the JPEG: at 82 with colour at full resolution, edges of flat colour show no noise. */
const QUALITY = 82;

/**
 * A cover of 1600 × 2560 pixels as JPEG, and the letters of its wording that no typeface has. The same subject gives
 * the same bytes on every machine.
 */
export async function coverFile(
  subject: CoverSubject,
  read: ReadFont,
): Promise<{ bytes: Uint8Array; missing: string[] }> {
  const design = designOf(subject.theme);
  const parts: Part[] = ['title', 'subtitle', 'authors', 'credit'];
  const texts = parts.map((part) => ({ text: `${subject[part]} ${ADDED}`, face: design.styles[part].face }));
  const fontFor = await openFonts(texts, read);
  const blocks = setWording(subject, design, fontFor);
  const { ground, ornament, shapes } = design.draw(blocks, sequence(subject.identifier));
  const pixels = page(WIDTH, HEIGHT, ground);
  const { rect, tile } = ornament;
  paint(pixels, ornament.shapes, tile === undefined ? rect : { ...rect, width: tile, height: tile });
  if (tile !== undefined) repeatTile(pixels, rect, tile);
  paint(pixels, shapes, PAGE);
  const missing = texts.flatMap(({ text, face }) =>
    (text.match(/[\p{Letter}\p{Number}\p{Symbol}]/gu) ?? []).filter((letter) => !fontFor(letter, face)),
  );
  return { bytes: encodeJpeg(pixels, QUALITY), missing: [...new Set(missing)] };
}

/** Prepares the images of the manuscripts, and draws a cover for a book without one. */
import { warning, type Result } from '../diagnostics.js';
import { keptResult } from '../memo.js';
import { measure } from '../text/sniff.js';
import type { Book, DrawnCover, Message, ReadyImage } from '../types.js';
import type { KeptCovers } from './cover/index.js';
import type { ReadFont } from './cover/text/faces.js';
import { coverSubject } from './wording.js';

export { prepareImages } from './prepare.js';
export { coverText } from './wording.js';
export { openScaler } from './scale.js';
export type { KeptCovers };

/**
 * Whether a book has a page for a cover and no image to show there. `file` is the image that it asks for, `isDrawing`
 * tells whether bytes are one.
 */
export function needsCover(
  { sections }: Book,
  found: ReadonlyMap<string, ReadyImage>,
  file: string | undefined,
  isDrawing: (bytes: Uint8Array) => boolean,
): boolean {
  if (!sections.some(({ kind }) => kind.kind === 'cover')) return false;
  const given = file === undefined ? undefined : found.get(file);
  return !given || !('bytes' in given) || !(measure(given.bytes) ?? isDrawing(given.bytes));
}

/**
 * Draws the book's cover in a theme, for the book itself or as wide as a shop asks, in pixels. What it needs for that
 * is loaded only here.
 *
 * @throws Error where a typeface is not installed.
 */
export async function drawCover(
  book: Book,
  theme: string,
  read: ReadFont,
  how: { width?: number; kept?: KeptCovers | undefined } = {},
): Promise<Result<DrawnCover>> {
  const { coverFile, packageOf } = await import('./cover/index.js');
  const subject = coverSubject(book, theme);
  const { missing, absent, ...drawn } = await keptResult(
    'cover',
    () => JSON.stringify([subject, how.width]),
    () => coverFile(subject, read, how),
  );
  return {
    value: { ...drawn, theme },
    messages: missing.length > 0 ? [missingLetters(book, missing, absent.map(packageOf))] : [],
  };
}

/**
 * Draws a cover for a finished book of which no more is known, as PNG; letters that no typeface has are left out.
 *
 * @throws Error where a typeface is not installed.
 */
export async function drawTitle(
  subject: { title: string; authors: string; identifier: string },
  read: ReadFont,
): Promise<Uint8Array> {
  const { coverFile } = await import('./cover/index.js');
  return (await coverFile({ ...subject, theme: 'plain', subtitle: '', credit: '' }, read)).bytes;
}

function missingLetters(
  { path, cover }: Book,
  missing: readonly string[],
  absent: readonly string[],
): Message {
  const shown = missing.slice(0, 10).map((letter) => `\`${letter}\``);
  return warning(
    'image:cover-letters',
    `The typefaces for covers have no ${shown.join(', ')}; the cover leaves them out`,
    { path: cover?.path ?? path, hint: wayOut(absent) },
  );
}

/** The way out for a cover that leaves letters out: typefaces to install, where that would help, or another cover. */
function wayOut(absent: readonly string[]): string {
  const own = 'Give a cover of your own: `cover: cover.jpg`.';
  if (absent.length === 0) return own;
  const packages = [...new Set(absent)].join(' ');
  return `Few books need typefaces for them, so they are installed apart: \`npm install ${packages}\`. Or: ${own}`;
}

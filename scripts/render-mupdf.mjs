import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onlyDocument } from './render-epub.mjs';

const run = promisify(execFile);
const POINTS_AN_INCH = 72;

/**
 * Opens an EPUB for MuPDF, the engine of many small e-reader programs.
 *
 * `draw` returns the first pages of a document as PNG.
 *
 * @param {import('./render-epub.mjs').Epub} epub
 * @param {{ device: import('./render-devices.mjs').Device, dark: boolean }} options
 */
export function openMupdf(epub, { device, dark }) {
  const { width, height, scale, dpi, fontSize, grey } = device;
  const pixels = { width: width * scale, height: height * scale };
  const points = (px) => String((px * POINTS_AN_INCH) / dpi);
  // The text is as large on the screen as in Chromium, measured in device pixels.
  const size = [
    ...['-W', points(pixels.width), '-H', points(pixels.height), '-S', points(fontSize * scale)],
    ...['-r', String(dpi), '-w', String(pixels.width), '-h', String(pixels.height), '-f'],
  ];
  return {
    close: () => Promise.resolve(),
    async draw(document, { most = 1 } = {}) {
      const folder = await mkdtemp(join(tmpdir(), 'octavo-render-'));
      try {
        const file = join(folder, 'book.epub');
        await writeFile(file, await onlyDocument(epub, document));
        const look = [...(grey ? ['-c', 'gray'] : []), ...(dark ? ['-I'] : [])];
        const args = [
          'draw',
          '-q',
          '-a',
          ...size,
          ...look,
          '-o',
          join(folder, '%03d.png'),
          file,
          `1-${most}`,
        ];
        await run('mutool', args);
        const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
        const images = await Promise.all(names.map((name) => readFile(join(folder, name))));
        return { images, screens: images.length, wide: [] };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

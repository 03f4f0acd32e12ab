import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onlyDocument } from './render-epub.mjs';

const run = promisify(execFile);
const POINTS_AN_INCH = 72;

/** The number of the page that holds some words, 1 where none does. */
async function pageOf(words, file, size) {
  const { stdout } = await run('mutool', ['draw', '-q', ...size, '-F', 'text', file], { maxBuffer: 2 ** 26 });
  const pages = stdout.split('\f').map((page) => page.replaceAll(/\s+/g, ' '));
  return (
    Math.max(
      pages.findIndex((page) => page.includes(words)),
      0,
    ) + 1
  );
}

/**
 * Opens an EPUB for MuPDF, the engine of many small e-reader programs.
 *
 * `draw` returns the first pages of a document as PNG, or those from the page that holds some words.
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
    async draw(document, { most = 1, words = '' } = {}) {
      const folder = await mkdtemp(join(tmpdir(), 'octavo-render-'));
      try {
        const file = join(folder, 'book.epub');
        await writeFile(file, await onlyDocument(epub, document));
        const first = words === '' ? 1 : await pageOf(words, file, size);
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
          `${first}-${first + most - 1}`,
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

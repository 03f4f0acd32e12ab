#!/usr/bin/env node
// Draws pages of an EPUB as PNG, as an e-reader, a phone or a tablet shows them.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from './render-chromium.mjs';
import { DEVICES } from './render-devices.mjs';
import { chooseDocuments, openEpub } from './render-epub.mjs';
import { openFoliate } from './render-foliate.mjs';
import { openMupdf } from './render-mupdf.mjs';

const ENGINES = { chromium: openChromium, foliate: openFoliate, mupdf: openMupdf };

const USAGE = `Usage: node scripts/render.mjs BOOK.epub [options]

  --device NAME    ${Object.keys(DEVICES).join(', ')} (default: kobo, a 6-inch e-reader)
  --engine NAME    ${Object.keys(ENGINES).join(', ')} or all (default: all)
  --pages NAMES    all, or document names or kinds separated by commas (default: all)
  --screens N      how many screens of each document (default: 1)
  --dark           as in night mode
  --out DIR        where the pictures go (default: the working directory)
  --chromium PATH  the browser (default: /usr/bin/chromium)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    device: { type: 'string', default: 'kobo' },
    engine: { type: 'string', default: 'all' },
    pages: { type: 'string', default: 'all' },
    screens: { type: 'string', default: '1' },
    dark: { type: 'boolean', default: false },
    out: { type: 'string', default: '.' },
    chromium: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const device = DEVICES[values.device];
const engines = values.engine === 'all' ? Object.keys(ENGINES) : [values.engine];
const [book] = positionals;
const usable = device !== undefined && book !== undefined && engines.every((name) => name in ENGINES);
if (values.help || !usable) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const epub = await openEpub(await readFile(book));
const documents = chosen();
await mkdir(values.out, { recursive: true });
const label = `${basename(book, '.epub')}-${values.device}${values.dark ? '-dark' : ''}`;

for (const name of engines) {
  const open = ENGINES[name];
  const executablePath = values.chromium;
  const engine = await open(epub, {
    device,
    dark: values.dark,
    ...(executablePath ? { executablePath } : {}),
  });
  for (const document of documents) {
    const { images, wide } = await engine.draw(document, { most: Number(values.screens) });
    for (const [index, image] of images.entries()) {
      const screen = index === 0 ? '' : `-${index + 1}`;
      const file = join(values.out, `${label}-${name}-${document.name}${screen}.png`);
      await writeFile(file, image);
      console.log(file);
    }
    if (wide.length > 0) console.error(`${document.path}: wider than the page: ${wide.join(', ')}`);
  }
  await engine.close();
}

function chosen() {
  try {
    return chooseDocuments(epub, values.pages);
  } catch (error) {
    console.error(error.message);
    return process.exit(2);
  }
}

#!/usr/bin/env node
// Contact sheets: every kind of page in each theme, on each screen, by day and by night, in two engines.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { DEVICES } from './render-devices.mjs';
import { openEpub } from './render-epub.mjs';
import { openFoliate } from './render-foliate.mjs';
import { openMupdf } from './render-mupdf.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `Usage: node scripts/sheet.mjs [options]

Needs Chromium, mutool and ImageMagick's montage and convert, and a compiled Octavo (npm run compile).

  --theme NAMES    themes, separated by commas (default: ${'classic,modern,plain'})
  --device NAMES   ${Object.keys(DEVICES).join(', ')} (default: all)
  --engine NAMES   foliate, mupdf (default: both)
  --light, --dark  only by day, only by night
  --out DIR        where the sheets go (default: docs/sheets)
`;

const ENGINES = { foliate: openFoliate, mupdf: openMupdf };

/** A page of each kind in the specimen: a document, and which of its screens. */
const PAGES = [
  ['title-page', 0],
  ['dedication', 0],
  ['epigraph', 0],
  ['toc', 0],
  ['the-upper-lake', 0],
  ['the-rope', 0],
  ['verse', 0],
  ['verse', 1],
  ['plates-and-tables', 0],
  ['plates-and-tables', 1],
  ['signs-and-messages', 0],
  ['signs-and-messages', 1],
  ['endnotes', 0],
  ['colophon', 0],
];

/** How wide a page stands on its sheet, pixels: small enough for a repository, large enough to judge by. */
const THUMBNAILS = { kobo: 300, phone: 250, tablet: 380 };

const { values } = parseArgs({
  options: {
    theme: { type: 'string', default: 'classic,modern,plain' },
    device: { type: 'string', default: Object.keys(DEVICES).join(',') },
    engine: { type: 'string', default: Object.keys(ENGINES).join(',') },
    light: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, 'docs', 'sheets') },
    help: { type: 'boolean', default: false },
  },
});
const [themes, devices, engines] = [values.theme, values.device, values.engine].map((list) =>
  list.split(','),
);
const shades = values.light === values.dark ? [false, true] : [values.dark];
if (values.help || devices.some((name) => !(name in DEVICES)) || engines.some((name) => !(name in ENGINES))) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** Builds the specimen in a theme. */
async function specimen(theme, folder) {
  const manuscripts = join(ROOT, 'tests', 'slow', 'fixtures', 'manuscripts');
  const args = [
    'build',
    'specimen',
    '--manuscripts',
    manuscripts,
    '--theme',
    theme,
    '--out',
    folder,
    '--quiet',
  ];
  await run(process.execPath, [join(ROOT, 'lib', 'bin.js'), ...args]);
  return openEpub(await readFile(join(folder, 'specimen.epub')));
}

/** Draws the pages and puts them on one sheet of at most eight greys. */
async function draw(epub, { engine, device, dark }, sheet) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-sheet-'));
  const opened = await ENGINES[engine](epub, { device: DEVICES[device], dark });
  try {
    const files = [];
    for (const [name, screen] of PAGES) {
      const document = epub.documents.find((one) => one.name === name);
      const { images } = document ? await opened.draw(document, { most: screen + 1 }) : { images: [] };
      if (!images[screen]) continue;
      files.push(join(folder, `${String(files.length).padStart(2, '0')}.png`));
      await writeFile(files.at(-1), images[screen]);
    }
    const { width, height } = DEVICES[device];
    const across = THUMBNAILS[device];
    const size = `${across}x${Math.round((across * height) / width)}`;
    const look = ['-tile', '7x', '-geometry', `${size}+5+5`, '-background', '#888'];
    const whole = join(folder, 'sheet.png');
    await run('montage', [...files, ...look, whole]);
    await run('convert', [whole, '-colorspace', 'Gray', '-posterize', '8', '-strip', `png8:${sheet}`]);
  } finally {
    await opened.close();
    await rm(folder, { recursive: true });
  }
}

await mkdir(values.out, { recursive: true });
for (const theme of themes) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-sheet-'));
  const epub = await specimen(theme, folder);
  for (const engine of engines) {
    for (const device of devices) {
      for (const dark of shades) {
        const sheet = join(values.out, `${theme}-${device}-${engine}${dark ? '-dark' : ''}.png`);
        await draw(epub, { engine, device, dark }, sheet);
        console.log(sheet);
      }
    }
  }
  await rm(folder, { recursive: true });
}

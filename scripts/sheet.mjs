#!/usr/bin/env node
// Contact sheets: pages of the sample books in each theme, on each screen, by day and by night, in two engines.
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

  --set NAME       samples (default), or specimen
  --theme NAMES    themes, separated by commas (default: ${'classic,modern,plain'})
  --device NAMES   ${Object.keys(DEVICES).join(', ')} (default: all)
  --engine NAMES   foliate, mupdf (default: both)
  --light, --dark  only by day, only by night
  --out DIR        where the sheets go (default: docs/sheets)
`;

const ENGINES = { foliate: openFoliate, mupdf: openMupdf };

/**
 * The pages of a sheet: a book, a document, and words of the page where it is not the document's first. The samples
 * are what Octavo's own books look like; the specimen, for work on the themes, has a block of every kind.
 */
const SETS = {
  samples: {
    folder: join(ROOT, 'manuscripts'),
    pages: [
      ['time-and-a-half', 'title-page'],
      ['time-and-a-half', 'imprint'],
      ['time-and-a-half', 'epigraph'],
      ['time-and-a-half', 'toc'],
      ['time-and-a-half', 'time-and-a-half'],
      ['time-and-a-half', 'time-and-a-half', 'Received'],
      ['time-and-a-half', 'third-person-singular', 'Snow on the road'],
      ['time-and-a-half', 'aid-to-navigation', 'hard job'],
      ['time-and-a-half', 'aid-to-navigation', 'Office of the Superintendent'],
      ['time-and-a-half', 'schedule-c', 'From the Washers'],
      ['time-and-a-half', 'endnotes'],
      ['until-wanted', 'title-page'],
      ['until-wanted', 'dedication'],
      ['until-wanted', 'fourteen-yards'],
      ['until-wanted', 'fourteen-yards', 'CALL THE LIVING'],
      ['until-wanted', 'the-vicars-two-hats', 'The Forge Farm'],
    ],
  },
  specimen: {
    folder: join(ROOT, 'tests', 'slow', 'fixtures', 'manuscripts'),
    pages: [
      ['specimen', 'title-page'],
      ['specimen', 'dedication'],
      ['specimen', 'epigraph'],
      ['specimen', 'toc'],
      ['specimen', 'the-upper-lake'],
      ['specimen', 'the-rope'],
      ['specimen', 'verse'],
      ['specimen', 'verse', 'Dear Mother'],
      ['specimen', 'plates-and-tables'],
      ['specimen', 'plates-and-tables', 'The lamp at Number Nine'],
      ['specimen', 'signs-and-messages'],
      ['specimen', 'signs-and-messages', 'Paddles are wound'],
      ['specimen', 'endnotes'],
      ['specimen', 'colophon'],
    ],
  },
};

/** How wide a page stands on its sheet, pixels: small enough for a repository, large enough to judge by. */
const THUMBNAILS = { kobo: 300, phone: 250, tablet: 380 };

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'samples' },
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
const set = SETS[values.set];
const shades = values.light === values.dark ? [false, true] : [values.dark];
const usable = set && devices.every((name) => name in DEVICES) && engines.every((name) => name in ENGINES);
if (values.help || !usable) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** Builds the books of a set in a theme: EPUBs by name. */
async function build({ folder, pages }, theme) {
  const out = await mkdtemp(join(tmpdir(), 'octavo-sheet-'));
  try {
    const names = [...new Set(pages.map(([book]) => book))];
    const args = ['build', ...names, '--manuscripts', folder, '--theme', theme, '--out', out, '--quiet'];
    await run(process.execPath, [join(ROOT, 'lib', 'bin.js'), ...args]);
    const read = async (name) => [name, await openEpub(await readFile(join(out, `${name}.epub`)))];
    return new Map(await Promise.all(names.map(read)));
  } finally {
    await rm(out, { recursive: true });
  }
}

/** Draws the pages and puts them on one sheet of four greys. */
async function draw(books, pages, { engine, device, dark }, sheet) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-sheet-'));
  const opened = new Map();
  try {
    for (const [name, epub] of books) {
      opened.set(name, await ENGINES[engine](epub, { device: DEVICES[device], dark }));
    }
    const files = [];
    for (const [book, name, words = ''] of pages) {
      const document = books.get(book).documents.find((one) => one.name === name);
      if (!document) throw new Error(`The book \`${book}\` has no \`${name}\``);
      const { images } = await opened.get(book).draw(document, { words });
      files.push(join(folder, `${String(files.length).padStart(2, '0')}.png`));
      await writeFile(files.at(-1), images[0]);
    }
    const { width, height } = DEVICES[device];
    const across = THUMBNAILS[device];
    const size = `${across}x${Math.round((across * height) / width)}`;
    const look = [
      '-tile',
      `${Math.ceil(pages.length / 2)}x`,
      '-geometry',
      `${size}+5+5`,
      '-background',
      '#888',
    ];
    const whole = join(folder, 'sheet.png');
    await run('montage', [...files, ...look, whole]);
    await run('convert', [whole, '-colorspace', 'Gray', '-posterize', '4', '-strip', `png8:${sheet}`]);
  } finally {
    for (const engine of opened.values()) await engine.close();
    await rm(folder, { recursive: true });
  }
}

await mkdir(values.out, { recursive: true });
for (const theme of themes) {
  const books = await build(set, theme);
  for (const engine of engines) {
    for (const device of devices) {
      for (const dark of shades) {
        const name = [theme, device, engine, ...(dark ? ['dark'] : [])].join('-');
        const sheet = join(values.out, `${values.set === 'samples' ? '' : `${values.set}-`}${name}.png`);
        await draw(books, set.pages, { engine, device, dark }, sheet);
        console.log(sheet);
      }
    }
  }
}

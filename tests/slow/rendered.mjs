// Every document of every book, on every screen, by day and by night, in Chromium: it opens, it shows something, and
// nothing reaches out of the page. Needs Chromium (OCTAVO_CHROMIUM, else /usr/bin/chromium).
//
// node tests/slow/rendered.mjs [FILE.epub]…
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openChromium } from '../../scripts/render-chromium.mjs';
import { DEVICES } from '../../scripts/render-devices.mjs';
import { openEpub } from '../../scripts/render-epub.mjs';
import { booksIn, build, FIXTURES, inFolder, report, ROOT } from './octavo.mjs';

const executablePath = process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium';

/** What is wrong with a document on a screen; undefined where nothing is. */
async function problemOf(engine, document, blank) {
  try {
    const { images, wide } = await engine.draw(document);
    if (wide.length > 0) return `${document.path}: reaches out of the page: ${wide.join(', ')}`;
    return images[0].equals(blank) ? `${document.path}: shows nothing` : undefined;
  } catch (cause) {
    return `${document.path}: ${cause.message}`;
  }
}

async function lookAt(file, deviceName, dark) {
  const epub = await openEpub(await readFile(file));
  const engine = await openChromium(epub, { device: DEVICES[deviceName], dark, executablePath });
  try {
    const blank = await engine.blank();
    const problems = [];
    for (const document of epub.documents) {
      const problem = await problemOf(engine, document, blank);
      if (problem) problems.push(problem);
    }
    const name = `${basename(file)} on ${deviceName}${dark ? ', dark' : ''}: ${epub.documents.length} documents`;
    return { name, problem: problems.join('\n     ') };
  } finally {
    await engine.close();
  }
}

await inFolder(async (folder) => {
  const named = process.argv.slice(2);
  const books =
    named.length > 0 ? named : [...(await booksIn(join(ROOT, 'dist'))), ...(await build(FIXTURES, folder))];
  const cases = [];
  for (const book of books) {
    for (const device of Object.keys(DEVICES)) {
      for (const dark of [false, true]) cases.push(await lookAt(book, device, dark));
    }
  }
  report(cases);
});

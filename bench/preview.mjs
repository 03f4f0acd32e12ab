#!/usr/bin/env node
// From a save to the painted page of `octavo preview`, in Chromium, and what the command holds in memory after many
// edits: of a short story, of a novel of 100,000 words and of the whole text. Wants Chromium (OCTAVO_CHROMIUM, else
// /usr/bin/chromium).
//
// node bench/preview.mjs [--edits N] [--more N] NOVEL.md
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { BIN, demandCompiled, inFolder, memoryOf, start } from '../tests/slow/octavo.mjs';
import { median } from './measure.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edits: { type: 'string', default: '20' }, more: { type: 'string', default: '0' } },
});
const [novel] = positionals;
const [edits, more] = [values.edits, values.more].map(Number);
if (!novel) {
  console.error('Usage: node bench/preview.mjs [--edits N] [--more N] NOVEL.md');
  process.exit(2);
}
demandCompiled();

const WORDS = /\S+/g;
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const text = (await readFile(novel, 'utf8')).replace(/^---\n[\s\S]*?\n---\n/, '');
const paragraphs = text.split(/\n{2,}/).filter((one) => /\S/.test(one));

/** The first paragraphs of the text, so many words of them. */
function firstWords(count) {
  let words = 0;
  const end = paragraphs.findIndex((one) => (words += one.match(WORDS)?.length ?? 0) >= count);
  return end < 0 ? paragraphs : paragraphs.slice(0, end + 1);
}

/** A book of chapters of about four thousand words, a file each; tells the file that is edited. */
async function writeBook(folder, blocks) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'book.md'), '---\ntitle: The Bench\nauthor: Nobody\nlanguage: en\n---\n');
  const prose = blocks.filter((one) => !one.startsWith('#'));
  const chapters = [];
  let words = Infinity;
  for (const block of prose) {
    if (words > 4000) {
      chapters.push([]);
      words = 0;
    }
    chapters.at(-1).push(block);
    words += block.match(WORDS)?.length ?? 0;
  }
  const files = chapters.map((_, index) => join(folder, `${String(index + 1).padStart(3, '0')}.md`));
  for (const [index, chapter] of chapters.entries())
    await writeFile(files[index], `# Chapter ${index + 1}\n\n${chapter.join('\n\n')}\n`);
  return files[Math.floor(files.length / 2)];
}

const browser = await chromium.launch({
  executablePath: process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
});
const rows = [];
for (const [name, blocks] of [
  ['a story of 800 words', firstWords(800)],
  ['a novel of 100,000 words', firstWords(100_000)],
  ['the whole text', paragraphs],
]) {
  rows.push(
    await inFolder(async (folder) => {
      const file = await writeBook(join(folder, 'manuscripts', 'bench'), blocks);
      const { child, ended } = start(
        process.execPath,
        [BIN, 'preview', 'bench', '--no-open', '--json', '--port', '0'],
        { cwd: folder },
      );
      const line = await new Promise((resolve, reject) => {
        child.stdout.once('data', resolve);
        ended.then(({ output }) => reject(new Error(`It ended: ${output}`)), reject);
      });
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(60_000);
      await page.goto(JSON.parse(line).addresses[0]);
      await page.waitForFunction(() => document.getElementById('here')?.textContent !== '');
      const whole = await readFile(file, 'utf8');
      const times = [];
      let before;
      for (let edit = 0; edit < edits + more + 3; edit += 1) {
        const mark = `edit number ${edit} was seen`;
        const changed = whole.replace('\n\n', `\n\nThis ${mark}.\n\n`);
        const began = performance.now();
        await writeFile(file, changed);
        await page.waitForFunction(
          (words) => {
            const inner = document.getElementById('reader').contentWindow.document;
            const doc = inner.querySelector('foliate-paginator:not([inert])')?.getContents()[0]?.doc;
            return doc?.body?.textContent.includes(words);
          },
          mark,
          { polling: 'raf' },
        );
        // The first edits open the chapter and warm everything.
        if (edit >= 3 && edit < edits + 3) times.push(performance.now() - began);
        if (edit === edits + 2) before = await memoryOf(child);
      }
      const after = more > 0 ? await memoryOf(child) : undefined;
      await page.close();
      child.kill();
      await ended;
      return { name, times, before, after };
    }),
  );
}
await browser.close();

console.log(
  `From save to painted page, median of ${edits} (least, most), in milliseconds, and the memory held:\n`,
);
for (const { name, times, before, after } of rows) {
  const [least, most] = [Math.min(...times), Math.max(...times)].map(Math.round);
  const held = [before, after].filter((one) => one !== undefined).map((one) => `${one} MiB`);
  const memory = held.length > 0 ? `; ${held.join(`, after ${more} more edits `)}` : '';
  console.log(`${name}: ${Math.round(median(times))} (${least}, ${most})${memory}`);
}

// npm run check:incremental [-- --edits N --seed N --memory N]: writers' edits, one after the other; after each, what is
// built from what was kept is, to the byte, what is built from nothing. Then edits of a novel of 100,000 words, as the
// preview takes them: each is shown, and memory stays flat. Then edits of a book as long as War and Peace, which
// `octavo build --watch` builds: what the process holds stays as it was once each chapter was edited.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { root as project } from '../../scripts/bundle.mjs';
import * as cold from '../../lib/index.js';
import { BIN, start, steadiness } from './octavo.mjs';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    memory: { type: 'string', default: '2000' },
  },
});
const [edits, seed, memory] = [values.edits, values.seed, values.memory].map(Number);
/** A book is edited so often, then another one is begun. */
const EDITS_A_BOOK = 40;
/** Bytes that memory may grow by in the second half: Node's heap, and what its main thread has beside it. */
const MOST_GROWTH = { heap: 5e6, beside: 12e6 };
const NAMES = { heap: 'heap', beside: 'beside the heap' };
/** A novel of 100,000 words. */
const CHAPTERS = 25;
/** As long as War and Peace. */
const MANY_CHAPTERS = 140;
const CHAPTER_PARAGRAPHS = 80;
const PARAGRAPH = `"${'The tide came in over the flats as it had done every day of that year, and nobody looked up. '.repeat(2)}" ${"She didn't count the lamps twice. ".repeat(2)}\n\n`;

/** Bytes that C's allocator has from the system for the main thread, where the system tells. */
function besideHeap() {
  try {
    const [, area = ''] = readFileSync('/proc/self/smaps', 'utf8').split('[heap]');
    return Number(/^Rss:\s+(\d+)/m.exec(area)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const ENTRY = `
  export { runStages } from './src/pipeline/stages.js';
  export { epub } from './src/output/epub/index.js';
  export { endOfBuild, keepResults } from './src/memo.js';
  export { openLibrary } from './src/preview/library.js';
  export { factsOf, outlineOf } from './src/preview/facts.js';
  export { fileFinder } from './src/preview/files.js';
  export * from './tests/pipeline/edits.js';
`;
// Beside the bundles of the package, which keep nothing: templates and typefaces are found from there.
const outfile = join(project, 'lib/incremental.js');
await build({
  stdin: { contents: ENTRY, resolveDir: project, loader: 'ts' },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  external: ['css-tree', 'harfbuzzjs', 'wasm-vips', '@likecoin/epubcheck-ts'],
  banner: {
    js: "import{createRequire as octavoRequire}from'node:module';const require=octavoRequire(import.meta.url);",
  },
});
const warm = await import(outfile);
rmSync(outfile);

const folder = mkdtempSync(join(tmpdir(), 'octavo-incremental-'));
const templates = await cold.readTemplates();

/** A build as one text: bytes, messages, how much was changed. */
async function told({ runStages, epub }, raw) {
  const { messages, marks, documents, package: book } = await runStages(raw, { changes: false });
  const bytes = book ? await epub.write(book, templates) : '';
  const hash = (data) => createHash('sha256').update(data).digest('hex');
  return JSON.stringify({
    hash: hash(bytes),
    documents: hash(JSON.stringify(documents ?? '')),
    messages,
    marks,
  });
}

/** Writes a book of equal chapters; gives back what writes one of them anew, with another first paragraph. */
function writeBook(name, chapters) {
  const book = join(folder, 'manuscripts', name);
  mkdirSync(book, { recursive: true });
  writeFileSync(join(book, 'book.md'), `---\ntitle: The ${name}\nauthor: Nobody\nlanguage: en\n---\n`);
  const write = (number, first) => {
    writeFileSync(
      join(book, `${String(number).padStart(3, '0')}.md`),
      `# Chapter ${number}\n\n${first}\n\n${PARAGRAPH.repeat(CHAPTER_PARAGRAPHS)}`,
    );
  };
  for (let number = 1; number <= chapters; number += 1) write(number, `Chapter ${number} begins.`);
  return write;
}

try {
  warm.keepResults();
  for (let done = 0, book = seed; done < edits; book += 1) {
    const dice = warm.diceOf(book);
    const work = warm.beginWork(dice, folder);
    for (let edit = 0; edit < EDITS_A_BOOK && done < edits; edit += 1, done += 1) {
      const raw = warm.rawOf(work);
      const [kept, fresh] = [await told(warm, raw), await told(cold, raw)];
      warm.endOfBuild();
      if (kept !== fresh) {
        console.error(`Book ${book}, edit ${edit}:\n${kept}\n${fresh}\n--seed ${book} --edits ${edit + 1}`);
        for (const [rel, text] of work.texts) console.error(`--- ${rel}\n${text}`);
        process.exit(1);
      }
      warm.editWork(work, dice);
    }
  }
  console.log(`${edits} edits: each book is what a build from nothing gives`);

  const writeChapter = writeBook('novel', CHAPTERS);
  const library = warm.openLibrary({ cwd: folder, manuscripts: 'manuscripts', book: 'novel' });
  await library.list();
  library.listen(() => undefined, 'novel');
  const file = warm.fileFinder(templates);
  await library.state('novel');
  const held = [];
  for (let edit = 1; edit <= memory; edit += 1) {
    const number = 1 + (edit % CHAPTERS);
    writeChapter(number, `'Tis edit ${edit}, o' course.`);
    await library.changed();
    const state = await library.state('novel');
    warm.factsOf(state, folder);
    const page = warm.outlineOf(state).pages.find(({ id }) => id === `chapter-${number}`);
    const { body } = file(state.edition, page.href);
    if (!body.includes(`\u2019Tis edit ${edit}, o\u2019 course.`))
      throw new Error(`Edit ${edit} is not shown:\n${body.slice(0, 2000)}`);
    if (edit === Math.floor(memory / 2) || edit === memory) {
      globalThis.gc?.();
      held.push({ heap: process.memoryUsage().heapUsed, beside: besideHeap() });
    }
  }
  const [half, end] = held;
  for (const [name, most] of Object.entries(MOST_GROWTH)) {
    const [before, after] = [half[name], end[name]];
    console.log(
      `${memory} edits of a novel, ${NAMES[name]}: ${(before / 1e6).toFixed(1)} MB half-way, ${(after / 1e6).toFixed(1)} MB at the end`,
    );
    if (globalThis.gc && after - before > most) process.exitCode = 1;
  }

  const writeLong = writeBook('long', MANY_CHAPTERS);
  const { child, ended } = start(process.execPath, [BIN, 'build', '--watch', '--json', 'long'], {
    cwd: folder,
  });
  let builds = 0;
  child.stdout.on('data', (data) => (builds += data.toString().split('"books"').length - 1));
  const built = async (before) => {
    for (const began = Date.now(); builds === before; await setTimeout(5))
      if (Date.now() - began > 60_000) throw new Error(`The watch does not build: ${builds} builds`);
  };
  await built(0);
  const editLong = async (edit) => {
    const before = builds;
    writeLong(1 + ((edit * 37) % MANY_CHAPTERS), `'Tis edit ${edit}, o' course.`);
    await built(before);
  };
  const { told: heldThen, isSteady } = await steadiness(child, memory, editLong, MANY_CHAPTERS);
  child.kill();
  await ended;
  console.log(`${memory} edits of a long book, watched: ${heldThen}`);
  if (!isSteady) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

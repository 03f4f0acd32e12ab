// npm run check:incremental [-- --edits N --seed N --memory N]: writers' edits, one after the other; after each, what is
// built from what was kept is, to the byte, what is built from nothing. Then edits of one book alone: memory stays flat.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root as project } from '../../scripts/bundle.mjs';
import * as cold from '../../lib/index.js';

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
/** Bytes that the heap may have grown by at the end, for code that was compiled meanwhile. */
const MOST_GROWTH = 20e6;

const ENTRY = `
  export { runStages } from './src/pipeline/stages.js';
  export { epub } from './src/output/epub/index.js';
  export { endOfBuild, keepResults } from './src/memo.js';
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

  const dice = warm.diceOf(seed);
  const work = warm.beginWork(dice, folder);
  const text = [...work.texts].find(([rel]) => rel !== 'book.md');
  const heaps = [];
  for (let edit = 0; edit < memory; edit += 1) {
    work.texts.set(text[0], `${text[1]}\n\nWord ${edit}, 'tis a word${edit} o' ${edit}.\n`);
    await told(warm, warm.rawOf(work));
    warm.endOfBuild();
    if (edit === Math.floor(memory / 2) || edit === memory - 1) {
      globalThis.gc?.();
      heaps.push(process.memoryUsage().heapUsed);
    }
  }
  const [half = 0, end = 0] = heaps;
  console.log(
    `${memory} edits of a chapter: ${(half / 1e6).toFixed(1)} MB half-way, ${(end / 1e6).toFixed(1)} MB at the end`,
  );
  if (globalThis.gc && end - half > MOST_GROWTH) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

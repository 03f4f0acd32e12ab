/** What is built from what was kept is, to the byte, what is built from nothing. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTemplates } from '../../src/io/templates.js';
import { endOfBuild, keepResults } from '../../src/memo.js';
import { epub } from '../../src/output/epub/index.js';
import { runStages } from '../../src/pipeline/stages.js';
import type { RawBook } from '../../src/types.js';
import { runs } from '../seed.js';
import { beginWork, diceOf, editWork, rawOf } from './edits.js';

interface Library {
  runStages: typeof runStages;
  epub: typeof epub;
}

const EDITS = process.env.OCTAVO_FUZZ ? 1000 : runs(2).numRuns;

/** The book as bytes and everything that was said of it. */
async function built(raw: RawBook, library: Library): Promise<unknown> {
  const stages = await library.runStages(raw, { changes: true });
  const { messages, changes, marks, documents, package: book } = stages;
  const bytes = book ? await library.epub.write(book, await readTemplates()) : new Uint8Array();
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    length: bytes.length,
    ...{ messages, changes, marks },
    documents: JSON.stringify(documents),
  };
}

describe('incremental builds', () => {
  let root: string;
  let cold: Library;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'octavo-incremental-'));
    // Bundled apart, it keeps nothing.
    cold = (await import('../.lib/index.js' as string)) as Library;
    keepResults();
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it.each([1, 2, 3])('are those from nothing, to the byte: book %i', async (seed) => {
    const dice = diceOf(seed);
    const work = beginWork(dice, root);
    for (let edit = 0; edit < EDITS; edit += 1) {
      const raw = rawOf(work);
      const warm = await built(raw, { runStages, epub });
      endOfBuild();
      expect({ edit, ...(warm as object) }).toEqual({ edit, ...((await built(raw, cold)) as object) });
      editWork(work, dice);
    }
  });
});

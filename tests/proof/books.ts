/** Books for the tests of the proof: through the real stages, to the real EPUB. */
import { resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { runStages, type StageOptions, type Stages } from '../../src/pipeline/stages.js';
import { findBooks } from '../../src/io/read.js';
import { readTemplates } from '../../src/io/templates.js';
import { epub } from '../../src/output/epub/index.js';
import { expectedText, proveText } from '../../src/proof/text.js';
import type { Message, ParsedBook, RawBook } from '../../src/types.js';

/** A book through the stages, its parsed and typeset forms there. */
export type Staged = Stages & { parsed: ParsedBook; typeset: ParsedBook };

/** Covers that were drawn: most books here have one that another had. */
const cache = resolve('tests/.lib/covers');

async function staged(raw: RawBook, options: StageOptions = {}): Promise<Staged> {
  const stages = await runStages(raw, { cache, ...options });
  const { parsed, typeset } = stages;
  if (!parsed || !typeset) throw new Error(JSON.stringify(stages.messages));
  return { ...stages, parsed, typeset };
}

/** The sample books, by name: whoever works in a clone has books of their own beside them. */
const SAMPLES = ['time-and-a-half', 'until-wanted'];

/** The sample books of the project; `upTo` spares what a test does not look at. */
export async function samples(upTo: StageOptions['upTo'] = 'package'): Promise<Staged[]> {
  const { value } = await findBooks({ cwd: process.cwd(), manuscripts: 'manuscripts', names: SAMPLES });
  return Promise.all(value.map((raw) => staged(raw, { upTo })));
}

/** A book of files by name; one file makes a single-file book. */
export function book(files: Record<string, string>): Promise<Staged> {
  const names = Object.keys(files);
  const single = names.length === 1;
  return staged({
    name: 'ferry',
    path: 'ferry',
    // Where an image is, for those books that show one.
    root: resolve('tests/compose/fixtures/images'),
    single,
    files: names.map((rel) => ({ path: `ferry/${rel}`, rel, bytes: strToU8(files[rel] ?? '') })),
  });
}

export async function bytesOf({ package: made, messages }: Staged): Promise<Uint8Array> {
  if (!made) throw new Error(JSON.stringify(messages));
  return epub.write(made, await readTemplates());
}

/** The messages on a book whose EPUB was tampered with; `change` gets each file's name and text. */
export async function proveTampered(
  stages: Staged,
  change: (text: string, name: string) => string = (text) => text,
): Promise<Message[]> {
  const files = unzipSync(await bytesOf(stages));
  const texts = Object.entries(files).map(([name, bytes]): [string, string, Uint8Array] => [
    name,
    strFromU8(bytes),
    bytes,
  ]);
  const changed = texts.map(([name, text, bytes]) => {
    const after = change(text, name);
    return [name, after === text ? bytes : strToU8(after)] as const;
  });
  const { parsed, typeset } = stages;
  return proveText(
    expectedText(parsed, typeset),
    zipSync(Object.fromEntries(changed), { level: 0 }),
    'ferry.epub',
  );
}

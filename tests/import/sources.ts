/** Sources for the tests of formats: a file `input.*`, or an archive made of the files in `parts/`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { readers } from '../../src/import/readers.js';
import type { Extract, Source } from '../../src/import/types.js';

export const FIXTURES = join(import.meta.dirname, 'fixtures');
const PARTS = 'parts';
/** The first instant that ZIP knows. */
const TIME = new Date(1980, 0, 1);

export const source = (name: string, content: string | Uint8Array): Source => ({
  path: name,
  name: basename(name),
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

/** Files by their path in an archive; undefined takes one out. */
export type Parts = Record<string, string | Uint8Array | undefined>;

export function archive(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    if (content === undefined) continue;
    files[name] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return zipSync(files, { mtime: TIME });
}

/** The files of a fixture's archive. */
export function partsOf(name: string): Parts {
  const folder = join(FIXTURES, name, PARTS);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((file) => statSync(join(folder, file)).isFile());
  // The type of an EPUB stands first.
  files.sort((a, b) => Number(b === 'mimetype') - Number(a === 'mimetype'));
  return Object.fromEntries(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file))]),
  );
}

/** A fixture's files to import. */
export function fixture(name: string): Source[] {
  const folder = join(FIXTURES, name);
  const files = readdirSync(folder).sort();
  const inputs = files.filter((entry) => entry.startsWith('input'));
  if (inputs.length > 0) return inputs.map((file) => source(file, readFileSync(join(folder, file))));
  const parts = partsOf(name);
  return [source('mimetype' in parts ? 'input.epub' : 'input.docx', archive(parts))];
}

/** A fixture of one file. */
export const oneFixture = (name: string): Source => {
  const [only] = fixture(name);
  if (!only) throw new Error(`This fixture has no input: ${name}`);
  return only;
};

/** What the reader that recognises a source makes of it. */
export async function extract(of: Source): Promise<Extract> {
  const reader = readers.find((one) => one.recognises(of));
  if (!reader) throw new Error(`No reader takes the format of ${of.name}`);
  return reader.read(of);
}

/** Each fixture of a format with markup: `input.*`, or the files of an archive in `parts/`, and what is read of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readers } from '../../src/import/readers.js';
import type { Source } from '../../src/import/types.js';
import { printed } from './printed.js';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const EXPECTED = 'extract.txt';

const cases = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, EXPECTED)));

function sourceOf(name: string): Source {
  const folder = join(FIXTURES, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.')) ?? '';
  return { path: file, name: file, bytes: readFileSync(join(folder, file)) };
}

test.each(cases)('%s', async (name) => {
  const source = sourceOf(name);
  const extract = await readers.find((reader) => reader.recognises(source))?.read(source);
  if (!extract) throw new Error(`Unexpected format of ${name}`);
  const text = printed(extract);
  const expected = join(FIXTURES, name, EXPECTED);
  if (process.env.UPDATE_FIXTURES) writeFileSync(expected, text);
  expect(text).toBe(readFileSync(expected, 'utf8'));
});

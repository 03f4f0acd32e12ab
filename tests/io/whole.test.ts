import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../src/io/whole.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-whole-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('makes the folder, writes the bytes and leaves nothing else behind', async () => {
  const path = join(folder, 'dist', 'a.epub');
  await expect(writeWhole(path, Buffer.from('one'))).resolves.toBe(true);
  await expect(writeWhole(path, Buffer.from('two'))).resolves.toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(folder, 'dist'))).toEqual(['a.epub']);
});

test('the same bytes leave the file and its time alone', async () => {
  const path = join(folder, 'a.epub');
  writeFileSync(path, 'one');
  utimesSync(path, 1000, 1000);
  await expect(writeWhole(path, Buffer.from('one'))).resolves.toBe(false);
  expect(statSync(path).mtimeMs).toBe(1_000_000);
});

test('a failure leaves the old file whole', async () => {
  // A folder where the file should go makes the rename fail, for root too.
  const path = join(folder, 'a.epub');
  await writeWhole(join(path, 'inner'), Buffer.from('old'));
  await expect(writeWhole(path, Buffer.from('new'))).rejects.toThrow();
  expect(readFileSync(join(path, 'inner'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.epub']);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole, writeWholes } from '../../src/io/whole.js';

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

test('clears what a killed build left long ago, and nothing that another may be writing', async () => {
  const path = join(folder, 'a.epub');
  const old = join(folder, '.a.epub.0123456789ab.tmp');
  const fresh = join(folder, '.a.epub.ba9876543210.tmp');
  const other = join(folder, '.b.epub.0123456789ab.tmp');
  for (const file of [old, fresh, other]) writeFileSync(file, 'half');
  for (const file of [old, other]) utimesSync(file, 1000, 1000);
  await writeWhole(path, Buffer.from('one'));
  expect(readdirSync(folder).sort()).toEqual([
    '.a.epub.ba9876543210.tmp',
    '.b.epub.0123456789ab.tmp',
    'a.epub',
  ]);
});

test('a failure leaves the old file whole', async () => {
  // A folder where the file should go makes the rename fail, for root too.
  const path = join(folder, 'a.epub');
  await writeWhole(join(path, 'inner'), Buffer.from('old'));
  await expect(writeWhole(path, Buffer.from('new'))).rejects.toThrow();
  expect(readFileSync(join(path, 'inner'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.epub']);
});

test('what does not pass the look at it never takes the place of the old file', async () => {
  const path = join(folder, 'a.epub');
  await writeWhole(path, Buffer.from('old'));
  const verify = (temporary: string) => {
    expect(readFileSync(temporary, 'utf8')).toBe('new');
    return Promise.reject(new Error('reads back as other bytes'));
  };
  await expect(writeWhole(path, Buffer.from('new'), { verify })).rejects.toThrow('reads back');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.epub']);
});

test('a name of 255 bytes has room for its temporary file', async () => {
  const name = `${'é'.repeat(125)}.epub`;
  await writeWhole(join(folder, name), Buffer.from('one'));
  expect(readdirSync(folder)).toEqual([name]);
});

test('many files are written as one is, and what killed builds left beside any of them is cleared', async () => {
  const [a, b, c] = [join(folder, 'a.md'), join(folder, 'inner', 'b.md'), join(folder, 'c.md')];
  writeFileSync(a, 'one');
  const names = ['.a.md', '.c.md', '.d.md'].map((name) => `${name}.0123456789ab.tmp`);
  for (const name of names) {
    writeFileSync(join(folder, name), 'half');
    utimesSync(join(folder, name), 1000, 1000);
  }
  const files = [a, b, c].map((path) => ({ path, bytes: Buffer.from('one') }));
  await expect(writeWholes([files])).resolves.toEqual([false, true, true]);
  expect(readdirSync(folder).sort()).toEqual([names[0], names[2], 'a.md', 'c.md', 'inner']);
  expect(readFileSync(b, 'utf8')).toBe('one');
});

test('of a set of files none takes its place where one cannot be written', async () => {
  const [a, b, c] = [join(folder, 'a.md'), join(folder, 'b.md'), join(folder, 'c.md')];
  writeFileSync(join(folder, 'file'), 'no folder');
  const set = (...paths: string[]) => paths.map((path) => ({ path, bytes: Buffer.from('one') }));
  const sets = [set(a), set(b, join(folder, 'file', 'inner.md')), set(c)];
  await expect(writeWholes(sets)).rejects.toThrow();
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'file']);
});

test('where a file of a set cannot take its place, none of them does, and the old ones are there', async () => {
  const [one, two, three] = ['a.md', 'b.json', 'c.md'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(one, 'old');
  // A folder where the file should go makes the rename fail, for root too.
  await writeWhole(join(three, 'inner'), Buffer.from('old'));
  const files = [one, two, three].map((path) => ({ path, bytes: Buffer.from('new') }));
  await expect(writeWholes([files])).rejects.toThrow();
  expect(readFileSync(one, 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'c.md']);
  expect(readFileSync(join(three, 'inner'), 'utf8')).toBe('old');
});

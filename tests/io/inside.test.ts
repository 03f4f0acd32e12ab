/** Files of a folder, and what was put in their place. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInside } from '../../src/io/inside.js';
import { keepResults } from '../../src/memo.js';

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const read = (name: string, most = 1000) => readInside(at('book', name), at('book'), most);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-inside-')));
  mkdirSync(at('book'));
  writeFileSync(at('secret.md'), 'secret');
  writeFileSync(at('book', 'own.md'), 'own');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file, and a link to one within the folder, are read', async () => {
  symlinkSync('own.md', at('book', 'link.md'));
  const own = { bytes: Buffer.from('own') };
  expect(await read('own.md')).toEqual(own);
  expect(await read('link.md')).toEqual(own);
});

test.each([
  ['a link out of it', () => symlinkSync(at('secret.md'), at('book', 'a.md'))],
  [
    'a link by way of a link',
    () => {
      symlinkSync('..', at('book', 'up'));
      symlinkSync('up/secret.md', at('book', 'a.md'));
    },
  ],
])('%s is outside', async (_, link) => {
  link();
  expect(await read('a.md')).toEqual({ problem: 'outside' });
});

test('a folder and a pipe are no files, and nobody waits for the pipe', async () => {
  mkdirSync(at('book', 'a.md'));
  expect(await read('a.md')).toEqual({ problem: 'not-a-file' });
  if (process.platform === 'win32') return;
  spawnSync('mkfifo', [at('book', 'pipe.md')]);
  expect(await read('pipe.md')).toEqual({ problem: 'not-a-file' });
});

test('a file that becomes a link while it is read gives its own bytes, or none', async () => {
  const name = at('book', 'own.md');
  for (let round = 0; round < 200; round += 1) {
    const reading = read('own.md').catch(({ code }: NodeJS.ErrnoException) => code);
    await new Promise((go) => setImmediate(go));
    rmSync(name);
    symlinkSync(at('secret.md'), name);
    const found = await reading;
    const text = typeof found === 'object' && 'bytes' in found ? Buffer.from(found.bytes).toString() : 'own';
    expect(text).toBe('own');
    rmSync(name);
    writeFileSync(name, 'own');
  }
});

test('of a file with more bytes than may be, its size', async () => {
  expect(await read('own.md', 2)).toEqual({ size: 3 });
});

test('where results are kept, a file that did not change has the very bytes from before', async () => {
  const bytesOf = async (): Promise<Uint8Array | undefined> => {
    const opened = await read('long.md', 1e6);
    return 'bytes' in opened ? opened.bytes : undefined;
  };
  const write = (text: string): void => {
    writeFileSync(at('book', 'long.md'), text);
  };
  const long = 'x'.repeat(150_000);
  write(long);
  expect(await bytesOf()).not.toBe(await bytesOf());
  keepResults();
  const first = await bytesOf();
  write(long);
  expect(await bytesOf()).toBe(first);
  for (const text of [`${long.slice(1)}y`, `${long}y`, long.slice(1), '']) {
    write(text);
    expect(String(await bytesOf())).toBe(text);
  }
  expect(String(first)).toBe(long);
});

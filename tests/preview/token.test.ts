import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenFor } from '../../src/preview/token.js';

const cache = mkdtempSync(join(tmpdir(), 'octavo-token-'));
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

const LOCAL = '127.0.0.1';

test('a folder keeps its word, which is no other folder’s and which its user alone can read', () => {
  const word = tokenFor('/books', LOCAL, cache);
  expect(word).toMatch(/^[\w-]{22}$/);
  expect(tokenFor('/books', LOCAL, cache)).toBe(word);
  expect(tokenFor('/other', LOCAL, cache)).not.toBe(word);
  const modes = readdirSync(cache).map((name) => statSync(join(cache, name)).mode & 0o077);
  expect(process.platform === 'win32' ? [0, 0] : modes).toEqual([0, 0]);
});

test('what other devices are given is new each time, and so is what cannot be kept', () => {
  const words = [tokenFor('/books', '0.0.0.0', cache), tokenFor('/books', '0.0.0.0', cache)];
  const file = join(cache, 'file');
  writeFileSync(file, '');
  words.push(tokenFor('/books', LOCAL, file), tokenFor('/books', LOCAL, file));
  words.push(tokenFor('/books', LOCAL, undefined), tokenFor('/books', LOCAL, cache));
  expect(new Set(words).size).toBe(words.length);
});

test('a damaged word is made anew', () => {
  const word = tokenFor('/books', LOCAL, cache);
  for (const name of readdirSync(cache)) if (name !== 'file') writeFileSync(join(cache, name), 'short');
  expect(tokenFor('/books', LOCAL, cache)).not.toBe(word);
});

import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../src/archive/problems.js';
import { readRecord, writeRecord } from '../../src/archive/record.js';
import { openStore, proveStore } from '../../src/archive/store.js';
import { sha256 } from '../../src/text/digest.js';
import type { Store } from '../../src/io/store.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const FACTS = {
  name: 'ferry',
  title: 'The Ferry',
  sections: 1,
  words: 2,
  changes: 0,
  unsure: 0,
  messages: [],
};
const ORDER = { octavo: '0.1.0', sources: sha256('a'), book: 'ferry' };

test('a file is written once, whole, and stays', async () => {
  const store = await openStore('deep/store', folder);
  expect(await store.has('a/b.txt')).toBe(false);
  expect(await store.read('a/b.txt')).toBeUndefined();
  expect(await store.write('a/b.txt', bytes('one'))).toBe(true);
  const path = join(folder, 'deep/store/a/b.txt');
  utimesSync(path, 1, 1);
  expect(await store.write('a/b.txt', bytes('one'))).toBe(false);
  expect(statSync(path).mtimeMs).toBe(1000);
  expect(readdirSync(join(folder, 'deep/store/a'))).toEqual(['b.txt']);
});

test('a store is proved by a sign in it', async () => {
  const store = await openStore(folder, '/');
  await proveStore(store);
  await proveStore(store);
  expect(readFileSync(join(folder, 'octavo-store.txt'), 'utf8')).toContain('store of Octavo');
});

test('a record comes after its files, and says what they are', async () => {
  const inner = await openStore(folder, '/');
  const written: string[] = [];
  const store: Store = {
    ...inner,
    write: (name, content) => {
      written.push(name.replace(/^.*\//u, ''));
      return inner.write(name, content);
    },
  };
  const file = (format: 'epub' | 'kepub', name: string) => ({
    format,
    path: join('/dist', name),
    bytes: bytes(name),
    messages: [],
  });
  const key = 'abcdef';
  const files = [file('epub', 'ferry.epub'), file('kepub', 'ferry.kepub.epub')];
  const record = await writeRecord(store, key, ORDER, { facts: FACTS, files });
  expect(written).toEqual(['abcdef.epub', 'abcdef.kepub.epub', 'abcdef.json']);
  expect(await readRecord(store, key)).toEqual(record);
  expect(record.files[1]).toEqual({
    format: 'kepub',
    name: 'ferry.kepub.epub',
    file: 'books/ab/cd/abcdef.kepub.epub',
    size: 16,
    sha256: sha256('ferry.kepub.epub'),
  });
});

test.each([
  ['', 'archive:address'],
  ['http://example.org/x', 'archive:address'],
  ['s3://', 'archive:address'],
  ['s3://key:secret@bucket/x', 'archive:address'],
])('no store: %j', async (place, id) => {
  const refusal = await openStore(place, folder).then(String, (cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(Refusal);
  const { told } = refusal as Refusal;
  expect(told.id).toBe(id);
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('a file where the folder should be, and a folder that may not be written, are refused with a message', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(openStore('file/store', folder)).rejects.toMatchObject({ told: { id: 'archive:no-store' } });
  if (process.getuid?.() === 0) return;
  chmodSync(folder, 0o500);
  await expect(openStore('store', folder)).rejects.toMatchObject({ told: { id: 'archive:store-refused' } });
});

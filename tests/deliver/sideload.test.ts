import {
  mkdirSync,
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
import { DEVICES } from '../../src/deliver/devices.js';
import type { Target } from '../../src/deliver/find.js';
import { sideload, type BookFile, type SideloadOptions } from '../../src/deliver/sideload.js';
import { tinyEpub } from './books.js';
import { script } from '../io/script.js';

let folder: string;
let device: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-sideload-'));
  device = join(folder, 'device');
  mkdirSync(device);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The drive as one of the table's devices; as any folder where there is none of the name. */
function target(name?: string): Target {
  const row = DEVICES.find((one) => one.name === name);
  const found = row && { found: { device: row, root: device, label: '' } };
  return { ...found, root: device, folder: '', volume: statSync(device).dev };
}

function book(name: string, bytes = tinyEpub('Tide', 'urn:tide')): BookFile {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, shown: name, built: false };
}

const put = (books: readonly BookFile[], name?: string, options: Partial<SideloadOptions> = {}) =>
  sideload(books, { place: { target: target(name) }, format: 'epub', ...options });
const ids = (results: Awaited<ReturnType<typeof put>>) =>
  results.flatMap(({ messages }) => messages.map(({ id }) => id));

test('books get names that the device takes; what they are is told', async () => {
  const results = await put([book('What? "A": Tide*.epub'), book('100% #1.epub')], 'nook');
  expect(ids(results)).toEqual([]);
  expect(results.map(({ title, outcome }) => [title, outcome])).toEqual([
    ['Tide', 'new'],
    ['Tide', 'new'],
  ]);
  expect(readdirSync(device)).toEqual(['100_ _1.epub', 'What_ _A__ Tide_.epub']);
});

test('two books of one name on the device: the second is refused, the others go on', async () => {
  const results = await put([book('Tide?.epub'), book('tide*.epub'), book('Rope.epub')]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['new', undefined, 'new']);
  expect(results[1]?.messages).toMatchObject([{ id: 'sideload:same-name', path: 'tide*.epub' }]);
  expect(results[1]?.messages[0]?.hint).toContain('`Tide?.epub`');
});

test.each([
  ['a PDF', '%PDF-1.7', 'sideload:not-an-epub'],
  ['nothing', '', 'sideload:empty'],
  ['half a book', Buffer.from(tinyEpub('Tide', 'urn:tide').subarray(0, 300)), 'sideload:truncated'],
])('%s is not copied, the next book is', async (_, bytes, id) => {
  const results = await put([book('one.epub', Buffer.from(bytes)), book('two.epub')]);
  expect(ids(results)).toEqual([id]);
  expect(readdirSync(device)).toEqual(['two.epub']);
});

test('a file that is missing, and a folder of the name', async () => {
  mkdirSync(join(folder, 'folder.epub'));
  const files = ['missing.epub', 'folder.epub'].map((name) => ({
    path: join(folder, name),
    shown: name,
    built: false,
  }));
  expect(ids(await put(files))).toEqual(['sideload:unreadable', 'sideload:unreadable']);
});

test('a Kobo forgets the place in a changed book: that is said, before it is done too', async () => {
  await put([book('tide.epub')], 'kobo');
  expect(ids(await put([book('tide.epub')], 'kobo'))).toEqual([]);
  const changed = book('tide.epub', tinyEpub('Tide, again', 'urn:tide'));
  expect(ids(await put([changed], 'kobo', { dryRun: true }))).toEqual(['sideload:position-lost']);
  expect(ids(await put([changed], 'kobo'))).toEqual(['sideload:position-lost']);
  expect(ids(await put([book('tide.epub')], 'pocketbook'))).toEqual([]);
});

test('the same book in another format is told of, a longer name is not', async () => {
  for (const name of ['Tide.kepub.epub', 'tides.epub', 'tide.txt']) writeFileSync(join(device, name), '');
  const results = await put([book('tide.epub')], 'kobo');
  expect(ids(results)).toEqual(['sideload:two-editions']);
  expect(results[0]?.messages[0]?.reason).toContain('`Tide.kepub.epub`');
  // A Kindle shows no EPUB: there is nothing to tell.
  expect(ids(await put([book('Tide.epub')], 'kindle'))).toEqual([]);
});

test('a kepub stays one, and what is none is not called one', async () => {
  await put([book('tide.kepub.epub'), book('rope.epub')], 'kobo', { format: 'kepub' });
  expect(readdirSync(device)).toEqual(['rope.epub', 'tide.kepub.epub']);
  await put([book('sand.kepub.epub')], 'tolino');
  await put([book('gull.kepub.epub')]);
  expect(readdirSync(device)).toEqual(['gull.kepub.epub', 'rope.epub', 'sand.epub', 'tide.kepub.epub']);
  const both = await put([book('oar.epub'), book('oar.kepub.epub')], 'tolino');
  expect(both.map(({ outcome }) => outcome)).toEqual(['new', undefined]);
  expect(both[1]?.messages).toMatchObject([{ id: 'sideload:same-book', severity: 'warning' }]);
});

describe('AZW3', () => {
  /** Makes what passes for an AZW3, and counts how often. */
  const converter = () => {
    const text = `echo x >> '${folder}/count'; printf '%060d' 0 > "$2"; printf 'BOOKMOBI' >> "$2"`;
    return { program: script(folder, 'ebook-convert', text), version: '1.0' };
  };
  const count = () => readFileSync(join(folder, 'count'), 'utf8').length / 2;

  test('what was made of a built book is kept beside it, until the book changes', async () => {
    const convert = { converter: converter(), env: process.env };
    const built = { ...book('tide.epub'), built: true };
    const run = () => put([built], 'kindle', { format: 'azw3', convert });
    expect((await run()).map(({ outcome }) => outcome)).toEqual(['new']);
    expect((await run()).map(({ outcome }) => outcome)).toEqual(['same']);
    expect(count()).toBe(1);
    expect(readdirSync(device)).toEqual(['tide.azw3']);
    expect(readdirSync(folder)).toContain('tide.azw3');
    const later = Date.now() / 1000 + 60;
    utimesSync(built.path, later, later);
    await run();
    expect(count()).toBe(2);
  });

  test('of a stranger’s book nothing is left beside it', async () => {
    const convert = { converter: converter(), env: process.env };
    const [result] = await put([book('tide.epub')], 'kindle', { format: 'azw3', convert });
    expect(result?.outcome).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['count', 'device', 'ebook-convert', 'tide.epub']);
  });
});

import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../src/deliver/find.js';
import { demandHolds, place } from '../../src/deliver/place.js';
import { kindleBook, tinyEpub } from './books.js';
import { canMount, drive, type Drive } from './drives.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'octavo-place-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const target = (folder = '', at = root): Target => ({ root: at, folder, volume: statSync(at).dev });
const first = tinyEpub('Tide', 'urn:tide');
const second = tinyEpub('Tide, second edition', 'urn:tide');
const other = tinyEpub('Rope', 'urn:rope');

test('a new book, the same one, another edition: nothing else is left behind', async () => {
  const put = async (bytes: Uint8Array) =>
    (await place(bytes, 'tide.epub', target('Books/Sea'))).value?.outcome;
  const path = join(root, 'Books', 'Sea', 'tide.epub');
  expect(await put(first)).toBe('new');
  utimesSync(path, 1000, 1000);
  expect(await put(first)).toBe('same');
  expect(statSync(path).mtimeMs).toBe(1_000_000);
  expect(await put(second)).toBe('changed');
  expect(readFileSync(path)).toEqual(Buffer.from(second));
  expect(readdirSync(join(root, 'Books', 'Sea'))).toEqual(['tide.epub']);
});

test('a dry run says the same and writes nothing', async () => {
  const put = async (bytes: Uint8Array) =>
    (await place(bytes, 'tide.epub', target('Books'), { dryRun: true })).value?.outcome;
  expect(await put(first)).toBe('new');
  expect(readdirSync(root)).toEqual([]);
  await place(first, 'tide.epub', target('Books'));
  expect(await put(first)).toBe('same');
  expect(await put(second)).toBe('changed');
  expect(readFileSync(join(root, 'Books', 'tide.epub'))).toEqual(Buffer.from(first));
});

test('a name that differs by case or accents alone is the same file, as on FAT', async () => {
  writeFileSync(join(root, 'E\u0301TE\u0301.EPUB'), first);
  const { value } = await place(second, '\u00E9t\u00E9.epub', target());
  expect(value?.outcome).toBe('changed');
  expect(readdirSync(root)).toEqual(['E\u0301TE\u0301.EPUB']);
});

test('another book of the name is not overwritten, half a book is', async () => {
  writeFileSync(join(root, 'tide.epub'), other);
  const { value, messages } = await place(first, 'tide.epub', target());
  expect(value).toBeUndefined();
  expect(messages).toMatchObject([{ id: 'sideload:other-book', severity: 'error' }]);
  expect(messages[0]?.reason).toContain('`Rope`, not an older edition of `Tide`');
  expect(readFileSync(join(root, 'tide.epub'))).toEqual(Buffer.from(other));
  writeFileSync(join(root, 'tide.epub'), other.subarray(0, 200));
  expect((await place(first, 'tide.epub', target())).value?.outcome).toBe('changed');
});

test('an AZW3 is another book by its title', async () => {
  const [tide, longer, rope] = [kindleBook('Tide'), kindleBook('Tide', 100), kindleBook('Rope')];
  const put = (bytes: Uint8Array) => place(bytes, 'book.azw3', target());
  expect((await put(tide)).value?.outcome).toBe('new');
  expect((await put(longer)).value?.outcome).toBe('changed');
  expect((await put(rope)).messages).toMatchObject([{ id: 'sideload:other-book' }]);
  writeFileSync(join(root, 'book.azw3'), tide.subarray(0, 90));
  expect((await put(rope)).value?.outcome).toBe('changed');
});

test('a link on the device leads nowhere else', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'octavo-elsewhere-'));
  symlinkSync(elsewhere, join(root, 'Books'));
  for (const folder of ['Books', 'Books/Sea']) {
    const { messages } = await place(first, 'tide.epub', target(folder));
    expect(messages).toMatchObject([{ id: 'device:outside', severity: 'error' }]);
  }
  expect(readdirSync(elsewhere)).toEqual([]);
  symlinkSync(join(elsewhere, 'tide.epub'), join(root, 'tide.epub'));
  expect((await place(first, 'tide.epub', target())).value?.outcome).toBe('new');
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(lstatSync(join(root, 'tide.epub')).isFile()).toBe(true);
  rmSync(elsewhere, { recursive: true });
});

test('a folder of the name is left alone, and a pipe is not read', async () => {
  mkdirSync(join(root, 'tide.epub'));
  spawnSync('mkfifo', [join(root, 'rope.epub')]);
  for (const name of ['tide.epub', 'rope.epub']) {
    const { messages } = await place(first, name, target());
    expect(messages).toMatchObject([{ id: 'device:cannot-write', severity: 'error' }]);
  }
});

test('the longest name that there may be', async () => {
  const name = `${'é'.repeat(125)}.epub`;
  expect(Buffer.byteLength(name)).toBe(255);
  expect((await place(first, name, target())).value?.outcome).toBe('new');
  expect(readdirSync(root)).toEqual([name]);
});

test('many at once leave one whole book', async () => {
  const puts = Array.from({ length: 20 }, (_, n) =>
    place(n % 2 === 0 ? first : second, 'tide.epub', target()),
  );
  const results = await Promise.all(puts);
  expect(results.every(({ value }) => value)).toBe(true);
  expect(readdirSync(root)).toEqual(['tide.epub']);
});

test('what reads back as other bytes is said', async () => {
  writeFileSync(join(root, 'copy'), first.subarray(0, -1));
  await expect(demandHolds(join(root, 'copy'), first)).rejects.toMatchObject({ code: 'EIO' });
  await expect(demandHolds(join(root, 'missing'), first)).rejects.toMatchObject({ code: 'EIO' });
});

// In most containers nothing can be mounted: these then do not run, and the report says so.
(canMount ? describe : describe.skip)('a drive (needs root on Linux)', () => {
  let there: Drive;
  const plugIn = (options?: string) => {
    const got = drive(options);
    if (!got) throw new Error('Could not mount it');
    there = got;
  };
  afterEach(() => {
    there.remove();
  });

  test('that is full: the old book stays', async () => {
    plugIn('size=1m');
    await place(first, 'tide.epub', target('', there.root));
    const { messages } = await place(tinyEpub('Tide', 'urn:tide', 1e6), 'tide.epub', target('', there.root));
    expect(messages).toMatchObject([{ id: 'device:no-room', severity: 'error' }]);
    expect(messages[0]?.reason).toMatch(/has \d+ kB of room left, and the book needs 1,001 kB/);
    expect(readFileSync(join(there.root, 'tide.epub'))).toEqual(Buffer.from(first));
    expect(readdirSync(there.root)).toEqual(['tide.epub']);
  });

  test('that has room and takes no more files', async () => {
    plugIn('size=1m,nr_inodes=2');
    writeFileSync(join(there.root, 'last'), '');
    const { messages } = await place(first, 'tide.epub', target('', there.root));
    expect(messages).toMatchObject([{ id: 'device:no-room' }]);
    expect(readdirSync(there.root)).toEqual(['last']);
  });

  test('that is read-only: said by the dry run too', async () => {
    plugIn();
    await place(first, 'tide.epub', target('', there.root));
    there.lock();
    for (const dryRun of [true, false]) {
      const { messages } = await place(second, 'tide.epub', target('', there.root), { dryRun });
      expect(messages).toMatchObject([{ id: 'device:read-only' }]);
    }
    expect((await place(first, 'tide.epub', target('', there.root))).value?.outcome).toBe('same');
  });

  test('that was pulled: nothing is written to the folder that it left', async () => {
    plugIn();
    const found = target('', there.root);
    there.pull();
    const { messages } = await place(first, 'tide.epub', found);
    expect(messages).toMatchObject([{ id: 'device:gone' }]);
    expect(readdirSync(there.root)).toEqual([]);
  });
});

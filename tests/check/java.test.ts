import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWithJava, findJava } from '../../src/check/index.js';
import { script } from '../io/script.js';
import { chapter, epub } from './epub.js';

const java = await findJava(process.env);
/** These tests run the official EPUBCheck itself; without Java they are shown as skipped. */
const withJava = java === undefined ? test.skip : test;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-java-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bookFile = async (name: string, bytes: Uint8Array) => {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
};

withJava('a right book, whatever its name', async () => {
  const file = await bookFile('Fähre — 渡し船.epub', await epub());
  const { value, messages } = await checkWithJava(file, { java: java ?? '', env: process.env });
  expect(messages).toEqual([]);
  expect(value).toEqual({ version: '5.3.0', fatals: 0, errors: 0, warnings: 0 });
});

withJava(
  'what the built-in validator overlooks, with line and column, and in the same words for the rest',
  async () => {
    const body = '<p><div>x</div></p><p zork="1">x</p><p><img src="map.png" alt="A map"/></p>';
    const file = await bookFile('broken.epub', await epub(chapter(body)));
    const { value, messages } = await checkWithJava(file, { java: java ?? '', env: process.env });
    expect(value).toMatchObject({ fatals: 0, errors: 3 });
    const path = `${file}/OEBPS/text/one.xhtml`;
    expect(messages).toEqual([
      expect.objectContaining({
        path,
        place: { line: 5, column: 15 },
        reason: 'The element `div` may not stand here',
      }),
      expect.objectContaining({
        path,
        place: { line: 5, column: 38 },
        reason: 'This element may not have the attribute `zork`',
      }),
      expect.objectContaining({
        path,
        id: 'epubcheck:RSC-007',
        reason: 'The link to `OEBPS/text/map.png` leads to no file of the book',
      }),
    ]);
  },
);

withJava('what is no EPUB', async () => {
  const file = await bookFile('empty.epub', new Uint8Array());
  const { value, messages } = await checkWithJava(file, { java: java ?? '', env: process.env });
  expect(value).toMatchObject({ fatals: 1 });
  expect(messages).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      fatal: true,
      path: file,
      reason: 'The EPUB could not be read',
    }),
  );
});

test('a computer without Java is told of, with the way to get it', async () => {
  const { value, messages } = await checkWithJava('book.epub', { java: join(folder, 'no-such-java') });
  expect(value).toBeUndefined();
  expect(messages).toEqual([
    expect.objectContaining({
      severity: 'error',
      id: 'check:no-java',
      hint: expect.stringContaining('Install it'),
    }),
  ]);
});

test('a program that is no Java is told of', async () => {
  const { value, messages } = await checkWithJava('book.epub', { java: process.execPath });
  expect(value).toBeUndefined();
  expect(messages).toEqual([expect.objectContaining({ id: 'check:no-java', path: 'book.epub' })]);
});

test('a Java that does not end is given up', async () => {
  const slow = script(folder, 'slow', 'sleep 120 & sleep 120');
  const { value, messages } = await checkWithJava('book.epub', { java: slow, timeout: 300 });
  expect(value).toBeUndefined();
  expect(messages).toMatchObject([{ id: 'check:no-java', path: 'book.epub' }]);
  expect(messages[0]?.reason).toContain('(none after 0.3 seconds)');
});

test('without Java on the PATH none is found', async () => {
  expect(await findJava({ PATH: folder, JAVA_HOME: folder })).toBeUndefined();
});

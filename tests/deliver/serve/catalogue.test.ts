import { mkdir, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { openCatalogue } from '../../../src/deliver/serve/catalogue.js';
import { zip } from '../../check/epub.js';
import { bookCalled, folderWith, type Folder } from './shelf.js';

let folder: Folder;
beforeEach(async () => {
  folder = await folderWith();
});
afterEach(() => folder.remove());

const look = () => openCatalogue(folder.path, { cwd: folder.path }).shelf();

test('takes the formats of a book together, the plain EPUB first, and leaves out what is none', async () => {
  await folder.write({
    'ferry.kepub.epub': await bookCalled('The Ferry'),
    'ferry.azw3': 'BOOKMOBI',
    'ferry.epub': await bookCalled('The Ferry', '<dc:creator>Ann Lee</dc:creator>'),
    'parts/dust.EPUB': await bookCalled('Dust'),
    '.ferry.epub.1234.tmp': 'half',
    '.hidden.epub': await bookCalled('Hidden'),
    '.epub': 'nothing',
    'notes.txt': 'mine',
    'secret.key': 'mine',
  });
  const { books, messages } = await look();
  expect(messages).toEqual([]);
  expect(books.map(({ id, title, files }) => [id, title, files.map(({ rel }) => rel)])).toEqual([
    ['parts/dust', 'Dust', ['parts/dust.EPUB']],
    ['ferry', 'The Ferry', ['ferry.epub', 'ferry.kepub.epub', 'ferry.azw3']],
  ]);
  expect(books[1]?.authors).toEqual(['Ann Lee']);
});

test('a book without metadata of its own is called after its file', async () => {
  await folder.write({ 'The Crossing.azw3': 'BOOKMOBI' });
  expect((await look()).books).toMatchObject([{ title: 'The Crossing', authors: [] }]);
});

test('tells of a broken file, and offers its sound brothers', async () => {
  const good = await bookCalled('The Ferry');
  await folder.write({
    'cut.epub': good.subarray(0, 400),
    'empty.epub': '',
    'letter.epub': await zip({ 'word/document.xml': '<w/>' }),
    'wild.epub': await zip({ 'META-INF/container.xml': '<container' }),
    'ferry.epub': good.subarray(0, 400),
    'ferry.kepub.epub': good,
  });
  const { books, messages } = await look();
  expect(books.map(({ files }) => files.map(({ rel }) => rel))).toEqual([['ferry.kepub.epub']]);
  expect(messages.map(({ id, path }) => [id, path])).toEqual(
    ['cut.epub', 'empty.epub', 'ferry.epub', 'letter.epub', 'wild.epub'].map((path) => [
      'serve:unreadable',
      path,
    ]),
  );
  expect(messages[0]?.reason).toBe('This EPUB is cut off before its end');
});

test('a file that claims to unpack to more than any book is not unpacked', async () => {
  const bomb = await bookCalled('Bomb', '', { 'META-INF/container.xml': ' '.repeat(17 * 1024 ** 2) });
  expect(bomb.length).toBeLessThan(100_000);
  await folder.write({ 'bomb.epub': bomb });
  const { books, messages } = await look();
  expect(books).toEqual([]);
  expect(messages).toMatchObject([{ id: 'serve:unreadable', path: 'bomb.epub' }]);
});

test('refuses links that lead out of the folder, and follows those that do not', async () => {
  const outside = await folderWith({ 'secret.epub': await bookCalled('Secret') });
  await mkdir(join(folder.path, 'books'));
  await folder.write({ 'books/ferry.epub': await bookCalled('The Ferry') });
  await symlink(join(outside.path, 'secret.epub'), join(folder.path, 'secret.epub'));
  await symlink(outside.path, join(folder.path, 'all'));
  await symlink('books/ferry.epub', join(folder.path, 'latest.epub'));
  await symlink('nowhere.epub', join(folder.path, 'gone.epub'));
  const { books, messages } = await look();
  expect(books.map(({ id }) => id)).toEqual(['books/ferry', 'latest']);
  expect(messages.map(({ id, path }) => [id, path])).toEqual([
    ['serve:unreadable', 'gone.epub'],
    ['serve:outside', 'secret.epub'],
  ]);
  await outside.remove();
});

test('a file is handed out by its name in the catalogue alone, and no longer when it leads elsewhere', async () => {
  const outside = await folderWith({ 'secret.epub': await bookCalled('Secret') });
  await folder.write({ 'ferry.epub': await bookCalled('The Ferry'), 'notes.txt': 'mine' });
  const catalogue = openCatalogue(folder.path, { cwd: folder.path });
  expect((await catalogue.file('ferry.epub'))?.rel).toBe('ferry.epub');
  for (const name of ['notes.txt', '../ferry.epub', './ferry.epub', '/ferry.epub', 'ferry.epub/', ''])
    expect(await catalogue.file(name)).toBeUndefined();
  await folder.remove();
  await folder.write({});
  await mkdir(folder.path);
  await symlink(join(outside.path, 'secret.epub'), join(folder.path, 'ferry.epub'));
  expect(await catalogue.file('ferry.epub')).toBeUndefined();
  await outside.remove();
});

test('a book that was built again is read again', async () => {
  await folder.write({ 'ferry.epub': await bookCalled('The Ferry') });
  const catalogue = openCatalogue(folder.path, { cwd: folder.path });
  expect((await catalogue.shelf()).books[0]?.title).toBe('The Ferry');
  await folder.write({ 'ferry.epub': await bookCalled('The Bridge') });
  await utimes(join(folder.path, 'ferry.epub'), 1, 1);
  await new Promise((done) => setTimeout(done, 1100));
  expect((await catalogue.shelf()).books[0]?.title).toBe('The Bridge');
});

test('a folder that is gone has no books, and says so', async () => {
  await folder.remove();
  const { books, messages } = await look();
  expect(books).toEqual([]);
  expect(messages).toMatchObject([{ id: 'serve:unreadable-folder' }]);
});

test('a folder of too many books offers the first ones, and says so', async () => {
  for (const name of ['a', 'b', 'c']) await folder.write({ [`${name}.epub`]: await bookCalled(name) });
  const { books, messages } = await openCatalogue(folder.path, { cwd: folder.path, most: 2 }).shelf();
  expect(books.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(messages).toMatchObject([{ id: 'serve:too-many', path: '.' }]);
  expect(messages[0]?.reason).toBe('This folder has `3` files of books, more than the `2` that are offered');
});

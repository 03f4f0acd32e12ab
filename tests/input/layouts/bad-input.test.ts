/** Folders of other tools with something wrong in them. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeOf, textOf, told } from './books.js';

const CHAPTER = '# One\n\nText.\n';

test('a list that names what is not there, twice, or outside is said at its place; the rest is built', async () => {
  const book = await makeOf({
    'book.toml': '[book]\ntitle = "T"\n',
    'src/SUMMARY.md': [
      '# Summary',
      '',
      '- [One](one.md)',
      '- [Gone](on.md)',
      '  - [Below](below.md)',
      '- [Again](./one.md)',
      '- [Out](../../secret.md)',
      '- [Root](/etc/passwd.md)',
    ].join('\n'),
    'src/one.md': CHAPTER,
    'src/below.md': '# Below\n\nText.\n',
  });
  expect(told(book)).toEqual([
    'error folders:missing book/src/SUMMARY.md:4:3',
    'warning folders:twice book/src/SUMMARY.md:6:3',
    'error folders:outside book/src/SUMMARY.md:7:3',
    'error folders:outside book/src/SUMMARY.md:8:3',
  ]);
  expect(book.messages.find(({ id }) => id === 'folders:missing')?.hint).toContain('one.md');
  // What stands below a missing chapter keeps its place as a part of that title.
  expect(book.toc).toEqual(['One → one', 'Gone → gone', '  Below → below']);
  expect(book.faults).toEqual([]);
});

test.each([
  ['book.toml', '[book]\ntitle = "T\n', 'fatal folders:toml book/book.toml:2:11'],
  ['book.json', '{\n\t"title": "T",\n\t"author" "A"\n}', 'fatal folders:yaml book/book.json:3:11'],
  ['metadata.yaml', 'title: T\nauthor: [A\n', 'fatal folders:yaml book/metadata.yaml:3:1'],
])('a broken %s is said at its place', async (name, text, message) => {
  const book = await makeOf({ [name]: text, '01-one.md': CHAPTER });
  expect(told(book)).toContain(message);
  expect(book.stages).toBeUndefined();
});

test.each([
  ['an empty Book.txt', { 'Book.txt': '\n# nothing\n' }, 'fatal folders:no-list book/Book.txt'],
  ['no SUMMARY.md', { 'book.toml': '' }, 'fatal folders:no-list book/src/SUMMARY.md'],
  ['an empty SUMMARY.md', { 'SUMMARY.md': '# Summary\n' }, 'fatal text:none book'],
])('%s is said', async (_, files, message) => {
  expect(
    told(await makeOf({ ...(files as unknown as Record<string, string>), 'one.md': CHAPTER })),
  ).toContain(message);
});

test('inclusions end: in circles, in files that are not there, outside of the folder', async () => {
  const book = await makeOf({
    'book.toml': '',
    'src/SUMMARY.md': '- [One](one.md)\n',
    'src/one.md':
      '# One\n\n{{#include a.md}}\n\n{{#include gone.md}}\n{{#include ../../x.md}}\n{{#include a.md:no}}\n',
    'src/a.md': 'A.\n\n{{#include b.md}}\n',
    'src/b.md': 'B.\n\n{{#include a.md}}\n',
  });
  expect(told(book)).toEqual([
    'error folders:cycle book/src/b.md:3:1',
    'error folders:missing book/src/one.md:5:1',
    'error folders:outside book/src/one.md:6:1',
    'error folders:missing book/src/one.md:7:1',
  ]);
  expect(textOf(book, 'one')).toBe('OneA. B.');
});

test('inclusions that double at each step stop at a bound', async () => {
  const files: Record<string, string> = {
    'book.toml': '',
    'src/SUMMARY.md': '- [One](one.md)\n',
    'src/one.md': '# One\n\n{{#include 0.txt}}\n',
    'src/9.txt': 'x'.repeat(10_000),
  };
  for (let step = 0; step < 9; step += 1)
    files[`src/${step}.txt`] = `{{#include ${step + 1}.txt}}\n\n`.repeat(10);
  const book = await makeOf(files);
  const fatal = book.messages.filter((message) => message.fatal);
  expect(fatal.map(({ id, path }) => `${id} ${path ?? ''}`)).toEqual(['folders:too-large book/src/8.txt']);
});

test.each([
  ['book.toml', '[book]\nsrc = "../.."\n', 'src/', 'book/book.toml:2:1'],
  ['book.json', '{"root": "../.."}', '', 'book/book.json:1:10'],
])('a folder outside of the book’s, in %s, is passed over', async (name, text, base, place) => {
  const files = { [name]: text, [`${base}SUMMARY.md`]: '- [One](one.md)\n', [`${base}one.md`]: CHAPTER };
  const book = await makeOf(files);
  expect(told(book)).toEqual([`error folders:outside ${place}`]);
  expect(book.toc).toEqual(['One → one']);
});

test('a date for people to read is told and left out', async () => {
  const book = await makeOf({ 'metadata.yaml': 'title: T\ndate: May 2020\n', 'a.md': CHAPTER });
  expect(told(book)).toEqual(['info folders:config book/metadata.yaml:2:1']);
});

test('no link leads out of the folder', async () => {
  const book = await makeOf(
    { 'SUMMARY.md': '- [One](one.md)\n- [Two](two.md)\n', 'one.md': CHAPTER },
    (path) => {
      writeFileSync(join(path, '..', 'secret.md'), '# Secret\n');
      symlinkSync(join(path, '..', 'secret.md'), join(path, 'two.md'));
    },
  );
  expect(told(book)).toEqual(['error files:outside book/two.md']);
  expect(book.toc).toEqual(['One → one']);
});

test('messages name the author’s lines behind an inclusion', async () => {
  const book = await makeOf({
    'book.toml': '',
    'src/SUMMARY.md': '- [One](one.md)\n',
    'src/one.md': '# One\n\n{{#include a.txt}}\n\n[dead](nowhere.md)\n',
    'src/a.txt': 'A.\n\nB.\n\nC.\n',
  });
  expect(told(book)).toEqual(['warning link:dead book/src/one.md:5:1']);
});

test('chapters that stand deep below each other keep their places', async () => {
  const depth = 20;
  const files: Record<string, string> = { 'book.toml': '' };
  files['src/SUMMARY.md'] = Array.from(
    { length: depth },
    (_, at) => `${'  '.repeat(at)}- [C${at}](c${at}.md)`,
  ).join('\n');
  for (let at = 0; at < depth; at += 1) files[`src/c${at}.md`] = `# C${at}\n\nText.\n`;
  const book = await makeOf(files);
  expect(told(book)).toEqual([]);
  expect(book.toc.at(-1)).toBe(`${'  '.repeat(depth - 1)}C${depth - 1} → c${depth - 1}`);
  expect(book.faults).toEqual([]);
});

test('`book.yaml` adds to what the tool says; its `chapters` gives way to the tool’s list', async () => {
  const book = await makeOf({
    'book.yaml': 'cover: false\nfonts: false\nauthor: Ann\ntitle: Ours\nchapters: [one.md]\n',
    'book.toml': '[book]\ntitle = "Theirs"\nlanguage = "fr"\n',
    'src/SUMMARY.md': '- [Two](two.md)\n- [One](one.md)\n',
    'src/one.md': CHAPTER,
    'src/two.md': '# Two\n\nText.\n',
  });
  expect(book.stages?.book?.metadata).toMatchObject({
    title: 'Ours',
    language: 'fr',
    authors: [{ name: 'Ann' }],
  });
  expect(book.toc).toEqual(['Two → two', 'One → one']);
  expect(told(book)).toEqual(['warning folders:chapters book/book.yaml:5:12']);
});

test('`book.md` makes a folder Octavo’s own, whatever else is in it', async () => {
  const book = await makeOf({
    'book.md': '---\ntitle: Ours\n---\n',
    'book.toml': '[book]\ntitle = "Theirs"\n',
    '01-one.md': CHAPTER,
  });
  expect(book.stages?.book?.metadata.title).toBe('Ours');
  expect(book.messages.map(({ id }) => id)).not.toContain('folders:tool');
});

import { chmod, mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAX_MANUSCRIPT_BYTES } from '../../src/io/files.js';
import { findBooks } from '../../src/io/read.js';

let cwd: string;

beforeEach(async () => {
  cwd = await realpath(await mkdtemp(path.join(tmpdir(), 'octavo-read-')));
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

/** Files by path, a folder's path ending in a slash. */
async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const absolute = path.join(cwd, file);
    await mkdir(file.endsWith('/') ? absolute : path.dirname(absolute), { recursive: true });
    if (!file.endsWith('/')) await writeFile(absolute, content);
  }
}

async function find(...names: string[]) {
  const { value, messages } = await findBooks({ manuscripts: 'manuscripts', names, cwd });
  const books = value.map(({ name, single, files }) => ({
    name,
    single,
    files: files.map(({ rel }) => rel),
  }));
  const said = messages.map(({ severity, fatal, id, path: at }) =>
    [fatal ? 'fatal' : severity, id, at].join(' '),
  );
  return { books, said, value, messages };
}

test('a folder is a book, and so is a file', async () => {
  await lay({
    'manuscripts/b two/2.md': 'Two.',
    'manuscripts/b two/Part Ä/1.md': 'One.',
    'manuscripts/b two/book.yaml': 'title: B',
    'manuscripts/b two/notes.txt': 'x',
    'manuscripts/b two/images/a.svg': '<svg/>',
    'manuscripts/a.md': 'A.',
    'manuscripts/c.txt': 'C.',
  });
  const { books, said, value } = await find();
  expect(books).toEqual([
    { name: 'a', single: true, files: ['a.md'] },
    { name: 'b two', single: false, files: ['2.md', 'Part Ä/1.md', 'book.yaml'] },
  ]);
  expect(said).toEqual([]);
  expect(value[0]).toMatchObject({ path: 'manuscripts/a.md', root: path.join(cwd, 'manuscripts') });
  expect(value[1]).toMatchObject({ path: 'manuscripts/b two', root: path.join(cwd, 'manuscripts', 'b two') });
  expect(value[1]?.files[1]?.path).toBe('manuscripts/b two/Part Ä/1.md');
  expect(new TextDecoder().decode(value[1]?.files[1]?.bytes)).toBe('One.');
});

test('a text that is Markdown by another name is missed beside those that are read', async () => {
  await lay({ 'manuscripts/b/1.md': 'One.', 'manuscripts/b/2.md': 'Two.', 'manuscripts/b/3.markdown': 'x' });
  const { said, messages } = await find();
  expect(said).toEqual(['warning files:other-markup manuscripts/b']);
  expect(messages[0]?.reason).toBe('Octavo does not read 1 `.markdown` file in this folder');
});

test('hidden files and README.md are left out, and said', async () => {
  await lay({
    'manuscripts/README.md': 'x',
    'manuscripts/.hidden.md': 'x',
    'manuscripts/a/README.md': 'x',
    'manuscripts/a/.draft.md': 'x',
    'manuscripts/a/.git/x.md': 'x',
    'manuscripts/a/1.md': 'One.',
  });
  const { books, said } = await find();
  expect(books).toEqual([{ name: 'a', single: false, files: ['1.md'] }]);
  expect(said).toEqual([
    'info files:left-out manuscripts/a/.draft.md',
    'info files:left-out manuscripts/a/README.md',
  ]);
});

test('files about a repository are left out, unless `chapters` names them', async () => {
  await lay({
    'manuscripts/a/book.md': '---\ntitle: A\nchapters: [one, "LICENSE.md"]\n---\n',
    'manuscripts/a/one.md': 'One.',
    'manuscripts/a/LICENSE.md': 'You may.',
    'manuscripts/a/CONTRIBUTING.md': 'x',
    'manuscripts/a/CODE_OF_CONDUCT.md': 'x',
    'manuscripts/a/PULL_REQUEST_TEMPLATE.md': 'x',
    'manuscripts/a/CONTRIBUTORS.md': 'x',
    'manuscripts/b/book.yaml': 'title: B\nchapters:\n  - one\n  - LICENSE # as it is\nauthor: CHANGELOG\n',
    'manuscripts/b/one.md': 'One.',
    'manuscripts/b/LICENSE.md': 'You may.',
    'manuscripts/b/CHANGELOG.md': 'x',
  });
  const { books, said } = await find();
  expect(books.map(({ files }) => files.filter((file) => !file.startsWith('book')))).toEqual([
    ['one.md', 'LICENSE.md'],
    ['one.md', 'LICENSE.md'],
  ]);
  expect(said.filter((line) => line.startsWith('info files:left-out'))).toHaveLength(5);
});

test('names in another normal form of Unicode are the same', async () => {
  const decomposed = 'e\u0301';
  await lay({ [`manuscripts/${decomposed}/${decomposed}.md`]: 'E.' });
  expect((await find('é')).books).toEqual([{ name: 'é', single: false, files: ['é.md'] }]);
});

describe('naming a book', () => {
  beforeEach(async () => {
    await lay({
      'manuscripts/ferry/1.md': 'One.',
      'manuscripts/light.md': 'L.',
      'elsewhere/tower/1.md': 'T.',
      'elsewhere/empty/': '',
    });
  });

  test.each([
    ['its name', 'ferry', 'ferry'],
    ["a file's name", 'light', 'light'],
    ['the name with its extension', 'light.md', 'light'],
    ['a path', 'manuscripts/ferry', 'ferry'],
    ['a path elsewhere', 'elsewhere/tower', 'tower'],
    ['a file elsewhere', 'elsewhere/tower/1.md', '1'],
    ['a path with a slash', './elsewhere/tower/', 'tower'],
  ])('by %s', async (_, name, expected) => {
    const { books, said } = await find(name);
    expect(books.map((book) => book.name)).toEqual([expected]);
    expect(said).toEqual([]);
  });

  test('twice is once', async () => {
    expect((await find('ferry', 'manuscripts/ferry')).books).toHaveLength(1);
  });

  test('that is not there', async () => {
    const { books, messages } = await find('fery', 'light');
    expect(books.map(({ name }) => name)).toEqual(['light']);
    expect(messages).toMatchObject([
      { id: 'files:unknown-book', fatal: true, hint: 'Did you mean `ferry`?' },
    ]);
  });

  test('that has nothing like it', async () => {
    const { messages } = await find('xyz');
    expect(messages[0]?.hint).toBe('The books here: `ferry`, `light`.');
  });

  test('that is empty', async () => {
    expect((await find('elsewhere/empty')).said).toEqual(['fatal files:no-book elsewhere/empty']);
  });
});

describe('no books', () => {
  test('no folder', async () => {
    expect((await find()).said).toEqual(['fatal files:no-manuscripts manuscripts']);
  });
  test('an empty folder', async () => {
    await lay({ 'manuscripts/': '' });
    expect((await find()).said).toEqual(['warning files:no-books manuscripts']);
  });
  test('a folder of pictures', async () => {
    await lay({ 'manuscripts/images/a.svg': '', 'manuscripts/a.md': 'A.' });
    const { books, said } = await find();
    expect(books).toHaveLength(1);
    expect(said).toEqual(['info files:no-book manuscripts/images']);
  });
});

describe('what a stranger may put in a book', () => {
  beforeEach(async () => {
    await lay({ 'manuscripts/a/1.md': 'One.', 'manuscripts/b.md': 'B.', 'secret/key.md': 'Secret.' });
  });
  const secret = () => path.join(cwd, 'secret');
  const inBook = (...steps: string[]) => path.join(cwd, 'manuscripts', ...steps);

  test('a link to a file out of its folder', async () => {
    await symlink(path.join(secret(), 'key.md'), inBook('a', '2.md'));
    const { books, said } = await find();
    expect(books[0]?.files).toEqual(['1.md']);
    expect(said).toEqual(['error files:outside manuscripts/a/2.md']);
  });

  test('a link to a folder out of its folder', async () => {
    await symlink(secret(), inBook('a', 'part'));
    const { books, said } = await find();
    expect(books[0]?.files).toEqual(['1.md']);
    expect(said).toEqual(['error files:outside manuscripts/a/part']);
  });

  test('a book that is a link out of the manuscripts', async () => {
    await symlink(secret(), inBook('c'));
    await symlink(path.join(secret(), 'key.md'), inBook('d.md'));
    const { books, said } = await find();
    expect(books.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(said).toEqual(['warning files:outside manuscripts/c', 'warning files:outside manuscripts/d.md']);
  });

  test('a link to nothing', async () => {
    await symlink('nowhere', inBook('c'));
    await symlink('nowhere', inBook('a', '2.md'));
    const { said } = await find();
    expect(said).toEqual([
      'warning files:broken-link manuscripts/c',
      'fatal files:unreadable manuscripts/a/2.md',
    ]);
  });

  test('a link within its folder is good, one that goes in circles is passed over', async () => {
    await symlink('1.md', inBook('a', '2.md'));
    await symlink('.', inBook('a', 'again'));
    const { books, said } = await find();
    expect(books[0]?.files).toEqual(['1.md', '2.md']);
    expect(said).toEqual([]);
  });

  test.each([
    ['a link to nothing', 'nothing.md'],
    ['a link to itself', '2.md'],
  ])('%s is no book, and the others are', async (_, target) => {
    await symlink(target, inBook('a', '2.md'));
    const { books, said } = await find();
    expect(books.map(({ name }) => name)).toEqual(['b']);
    expect(said).toEqual(['fatal files:unreadable manuscripts/a/2.md']);
  });

  // The superuser may read everything.
  (process.getuid?.() === 0 ? test.skip : test)('a file without permission', async () => {
    await chmod(inBook('a', '1.md'), 0);
    const { books, said } = await find();
    expect(books.map(({ name }) => name)).toEqual(['b']);
    expect(said).toEqual(['fatal files:unreadable manuscripts/a/1.md']);
  });

  test('a folder with the name of a manuscript', async () => {
    await lay({ 'manuscripts/a/2.md/3.md': 'Three.' });
    expect((await find()).books[0]?.files).toEqual(['1.md', '2.md/3.md']);
  });

  test('manuscripts of 65 MB in all', async () => {
    for (const name of ['2.md', '3.md', '4.md', '5.md']) {
      await lay({ [`manuscripts/a/${name}`]: '' });
      await truncate(inBook('a', name), MAX_MANUSCRIPT_BYTES);
    }
    const { books, said } = await find();
    expect(books.map(({ name }) => name)).toEqual(['b']);
    expect(said).toEqual(['fatal files:too-large manuscripts/a']);
  });

  test('a file of 17 MB', async () => {
    await lay({ 'manuscripts/a/2.md': '' });
    await truncate(inBook('a', '2.md'), MAX_MANUSCRIPT_BYTES + 1);
    const { books, said } = await find();
    expect(books.map(({ name }) => name)).toEqual(['b']);
    expect(said).toEqual(['fatal files:too-large manuscripts/a/2.md']);
  });
});

test('a book is taken before the next one is read', async () => {
  await lay({ 'manuscripts/a.md': 'One.', 'manuscripts/b.md': 'Two.', 'manuscripts/c.md': 'Three.' });
  const taken: string[] = [];
  const { value } = await findBooks({
    manuscripts: 'manuscripts',
    cwd,
    async take({ files }, index, count) {
      taken.push(`${index + 1}/${count} ${new TextDecoder().decode(files[0]?.bytes)}`);
      await lay({ 'manuscripts/b.md': 'Two, written as one was taken.' });
    },
  });
  expect(taken).toEqual(['1/3 One.', '2/3 Two, written as one was taken.', '3/3 Three.']);
  expect(value).toEqual([]);
});

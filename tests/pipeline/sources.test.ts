/** What is sent of a book makes, unpacked elsewhere, the same book. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build } from '../../src/index.js';
import { findBooks } from '../../src/pipeline/books.js';
import { sourcesOf } from '../../src/pipeline/sources.js';
import type { LoadedConfig } from '../../src/plugins/types.js';
import { ready } from '../plugins/config.js';

let here: string;
let there: string;
beforeEach(() => {
  [here, there] = ['here', 'there'].map((name) => mkdtempSync(join(tmpdir(), `octavo-${name}-`))) as [
    string,
    string,
  ];
});
afterEach(() => {
  for (const folder of [here, there]) rmSync(folder, { recursive: true, force: true });
});

const lay = (root: string, files: Iterable<readonly [string, string | Uint8Array]>): void => {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const FRONT = '---\ntitle: The Ferry\nauthor: B\nfonts: false\n';
const BARE = `${FRONT}cover: false\n`;
const THEME = { 'theme.css': 'p { color: #123 }', 'theme.yaml': 'title: T\n' };
const themeAt = (folder: string) =>
  Object.fromEntries(Object.entries(THEME).map(([name, text]) => [`${folder}/${name}`, text]));

/** The files that are sent of the one book of a folder, and its bytes when it is built there and here. */
async function sent(files: Record<string, string | Uint8Array>, book: string, theme?: string) {
  lay(here, Object.entries(files));
  const asked = theme === undefined ? {} : { theme };
  const found = await findBooks({ cwd: here, manuscripts: 'manuscripts', names: [book] });
  const [raw] = found.value;
  if (!raw) throw new Error('no book');
  const { value, messages } = await sourcesOf(raw, { cwd: here, themes: join(here, 'themes'), ...asked });
  lay(there, value.files);
  const bytesIn = async (cwd: string, name: string, given: { theme?: string }) => {
    const { books } = await build({ cwd, books: [name], ...given });
    return readFileSync(join(cwd, String(books[0]?.files[0]?.file)));
  };
  const own = await bytesIn(here, book, asked);
  const far = await bytesIn(
    there,
    `manuscripts/${value.book}`,
    value.theme === undefined ? {} : { theme: value.theme },
  );
  return { names: [...value.files.keys()].sort(), messages, isSame: own.equals(far) };
}

test('a folder goes whole, but for what is hidden', async () => {
  const { names, messages, isSame } = await sent(
    {
      'manuscripts/ferry/book.md': `${BARE}---\n`,
      'manuscripts/ferry/1.md': '# One\n\n![x](pics/a.png)',
      'manuscripts/ferry/pics/a.png': PNG,
      'manuscripts/ferry/.git/config': 'x',
      'manuscripts/other/1.md': 'Other.',
    },
    'ferry',
  );
  expect(names).toEqual(['1.md', 'book.md', 'pics/a.png'].map((name) => `manuscripts/ferry/${name}`));
  expect(messages).toEqual([]);
  expect(isSame).toBe(true);
});

test('a book in one file takes its pictures along, and no other book’s', async () => {
  const { names, isSame } = await sent(
    {
      'manuscripts/ferry.md': `${FRONT}cover: c d.png\n---\n\n# One\n\n![x][p] <img src="b.png" alt="">\n\n[p]: pics/a.png`,
      'manuscripts/pics/a.png': PNG,
      'manuscripts/b.png': PNG,
      'manuscripts/c d.png': PNG,
      'manuscripts/not-its-own.png': PNG,
      'manuscripts/other.md': 'Other.',
    },
    'ferry',
  );
  expect(names).toEqual(['b.png', 'c d.png', 'ferry.md', 'pics/a.png'].map((name) => `manuscripts/${name}`));
  expect(isSame).toBe(true);
});

test.each([
  ['the author’s, beside the manuscripts', 'themes/mine', `${BARE}theme: mine\n---\n`, undefined],
  ['a folder of the book', 'manuscripts/ferry/look', `${BARE}theme: look\n---\n`, undefined],
  ['one that the command line names', 'themes/mine', `${BARE}---\n`, 'mine'],
  ['a folder that the command line names', 'elsewhere/look', `${BARE}---\n`, 'elsewhere/look'],
  ['one of Octavo’s', 'unused/look', `${BARE}theme: modern\n---\n`, undefined],
  ['none that is there', 'unused/look', `${BARE}theme: lost\n---\n`, undefined],
])('a theme goes along: %s', async (_, folder, front, theme) => {
  const { names, isSame } = await sent(
    { ...themeAt(folder), 'manuscripts/ferry/book.md': front, 'manuscripts/ferry/1.md': 'Text.' },
    'ferry',
    theme,
  );
  expect(isSame).toBe(true);
  expect(names.some((name) => basename(name) === 'theme.css')).toBe(!folder.startsWith('unused'));
});

test('another tool’s folder goes as it is', async () => {
  const { isSame } = await sent(
    {
      'manuscripts/ferry/SUMMARY.md': '# Summary\n\n- [One](one.md)\n- [Two](two.md)\n',
      'manuscripts/ferry/book.json': '{ "title": "The Ferry", "author": "B" }',
      'manuscripts/ferry/one.md': '# One\n\nText {{ book.x }}.',
      'manuscripts/ferry/two.md': '# Two\n\nText.',
    },
    'ferry',
  );
  expect(isSame).toBe(true);
});

test('a link that leads out of the folder is left behind, with a message', async () => {
  lay(here, [['secret.png', PNG]]);
  mkdirSync(join(here, 'manuscripts/ferry'), { recursive: true });
  symlinkSync(join(here, 'secret.png'), join(here, 'manuscripts/ferry/a.png'));
  symlinkSync('/etc', join(here, 'manuscripts/ferry/etc'));
  const { names, messages } = await sent({ 'manuscripts/ferry/1.md': `${BARE}---\n\n![x](a.png)` }, 'ferry');
  expect(names).toEqual(['manuscripts/ferry/1.md']);
  expect(messages.map(({ id, path }) => [id, path])).toEqual([
    ['archive:left-behind', 'manuscripts/ferry/a.png'],
    ['archive:left-behind', 'manuscripts/ferry/etc'],
  ]);
});

test('a picture that a plugin shows goes with a book of one file', async () => {
  const showing = () => (tree: unknown) => {
    const { children } = tree as { children: object[] };
    children.push({ type: 'paragraph', children: [{ type: 'image', url: 'map.png', alt: 'A map' }] });
  };
  lay(here, [
    ['manuscripts/ferry.md', `${BARE}---\n\n# One\n\nText.\n`],
    ['manuscripts/map.png', PNG],
    ['manuscripts/other.png', PNG],
  ]);
  const { value: found } = await findBooks({ cwd: here, manuscripts: 'manuscripts', names: ['ferry'] });
  const filesWith = async (config?: LoadedConfig): Promise<string[]> => {
    const options = { cwd: here, themes: join(here, 'themes'), config };
    const sources = await Promise.all(found.map((raw) => sourcesOf(raw, options)));
    return sources.flatMap(({ value }) => [...value.files.keys()]).sort();
  };
  expect(await filesWith()).toEqual(['manuscripts/ferry.md']);
  expect(await filesWith(ready({ remarkPlugins: [showing] }).value)).toEqual([
    'manuscripts/ferry.md',
    'manuscripts/map.png',
  ]);
});

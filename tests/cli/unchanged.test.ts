import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { place, type Place } from './octavo.js';

let here: Place;
beforeEach(() => {
  here = place();
  here.write({
    'manuscripts/one.md': '---\ntitle: One\nauthor: A\ncover: false\nfonts: false\n---\n\nText.\n',
    'manuscripts/two/book.md': '---\ntitle: Two\nauthor: A\ncover: false\ntheme: sea\n---\n',
    'manuscripts/two/1.md': '# One\n\nText.\n\n![A dot](dot.png)\n\n![Gone](gone.png)',
    'manuscripts/two/dot.png': DOT,
    'themes/sea/theme.css': 'p { margin: 0 }\n',
  });
});
afterEach(() => {
  here.remove();
});

const DOT = readFileSync('tests/compose/fixtures/images/img/dot.png');

/** Which books were not made again, by a build that names what it does. */
const unchanged = (...argv: string[]) => {
  const { out } = here.run('build', ...argv);
  return out
    .split('\n')
    .filter((line) => line.includes(', unchanged'))
    .map((line) => /\/(\w+)\.epub/.exec(line)?.[1]);
};

test('a book of which nothing changed is not made again, and says the same', () => {
  const first = here.run('build', '--verbose', '--strict');
  const { mtimeMs } = statSync(here.path('dist/two.epub'));
  const second = here.run('build', '--verbose', '--strict');
  expect(second.code).toBe(1);
  expect(second).toEqual({ ...first, out: first.out.replaceAll(/[\d.]+ s(?!\w)/g, 'unchanged') });
  expect(statSync(here.path('dist/two.epub')).mtimeMs).toBe(mtimeMs);
  const { books } = JSON.parse(here.run('build', '--json').out) as {
    books: { unchanged?: boolean; files: { changed: boolean }[] }[];
  };
  expect(books.map((book) => book.unchanged)).toEqual([true, true]);
  expect(books.flatMap(({ files }) => files.map(({ changed }) => changed))).toEqual([false, false]);
});

const CHANGES: [what: string, change: () => void, left: string[]][] = [
  [
    'its text',
    () => {
      here.write({ 'manuscripts/one.md': '# Other' });
    },
    ['two'],
  ],
  [
    'a picture of it',
    () => {
      writeFileSync(here.path('manuscripts/two/dot.png'), DOT.subarray(0, 40));
    },
    ['one'],
  ],
  [
    'a picture that was missing',
    () => {
      here.write({ 'manuscripts/two/gone.png': DOT });
    },
    ['one'],
  ],
  [
    'its theme',
    () => {
      here.write({ 'themes/sea/theme.css': 'p { margin: 1em }\n' });
    },
    ['one'],
  ],
  [
    'a sheet that its theme did not have',
    () => {
      here.write({ 'themes/sea/media.css': '@media print { p { margin: 0 } }\n' });
    },
    ['one'],
  ],
  [
    'its file, which is gone',
    () => {
      rmSync(here.path('dist/one.epub'));
    },
    ['two'],
  ],
  [
    'its file, which somebody wrote to',
    () => {
      writeFileSync(here.path('dist/two.epub'), 'no book');
    },
    ['one'],
  ],
  [
    'a time alone',
    () => {
      utimesSync(here.path('manuscripts/one.md'), 1, 1);
    },
    ['one', 'two'],
  ],
];

test.each(CHANGES)('a book is made again where something changed: %s', (_, change, left) => {
  here.run('build');
  const before = readFileSync(here.path('dist/two.epub'));
  change();
  expect(unchanged()).toEqual(left);
  // And what is kept is right: another build finds all as it is.
  expect(unchanged()).toEqual(['one', 'two']);
  if (left.includes('two')) expect(readFileSync(here.path('dist/two.epub')).equals(before)).toBe(true);
});

test('a book is made again where it is asked for in another way', () => {
  here.run('build');
  for (const argv of [
    ['--theme', 'plain'],
    ['--format', 'epub,kepub'],
    ['--check'],
    ['--out', 'other'],
    ['--force'],
  ])
    expect(unchanged(...argv)).toEqual([]);
  expect(unchanged('--out', 'other')).toEqual(['one', 'two']);
});

test('a theme that comes later is a change', () => {
  rmSync(here.path('themes'), { recursive: true });
  expect(here.run('build').err).toContain('book:unknown-theme');
  expect(unchanged()).toEqual(['one', 'two']);
  here.write({ 'themes/sea/theme.css': 'p { margin: 0 }\n' });
  expect(unchanged()).toEqual(['one']);
});

test('two books of one name: the second is refused each time', () => {
  here.write({ 'manuscripts/zwo.md': '---\ntitle: Z\nauthor: A\nslug: two\ncover: false\n---\n\nText.' });
  const first = here.run('build');
  expect([first.code, first.err.includes('build:same-output')]).toEqual([1, true]);
  const second = here.run('build');
  expect([second.code, second.err]).toEqual([1, first.err]);
  // A book that comes before another takes its place, unchanged as that may be.
  here.write({ 'manuscripts/a.md': '---\ntitle: A\nauthor: A\nslug: one\ncover: false\n---\n\nText.' });
  const third = here.run('build', 'a', 'one');
  expect(third.err).toContain('`manuscripts/a.md` was written there');
});

test('where nothing can be kept, every book is made', () => {
  const nowhere = place({ XDG_CACHE_HOME: '/dev/null/cache' });
  nowhere.write({ 'manuscripts/one.md': 'Text.' });
  for (let time = 0; time < 2; time += 1) {
    const { code, out } = nowhere.run('build');
    expect([code, out.includes('unchanged')]).toEqual([0, false]);
  }
  nowhere.remove();
});

test('a cover that was drawn is kept, and drawn again where its file is damaged', () => {
  here.write({ 'manuscripts/one.md': '---\ntitle: One\nauthor: A\nfonts: false\n---\n\nText.\n' });
  const cache = `${here.folder}.cache/octavo`;
  const covers = () => readdirSync(cache).filter((name) => name.startsWith('cover-'));
  const made = (): Buffer => {
    expect(here.run('build', '--force', '--quiet', 'one').code).toBe(0);
    return readFileSync(here.path('dist/one.epub'));
  };
  const drawn = made();
  const [name = ''] = covers();
  const path = `${cache}/${name}`;
  const kept = readFileSync(path);
  expect(made().equals(drawn)).toBe(true);
  writeFileSync(path, kept.subarray(0, kept.length >> 1));
  expect(made().equals(drawn)).toBe(true);
  expect(readFileSync(path).equals(kept)).toBe(true);
  here.write({ 'manuscripts/one.md': '---\ntitle: Another\nauthor: A\nfonts: false\n---\n\nText.\n' });
  made();
  expect(covers()).toHaveLength(2);
});

test('records of many folders are not kept for ever', () => {
  const cache = `${here.folder}.cache/octavo`;
  mkdirSync(cache, { recursive: true });
  for (let index = 0; index < 100; index += 1) {
    const path = `${cache}/built-${String(index)}.json`;
    writeFileSync(path, '[]');
    utimesSync(path, index, index);
  }
  here.run('build', '--quiet');
  const left = readdirSync(cache).filter((name) => name.startsWith('built-'));
  expect(left).toHaveLength(48);
  expect(left).not.toContain('built-0.json');
  expect(unchanged()).toEqual(['one', 'two']);
});

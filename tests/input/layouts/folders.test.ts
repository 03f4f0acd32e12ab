/** Other tools' folders, whole: their order and nesting, their metadata, their links, and what is said of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES, linksOf, make, textOf, told, type Made } from './books.js';

const made = new Map<string, Made>();
beforeAll(async () => {
  for (const name of readdirSync(FIXTURES)) made.set(name, await make(join(FIXTURES, name)));
});

function book(name: string): Made {
  const found = made.get(name);
  if (!found) throw new Error(`There is no fixture \`${name}\``);
  return found;
}

test.each(readdirSync(FIXTURES))('%s is built, is valid, and is said to be another tool’s', (name) => {
  const { faults, messages, toc } = book(name);
  expect(faults).toEqual([]);
  expect(toc.length).toBeGreaterThan(1);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(messages.filter(({ id }) => id === 'link:dead')).toEqual([]);
  expect(messages.filter(({ id }) => id === 'folders:tool')).toHaveLength(1);
});

const TOCS: Record<string, string[]> = {
  'mdbook-guide': [
    'Introduction → introduction',
    'The Lamp → the-lamp',
    '  Oil → oil',
    '    Filling the “Font” → filling',
    '      Spills → spills',
    '    Trimming → trimming',
    '  Glass → glass',
    'The Fog → the-fog',
    '  Bells → bells',
    'Afterword → afterword',
    'Contributors → contributors',
  ],
  'mdbook-plain': ['One → one', '  Inside → one-inside', 'Two → two', '  Inside → two-inside'],
  'honkit-manual': [
    'Before you sail → introduction',
    'Ashore → part-ashore',
    '  Stores → ashore',
    '    Water → water',
    '    Bread → bread',
    'Afloat → afloat',
    '  Sails → sails',
    '  Weather → weather',
    '    Wind → wind',
    'Glossary → glossary',
  ],
  'gitbook-docs': ['Start → introduction', 'Knots → knots', '  Bowline → bowline'],
  'leanpub-novel': [
    'Preface → preface',
    'Low Water → part-one',
    '  The Ferry → chapter1',
    '  The Road → chapter2',
    'High Water → part-two',
    '  The Sand → the-sand',
    '  The Stone → the-stone',
    'Acknowledgments → acknowledgments',
  ],
  'leanpub-stories': ['One → one', 'Two → two'],
  'pandoc-novel': ['Below → below', 'Above → above', 'The End → the-end', 'Notes → endnotes'],
  'pandoc-title': ['First → first', 'Last → last'],
  'pandoc-front': ['Part One → part-one', '  Eau → eau', '  Sel → two'],
  'tree-lakes': [
    'Upper lake → upper-lake',
    '  North → north',
    '    the rope → the-rope',
    '    the knot → the-knot',
    '  South → south',
    '    the reed → the-reed',
    'The Lower Lake → lower-lake',
    '  the weir → the-weir',
  ],
  'quarto-book': [
    'Vorwort → introduction',
    'Oberwasser → oberwasser',
    '  Das Tor → gate',
    '  Das Seil → rope',
    'Tafeln → tables',
  ],
  'longform-novel': [
    'Foreword → foreword',
    'Part1 → part1',
    '  Chapter1 → chapter1',
    '  Wait → wait',
    'Reed → reed',
    'Notes → endnotes',
  ],
  'tree-plain': [
    'First → first',
    '  Readme as a part → a',
    '    X → x',
    'Second → second',
    '  B → b',
    '    Y → y',
  ],
};

test.each(readdirSync(FIXTURES))('%s has the contents that its tool gives it', (name) => {
  expect(book(name).toc).toEqual(TOCS[name]);
});

test('metadata of mdBook, HonKit and pandoc are the book’s', () => {
  const metadata = (name: string) => book(name).stages?.book?.metadata;
  expect(metadata('mdbook-guide')).toMatchObject({
    title: 'The Keeper’s Guide',
    authors: [{ name: 'Ann Reed' }, { name: 'Bo Hale' }],
    description: 'How to keep a light.',
    language: 'en-GB',
  });
  expect(metadata('honkit-manual')).toMatchObject({
    title: 'Manual of the “Petrel”',
    authors: [{ name: 'Dora Quay' }],
  });
  expect(metadata('leanpub-stories')).toMatchObject({ title: 'Two Stories', date: '2026-05-01' });
  expect(metadata('pandoc-novel')).toMatchObject({
    title: 'The Drowned Bell',
    subtitle: 'A Tale',
    authors: [
      { name: 'Fay Moor', sort: 'Moor, Fay', role: 'aut' },
      { name: 'Gil Weir', role: 'edt' },
    ],
    identifier: 'urn:isbn:9780306406157',
    subjects: ['Fiction', 'Rivers'],
    series: { name: 'River Tales', number: 2 },
    publisher: 'Weir Press',
  });
  expect(book('pandoc-novel').stages?.book?.cover?.url).toBe('images/bell.png');
  expect(book('leanpub-novel').stages?.book?.cover?.url).toBe('manuscript/resources/title_page.png');
  expect(book('honkit-manual').stages?.book?.cover?.url).toBe('cover.jpg');
  expect(metadata('pandoc-title')).toMatchObject({
    title: 'Letters from the Mill',
    authors: [{ name: 'Hal Sluice' }, { name: 'Ivy Race' }],
    date: '2024-03-01',
  });
  // The first text says more than the file beside it.
  expect(metadata('pandoc-front')).toMatchObject({ title: 'Front', date: '2024', language: 'fr' });
});

test('links, anchors and images lead where they lead in the tool', () => {
  expect(linksOf(book('mdbook-guide'), 'introduction')).toEqual([
    'oil.xhtml#measuring',
    'spills.xhtml',
    'bells.xhtml#ringing',
  ]);
  expect(linksOf(book('mdbook-plain'), 'one')).toEqual(['one-inside.xhtml', 'two.xhtml']);
  expect(linksOf(book('honkit-manual'), 'introduction')).toEqual(['ashore.xhtml']);
  expect(linksOf(book('honkit-manual'), 'ashore')).toEqual(['../images/barrel.png', 'wind.xhtml']);
  expect(linksOf(book('leanpub-novel'), 'chapter1')).toEqual(['chapter2.xhtml#road', '../images/barrel.png']);
  expect(linksOf(book('leanpub-novel'), 'chapter2')).toEqual(['chapter1.xhtml#ferry', 'the-sand.xhtml#sand']);
  expect(linksOf(book('pandoc-novel'), 'below')).toEqual([
    'endnotes.xhtml#note-1',
    'above.xhtml#above',
    '#song',
    '../images/bell.png',
  ]);
});

test('mdBook’s inclusions are in place, without what it hides', () => {
  const oil = textOf(book('mdbook-guide'), 'oil');
  expect(oil).toContain('A pint a night, “no more”. In December, two.');
  expect(oil).toContain('fn pints(nights: u32) -> u32 { nights }');
  expect(oil).not.toMatch(/ANCHOR|Duration|fn other/);
  expect(textOf(book('mdbook-guide'), 'filling')).toContain('{{#include x}}');
});

test('pandoc’s and Markua’s marks are Octavo’s', () => {
  const below = JSON.stringify(
    book('pandoc-novel').stages?.documents?.find(({ id }) => id === 'below')?.body,
  );
  for (const mark of ['"verse"', '"sub"', '"sup"', '"small-caps"', '"lang":"fr"'])
    expect(below).toContain(mark);
  expect(textOf(book('pandoc-novel'), 'endnotes')).toContain('A small one, cast in 1790 [or so].');
  const ferry = JSON.stringify(
    book('leanpub-novel').stages?.documents?.find(({ id }) => id === 'chapter1')?.body,
  );
  expect(ferry).toContain('["aside","warning"]');
  expect(textOf(book('honkit-manual'), 'introduction')).toContain('The Petrel was built in 1921.');
});

test('what differs is said once a kind, at its first place', () => {
  expect(told(book('mdbook-guide'))).toEqual([
    'info folders:config mdbook-guide/book.toml:11:1',
    'info folders:unlisted mdbook-guide/src/SUMMARY.md',
    'info folders:draft mdbook-guide/src/SUMMARY.md:18:1',
    'info folders:tag mdbook-guide/src/introduction.md:3:1',
  ]);
  expect(told(book('honkit-manual'))).toEqual([
    'warning folders:template honkit-manual/README.md:3:1',
    'info folders:elsewhere honkit-manual/SUMMARY.md:10:1',
    'info folders:config honkit-manual/book.json:6:1',
  ]);
  expect(told(book('leanpub-novel'))).toEqual([
    'info folders:attributes leanpub-novel/manuscript/chapter1.txt:12:1',
    'info folders:command leanpub-novel/manuscript/chapter2.txt:11:1',
    'warning folders:code leanpub-novel/manuscript/chapter3.txt:8:1',
  ]);
  expect(told(book('pandoc-novel'))).toEqual([
    'info folders:block pandoc-novel/01-below.md:14:1',
    'info folders:attributes pandoc-novel/01-below.md:20:1',
    'info folders:command pandoc-novel/01-below.md:22:1',
    'info folders:config pandoc-novel/metadata.yaml:24:1',
    'warning markdown:left-over pandoc-novel/01-below.md:27:9',
  ]);
});

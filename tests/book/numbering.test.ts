import { assemble } from '../../src/book/assemble.js';
import { localeOf } from '../../src/locales/index.js';
import type { BookMeta, ParsedBook, SectionMeta } from '../../src/types.js';
import { fileBook, folderBook, manuscript } from '../parsed.js';

const put = (book: ParsedBook, tag = 'en') => assemble(book, localeOf(tag));
const rows = (book: ParsedBook, tag = 'en') =>
  put(book, tag)
    .value.sections.filter(({ kind }) => kind.partition === 'bodymatter')
    .map(({ label, title }) => [label, title]);
const folder = (files: Record<string, string>, meta: BookMeta, own: Record<string, SectionMeta> = {}) =>
  folderBook(
    Object.entries(files).map(([rel, text]) => manuscript(rel, text, own[rel])),
    meta,
  );
const WORDS: BookMeta = { numbering: { chapters: 'words', parts: 'words' } };

const PARTED = {
  '00-foreword.md': '# Foreword\n\nText.',
  '01 Water/01-a.md': '# A\n\nText.',
  '01 Water/02-b.md': '# B\n\nText.',
  '02 Land/03-c.md': '# C\n\nText.',
  '9-epilogue.md': '# After\n\nText.',
};

test('chapters and parts are counted, what stands before and after them is not', () => {
  expect(rows(folder(PARTED, WORDS))).toEqual([
    ['Part One', 'Water'],
    ['Chapter One', 'A'],
    ['Chapter Two', 'B'],
    ['Part Two', 'Land'],
    ['Chapter Three', 'C'],
    [undefined, 'After'],
  ]);
  const { sections } = put(folder(PARTED, WORDS)).value;
  expect(sections.filter(({ label }) => label !== undefined)).toHaveLength(5);
});

test('each has its own style, and chapters may begin anew in each part', () => {
  const meta: BookMeta = { numbering: { chapters: 'arabic', parts: 'roman', restart: true } };
  expect(rows(folder(PARTED, meta)).map(([label]) => label)).toEqual([
    'Part I',
    'Chapter 1',
    'Chapter 2',
    'Part II',
    'Chapter 1',
    undefined,
  ]);
  expect(rows(folder(PARTED, { numbering: { parts: 'roman' } })).map(([label]) => label)).toEqual([
    'Part I',
    undefined,
    undefined,
    'Part II',
    undefined,
    undefined,
  ]);
});

test('nothing is numbered that is not asked for', () => {
  for (const meta of [{}, { numbering: { chapters: 'none', parts: 'none' } }] as const)
    expect(rows(folder(PARTED, meta)).every(([label]) => label === undefined)).toBe(true);
});

test('a section that wants no number is not counted: by its front matter, or as pandoc says it', () => {
  const files = {
    '1.md': '# A\n\nText.',
    '2.md': '# B\n\nText.',
    '3.md': '# C\n\nText.',
    '4.md': '# D\n\nText.',
  };
  const book = folder(files, WORDS, { '2.md': { numbering: 'none' } });
  const third = book.manuscripts[2]?.tree.children[0];
  if (third?.type === 'heading') third.data = { attributes: { class: 'x unnumbered' } };
  expect(rows(book)).toEqual([
    ['Chapter One', 'A'],
    [undefined, 'B'],
    [undefined, 'C'],
    ['Chapter Two', 'D'],
  ]);
});

test('a file with nothing but a number for a name has its label for a title', () => {
  const files = { '01.md': 'Text.', '002-chapter.md': 'Text.', '03-land.md': 'Text.' };
  expect(rows(folder(files, WORDS))).toEqual([
    [undefined, 'Chapter One'],
    [undefined, 'Chapter Two'],
    ['Chapter Three', 'Land'],
  ]);
});

test.each([
  ['en', 'Chapter 2'],
  ['en', 'CHAPTER II: The Road'],
  ['en', 'Chapter Two'],
  ['en', 'Chapter Twenty-Two — Home'],
  ['en', '2. The Road'],
  ['en', 'II'],
  ['en', 'Two'],
  ['en', 'IV. The Road'],
  ['de', 'Zweites Kapitel'],
  ['de', 'Kapitel 2'],
  ['de', '2. Kapitel'],
  ['fr', 'Chapitre II'],
  ['hu', '2. fejezet'],
  ['ru', 'Глава вторая'],
])('%s: a chapter that says `%s` is not numbered twice', (tag, title) => {
  const book = folder(
    { '1.md': '# A\n\nText.', '2.md': `# ${title}\n\nText.`, '3.md': '# C\n\nText.' },
    WORDS,
  );
  const { value, messages } = put(book, tag);
  const chapters = value.sections.filter(({ kind }) => kind.kind === 'chapter');
  expect(chapters.map(({ label }) => label !== undefined)).toEqual([true, false, true]);
  expect(chapters[2]?.label).toBe(
    rows(folder({ '1.md': '# A', '2.md': '# B', '3.md': '# C' }, WORDS), tag)[2]?.[0],
  );
  const said = messages.filter(({ id }) => id === 'book:numbered-already');
  expect(said.map(({ path, place }) => [path, place?.line])).toEqual([['manuscripts/book/2.md', 1]]);
});

test.each(['One Fine Day', '1984 in Review', 'I, Claudius', 'Mix', 'Chapters of a Life', 'The Second'])(
  '`%s` is a title like any other',
  (title) => {
    expect(rows(folder({ '1.md': `# ${title}\n\nText.` }, WORDS))).toEqual([['Chapter One', title]]);
  },
);

test('titles with numbers of their own are one message', () => {
  const files = {
    '1.md': '# Chapter 1\n\nText.',
    '2.md': '# Chapter 2\n\nText.',
    '3.md': '# Chapter 3\n\nText.',
  };
  const { messages } = put(folder(files, WORDS));
  expect(messages.filter(({ id }) => id === 'book:numbered-already').map(({ reason }) => reason)).toEqual([
    '`Chapter 1` says its number already, as do 2 other titles; no other number was put above',
  ]);
});

test('a book in a single file, and parts within parts', () => {
  const text = '# Book\n\n# Upper\n\n# Water\n\n# A\n\nText.\n\n# B\n\nText.\n';
  expect(rows(fileBook(text, WORDS)).filter(([label]) => label !== undefined)).toEqual([
    ['Part One', 'Upper'],
    ['Part One', 'Water'],
    ['Chapter One', 'A'],
    ['Chapter Two', 'B'],
  ]);
});

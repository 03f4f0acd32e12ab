/** Where the files of an import go. */
import { draftsOf, planImport } from '../../src/import/index.js';
import type { Piece } from '../../src/import/write/piece.js';
import { withVerse } from '../../src/import/verse.js';
import { source } from './sources.js';

const { stories } = await planImport([
  source('a.txt', 'Low Water\n\nThe tide had gone out, and stayed out.\n'),
]);

test.each([
  ['', 'low-water'],
  ['.', 'low-water'],
  ['/', '/low-water'],
  ['books', 'books/low-water'],
])('into `%s`', (into, path) => {
  expect(draftsOf(stories, { into }).map((draft) => draft.path)).toEqual([
    `${path}.import.json`,
    `${path}.md`,
  ]);
});

test('a book is a folder in it', () => {
  const paths = draftsOf(stories, { into: '', book: '../One Shots' }).map((draft) => draft.path);
  expect(paths).toEqual([
    'one-shots/book.md',
    'one-shots/01-low-water.import.json',
    'one-shots/01-low-water.md',
  ]);
});

test('more lines without an empty one between them than a function takes are no verse', () => {
  const line: Piece = { line: 1, text: 'Yes.', gap: 0, class: 'story', confidence: 1, reason: 'story' };
  expect(withVerse(new Array<Piece>(300_000).fill(line), 0)).toHaveLength(300_000);
});

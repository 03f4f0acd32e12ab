/** Where the files of an import go. */
import { draftsOf, planImport } from '../../src/import/index.js';
import { source } from './sources.js';

const { stories } = await planImport([
  source('a.txt', 'Low Water\n\nThe tide had gone out, and stayed out.\n'),
]);

test.each([
  ['', 'low-water.md'],
  ['.', 'low-water.md'],
  ['/', '/low-water.md'],
  ['books', 'books/low-water.md'],
])('into `%s`', (into, path) => {
  expect(draftsOf(stories, { into }).map((draft) => draft.path)).toEqual([path]);
});

test('a book is a folder in it', () => {
  const paths = draftsOf(stories, { into: '', book: '../One Shots' }).map((draft) => draft.path);
  expect(paths).toEqual(['one-shots/book.md', 'one-shots/01-low-water.md']);
});

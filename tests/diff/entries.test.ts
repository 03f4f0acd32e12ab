import { compareArchives } from '../../src/diff/entries.js';
import { chapter, epub, zip } from '../check/epub.js';

const kinds = (expected: Uint8Array, found: Uint8Array) =>
  compareArchives(expected, found).map(({ name, kind }) => [name, kind]);

test('the same bytes are the same', async () => {
  expect(compareArchives(await epub(), await epub())).toEqual([]);
});

test('names the entry and the line that differ', async () => {
  const found = await epub(chapter('<h1>One</h1>\n<p>The ferry left at noon.</p>'));
  expect(compareArchives(await epub(chapter('<h1>One</h1>\n<p>The ferry left at dawn.</p>')), found)).toEqual(
    [
      {
        name: 'OEBPS/text/one.xhtml',
        kind: 'content',
        sizes: { expected: expect.any(Number) as number, found: expect.any(Number) as number },
        line: {
          number: 6,
          expected: '<p>The ferry left at dawn.</p></body>',
          found: '<p>The ferry left at noon.</p></body>',
        },
      },
    ],
  );
});

test('names what is missing and what is more', async () => {
  expect(kinds(await epub({ 'OEBPS/a.txt': 'a' }), await epub({ 'OEBPS/b.txt': 'b' }))).toEqual([
    ['OEBPS/a.txt', 'missing'],
    ['OEBPS/b.txt', 'extra'],
  ]);
});

test('the same entries in another frame are told as that', async () => {
  const files = { 'a.txt': 'aaaa', 'b.txt': 'bbbb' };
  const [a, b] = [await zip(files), await zip({ 'b.txt': 'bbbb', 'a.txt': 'aaaa' })];
  expect(kinds(a, b)).toEqual([
    ['a.txt', 'container'],
    ['b.txt', 'container'],
  ]);
});

test('each byte of a book, changed, is found', async () => {
  const book = await epub();
  for (let at = 0; at < book.length; at += 7) {
    const changed = book.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    let found: unknown[];
    try {
      found = compareArchives(book, changed);
    } catch {
      continue; // The directory itself is broken: `archiveProblem` says so before.
    }
    expect(found.length).toBeGreaterThan(0);
  }
});

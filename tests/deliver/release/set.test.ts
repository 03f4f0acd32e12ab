import fc from 'fast-check';
import { diffEditions } from '../../../src/diff/index.js';
import {
  checksumsOf,
  notesOf,
  releaseFile,
  releaseName,
  versionOf,
} from '../../../src/deliver/release/set.js';
import { edition } from '../../diff/editions.js';

test.each([
  ['1.2', 'ferry-1.2.epub'],
  ['2026-11-20', 'ferry-2026-11-20.epub'],
  ['second edition', 'ferry-second-edition.epub'],
  ['..\u{1F6A2}/1', 'ferry-1.epub'],
])('version %s gives %s', (version, name) => {
  expect(releaseName('ferry', version, '.epub')).toBe(name);
});

test('a name is one that no host rewrites, whatever the version', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (version) => {
      expect(releaseName('ferry', version, '.epub')).toMatch(/^ferry-[\w.-]*\.epub$/);
    }),
  );
});

test.each([
  ['v1.2', '1.2'],
  ['1.2', '1.2'],
  ['ferry-1.2', '1.2'],
  ['ferry-v1.2', '1.2'],
  ['books/v3', '3'],
  ['vellum', 'vellum'],
])('tag %s names version %s', (tag, version) => {
  expect(versionOf(tag, 'ferry')).toBe(version);
});

test('checksums are by name; notes take no mark-up from a title', () => {
  const files = [releaseFile('b.epub', new Uint8Array([1])), releaseFile('a.epub', new Uint8Array([2]))];
  expect(
    checksumsOf(files)
      .split('\n')
      .map((line) => line.slice(66)),
  ).toEqual(['a.epub', 'b.epub', '']);
  const title = '<b>`$(x)` @all [a](b)';
  const notes = notesOf([{ title, version: '1', sections: 1, words: 2, files }]);
  expect(notes).toContain('# \\<b\\>\\`\\$(x)\\` @\u200Ball \\[a\\](b)\n');
  expect(notes).toContain('Edition 1: 2 words in 1 section.');
});

test('notes are no longer than a host takes, and keep the files', () => {
  const section = (index: number) => `# ${String(index)}\n\n${'a word of many '.repeat(20)}${String(index)}`;
  const texts = Object.fromEntries(
    Array.from({ length: 900 }, (_, index) => [`c${String(index)}`, section(index)]),
  );
  const edited = Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [id, text.replaceAll('a word of', 'the words of')]),
  );
  const diff = diffEditions(edition(texts), edition(edited));
  const files = [releaseFile('ferry-2.epub', new Uint8Array([1]))];
  const notes = notesOf([{ title: 'Ferry', version: '2', sections: 900, words: 9, files, diff }]);
  expect(notes.length).toBeLessThan(125_000);
  expect(notes).toContain('| ferry-2.epub |');
});

test('a released book has its cover and its files linked', () => {
  const book = { title: 'A [b]', version: '1', sections: 1, words: 2 };
  const files = [releaseFile('ferry-1.epub', new Uint8Array([1]))];
  const cover = releaseFile('ferry-1.cover.jpg', new Uint8Array([2]));
  const books = [{ ...book, files, cover }];
  const notes = notesOf(books, (file) => `https://example.org/${file}`);
  expect(notes).toContain(
    '# A \\[b\\]\n\n![Cover of A \\[b\\]](https://example.org/ferry-1.cover.jpg)\n\nEdition',
  );
  expect(notes).toContain('| [ferry-1.epub](https://example.org/ferry-1.epub) |');
  expect(notesOf(books)).not.toMatch(/cover|\(http/);
});

import fc from 'fast-check';
import { parseRemote } from '../../../src/deliver/release/repository.js';
import {
  checksumsOf,
  notesOf,
  releaseFile,
  releaseName,
  versionOf,
} from '../../../src/deliver/release/set.js';

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

test.each([
  ['https://github.com/ann/ferry.git', 'github.com', 'ann', 'ferry'],
  ['https://x-access-token:secret@github.com/ann/ferry', 'github.com', 'ann', 'ferry'],
  ['git@github.com:ann/ferry.git', 'github.com', 'ann', 'ferry'],
  ['ssh://git@git.example.org:2222/ann/ferry.git', 'git.example.org', 'ann', 'ferry'],
  ['https://github.com/ann/ferry.book.git', 'github.com', 'ann', 'ferry.book'],
])('remote %s', (address, domain, owner, repo) => {
  expect(parseRemote(address)).toEqual({ domain, owner, repo });
});

test.each(['', '/srv/git/ferry.git', 'file:///srv/ferry', 'https://github.com/ann'])(
  'no remote: %s',
  (address) => {
    expect(parseRemote(address)).toBeUndefined();
  },
);

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

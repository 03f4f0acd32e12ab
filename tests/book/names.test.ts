import slugify from '@sindresorhus/slugify';
import fc from 'fast-check';
import { fileName } from '../../src/book/names.js';
import { slug, uniqueSlugs } from '../../src/text/slug.js';

test.each([
  ['03-the-ferry.md', { number: 3, slug: 'the-ferry', title: 'The ferry' }],
  ['part one/10. Ärger im Café.md', { number: 10, slug: 'aerger-im-cafe', title: 'Ärger im Café' }],
  ['001-chapter.md', { number: 1, slug: 'chapter-1', title: 'Chapter 1' }],
  ['12 Глава.md', { number: 12, slug: 'glava-12', title: 'Глава 12' }],
  ['7.md', { number: 7, slug: 'chapter-7', title: '' }],
  ['Переправа.md', { slug: 'pereprava', title: 'Переправа' }],
  ['about-the-author.md', { slug: 'about-the-author', title: 'About the author' }],
  ['02-the\u001B[31m\uFFFEferry.md', { number: 2, slug: 'the-31m-ferry', title: 'The [31m ferry' }],
  [
    '4 Well-Being and Other Lies.md',
    { number: 4, slug: 'well-being-and-other-lies', title: 'Well-Being and Other Lies' },
  ],
  ['2001 nights.md', { number: 2001, slug: 'nights', title: 'Nights' }],
])('%s', (rel, expected) => {
  expect(fileName(rel)).toEqual(expected);
});

test('a title that ASCII cannot say gets a hash, always the same', () => {
  expect(slug('渡し舟')).toBe(slug('渡し舟'));
  expect(slug('渡し舟')).toMatch(/^hash-[0-9a-f]{8}$/);
  expect(slug('渡し舟')).not.toBe(slug('渡し船'));
});

test('any text gives a slug that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(slug(text)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(slug(text).length).toBeLessThanOrEqual(60);
    }),
  );
});

test('ASCII, which is not transliterated, has the slug that it would have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 60 }), (text) => {
      // It drops two accents that stand alone, which part words here as other marks do.
      const plain = text.replaceAll("'", '').replaceAll(/[`^]/g, '-');
      const whole = slugify(plain, { decamelize: false });
      fc.pre(whole !== '' && whole.length <= 60);
      expect(slug(text)).toBe(whole);
    }),
  );
});

test('slugs are made unique in order', () => {
  const unique = uniqueSlugs();
  expect(['i', 'i', 'i-2', 'i'].map(unique)).toEqual(['i', 'i-2', 'i-2-2', 'i-3']);
});

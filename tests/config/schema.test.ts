import { nearest } from '../../src/config/nearest.js';
import { ROLES, roleCode } from '../../src/config/roles.js';
import { BOOK_FIELDS, BOOK_SCHEMA, SECTION_FIELDS } from '../../src/config/schema.js';
import { parseYaml } from '../../src/input/front/yaml.js';
import { expectations } from '../../src/config/fields.js';

type Key = keyof typeof BOOK_FIELDS;
const parse = (key: Key, value: unknown): unknown => BOOK_FIELDS[key].parse(value);
const accepts = (key: Key, value: unknown): boolean => BOOK_FIELDS[key].safeParse(value).success;

describe('people', () => {
  test.each([
    ['a name', 'Jane Austen', [{ name: 'Jane Austen', role: 'aut' }]],
    [
      'a list',
      ['A', 'B'],
      [
        { name: 'A', role: 'aut' },
        { name: 'B', role: 'aut' },
      ],
    ],
    [
      'a sort name',
      { name: 'Jane Austen', sort: 'Austen, Jane' },
      [{ name: 'Jane Austen', sort: 'Austen, Jane', role: 'aut' }],
    ],
    ['a role as a word', [{ name: 'A', role: 'Editor' }], [{ name: 'A', role: 'edt' }]],
    ['a role as a code', { name: 'A', role: 'ill' }, [{ name: 'A', role: 'ill' }]],
  ])('%s', (_, value, expected) => {
    expect(parse('author', value)).toEqual(expected);
  });

  test('a contributor without a role is a contributor', () => {
    expect(parse('contributors', 'A')).toEqual([{ name: 'A', role: 'ctb' }]);
  });

  test.each([
    [{ nmae: 'A' }],
    [{ name: 'A', role: 'wizard' }],
    [''],
    [true],
    [{ name: 'A', role: 'constructor' }],
  ])('not %j', (value) => {
    expect(accepts('author', value)).toBe(false);
  });
});

describe('dates', () => {
  test.each(['2026', '2026-05', '2026-05-01', '2024-02-29', '2026-05-01T12:00:00Z'])('%s', (value) => {
    expect(parse('date', value)).toBe(value);
  });
  test.each([
    ['2026-5-1', '2026-05-01'],
    ['1614545831', '2021-02-28'],
    ['1614545831000', '2021-02-28'],
    ['2019-05-01 12:00:00 +0200', '2019-05-01T12:00:00+02:00'],
    ['2019-05-01 12:00', '2019-05-01'],
    ['2019-05-01T12:00:00', '2019-05-01'],
    ['Sun, 20 Aug 2023 03:49:17 +0000', '2023-08-20'],
    ['5 December 2023', '2023-12-05'],
  ])('%s as sites have it is %s', (value, iso) => {
    expect(parse('date', value)).toBe(iso);
  });
  test.each([
    'May 2026',
    '2026-13-01',
    '2026-02-29',
    '1.5.2026',
    '0000',
    '2026-05-01T99:00Z',
    '161454583',
    '',
  ])('not %s', (value) => {
    expect(accepts('date', value)).toBe(false);
  });
});

describe('languages', () => {
  test.each([
    ['en', 'en'],
    ['en-gb', 'en-GB'],
    ['zh-hant-tw', 'zh-Hant-TW'],
  ])('%s', (value, expected) => {
    expect(parse('language', value)).toBe(expected);
  });
  test.each(['english', 'en_GB', 'e', 'en-', '-', 'English (UK)'])('not %s', (value) => {
    expect(accepts('language', value)).toBe(false);
  });
});

test.each([
  ['subjects', 'Fiction, War', ['Fiction', 'War']],
  ['subjects', ['Fiction, General'], ['Fiction, General']],
  ['words', "'scuse 'appen", ["'scuse", "'appen"]],
  ['series', 'River Tales', { name: 'River Tales' }],
  ['series', { name: 'River Tales', number: '2' }, { name: 'River Tales', number: 2 }],
  ['note', 'Thanks.', { after: 'Thanks.' }],
  ['note', { before: 'A', after: 'B' }, { before: 'A', after: 'B' }],
  ['toc', { depth: '2' }, { depth: 2 }],
  ['toc', false, false],
  ['typography', false, false],
  ['typography', { dashes: 'spaced', quotes: true, most: '3' }, { dashes: 'spaced', quotes: true, most: 3 }],
  ['version', '1.10', '1.10'],
  [
    'certified-by',
    { name: 'Ann', report: 'https://example.com/a[b' },
    { name: 'Ann', report: 'https://example.com/a%5Bb' },
  ],
  ['chapters', 'one.md', ['one.md']],
] as [Key, unknown, unknown][])('%s: %j', (key, value, expected) => {
  expect(parse(key, value)).toEqual(expected);
});

test.each([
  ['slug', 'My Book'],
  ['slug', '../up'],
  ['quotes', 'curly'],
  ['toc', { depth: 9 }],
  ['draft', 'yes'],
  ['series', { number: 2 }],
  ['title', { en: 'A' }],
  ['certified-by', { name: 'Ann', report: 'o:[' }],
  ['certified-by', { name: 'Ann', report: 'https://a..b/' }],
] as [Key, unknown][])('not %s: %j', (key, value) => {
  expect(accepts(key, value)).toBe(false);
});

test.each(Object.entries({ ...BOOK_FIELDS, ...SECTION_FIELDS }))('the example of %s is one', (_, schema) => {
  const { example = '' } = expectations.get(schema) ?? {};
  const { value, messages } = parseYaml({ text: example, line: 1 }, 'example');
  expect(messages).toEqual([]);
  expect(schema.safeParse(value.entries[0]?.value).success).toBe(true);
});

test('the whole schema names every key once', () => {
  expect(BOOK_SCHEMA.safeParse({ title: 'A', titel: 'B' }).success).toBe(false);
  expect(Object.keys(BOOK_SCHEMA.shape)).toEqual(Object.keys(BOOK_FIELDS));
});

test('every role is a word or three letters', () => {
  for (const [word, code] of Object.entries(ROLES)) {
    expect(code).toMatch(/^[a-z]{3}$/);
    expect(roleCode(word.toUpperCase())).toBe(code);
    expect(roleCode(code)).toBe(code);
  }
  expect(roleCode('toString')).toBeUndefined();
});

test.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['sub_title', 'subtitle'],
  ['autor', 'author'],
  ['xyzzy', undefined],
])('nearest to %s', (word, expected) => {
  expect(nearest(word, ['title', 'subtitle', 'author'])).toBe(expected);
});

import fc from 'fast-check';
import type { Root } from 'mdast';
import { locales } from '../../src/locales/index.js';
import { typeset } from '../../src/typography/index.js';
import { bookOf, nodesOf, parse, section, titleIn } from './book.js';
import { runs } from '../seed.js';

/** What typography acts on, words, and what must be left alone. */
const pieces = fc.constantFrom(
  '"',
  "'",
  "''",
  '`',
  '-',
  '--',
  '---',
  '...',
  '. . .',
  ' ',
  '  ',
  '\t',
  '\u00A0',
  ',',
  '.',
  '!',
  '?',
  ':',
  ';',
  '(',
  ')',
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  '„',
  '—',
  '–',
  '…',
  'a',
  'x',
  'Tom',
  "don't",
  'goin',
  'the',
  's',
  'tis',
  '5',
  '90',
  '2001-2005',
  '6\'2"',
  '*em*',
  '`co"de--`',
  '[li"nk](u\'r--l)',
  'http://x.y/"a--b',
  '<i title="a--\'b\'">',
  '\n',
  '\\\n',
  'é',
  '😀',
  '中',
  '\u0301',
  '\uFFFC',
  '\u2028',
);
const markdown = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const language = fc.constantFrom(...locales.map((locale) => locale.language), 'und');

const texts = (tree: Root): string =>
  nodesOf(tree)
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('');
/** Letters and digits in order; the sign of multiplication stands for the x that it was. */
const lettersOf = (text: string): string => text.replaceAll('×', 'x').replaceAll(/[^\p{L}\p{N}]/gu, '');
const untouched = (tree: Root): string[] =>
  nodesOf(tree).flatMap((node) => {
    if (node.type === 'inlineCode' || node.type === 'code') return [node.value];
    if (node.type === 'html') return node.value.match(/<[^<>]*>/g) ?? [];
    return 'url' in node ? [node.url] : [];
  });

const treeOf = (source: string, tag: string) => {
  const book = bookOf([section(source)], { language: tag });
  const once = typeset(book).value;
  return {
    before: book.manuscripts[0]?.tree ?? parse(''),
    after: once.manuscripts[0]?.tree ?? parse(''),
    once,
  };
};

test('typesetting twice is the same as once', () => {
  fc.assert(
    fc.property(markdown, language, (source, tag) => {
      const { once } = treeOf(source, tag);
      expect(typeset(once).value.manuscripts).toEqual(once.manuscripts);
    }),
    runs(200),
  );
});

/** Few pieces, so that those meet that more than one rule acts on, with spaces of all kinds between. */
const close = fc
  .array(
    fc.constantFrom(
      ...[
        '.',
        '..',
        '. ',
        '.\t',
        '-',
        '--',
        '---',
        '----',
        '-- --',
        '<',
        '>',
        '\u2212',
        '3',
        '12',
        'x',
        ' x ',
      ],
      ...[' ', '  ', '\t', '\u00A0', '\u2009', '\\\n', '\n', 'a', ',', '"'],
      ...['\u2014', '\u2026', '\u00D7', '\u2032', '\u2E3A'],
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));

test('and where dots, hyphens, numbers and spaces meet', () => {
  const known = [
    '.. ..',
    '..  .',
    '.\t..',
    '<-3x4',
    '12 x  3',
    '12   x 3',
    '-- --\\\nb',
    '---- -\u2212',
    'x -- --x',
    '12\n. x',
    'z . B .',
  ];
  fc.assert(
    fc.property(close, language, (source, tag) => {
      const { once } = treeOf(source, tag);
      expect(typeset(once).value.manuscripts).toEqual(once.manuscripts);
    }),
    {
      ...runs(200),
      examples: known.flatMap((source) =>
        ['en', 'es', 'ru', 'de', 'ar'].map((tag): [string, string] => [source, tag]),
      ),
    },
  );
});

test('no letter and no digit changes', () => {
  fc.assert(
    fc.property(markdown, language, (source, tag) => {
      const { before, after } = treeOf(source, tag);
      expect(lettersOf(texts(after))).toBe(lettersOf(texts(before)));
    }),
    runs(200),
  );
});

test('code, raw markup and addresses stay', () => {
  fc.assert(
    fc.property(markdown, language, (source, tag) => {
      const { before, after } = treeOf(source, tag);
      expect(untouched(after)).toEqual(untouched(before));
    }),
    runs(100),
  );
});

test('a literal mark is never turned round', () => {
  const literals = (text: string) => [...text].filter((character) => '“”‘«»„—'.includes(character)).join('');
  const isSubsequence = (short: string, long: string): boolean => {
    let at = 0;
    for (const character of long) if (character === short[at]) at += 1;
    return at === short.length;
  };
  fc.assert(
    fc.property(markdown, language, (source, tag) => {
      const { before, after } = treeOf(`a${source}`, tag);
      expect(isSubsequence(literals(texts(before)), literals(texts(after)))).toBe(true);
    }),
    runs(100),
  );
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...locales),
      (text, locale) => {
        expect(lettersOf(titleIn(locale.language, text) ?? '')).toBe(lettersOf(text));
      },
    ),
    runs(100),
  );
});

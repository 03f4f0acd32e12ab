import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localeOf, locales } from '../../src/locales/index.js';
import { language } from '../../src/locales/language.js';
import { ENGLISH } from '../../src/locales/terms.js';
import { parse, titleIn } from '../typography/book.js';
import { linesOf } from '../typography/text.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const visible = (text: string): string => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '⍽');

/** Rows of `samples.md`: language, what is typed, what it becomes. */
const samples = linesOf(parse(readFileSync(path('samples.md'), 'utf8')))
  .slice(2)
  .join('\n')
  .split('\n---\n')
  .map((block) => block.trim().split('\n') as [tag: string, typed: string, expected: string]);

test('every language has its samples', () => {
  expect([...new Set(samples.map(([tag]) => tag))].sort()).toEqual(
    locales.map(({ language }) => language).sort(),
  );
});

test.each(samples)('%s: %s', (tag, typed, expected) => {
  expect(visible(titleIn(tag, typed) ?? '')).toBe(expected);
});

test('the table names each language once, by a tag that is well-formed', () => {
  const tags = locales.map(({ language }) => language);
  expect(new Set(tags).size).toBe(tags.length);
  expect(tags.map((tag) => new Intl.Locale(tag).toString())).toEqual(tags);
});

/** Terms that are English in some languages until somebody translates them: the tags of these languages, by term. */
const LACKING: Readonly<Record<string, string>> = {};

test('English stands in for the terms that are known to be lacking, and for no other', () => {
  const lacking: Record<string, string> = {};
  for (const { language: tag, borrowed } of locales)
    for (const key of borrowed) lacking[key] = lacking[key] ? `${lacking[key]} ${tag}` : tag;
  expect(lacking).toEqual(LACKING);
});

test('a language that lacks a term has it in English', () => {
  const { terms, borrowed } = language('nl', {
    dash: { mark: '\u2013', spaced: true },
    terms: { part: 'Deel' },
  });
  expect([terms['part'], terms['chapter']]).toEqual(['Deel', 'Chapter']);
  expect(borrowed).toEqual(Object.keys(ENGLISH).filter((key) => key !== 'part'));
});

test('a language that CLDR’s table does not have says what to do', () => {
  expect(() => language('xx', { dash: { mark: '\u2013', spaced: true }, terms: {} })).toThrow(
    'npm run locales',
  );
});

test.each(locales)('$language has a word for every label, and no other', ({ terms }) => {
  expect(Object.keys(terms).sort()).toEqual(Object.keys(ENGLISH).sort());
  expect(Object.values(terms).filter((term) => term.trim() === '' || /["']/.test(term))).toEqual([]);
});

test.each(locales)(
  '$language lists its words in lower case, without apostrophes',
  ({ elisions, bound, ranges }) => {
    const listed = [...elisions.head, ...elisions.maybeHead, ...elisions.tail, ...bound, ...ranges];
    expect(listed.filter((word) => word !== word.toLowerCase() || /['\s]/.test(word))).toEqual([]);
  },
);

test.each([
  ['en-AU', 'en'],
  ['EN_gb', 'en-GB'],
  ['de-AT', 'de'],
  ['de-CH-1996', 'de-CH'],
  ['no', 'nb'],
  ['sr-Latn-RS', 'und'],
  ['', 'und'],
])('%s is set as %s', (tag, language) => {
  expect(localeOf(tag).language).toBe(language);
});

test('the table of CLDR is what its script writes', () => {
  const { stdout, status } = spawnSync(process.execPath, [path('../../scripts/locales.mjs'), '--print'], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(readFileSync(path('../../src/locales/cldr.ts'), 'utf8')).toBe(stdout);
});

/** pandoc's metadata in Octavo's keys. */
import type { Entry } from '../front/yaml.js';
import { ruleOf, sameKeys, type MetaTable } from './meta.js';

type Fields = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as it is, anything else as a list of one. */
const asList = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

const textIn = (value: unknown): unknown => (isTable(value) ? (value['text'] ?? value['name']) : value);

/** A word or a number as text; no text of a list or a table. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** People: names, or `role`, `text` and `file-as`. */
const people = (value: unknown): unknown => {
  const list = asList(value).flatMap((one): unknown[] => {
    if (!isTable(one)) return one === null ? [] : [one];
    const { role, 'file-as': sort } = one;
    return [
      { name: textIn(one), ...(sort === undefined ? {} : { sort }), ...(role === undefined ? {} : { role }) },
    ];
  });
  return list.length === 0 ? undefined : list;
};

/** The title among those that a list gives by type. */
const titled = (value: unknown, type: string): unknown => {
  const list = asList(value);
  const found = list.find((one) => isTable(one) && one['type'] === type);
  return textIn(
    found ?? (type === 'main' ? list.find((one) => !isTable(one) || one['type'] === undefined) : undefined),
  );
};

const identifier = (value: unknown): unknown => {
  const [first] = asList(value);
  if (!isTable(first)) return first;
  const isIsbn = /^isbn/i.test(wordOf(first['scheme']));
  return isIsbn ? `urn:isbn:${wordOf(first['text']).replaceAll(/[\s-]/g, '')}` : first['text'];
};

/** Dates that are no ISO dates are for people to read; an ebook's is for programs. */
const isoDate = (value: unknown): unknown => {
  const [first] = asList(value);
  const text = wordOf(textIn(first));
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? text : undefined;
};

/** The keys of pandoc's that say something of a book; those for how it looks elsewhere are remarked on. */
export const PANDOC: MetaTable = {
  // They mean the same, or only an author who builds with both would write them.
  ...sameKeys(
    'subtitle',
    'publisher',
    'rights',
    'version',
    'cover',
    'theme',
    'fonts',
    'notes',
    'math',
    'toc',
    'bibliography',
    'citations',
  ),
  title: ['title', (value) => titled(value, 'main')],
  author: ['author', people],
  creator: ['author', people],
  contributor: ['contributors', people],
  contributors: ['contributors', people],
  lang: ['language'],
  language: ['language'],
  date: ['date', isoDate],
  'cover-image': ['cover'],
  identifier: ['identifier', identifier],
  description: ['description'],
  abstract: ['description'],
  subject: ['subjects', (value) => asList(value).map(textIn)],
  keywords: ['subjects', (value) => asList(value).map(textIn)],
  'belongs-to-collection': [
    'series',
    (name, all) => {
      const number = all.get('group-position');
      return number === undefined || number === null ? name : { name, number };
    },
  ],
  // Of a style only its kind: Octavo has one of each.
  csl: [
    'citations',
    (file) =>
      /ieee|vancouver|nature|numer|acm|springer/i.test(wordOf(file))
        ? 'numeric'
        : /note/i.test(wordOf(file))
          ? 'notes'
          : undefined,
  ],
  'group-position': false,
  'toc-depth': ['toc', (depth) => ({ depth })],
};

/** The entries with the subtitle that a list of titles gives as one of its own. */
export function withSubtitle(entries: readonly Entry[]): Entry[] {
  const title = entries.find(({ key }) => key === 'title');
  const value = title && titled(title.value, 'subtitle');
  return title && value !== undefined ? [...entries, { ...title, key: 'subtitle', value }] : [...entries];
}

/** Whether somebody wrote these as pandoc has its metadata, with the text of a title or the role of a person apart. */
const isPandoc = (entries: readonly Entry[]): boolean =>
  entries.some(
    ({ key, value }) =>
      Object.hasOwn(PANDOC, key) && asList(value).some((one) => isTable(one) && one['text'] !== undefined),
  );

/** The entries in our keys, where they are pandoc's; else as they are. */
export function inOurKeys(entries: readonly Entry[]): Entry[] {
  if (!isPandoc(entries)) return [...entries];
  const all = new Map(entries.map(({ key, value }) => [key, value]));
  return withSubtitle(entries).flatMap((entry): Entry[] => {
    const row = ruleOf(PANDOC, entry.key);
    if (row === undefined) return [entry];
    const [key, made] = row === false ? [] : row;
    const value = made ? made(entry.value, all) : entry.value;
    return key === undefined || value === undefined ? [] : [{ ...entry, key, value }];
  });
}

/** Pages that the build makes itself: what their templates print, as data. */
import { dateIn } from '../locales/date.js';
import type { BookMetadata, CreditEntry, Locale, MdastRoot, ParsedBook, Person, Section } from '../types.js';
import { isLongTitle, TITLE_ROOM } from '../text/titles.js';
import { isbnIn } from './identifier.js';
import { kindOf } from './kinds.js';
import { linesOf, names } from './metadata.js';
import { linesTree, textTree } from './single.js';

/** A section with everything empty, for a page that the build makes. */
export function page(kind: string, book: ParsedBook, more: Partial<Section> = {}): Section {
  const row = kindOf(kind);
  return {
    id: row.kind,
    kind: row,
    authors: [],
    toc: row.toc,
    path: book.metaPath,
    rel: '',
    tree: { type: 'root', children: [] },
    front: {},
    data: {},
    ...more,
  };
}

/** MARC relator codes whose people are named on the title page, with the word before their names. */
const CREDITS: readonly Credit[] = [
  ['edt', 'editedBy'],
  ['trl', 'translatedBy'],
  ['ill', 'illustratedBy'],
];

/** The same for those whom the imprint names. */
const IMPRINT_CREDITS: readonly Credit[] = [...CREDITS, ['cov', 'coverBy'], ['bkd', 'designedBy']];

type Credit = readonly [role: string, term: string];

/** Who did what for the book, by the roles of a table. */
const creditsOf = (people: readonly Person[], table: readonly Credit[], locale: Locale) =>
  table.flatMap(([role, term]) => {
    const credited = names(people.filter((person) => person.role === role));
    return credited.length > 0 ? [{ label: locale.terms[term] ?? '', names: credited }] : [];
  });

/** A page with the title alone, before the title page. */
export const halfTitle = (book: ParsedBook, metadata: BookMetadata): Section =>
  page('half-title', book, { titles: { title: titleOf(book, metadata) } });

/** The book's title as its pages print it. */
const titleOf = ({ front, meta }: ParsedBook, metadata: BookMetadata): MdastRoot =>
  front.title ?? linesTree(linesOf(meta.title ?? metadata.title));

/** The title page: the book's authors, then who else made it. */
export function titlePage(book: ParsedBook, metadata: BookMetadata, locale: Locale): Section {
  const own = book.meta.authors ?? [];
  const shown = own.length > 0 ? own : metadata.authors;
  const people = [...shown, ...metadata.contributors];
  const subtitle =
    book.front.subtitle ??
    (book.meta.subtitle === undefined ? undefined : linesTree(linesOf(book.meta.subtitle)));
  return page('title-page', book, {
    titles: { title: titleOf(book, metadata), ...(subtitle ? { subtitle } : {}) },
    data: {
      long: isLongTitle(metadata.title, TITLE_ROOM.page),
      authors: names(shown.filter((person) => person.role === 'aut')),
      credits: creditsOf(people, CREDITS, locale),
      publisher: metadata.publisher,
      series: metadata.series && seriesLine(metadata.series),
    },
  });
}

const seriesLine = ({ name, number }: { name: string; number?: number }): string =>
  number === undefined ? name : `${name}, ${String(number)}`;

/** The imprint, where there is something to print on it. */
export function imprint(book: ParsedBook, metadata: BookMetadata, locale: Locale): Section | undefined {
  const { date, publisher, rights, source } = metadata;
  const isbn = isbnIn(book.meta.identifier ?? '');
  const term = (key: string) => locale.terms[key] ?? '';
  const published = [publisher, date?.slice(0, 4)].filter((part) => part !== undefined).join(', ');
  const lines = [
    rights,
    published,
    edition(metadata, locale),
    isbn && `ISBN ${isbn}`,
    source && `${term('firstPublished')}: ${source}`,
  ].filter(isLine);
  const people = [...metadata.authors, ...metadata.contributors];
  const credits = creditsOf(people, IMPRINT_CREDITS, locale);
  if (lines.length === 0) return undefined;
  const { title, byline } = metadata;
  return page('imprint', book, { data: { title, authors: byline, lines, credits } });
}

const isLine = (line: string | false | undefined): line is string => !!line;

/** `Edition 1.2`, where the front matter has a version. */
const edition = ({ version }: BookMetadata, { terms }: Locale): string | undefined =>
  version && `${terms['edition'] ?? 'Edition'} ${version}`;

/** The last page: which edition this is, and what made it. */
export function colophon(book: ParsedBook, metadata: BookMetadata, locale: Locale): Section {
  const [before, after] = (locale.terms['madeWith'] ?? '').split('{title}');
  const date = metadata.date && dateIn(metadata.date, locale);
  return page('colophon', book, {
    toc: false,
    data: {
      made: { before, title: metadata.title, after },
      edition: [edition(metadata, locale), date].filter(isLine).join(', '),
    },
  });
}

/** The credits: sources and rights of the texts that have any; `compose` prints the entries. */
export function credits(book: ParsedBook, sections: readonly Section[], locale: Locale): Section | undefined {
  const texts = sections.filter(
    ({ data, title, story }) => title !== undefined && !story && isPublished(data),
  );
  if (!texts.some(({ data, authors }) => data['source'] ?? data['rights'] ?? authors[0])) return undefined;
  const first = locale.terms['firstPublished'] ?? '';
  const entries = texts.map(({ id, title = '', authors, data }): CreditEntry => {
    const { date, source, rights } = data as { date?: string; source?: string; rights?: string };
    return {
      id,
      title,
      authors: names(authors),
      ...(date === undefined && source === undefined
        ? {}
        : { published: date === undefined ? `${first}:` : `${first}: ${dateIn(date, locale)}` }),
      ...(source === undefined ? {} : { source }),
      ...(rights === undefined ? {} : { rights }),
    };
  });
  const title = locale.terms['credits'] ?? 'Credits';
  return page('credits', book, { title, heading: textTree(title), data: { entries } });
}

const isPublished = (data: Section['data']): boolean =>
  ['source', 'rights', 'date'].some((key) => data[key] !== undefined);

/** A page of the back that `compose` fills: the notes of the whole book, the sources that it cites. */
export const filled = (kind: string, book: ParsedBook, title = ''): Section =>
  page(kind, book, { title, heading: textTree(title) });

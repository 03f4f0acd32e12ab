/** Pages that the build makes itself: what their templates print, as data. */
import type { BookMetadata, Locale, ParsedBook, Person, Section } from '../types.js';
import { isbnIn } from './identifier.js';
import { kindOf } from './kinds.js';
import { textTree } from './single.js';

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

/** Names, each once: an editor may be a story's author too. */
const names = (people: readonly Person[]): string[] => [...new Set(people.map((person) => person.name))];

/** MARC relator codes whose people are named on the title page, with the word before their names. */
const CREDITS: readonly (readonly [role: string, term: string])[] = [
  ['edt', 'editedBy'],
  ['trl', 'translatedBy'],
  ['ill', 'illustratedBy'],
];

export function titlePage(book: ParsedBook, metadata: BookMetadata, locale: Locale): Section {
  const own = book.meta.authors ?? [];
  const shown = own.length > 0 ? own : metadata.authors;
  const people = [...shown, ...metadata.contributors];
  return page('title-page', book, {
    data: {
      title: metadata.title,
      subtitle: metadata.subtitle,
      authors: names(shown.filter((person) => person.role === 'aut')),
      credits: CREDITS.flatMap(([role, term]) => {
        const credited = names(people.filter((person) => person.role === role));
        return credited.length > 0 ? [{ label: locale.terms[term] ?? '', names: credited }] : [];
      }),
      publisher: metadata.publisher,
      series: metadata.series && seriesLine(metadata.series),
    },
  });
}

const seriesLine = ({ name, number }: { name: string; number?: number }): string =>
  number === undefined ? name : `${name}, ${String(number)}`;

/** The imprint, where there is something to print on it. */
export function imprint(book: ParsedBook, metadata: BookMetadata, locale: Locale): Section | undefined {
  const { date, publisher, rights, version } = metadata;
  const isbn = isbnIn(book.meta.identifier ?? '');
  const term = (key: string) => locale.terms[key] ?? '';
  const lines = {
    rights,
    published: [publisher, date?.slice(0, 4)].filter((part) => part !== undefined).join(', ') || undefined,
    edition: version && `${term('edition')} ${version}`,
    isbn: isbn && `ISBN ${isbn}`,
  };
  const worth = Object.values(lines).some((line) => line !== undefined);
  const data = { title: metadata.title, authors: names(metadata.authors), ...lines };
  return worth ? page('imprint', book, { data }) : undefined;
}

export const colophon = (book: ParsedBook, metadata: BookMetadata, locale: Locale): Section =>
  page('colophon', book, {
    toc: false,
    data: { made: (locale.terms.madeWith ?? '').replace('{title}', metadata.title) },
  });

/** The notes of the whole book; `compose` fills them in. */
export const endnotes = (book: ParsedBook, locale: Locale): Section => {
  const title = locale.terms.notes ?? 'Notes';
  return page('endnotes', book, { title, heading: textTree(title) });
};

/** What a generated cover says, out of the book's metadata. */
import type { Book } from '../types.js';
import type { CoverSubject } from './cover/subject.js';

const NO_BREAK_SPACE = '\u00A0';

/** More names than these make a list, not a cover: whoever edited the book stands for them. */
const MOST_NAMES = 4;

/** The subject of a book's cover in a theme. */
export function coverSubject(book: Book, theme: string): CoverSubject {
  const { identifier, title, subtitle = '' } = book.metadata;
  const { authors, credit } = namesOf(book);
  const isAlone = authors === undefined;
  return {
    theme,
    identifier,
    title,
    subtitle,
    authors: isAlone ? credit : authors,
    credit: isAlone ? '' : credit,
  };
}

/** What a cover says, for those who cannot see it: its title, and the names that a generated one has. */
export function coverText(book: Book): string {
  const { authors = '', credit } = namesOf(book);
  const by = authors === '' ? '' : `${book.locale.terms.by ?? '\u2013'} ${authors}`;
  const names = [by, credit].filter((part) => part !== '').join(', ');
  return `${book.metadata.title} ${names}`.replaceAll(NO_BREAK_SPACE, ' ').trim();
}

/** Who wrote the book, unless there are too many for a cover, and who edited it. */
function namesOf({ metadata, locale }: Book): { authors?: string; credit: string } {
  const { authors: people, contributors, byline } = metadata;
  const edited = [...people, ...contributors].filter(({ role }) => role === 'edt');
  const editors = [...new Set(edited.map(({ name }) => name))];
  const credit = editors.length > 0 ? `${locale.terms.editedBy ?? ''} ${listed(editors)}`.trim() : '';
  const few = byline.length <= MOST_NAMES || editors.length === 0;
  return few ? { authors: listed(byline), credit } : { credit };
}

/** Names in one line, each kept together where there are several. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const list = shown.length > 1 ? shown.map((name) => name.replaceAll(' ', NO_BREAK_SPACE)) : shown;
  return list.join(', ') + (names.length > MOST_NAMES ? ' \u2026' : '');
}

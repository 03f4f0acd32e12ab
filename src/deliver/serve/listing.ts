/** Which books a page or a feed shows: searched, ordered, and so many at a time. */
import type { Shelf, ShelfBook } from './catalogue.js';

export type Order = 'title' | 'new';

/** What a visitor asks for in an address. */
export interface Query {
  order: Order;
  /** Words that a book must have, each of them. */
  search: string;
  /** From 1. */
  page: number;
}

export interface Listing {
  query: Query;
  books: ShelfBook[];
  /** Books on all pages together. */
  total: number;
  perPage: number;
  pages: number;
  /** When the newest of the folder's books was made. */
  updated: Date;
}

/** The longest search that is answered, in characters. */
const LONGEST_SEARCH = 200;

const COMBINING_MARK = /\p{Mn}/gu;

/** A text as searches compare it: without case and accents. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(COMBINING_MARK, '').toLowerCase();

/** Reads a query from an address; what makes no sense there is as if it were not there. */
export function queryFrom(parameters: URLSearchParams, order: Order): Query {
  const page = Number(parameters.get('page') ?? 1);
  return {
    order,
    search: (parameters.get('query') ?? '').slice(0, LONGEST_SEARCH).trim(),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The books that a query asks for, at most `perPage` of them; the last page for one that lies behind it. */
export function listingOf({ books }: Shelf, query: Query, perPage: number): Listing {
  const words = folded(query.search).split(/\s+/u).filter(Boolean);
  const found = words.length === 0 ? books : books.filter((book) => matches(book, words));
  const ordered =
    query.order === 'new' ? found.toSorted((a, b) => b.updated.getTime() - a.updated.getTime()) : found;
  const pages = Math.max(1, Math.ceil(ordered.length / perPage));
  const page = Math.min(query.page, pages);
  return {
    query: { ...query, page },
    books: ordered.slice((page - 1) * perPage, page * perPage),
    total: ordered.length,
    perPage,
    pages,
    updated: new Date(Math.max(0, ...books.map(({ updated }) => updated.getTime()))),
  };
}

function matches({ title, authors, series, subjects }: ShelfBook, words: readonly string[]): boolean {
  const text = folded([title, ...authors, series?.name ?? '', ...subjects].join(' '));
  return words.every((word) => text.includes(word));
}

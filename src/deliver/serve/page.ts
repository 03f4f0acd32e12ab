/**
 * The plain pages, for browsers of ten years ago and of today: no script, nothing to load but covers.
 * What they look like is in `templates/serve/page.css`.
 */
import * as address from './addresses.js';
import type { BookFile, Shelf, ShelfBook } from './catalogue.js';
import type { Site } from './feeds.js';
import { turns } from './feeds.js';
import type { Listing } from './listing.js';
import { documentOf, element, type Content, type Markup } from './markup.js';
import { NAVIGATION, OPEN_SEARCH } from './opds1.js';
import { OPDS2 } from './opds2.js';
import { issuedOf, languageTag } from './terms.js';

/** Longest beginning of a description in a list, in characters. */
const LONGEST_BLURB = 180;

/** A list of books, with the way to the other pages. */
export function listPage(site: Site, style: string, listing: Listing, { messages }: Shelf): string {
  const { query, books, total, pages } = listing;
  const found = query.search === '' ? undefined : element('p', {}, foundWords(listing), ' ', ALL_BOOKS);
  const none = total === 0 && query.search === '' ? element('p', {}, NO_BOOKS) : undefined;
  const links = turns(listing).filter(([rel]) => rel === 'previous' || rel === 'next');
  const turn = [
    `Page ${String(query.page)} of ${String(pages)}`,
    element('br'),
    links.map(([rel, page]) => [
      element('a', { rel, href: address.listAddress('/', { ...query, page }) }, TURN[rel] ?? rel),
      ' ',
    ]),
  ];
  return page(site, style, site.title, [
    element('h1', {}, element('a', { href: '/' }, site.title)),
    searchForm(query.search),
    found,
    none,
    books.map(bookRow),
    pages > 1 ? element('p', { class: 'turn' }, turn) : undefined,
    foot(site, messages.length),
  ]);
}

const ALL_BOOKS = element('a', { href: '/' }, 'All books');
const NO_BOOKS = 'There is no book here yet. `octavo build` makes some.';
const TURN: Readonly<Record<string, string>> = { previous: '\u2190 Back', next: 'More \u2192' };

const foundWords = ({ total, query }: Listing): string =>
  `${String(total)} ${total === 1 ? 'book' : 'books'} for \u201C${query.search}\u201D.`;

const searchForm = (search: string): Markup =>
  element(
    'form',
    { action: '/', method: 'get' },
    element('input', { type: 'text', name: 'query', value: search, title: 'Title, author or subject' }),
    element('button', { type: 'submit' }, 'Search'),
  );

const bookRow = (book: ShelfBook): Markup => {
  const href = address.bookPage(book);
  return element(
    'div',
    { class: 'book' },
    element(
      'a',
      { class: 'cover', href },
      element('img', { src: address.thumbnailImage(book), width: 112, alt: '' }),
    ),
    element(
      'div',
      { class: 'about' },
      element('h2', { lang: languageTag(book) }, element('a', { href }, book.title)),
      byline(book),
      book.description.length > 0
        ? element('p', { class: 'small', lang: languageTag(book) }, blurb(book.description[0] ?? ''))
        : undefined,
      downloads(book),
    ),
  );
};

const byline = ({ authors, series }: ShelfBook): Content => [
  authors.length > 0 ? element('p', { class: 'by' }, authors.join(', ')) : undefined,
  series &&
    element(
      'p',
      { class: 'small' },
      series.number === undefined ? series.name : `${series.name}, book ${String(series.number)}`,
    ),
];

/** With spaces between, for browsers that take no style. */
const downloads = ({ files }: ShelfBook): Markup =>
  element(
    'p',
    { class: 'get' },
    files.map((file) => [button(file), ' ']),
  );

const button = (file: BookFile): Markup => element('a', { href: address.bookFile(file) }, file.label);

function blurb(text: string): string {
  if (text.length <= LONGEST_BLURB) return text;
  const cut = text.lastIndexOf(' ', LONGEST_BLURB);
  return `${text.slice(0, cut > 0 ? cut : LONGEST_BLURB)} \u2026`;
}

/** A book's own page: all that is known of it. */
export function bookPage(site: Site, style: string, book: ShelfBook): string {
  const facts = [book.publisher, issuedOf(book), book.subjects.join(', ')].filter(Boolean).join(' \u00B7 ');
  const content = element(
    'div',
    { class: 'book whole' },
    element(
      'div',
      { class: 'cover' },
      element('img', { src: address.coverImage(book), width: 210, alt: `Cover of ${book.title}` }),
    ),
    element('h1', { lang: languageTag(book) }, book.title),
    byline(book),
    facts === '' ? undefined : element('p', { class: 'small' }, facts),
    downloads(book),
    element('p', { class: 'small' }, book.files.map(sizeOf).join(', ')),
    book.description.map((paragraph) => element('p', { lang: languageTag(book) }, paragraph)),
  );
  return page(site, style, book.title, [
    element('p', { class: 'back' }, element('a', { href: '/' }, '\u2190 All books')),
    content,
  ]);
}

const MEGABYTES = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

const sizeOf = ({ label, size }: BookFile): string =>
  `${label} ${MEGABYTES.format(Math.max(size / 1e6, 0.1))}`;

/** A page that says what went wrong, and leads back. */
export const problemPage = (site: Site, style: string, title: string, words: string): string =>
  page(site, style, title, [element('h1', {}, title), element('p', {}, words), element('p', {}, ALL_BOOKS)]);

const foot = ({ base }: Site, unreadable: number): Markup =>
  element(
    'div',
    { class: 'foot small' },
    unreadable > 0
      ? element('p', {}, `${String(unreadable)} more could not be read; the terminal says which and why.`)
      : undefined,
    element('p', {}, 'In a reading app, add the catalogue ', element('b', {}, `${base}/opds`)),
    element(
      'p',
      {},
      'A Kobo takes \u201CKobo\u201D best, a Kindle only \u201CKindle\u201D, all others \u201CEPUB\u201D.',
    ),
  );

const page = ({ title: shelf }: Site, style: string, title: string, content: Content): string =>
  documentOf(
    '<!DOCTYPE html>',
    element(
      'html',
      { lang: 'en' },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        element('title', {}, title),
        element('link', { rel: 'alternate', type: NAVIGATION, href: '/opds', title: shelf }),
        element('link', { rel: 'alternate', type: OPDS2, href: '/opds2', title: shelf }),
        element('link', { rel: 'search', type: OPEN_SEARCH, href: '/opds/search.xml', title: shelf }),
        element('style', {}, { source: style }),
      ),
      element('body', {}, content),
    ),
  );

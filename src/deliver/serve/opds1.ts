/** The catalogue as OPDS 1.2, Atom feeds: https://specs.opds.io/opds-1.2 */
import * as address from './addresses.js';
import type { ShelfBook } from './catalogue.js';
import { addressOf, FEEDS, OPEN_ACCESS, titleOf, turns, type Site } from './feeds.js';
import type { Listing } from './listing.js';
import { documentOf, element, type Content, type Markup } from './markup.js';
import { entryId, identifierUri, instant, issuedOf, languageTag } from './terms.js';

export const NAVIGATION = 'application/atom+xml;profile=opds-catalog;kind=navigation';
export const ACQUISITION = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
export const ENTRY = 'application/atom+xml;type=entry;profile=opds-catalog';
export const OPEN_SEARCH = 'application/opensearchdescription+xml';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const OPEN_SEARCH_NAMESPACE = 'http://a9.com/-/spec/opensearch/1.1/';
const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/terms/',
  'xmlns:opds': 'http://opds-spec.org/2010/catalog',
  'xmlns:opensearch': OPEN_SEARCH_NAMESPACE,
};

/** The author of a book that names none; in a feed it is the feed's. */
const NOBODY = 'Unknown';

const link = (
  rel: string,
  href: string,
  type: string,
  more: Record<string, string | number | undefined> = {},
) => element('link', { rel, href, type, ...more });

const author = (name: string): Markup => element('author', {}, element('name', {}, name));

/** The feed to begin with: a list of feeds. */
export function rootFeed(site: Site, updated: Date): string {
  const entries = FEEDS.map(({ path, rel, title, about }) => {
    const href = `${site.base}/opds/${path}`;
    return element(
      'entry',
      {},
      [element('id', {}, href), element('title', {}, title), element('updated', {}, instant(updated))],
      element('content', { type: 'text' }, about),
      link(rel, href, ACQUISITION),
    );
  });
  return feed(site, { href: `${site.base}/opds`, type: NAVIGATION, title: site.title, updated }, entries);
}

/** One page of a feed of books. `path` is the feed's own, `/opds/all`. */
export function booksFeed(site: Site, listing: Listing, path: string): string {
  const { query, updated, total, perPage, books } = listing;
  const own = { href: addressOf(site, path, listing), type: ACQUISITION, title: titleOf(listing), updated };
  return feed(site, own, [
    link('up', `${site.base}/opds`, NAVIGATION),
    turns(listing).map(([rel, page]) => link(rel, addressOf(site, path, listing, page), ACQUISITION)),
    query.search === '' ? orders(site, listing) : undefined,
    element('opensearch:totalResults', {}, total),
    element('opensearch:startIndex', {}, (query.page - 1) * perPage + 1),
    element('opensearch:itemsPerPage', {}, perPage),
    books.map((book) => element('entry', {}, commonOf(book), partOf(site, book))),
  ]);
}

interface Own {
  href: string;
  type: string;
  title: string;
  updated: Date;
}

/** Atom wants somebody to have made a feed: https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1 */
const feed = ({ base, title }: Site, own: Own, content: Content): string =>
  documentOf(
    XML,
    element(
      'feed',
      NAMESPACES,
      [
        element('id', {}, own.href),
        element('title', {}, own.title),
        element('updated', {}, instant(own.updated)),
      ],
      author(title),
      link('self', own.href, own.type),
      link('start', `${base}/opds`, NAVIGATION),
      link('search', `${base}/opds/search.xml`, OPEN_SEARCH),
      content,
    ),
  );

/** The same books in another order, as facets: https://specs.opds.io/opds-1.2#4-facets */
const orders = ({ base }: Site, { query }: Listing): Markup[] =>
  FEEDS.map(({ path, order, title }) =>
    link('http://opds-spec.org/facet', `${base}/opds/${path}`, ACQUISITION, {
      title,
      'opds:facetGroup': 'Order',
      'opds:activeFacet': order === query.order ? 'true' : undefined,
    }),
  );

/** What a book's entry has wherever it stands. */
const commonOf = (book: ShelfBook): Content => [
  element('id', {}, entryId(book)),
  element('title', {}, book.title),
  element('updated', {}, instant(book.updated)),
  book.authors.map(author),
  dc('language', languageTag(book)),
  dc('issued', issuedOf(book)),
  book.subjects.map((subject) => element('category', { term: subject, label: subject })),
  book.description.length > 0 ? element('summary', { type: 'text' }, book.description[0]) : undefined,
];

const dc = (name: string, value: string | undefined): Markup | undefined =>
  value === undefined ? undefined : element(`dc:${name}`, {}, value);

/** An entry in a feed leads to itself in full: https://specs.opds.io/opds-1.2#512-partial-and-complete-catalog-entries */
const partOf = (site: Site, book: ShelfBook): Content => [
  link('alternate', `${site.base}${address.opds1Entry(book)}`, ENTRY, { title: book.title }),
  linksOf(site, book),
];

/** A book's entry in full, a document of its own. */
export const bookEntry = (site: Site, book: ShelfBook): string =>
  documentOf(
    XML,
    element(
      'entry',
      NAMESPACES,
      commonOf(book),
      book.authors.length > 0 ? undefined : author(NOBODY),
      dc('identifier', identifierUri(book)),
      dc('publisher', book.publisher),
      book.description.length > 1
        ? element('content', { type: 'text' }, book.description.join('\n\n'))
        : undefined,
      link('self', `${site.base}${address.opds1Entry(book)}`, ENTRY),
      linksOf(site, book),
    ),
  );

const linksOf = ({ base }: Site, book: ShelfBook): Content => [
  link('alternate', `${base}${address.bookPage(book)}`, 'text/html'),
  link('http://opds-spec.org/image', `${base}${address.coverImage(book)}`, 'image/jpeg'),
  link('http://opds-spec.org/image/thumbnail', `${base}${address.thumbnailImage(book)}`, 'image/jpeg'),
  book.files.map((file) =>
    link(OPEN_ACCESS, `${base}${address.bookFile(file)}`, file.mediaType, {
      title: file.label,
      length: file.size,
    }),
  ),
];

/** How to search: https://github.com/dewitt/opensearch */
export const openSearch = ({ base, title }: Site): string =>
  documentOf(
    XML,
    element(
      'OpenSearchDescription',
      { xmlns: OPEN_SEARCH_NAMESPACE },
      element('ShortName', {}, 'Octavo'),
      element('Description', {}, `Search ${title}`),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
      element('Url', { type: ACQUISITION, template: `${base}/opds/search?query={searchTerms}` }),
      element('Url', { type: 'text/html', template: `${base}/?query={searchTerms}` }),
    ),
  );

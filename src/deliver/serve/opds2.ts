/** The catalogue as OPDS 2.0, JSON: https://drafts.opds.io/opds-2.0 */
import * as address from './addresses.js';
import type { ShelfBook } from './catalogue.js';
import { addressOf, FEEDS, OPEN_ACCESS, titleOf, turns, type Site } from './feeds.js';
import type { Listing } from './listing.js';
import { dayOf, entryId, identifierUri, instant, languageTag } from './terms.js';

export const OPDS2 = 'application/opds+json';
export const PUBLICATION = 'application/opds-publication+json';

/** What is undefined is left out. */
const print = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const link = (rel: string, href: string, type = OPDS2) => ({ rel, href, type });

const search = ({ base }: Site) => ({ ...link('search', `${base}/opds2/search{?query}`), templated: true });

/** The feed to begin with: a list of feeds. */
export const rootFeed2 = (site: Site, updated: Date): string =>
  print({
    metadata: { title: site.title, modified: instant(updated) },
    links: [link('self', `${site.base}/opds2`), search(site)],
    navigation: FEEDS.map(({ path, rel, title }) => ({ ...link(rel, `${site.base}/opds2/${path}`), title })),
  });

/** One page of a feed of books. `path` is the feed's own, `/opds2/all`. */
export const booksFeed2 = (site: Site, listing: Listing, path: string): string =>
  print({
    metadata: {
      title: titleOf(listing),
      modified: instant(listing.updated),
      numberOfItems: listing.total,
      itemsPerPage: listing.perPage,
      currentPage: listing.query.page,
    },
    links: [
      link('self', addressOf(site, path, listing)),
      link('start', `${site.base}/opds2`),
      search(site),
      ...turns(listing).map(([rel, page]) => link(rel, addressOf(site, path, listing, page))),
    ],
    facets:
      listing.query.search === ''
        ? [{ metadata: { title: 'Order' }, links: orders(site, listing) }]
        : undefined,
    publications: listing.books.map((book) => publicationOf(site, book)),
  });

/** The same books in another order; the one that is shown has `self`. */
const orders = ({ base }: Site, { query, total }: Listing) =>
  FEEDS.map(({ path, order, title }) => ({
    rel: order === query.order ? 'self' : undefined,
    href: `${base}/opds2/${path}`,
    type: OPDS2,
    title,
    properties: { numberOfItems: total },
  }));

/** A book as a document of its own. */
export const bookPublication = (site: Site, book: ShelfBook): string => print(publicationOf(site, book));

const publicationOf = ({ base }: Site, book: ShelfBook) => ({
  metadata: {
    '@type': 'http://schema.org/Book',
    identifier: identifierUri(book) ?? entryId(book),
    title: book.title,
    author: ifAny(book.authors),
    publisher: book.publisher,
    language: languageTag(book),
    published: dayOf(book),
    modified: instant(book.updated),
    description: ifAny(book.description)?.join('\n\n'),
    subject: ifAny(book.subjects),
    belongsTo: book.series && { series: { name: book.series.name, position: book.series.number } },
  },
  links: [
    link('self', `${base}${address.opds2Publication(book)}`, PUBLICATION),
    link('alternate', `${base}${address.bookPage(book)}`, 'text/html'),
    ...book.files.map((file) => ({
      ...link(OPEN_ACCESS, `${base}${address.bookFile(file)}`, file.mediaType),
      title: file.label,
    })),
  ],
  images: [address.coverImage(book), address.thumbnailImage(book)].map((path) => ({
    href: `${base}${path}`,
    type: 'image/jpeg',
  })),
});

const ifAny = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined);

/** What is where: one row for each kind of address. All else is not there. */
import type { Answer } from './answers.js';
import type { Catalogue, Shelf, ShelfBook } from './catalogue.js';
import type { CoverSize } from './covers.js';
import { FEEDS, type Site } from './feeds.js';
import { listingOf, queryFrom, type Listing, type Order } from './listing.js';
import {
  ACQUISITION,
  bookEntry,
  booksFeed,
  ENTRY,
  NAVIGATION,
  OPEN_SEARCH,
  openSearch,
  rootFeed,
} from './opds1.js';
import { bookPublication, booksFeed2, OPDS2, PUBLICATION, rootFeed2 } from './opds2.js';
import { bookPage, listPage } from './page.js';

/** What the routes are about. */
export interface Shop {
  /** The folder of the books. */
  folder: string;
  catalogue: Catalogue;
  cover: (book: ShelfBook, size: CoverSize) => Promise<Uint8Array>;
  /** The pages' CSS. */
  style: string;
}

/** A request as routes see it. */
interface Visit {
  site: Site;
  shelf: Shelf;
  path: string;
  parameters: URLSearchParams;
  /** What the row's expression found, decoded. */
  name: string;
}

type Give = (visit: Visit, shop: Shop) => Answer | undefined | Promise<Answer | undefined>;

/** How many books stand on a page for people, and in a feed for apps. */
const ON_A_PAGE = 12;
const IN_A_FEED = 50;

export const HTML = 'text/html; charset=utf-8';

const made = (mediaType: string, body: string | Uint8Array): Answer => ({ kind: 'made', mediaType, body });

const newest = ({ books }: Shelf): Date =>
  listingOf({ books, messages: [] }, { order: 'new', search: '', page: 1 }, 1).updated;

/** A list of books in an order, as a page or a feed makes it. */
const list =
  (
    order: Order,
    perPage: number,
    mediaType: string,
    print: (visit: Visit, listing: Listing, shop: Shop) => string,
  ): Give =>
  (visit, shop) =>
    made(mediaType, print(visit, listingOf(visit.shelf, queryFrom(visit.parameters, order), perPage), shop));

/** One book, by its id. */
const one =
  (use: (book: ShelfBook, visit: Visit, shop: Shop) => Answer | Promise<Answer>): Give =>
  (visit, shop) => {
    const book = visit.shelf.books.find(({ id }) => id === visit.name);
    return book && use(book, visit, shop);
  };

const picture = (size: CoverSize): Give =>
  one(async (book, _, { cover }) => made('image/jpeg', await cover(book, size)));

const feed1 = (order: Order): Give =>
  list(order, IN_A_FEED, ACQUISITION, ({ site, path }, listing) => booksFeed(site, listing, path));
const feed2 = (order: Order): Give =>
  list(order, IN_A_FEED, OPDS2, ({ site, path }, listing) => booksFeed2(site, listing, path));

const ROUTES: readonly (readonly [path: RegExp, give: Give])[] = [
  [
    /^\/$/u,
    list('title', ON_A_PAGE, HTML, ({ site, shelf }, listing, { style }) =>
      listPage(site, style, listing, shelf),
    ),
  ],
  [/^\/book\/(.+)$/u, one((book, { site }, { style }) => made(HTML, bookPage(site, style, book)))],
  [/^\/thumbnail\/(.+)\.jpg$/u, picture('thumbnail')],
  [/^\/cover\/(.+)\.jpg$/u, picture('cover')],
  [
    /^\/files\/(.+)$/u,
    async ({ name }, { catalogue, folder }) => {
      const file = await catalogue.file(name);
      return file && { kind: 'file', file, root: folder };
    },
  ],
  [/^\/opds$/u, ({ site, shelf }) => made(NAVIGATION, rootFeed(site, newest(shelf)))],
  [/^\/opds\/search\.xml$/u, ({ site }) => made(OPEN_SEARCH, openSearch(site))],
  [/^\/opds\/search$/u, feed1('title')],
  [/^\/opds\/book\/(.+)$/u, one((book, { site }) => made(ENTRY, bookEntry(site, book)))],
  [/^\/opds2$/u, ({ site, shelf }) => made(OPDS2, rootFeed2(site, newest(shelf)))],
  [/^\/opds2\/search$/u, feed2('title')],
  [/^\/opds2\/book\/(.+)$/u, one((book, { site }) => made(PUBLICATION, bookPublication(site, book)))],
  ...FEEDS.flatMap(({ path, order }) => [
    [new RegExp(`^/opds/${path}$`, 'u'), feed1(order)] as const,
    [new RegExp(`^/opds2/${path}$`, 'u'), feed2(order)] as const,
  ]),
];

/** The answer to a visit; undefined where there is nothing. `target` is the request's own: `/files/ferry.epub?a=b`. */
export async function answerTo(target: string, site: Site, shop: Shop): Promise<Answer | undefined> {
  const [path = '', query = ''] = target.split(/\?(.*)/su, 2);
  for (const [pattern, give] of ROUTES) {
    const match = pattern.exec(path);
    if (!match) continue;
    const name = decoded(match[1] ?? '');
    if (name === undefined) return undefined;
    const shelf = await shop.catalogue.shelf();
    return give({ site, shelf, path, parameters: new URLSearchParams(query), name }, shop);
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

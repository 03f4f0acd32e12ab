/** What the feeds of both versions of OPDS have in common. */
import { listAddress } from './addresses.js';
import type { Listing, Order } from './listing.js';

/** Where a feed is asked for: clients resolve relative addresses as they please, so feeds have whole ones. */
export interface Site {
  /** `http://192.168.0.7:8000` */
  base: string;
  title: string;
}

/** The feeds of books: where each is, how it is ordered, and what it is to the feed that leads there. */
export const FEEDS: readonly { path: string; order: Order; rel: string; title: string; about: string }[] = [
  { path: 'all', order: 'title', rel: 'subsection', title: 'All books', about: 'Every book, by title' },
  {
    path: 'new',
    order: 'new',
    rel: 'http://opds-spec.org/sort/new',
    title: 'Newest books',
    about: 'Every book, the newest first',
  },
];

export const OPEN_ACCESS = 'http://opds-spec.org/acquisition/open-access';

/** What a page of a feed is called. */
export const titleOf = ({ query }: Listing): string =>
  query.search === ''
    ? (FEEDS.find(({ order }) => order === query.order)?.title ?? '')
    : `Search: ${query.search}`;

/** The address of a page of the feed at `path`. */
export const addressOf = ({ base }: Site, path: string, { query }: Listing, page = query.page): string =>
  `${base}${listAddress(path, { ...query, page })}`;

/** The other pages, by what they are to the one that is shown; none where there is one. */
export function turns({ query: { page }, pages }: Listing): (readonly [rel: string, page: number])[] {
  const all = [
    ['first', 1],
    ['previous', page - 1],
    ['next', page + 1],
    ['last', pages],
  ] as const;
  return pages > 1 ? all.filter(([, other]) => other >= 1 && other <= pages) : [];
}

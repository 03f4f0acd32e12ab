/** The feeds: right whatever a book says of itself, and every address in them leads to what it says. */
import fc from 'fast-check';
import type { ShelfBook } from '../../../src/deliver/serve/catalogue.js';
import { listingOf } from '../../../src/deliver/serve/listing.js';
import { bookEntry, booksFeed, openSearch, rootFeed } from '../../../src/deliver/serve/opds1.js';
import { bookPublication, booksFeed2, rootFeed2 } from '../../../src/deliver/serve/opds2.js';
import { bookPage, listPage } from '../../../src/deliver/serve/page.js';
import { formatOf } from '../../../src/deliver/formats.js';
import { descendantsOf, elementsOf, parseXml, textOf, type XmlElement } from '../../../src/epub/xml.js';
import { ask, bookCalled, folderWith, PIXEL, served, type Served } from './shelf.js';
import { feed, publication } from './opds2-schema.js';
import { runs } from '../../seed.js';

const site = { base: 'http://127.0.0.1:8000', title: 'Books' };

/** What a stranger's book may say: any characters, and those that mean something somewhere. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<b>',
    '"><script>',
    ']]>',
    '&amp;',
    '{searchTerms}',
    '\u0000',
    '\uD800',
    '\uFFFF',
    "'",
    '%',
    '../',
  ),
);
/** No file's name has one. */
const LONE_HALF = /\p{Cs}/u;
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const books = fc.uniqueArray(
  fc
    .record({
      id: text.filter((id) => !LONE_HALF.test(id) && id !== ''),
      title: text.filter((title) => title !== ''),
      authors: fc.array(
        text.filter((name) => name !== ''),
        { maxLength: 3 },
      ),
      description: fc.array(
        text.filter((paragraph) => paragraph !== ''),
        { maxLength: 3 },
      ),
      subjects: fc.array(
        text.filter((subject) => subject !== ''),
        { maxLength: 3 },
      ),
      identifier: optional(
        fc.oneof(text, fc.constantFrom('urn:isbn:1', '9780306406157', 'urn:a b', 'http://x/{y}')),
      ),
      language: optional(fc.oneof(text, fc.constantFrom('en', 'de_AT', 'english', 'x', 'zh-hant'))),
      publisher: optional(text),
      date: optional(
        fc.oneof(text, fc.constantFrom('2026', '2026-13', '2026-02-31', '2026-11-21T10:00:00Z')),
      ),
      series: optional(
        fc.record({
          name: text.filter((name) => name !== ''),
          number: optional(fc.double({ noNaN: true, noDefaultInfinity: true })),
        }),
      ),
    })
    .map((facts) => shelfBook(facts as Partial<ShelfBook> & { id: string })),
  { selector: ({ id }) => id, maxLength: 4 },
);

function shelfBook({ id, ...facts }: Partial<ShelfBook> & { id: string }): ShelfBook {
  const format = formatOf('a.epub');
  if (!format) throw new Error('The table has no EPUB');
  const file = { ...format, rel: `${id}.epub`, path: `/books/${id}.epub`, size: 1, modified: new Date(0) };
  return {
    title: id,
    authors: [],
    description: [],
    subjects: [],
    ...facts,
    id,
    files: [file],
    updated: new Date(0),
  };
}

const one = (parent: XmlElement, name: string): string => {
  const found = elementsOf(parent, name);
  expect([name, found.length]).toEqual([name, 1]);
  return textOf(found[0] as XmlElement);
};

/** What RFC 4287 and OPDS 1.2 demand of an entry. */
function expectEntry(entry: XmlElement, isWhole: boolean): void {
  for (const name of ['id', 'title', 'updated']) one(entry, name);
  const links = elementsOf(entry, 'link').map(({ attributes }) => attributes);
  expect(links.some(({ rel }) => rel?.startsWith('http://opds-spec.org/acquisition'))).toBe(true);
  const type = 'application/atom+xml;type=entry;profile=opds-catalog';
  expect(
    links.some((link) => link['rel'] === (isWhole ? 'self' : 'alternate') && link['type'] === type),
  ).toBe(true);
  if (isWhole) expect(elementsOf(entry, 'author').length).toBeGreaterThan(0);
}

test('whatever books say of themselves, the feeds are right and nothing breaks out of them', () => {
  fc.assert(
    fc.property(books, (all) => {
      const listing = listingOf({ books: all, messages: [] }, { order: 'title', search: '', page: 1 }, 50);
      const root = parseXml(booksFeed(site, listing, '/opds/all'));
      for (const name of ['id', 'title', 'updated', 'author']) one(root, name);
      const entries = elementsOf(root, 'entry');
      expect(new Set(entries.map((entry) => one(entry, 'id'))).size).toBe(all.length);
      for (const entry of entries) expectEntry(entry, false);
      for (const { attributes } of descendantsOf(root, 'link')) {
        // OPDS's own grammar allows no more in an address.
        expect(attributes['href']).toMatch(/^http:\/\/127\.0\.0\.1:8000\/[^\s<>{}|^`"]*$/u);
      }
      expect(feed.safeParse(JSON.parse(booksFeed2(site, listing, '/opds2/all'))).error).toBeUndefined();
      for (const book of all) {
        expectEntry(parseXml(bookEntry(site, book)), true);
        expect(publication.safeParse(JSON.parse(bookPublication(site, book))).error).toBeUndefined();
        expect(bookPage(site, '', book)).not.toMatch(/<script|<b>/u);
      }
      expect(listPage(site, '', listing, { books: all, messages: [] })).not.toMatch(/<script/u);
    }),
    runs(20),
  );
});

test('the feeds to begin with are right', () => {
  const root = parseXml(rootFeed(site, new Date(0)));
  for (const name of ['id', 'title', 'updated', 'author']) one(root, name);
  for (const entry of elementsOf(root, 'entry'))
    for (const name of ['id', 'title', 'updated', 'link']) one(entry, name);
  expect(feed.safeParse(JSON.parse(rootFeed2(site, new Date(0)))).error).toBeUndefined();
  expect(textOf(parseXml(openSearch(site)))).toContain('Search Books');
});

test('a feed of many books turns its pages, and loses none', () => {
  const all = Array.from({ length: 7 }, (_, index) => shelfBook({ id: `book-${String(index)}` }));
  const seen: string[] = [];
  for (let page = 1; page <= 3; page += 1) {
    const listing = listingOf({ books: all, messages: [] }, { order: 'title', search: 'book', page }, 3);
    const links = descendantsOf(parseXml(booksFeed(site, listing, '/opds/search')), 'link');
    const hrefs = Object.fromEntries(links.map(({ attributes }) => [attributes['rel'], attributes['href']]));
    const at = (number: number) =>
      `${site.base}/opds/search?query=book${number > 1 ? `&page=${String(number)}` : ''}`;
    expect([hrefs['first'], hrefs['last'], hrefs['next'], hrefs['previous']]).toEqual([
      at(1),
      at(3),
      page < 3 ? at(page + 1) : undefined,
      page > 1 ? at(page - 1) : undefined,
    ]);
    seen.push(...listing.books.map(({ id }) => id));
  }
  expect(seen).toEqual(all.map(({ id }) => id));
});

describe('from the pages and the feeds', () => {
  let server: Served;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const folder = await folderWith();
    for (let index = 1; index <= 13; index += 1) {
      await folder.write({
        [`b\u00FCcher/part ${String(index)}.epub`]: await bookCalled(`Part ${String(index)}`, '', {
          cover: PIXEL,
        }),
      });
    }
    ({ remove } = folder);
    server = await served(folder.path);
  });
  afterAll(async () => {
    await server.stop();
    await remove();
  });

  test('every address leads to what it says', async () => {
    const seen = new Map<string, string | undefined>([
      ['/', 'text/html'],
      ['/opds', undefined],
      ['/opds2', 'application/opds+json'],
    ]);
    const queue = [...seen.keys()];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { status, headers, text: body } = await ask(server.base, path);
      expect([path, status]).toEqual([path, 200]);
      const type = headers['content-type'] ?? '';
      const wanted = seen.get(path);
      if (wanted !== undefined) expect([path, type.startsWith(wanted)]).toEqual([path, true]);
      for (const [found, promised] of linksIn(type, body, server.base)) {
        if (!seen.has(found)) queue.push(found);
        seen.set(found, promised ?? seen.get(found));
      }
    }
    const books = [...seen.keys()].filter((path) => path.startsWith('/files/'));
    expect(books).toHaveLength(13);
    expect(seen.size).toBeGreaterThan(13 * 6);
  });
});

/** The addresses in an answer as paths, and the type that each is promised to have. */
function linksIn(type: string, body: string, base: string): [string, string | undefined][] {
  if (type.includes('json')) {
    const found: [string, string | undefined][] = [];
    JSON.parse(body, (_, value: unknown) => {
      const { href, type: promised, templated } = (value ?? {}) as Record<string, unknown>;
      if (typeof href === 'string' && templated === undefined)
        found.push([href.replace(base, ''), String(promised)]);
      return value;
    });
    return found;
  }
  if (!/html|xml/u.test(type)) return [];
  return descendantsOf(parseXml(`<all>${body.replace(/^<[?!][^>]*>/u, '')}</all>`)).flatMap(
    ({ attributes, name }) => {
      const address = attributes['href'] ?? attributes['src'];
      const isTemplate = address?.includes('{') === true;
      return address === undefined || isTemplate
        ? []
        : [
            [address.replace(base, ''), name === 'link' ? attributes['type'] : undefined] as [
              string,
              string | undefined,
            ],
          ];
    },
  );
}

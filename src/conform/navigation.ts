/** The contents, the landmarks and the list of pages: each entry must have words, lead somewhere and stand in order. */
import type { ContentDocument, NavItem, Package } from '../types.js';
import type { Finding } from './nodes.js';
import { leadsSomewhere, type Ids } from './references.js';
import { saysSomething } from './titles.js';

type Navigation = Pick<Package, 'nav' | 'landmarks' | 'pages' | 'guide'>;

/** The navigation document stands beside the folder of the texts. */
const NAV = 'toc.xhtml';

/** A package's navigation, valid. */
export function conformedNavigation(
  book: Package,
  documents: readonly ContentDocument[],
  ids: Ids,
  findings: Finding[],
): Navigation {
  const report = (reason: string) => {
    findings.push({ id: 'navigation', reason, place: NAV });
  };
  const titles = new Map(documents.map(({ href, title }) => [href, title]));
  const leads = ({ href }: { href: string }): boolean => {
    const does = leadsSomewhere(href, NAV, ids);
    if (!does) report(`The entry \`${href}\` leads nowhere in the book`);
    return does;
  };
  const named = <T extends { title: string; href: string }>(entry: T): T =>
    saysSomething(entry.title)
      ? entry
      : { ...entry, title: titles.get(documentOf(entry.href)) ?? book.title };
  const items = (list: readonly NavItem[]): NavItem[] =>
    list.flatMap((item) => {
      const children = items(item.children);
      return leads(item) ? [{ ...named(item), children }] : children;
    });
  return {
    nav: inOrder(items(book.nav), documents, ids, report),
    landmarks: book.landmarks.filter(leads).map(named),
    pages: book.pages.filter(leads).filter(({ label }) => saysSomething(label)),
    guide: book.guide.filter(leads).map(named),
  };
}

const documentOf = (href: string): string => href.split('#')[0] ?? '';

/**
 * Entries in the order of the texts: as they are, or where they are not, without what holds them (EPUBCheck's NAV-011).
 *
 * @see https://www.w3.org/TR/epub-33/#sec-nav-toc
 */
function inOrder(
  nav: NavItem[],
  documents: readonly ContentDocument[],
  ids: Ids,
  report: (reason: string) => void,
): NavItem[] {
  const spine = new Map(documents.map(({ href }, index) => [href, index]));
  const placeOf = ({ href }: NavItem): number => {
    const [path = '', id] = href.split('#');
    return (spine.get(path) ?? 0) + (id === undefined ? 0 : (1 + (ids.get(path)?.get(id) ?? 0)) / MOST_IDS);
  };
  const flat = flattened(nav);
  const places = flat.map(placeOf);
  if (places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))) return nav;
  report('The table of contents is not in the order of the book');
  return flat
    .map((item, index) => ({ item, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => ({ ...item, children: [] }));
}

/** More ids than a document has: an id's place becomes a part of its document's. */
const MOST_IDS = 2 ** 30;

const flattened = (items: readonly NavItem[]): NavItem[] =>
  items.flatMap((item) => [item, ...flattened(item.children)]);

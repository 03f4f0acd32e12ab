/** Where links lead: into the book, out of it, or nowhere. */
import { warning } from '../diagnostics.js';
import { slug } from '../text/slug.js';
import { outwardAddress } from '../text/address.js';
import { schemeOf } from '../text/url.js';
import { at, type Context, type Page, type Positioned } from './context.js';
import { locate } from './locate.js';
import { isContents } from './plan.js';

const OUTWARD = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * The `href` of a link as it stands in the document that is made; undefined, after a message, for one that
 * leads nowhere or where a book must not.
 */
export function resolveLink(url: string, context: Context, node: Positioned): string | undefined {
  const scheme = schemeOf(url);
  if (scheme !== undefined)
    return OUTWARD.has(scheme) ? outward(url, context, node) : forbidden(scheme, context, node);
  const located = locate(url, context.source.rel);
  if (located.problem === undefined && url !== '') {
    const href = target(located.fragment, located.file, context);
    if (href !== undefined) return href;
  }
  context.shared.messages.push(
    warning('link:dead', `The link to \`${url}\` leads nowhere in this book`, {
      ...at(context, node),
      hint: 'Its text stays without a link. Write the path from this file to the other, such as `02-the-ferry.md#the-quay`.',
    }),
  );
  return undefined;
}

function outward(url: string, context: Context, node: Positioned): string | undefined {
  const address = outwardAddress(url);
  if (address !== undefined) return address;
  context.shared.messages.push(
    warning('link:invalid', `\`${url}\` is not an address such as \`https://example.org/page\``, {
      ...at(context, node),
      hint: 'Its text stays without a link. Correct the address.',
    }),
  );
  return undefined;
}

function forbidden(scheme: string, context: Context, node: Positioned): undefined {
  context.shared.messages.push(
    warning(
      'link:scheme',
      `Unexpected \`${scheme}:\` in a link, expected \`https:\`, \`http:\`, \`mailto:\` or \`tel:\``,
      {
        ...at(context, node),
        hint: 'Its text stays without a link. A link to another manuscript is a path: `02-the-ferry.md`.',
      },
    ),
  );
  return undefined;
}

/** The reference to a place of a file, or of the file that is read; there the page that is read comes first. */
function target(fragment: string, file: string | undefined, context: Context): string | undefined {
  const { shared, home, source } = context;
  const path = (file ?? source.rel).normalize('NFC');
  const pages =
    shared.pagesByFile.get(path) ?? (file === undefined ? [] : shared.pagesByFile.get(`${path}.md`));
  const first = file === undefined ? home : pages?.[0];
  if (fragment === '') return first?.name;
  const ownId = first && idOf(first, fragment);
  if (first && ownId !== undefined) return hrefTo(first, ownId, context);
  const place = pages && placeOn(pages, fragment);
  return place && hrefTo(place.page, place.id, context);
}

const idOf = ({ targets }: Page, fragment: string): string | undefined =>
  targets.get(fragment) ?? targets.get(slug(fragment));

interface Place {
  page: Page;
  id: string;
  /** Which of the pages it is. */
  order: number;
}

const placesOf = new WeakMap<readonly Page[], Map<string, Place>>();

/** The first place of these pages that has a name. They may be thousands, and so may the links between them. */
function placeOn(pages: readonly Page[], fragment: string): Place | undefined {
  const places = placesOf.get(pages) ?? new Map<string, Place>();
  if (!placesOf.has(pages)) {
    placesOf.set(pages, places);
    for (const [order, page] of pages.entries())
      for (const [name, id] of page.targets) if (!places.has(name)) places.set(name, { page, id, order });
  }
  const [exact, near] = [places.get(fragment), places.get(slug(fragment))];
  return exact && near && near.order < exact.order ? near : (exact ?? near);
}

/** A reference to an id of a page from the page that is made. */
export function hrefTo(page: Page, id: string, context: Pick<Context, 'page'>): string {
  if (isContents(page.section)) return page.name;
  return page === context.page ? `#${id}` : `${page.name}#${id}`;
}

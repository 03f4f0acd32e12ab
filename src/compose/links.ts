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
    const pages = located.file === undefined ? ownPages(context) : pagesOf(located.file, context);
    const href = pages && target(pages, located.fragment, context);
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

/** The page that is read first, then the others of its file. */
function ownPages({ shared, home, source }: Context): Page[] {
  const pages = shared.pagesByFile.get(source.rel.normalize('NFC')) ?? [];
  return [home, ...pages.filter((page) => page !== home)];
}

function pagesOf(file: string, { shared }: Context): Page[] | undefined {
  const path = file.normalize('NFC');
  return shared.pagesByFile.get(path) ?? shared.pagesByFile.get(`${path}.md`);
}

function target(pages: Page[], fragment: string, context: Context): string | undefined {
  if (fragment === '') return pages[0]?.name;
  for (const page of pages) {
    const id = page.targets.get(fragment) ?? page.targets.get(slug(fragment));
    if (id !== undefined) return hrefTo(page, id, context);
  }
  return undefined;
}

/** A reference to an id of a page from the page that is made. */
export function hrefTo(page: Page, id: string, context: Pick<Context, 'page'>): string {
  if (isContents(page.section)) return page.name;
  return page === context.page ? `#${id}` : `${page.name}#${id}`;
}

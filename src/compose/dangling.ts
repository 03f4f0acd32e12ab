/** Links to ids of raw HTML that the cleaning took out. */
import type { ElementContent } from 'hast';
import { warning } from '../diagnostics.js';
import type { ContentDocument } from '../types.js';
import type { Page, Shared } from './context.js';
import { isElement } from './elements.js';

/**
 * Takes the links out of the documents that lead to an id set aside and never printed. Where every id was
 * printed, as in nearly every book, nothing is looked at.
 */
export function withoutDangling(
  documents: ContentDocument[],
  { pages, messages }: Shared,
): ContentDocument[] {
  const missing = new Set(pages.flatMap(({ name, reserved }) => [...reserved].map((id) => `${name}#${id}`)));
  if (missing.size === 0) return documents;
  return documents.map((document, index) => {
    const page = pages[index];
    if (!page) return document;
    const children = unlinked(document.body.children as ElementContent[], page, missing, (href) => {
      messages.push(
        warning('link:dead', `The link to \`${href}\` leads nowhere in this book`, {
          path: page.section.path,
          hint: 'Its text stays without a link. The element with this id was left out; link to a heading.',
        }),
      );
    });
    return { ...document, body: { ...document.body, children } };
  });
}

function unlinked(
  nodes: readonly ElementContent[],
  page: Page,
  missing: ReadonlySet<string>,
  report: (href: string) => void,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    const children = unlinked(node.children, page, missing, report);
    const { href } = node.properties;
    if (typeof href !== 'string' || !missing.has(href.startsWith('#') ? `${page.name}${href}` : href)) {
      return [{ ...node, children }];
    }
    report(href);
    return children;
  });
}

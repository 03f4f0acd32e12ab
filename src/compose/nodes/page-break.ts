/** Page breaks of the printed edition: https://www.w3.org/TR/epub-a11y-tech-111/#pageBreaks */
import type { Element } from 'hast';
import type { LeafDirective, TextDirective, ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { Context } from '../context.js';
import { element } from '../elements.js';

type Directive = ContainerDirective | LeafDirective | TextDirective;

/** The number in `::page[42]`, as text. */
export const pageLabel = (node: Directive): string => toString(node).trim();

/** A mark for the place where a printed page begins; undefined without a number. */
export function pageBreak(node: Directive, { page }: Context): Element | undefined {
  const label = pageLabel(node);
  const id = page.ids.get(node);
  if (label === '' || id === undefined) return undefined;
  page.pages.push({ id, label });
  return element('span', {
    id,
    className: ['page-break'],
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    ariaLabel: label,
  });
}

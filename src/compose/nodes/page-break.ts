/** Page breaks of the printed edition: https://www.w3.org/TR/epub-a11y-tech-111/#pageBreaks */
import type { Element } from 'hast';
import type { Directives } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import { element } from '../elements.js';

/** The number in `::page[42]`, as text. */
export const pageLabel = (node: Directives): string => toString(node).trim();

/** A mark for the place where a printed page begins; a number that has stood before is a place alone. */
export function pageBreak(node: Directives, context: Context): Element[] | undefined {
  const { page, shared } = context;
  const label = pageLabel(node);
  const id = page.ids.get(node);
  if (label === '') {
    const reason = 'This page break has no page number';
    const hint = 'Put the number in brackets: `::page[42]`. It stays as typed.';
    shared.messages.push(warning('page:no-number', reason, { ...at(context, node), hint }));
  }
  if (label === '' || id === undefined) return undefined;
  if (shared.printedPages.has(label)) {
    shared.messages.push(
      warning('page:twice', `Two page breaks have the number \`${label}\``, {
        ...at(context, node),
        hint: 'It was left out of the list of pages. Correct the number.',
      }),
    );
    // A link may lead to it.
    return [element('span', { id })];
  }
  shared.printedPages.add(label);
  page.pages.push({ id, label });
  return [
    element('span', {
      id,
      className: ['page-break'],
      'epub:type': 'pagebreak',
      role: 'doc-pagebreak',
      ariaLabel: label,
    }),
  ];
}

/** The credits of an anthology: where its texts came out first, and whose they are. */
import type { Element, ElementContent } from 'hast';
import { outwardAddress } from '../text/address.js';
import type { CreditEntry } from '../types.js';
import type { Context } from './context.js';
import { element, text } from './elements.js';

/** A list of the texts that have a source or rights, each linked; nothing for a page of the author's own. */
export function creditList({ page, shared }: Context): ElementContent[] {
  const { entries } = page.section.data as { entries?: readonly CreditEntry[] };
  if (!entries) return [];
  const nameOf = (id: string) => shared.pages.find(({ section }) => section.id === id)?.name;
  return [
    element(
      'ul',
      { className: ['credits'] },
      entries.map((entry) => credit(entry, nameOf(entry.id))),
    ),
  ];
}

function credit(
  { title, authors, published, source, rights }: CreditEntry,
  file: string | undefined,
): Element {
  const cite = element('cite', {}, [text(title)]);
  const heading: ElementContent[] = [file === undefined ? cite : element('a', { href: file }, [cite])];
  if (authors.length > 0) {
    heading.push(text(', '), element('span', { className: ['byline'] }, [text(authors.join(', '))]));
  }
  const first: ElementContent[] = published === undefined ? [] : [text(published)];
  if (source !== undefined) first.push(...(first.length > 0 ? [text(' ')] : []), ...reference(source));
  return element('li', {}, [
    element('p', {}, heading),
    ...(first.length > 0 ? [element('p', { className: ['source'] }, first)] : []),
    ...(rights === undefined ? [] : [element('p', { className: ['rights'] }, [text(rights)])]),
  ]);
}

/** A source that is an address is a link that shows it without its scheme. */
function reference(source: string): ElementContent[] {
  const address = /^https?:\/\/\S+$/i.test(source) ? outwardAddress(source) : undefined;
  if (address === undefined) return [text(source)];
  const shown = source.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return [element('a', { href: address }, [text(shown)])];
}

/** The index: terms that the text marks, each with links to where they stand. */
import type { Element, ElementContent, Properties } from 'hast';
import { quotable, warning } from '../diagnostics.js';
import { collate, sortKey } from '../text/collate.js';
import { slug } from '../text/slug.js';
import type { IndexMark } from '../types.js';
import { at, term, type IndexTerm, type Page, type Shared } from './context.js';
import { element, text } from './elements.js';
import { hrefTo } from './links.js';
import type { NodeHandler } from './nodes/handler.js';

/** A term that nothing names yet. */
export const newTerm = (words = '', sort = words): IndexTerm => ({
  words,
  sort,
  below: new Map(),
  places: [],
  see: [],
});

/** A mark for the index: a place without words, named in the index by its printed page or by its section. */
export const indexMark: NodeHandler<IndexMark> = (node, context) => {
  const { page, shared } = context;
  let found = shared.index;
  node.terms.forEach((words, level) => {
    const next = found.below.get(words) ?? newTerm(words, node.sorts[level]);
    found.below.set(words, next);
    found = next;
  });
  if (node.see) {
    const reason = `Nothing in the index has the term \`${quotable(node.see.terms.join('!'))}\``;
    const hint = 'It is printed without a link. Mark the term where the text speaks of it.';
    found.see.push({ ...node.see, said: warning('index:see', reason, { ...at(context, node), hint }) });
    return undefined;
  }
  const id = page.uniqueId('index-mark');
  const label =
    [...shared.printedPages].at(-1) ?? page.title?.text ?? page.section.title ?? shared.book.metadata.title;
  found.places.push({ page, id, label });
  return element('span', { id });
};

/** The first letter of a key, with what makes it a letter of its own. */
const FIRST = /^.[\uF000-\uF0FF]?/u;

/**
 * The index, in the order of the language's alphabet; a gap stands before each letter.
 *
 * @see https://idpf.org/epub/idx/ for `index-entry-list`, of which an index has one
 */
export function listTerms(page: Page, shared: Shared): Element {
  const { index, book } = shared;
  for (const one of all(index))
    for (const { terms, said } of one.see) {
      const meant = lookUp(index, terms);
      if (meant) meant.id ??= page.uniqueId(`index-${slug(meant.words)}`);
      else shared.messages.push(said);
    }
  page.parts.add('references');
  let letter = '';
  const entries = ordered(index, book.locale.language).map((one) => {
    const [own = ''] = FIRST.exec(sortKey(one.sort, book.locale.language)) ?? [];
    const begins = letter !== '' && own !== letter ? { className: ['letter'] } : {};
    letter = own;
    return itemOf(one, page, shared, { 'epub:type': 'index-entry', ...begins });
  });
  return element('ul', { className: ['index-terms'], 'epub:type': 'index-entry-list' }, entries);
}

const all = (one: IndexTerm): IndexTerm[] => [one, ...[...one.below.values()].flatMap(all)];

const ordered = ({ below }: IndexTerm, language: string): IndexTerm[] =>
  [...below.values()].sort((a, b) => collate(a.sort, b.sort, language));

const lookUp = (from: IndexTerm, terms: readonly string[]): IndexTerm | undefined =>
  terms.reduce<IndexTerm | undefined>((found, words) => found?.below.get(words), from);

function itemOf(one: IndexTerm, page: Page, shared: Shared, properties: Properties = {}): Element {
  const below = ordered(one, shared.book.locale.language);
  const children: ElementContent[] = [text(one.words)];
  one.places.forEach((place, index) => {
    const before = one.places[index - 1];
    // The second place in a section is a number; a printed page is named once.
    const isAgain = before?.page === place.page && before.label === place.label;
    if (isAgain && shared.printedPages.has(place.label)) return;
    const nth = one.places.slice(0, index + 1).filter(({ page: own }) => own === place.page).length;
    const href = hrefTo(place.page, place.id, { page });
    const aria = isAgain ? { ariaLabel: `${place.label}, ${String(nth)}` } : {};
    children.push(text(', '), element('a', { href, ...aria }, [text(isAgain ? String(nth) : place.label)]));
  });
  for (const { also, terms } of one.see) {
    const meant = lookUp(shared.index, terms);
    const words = text(terms.join(', '));
    const word = also ? 'seeAlso' : 'see';
    children.push(
      text('; '),
      element('em', {}, [text(term(shared, word) ?? word)]),
      text(' '),
      meant?.id === undefined ? words : element('a', { href: `#${meant.id}` }, [words]),
    );
  }
  const id = one.id === undefined ? {} : { id: one.id };
  const inner = below.map((other) => itemOf(other, page, shared));
  return element('li', { ...id, ...properties }, [
    element('p', {}, children),
    ...(inner.length > 0 ? [element('ul', {}, inner)] : []),
  ]);
}

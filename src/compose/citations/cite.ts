/** Citations: links to the sources that they name, and the list of those with links back. */
import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import { quotable, warning } from '../../diagnostics.js';
import { collate } from '../../text/collate.js';
import { slug } from '../../text/slug.js';
import type { Book, Citation, Cite } from '../../types.js';
import {
  at,
  type Citations,
  type CitedSource as Source,
  type Context,
  type Page,
  type Shared,
} from '../context.js';
import { element, text } from '../elements.js';
import { hrefTo } from '../links.js';
import { backLinks, noteReference } from '../notes.js';
import type { NodeHandler } from '../nodes/handler.js';
import type { Library } from './library.js';
import { authorsOf, capital, quotedTitle, reference, sortedBy, yearOf } from './reference.js';

/** The sources that the pages cite, by their keys; nothing for a book that cites none. */
export function citationsIn(
  pages: readonly Page[],
  { locale, citations: style }: Book,
  library: Library,
): Citations | undefined {
  const page =
    pages.find(({ listsSources }) => listsSources) ??
    pages.find(({ section }) => section.kind.kind === 'bibliography');
  const keys = new Set(
    pages.flatMap(({ cited }) => cited.flatMap(({ cites }) => cites.map(({ key }) => key))),
  );
  if (!page) return undefined;
  const sources = new Map<string, Source>();
  for (const key of keys) {
    const item = library.get(key);
    if (!item) continue;
    const id = page.uniqueId(`ref-${slug(key)}`);
    sources.set(key, {
      item,
      id,
      number: sources.size + 1,
      authors: authorsOf(item, locale),
      year: yearOf(item),
      places: [],
    });
  }
  const isNumeric = style === 'numeric';
  const ordered = [...sources].sort(([, a], [, b]) =>
    isNumeric ? a.number - b.number : collate(sortedBy(a.item), sortedBy(b.item), locale.language),
  );
  if (style === 'author-date') letter(ordered.map(([, source]) => source));
  const list = element(isNumeric ? 'ol' : 'ul', { className: ['references'] });
  return { sources: new Map(ordered), page, list };
}

/** Tells sources of the same authors and year apart: 2020a, 2020b. */
function letter(sources: readonly Source[]): void {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const name = `${source.authors} ${source.year ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), source]);
  }
  for (const group of groups.values())
    if (group.length > 1)
      group.forEach((source, index) => {
        if (source.year !== undefined)
          source.year += index < 26 ? String.fromCharCode(97 + index) : `-${String(index + 1)}`;
      });
}

/** Enters the sources into their list, each with links to where it is cited. */
export function listSources({ sources, page, list }: Citations, shared: Shared): void {
  const { locale, citations } = shared.book;
  for (const { item, id, year, authors, places } of sources.values()) {
    const words = reference(item, locale, citations === 'author-date' ? { year } : {});
    const children = [...words, ...backLinks(page, places, authors, shared)];
    list.children.push(element('li', { id }, [element('p', {}, children)]));
  }
}

/** A citation: in brackets, within the sentence, or as a note; as typed where a key of it is unknown. */
export const citation: NodeHandler<Citation> = (node, context) => {
  const { book, citations } = context.shared;
  const { citations: style } = book;
  const cites = node.cites.flatMap((cite) => {
    const source = citations?.sources.get(cite.key);
    if (!source) unknownKey(cite.key, node, context);
    return source ? [{ ...cite, source }] : [];
  });
  const [first] = cites;
  const whole = (words: ElementContent[]): Element => element('span', { className: ['citation'] }, words);
  if (!first || cites.length < node.cites.length) return whole([text(node.value)]);
  if (style === 'notes' && !context.inNote) {
    const note = noteReference(noteOf(node), context);
    return whole([...(node.inSentence ? [text(first.source.authors)] : []), note]);
  }
  context.page.parts.add('references');
  const form = style === 'notes' ? inNote : style === 'numeric' ? byNumber : byYear;
  const isFree = node.inSentence === true && style !== 'notes';
  const [open, between, shut] = MARKS[style];
  const all = cites.map((cite) => form(cite, isFree, context));
  const children = all.flatMap((one, index) => (index === 0 ? one : [text(between), ...one]));
  return whole(isFree ? children : [text(open), ...children, text(node.isNote ? '.' : shut)]);
};

/** What opens, parts and closes citations. */
const MARKS = { 'author-date': ['(', '; ', ')'], numeric: ['[', ', ', ']'], notes: ['', '; ', ''] } as const;

/** A cite with the source that it names. */
type Known = Cite & { source: Source };

/** `see Lee 2020, p. 12`; in the sentence `Lee (2020, p. 12)`. */
function byYear(
  { source, before, after, yearOnly }: Known,
  isFree: boolean,
  context: Context,
): ElementContent[] {
  const { item, authors, year } = source;
  // Of an undated source the title says which it is.
  const own = year ?? quotedTitle(item, context.shared.book.locale);
  const words = yearOnly || authors === own ? own : `${authors}${year === undefined ? ',' : ''} ${own}`;
  if (isFree)
    return [text(`${authors} (`), linked(own, source, context), text(`${after === '' ? '' : `, ${after}`})`)];
  return around(before, [linked(words, source, context)], after);
}

/** `see 3, p. 12`; in the sentence `Lee [3, p. 12]`. */
function byNumber({ source, before, after }: Known, isFree: boolean, context: Context): ElementContent[] {
  const link = linked(String(source.number), source, context);
  if (!isFree) return around(before, [link], after);
  return [text(`${source.authors} [`), ...around('', [link], after), text(']')];
}

/** The whole reference in the first note that cites a source, who wrote it and its title in the others. */
function inNote({ source, before, after }: Known, _: boolean, context: Context): ElementContent[] {
  const { locale } = context.shared.book;
  if (source.isTold) {
    const title = text(quotedTitle(source.item, locale));
    return around(before, [linked(source.authors, source, context), text(', '), title], after);
  }
  source.isTold = true;
  const words = reference(source.item, locale, {
    opening: (nodes) => [linked(nodes, source, context)],
  });
  const last = words.at(-1);
  if (last?.type === 'text' && last.value.endsWith('.')) words.splice(-1, 1, text(last.value.slice(0, -1)));
  return around(before, words, after);
}

const around = (before: string, words: ElementContent[], after: string): ElementContent[] => [
  ...(before === '' ? [] : [text(`${before} `)]),
  ...words,
  ...(after === '' ? [] : [text(`, ${after}`)]),
];

/** The link to a source in the list: https://www.w3.org/TR/dpub-aria-1.1/#doc-biblioref */
function linked(words: string | ElementContent[], source: Source, context: Context): Element {
  const { page, shared } = context;
  const id = page.uniqueId(`cite-${String(source.number)}-${String(source.places.length + 1)}`);
  source.places.push({ page, id });
  const href = shared.citations ? hrefTo(shared.citations.page, source.id, context) : undefined;
  return element(
    'a',
    { id, href, 'epub:type': 'biblioref', role: 'doc-biblioref' },
    typeof words === 'string' ? [text(words)] : words,
  );
}

/** The note that a citation becomes: a sentence. */
function noteOf(node: Citation): FootnoteDefinition {
  const cites = node.cites.map((one, index) => (index === 0 ? { ...one, before: capital(one.before) } : one));
  const children = [
    { ...node, cites },
    { type: 'text' as const, value: '.' },
  ];
  return { type: 'footnoteDefinition', identifier: node.value, children: [{ type: 'paragraph', children }] };
}

function unknownKey(key: string, node: Citation, context: Context): void {
  const { library, messages } = context.shared;
  // Where the list could not be read, its own message says so.
  if (!library || library.size === 0) return;
  messages.push(
    warning('citation:undefined', `No source of the bibliography has the key \`${quotable(key)}\``, {
      ...at(context, node),
      hint: 'It stays as typed. Correct the key, or add the source. Where it is no citation, put a backslash before the `@`.',
    }),
  );
}

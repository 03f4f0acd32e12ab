/** Pages that look the same in whatever book they stand: what was composed of them once is kept. */
import type { Nodes } from 'mdast';
import { areKept, keptWith } from '../memo.js';
import type { ContentDocument, MdastRoot } from '../types.js';
import type { Page, Shared } from './context.js';
import { treesOf } from './images/requests.js';
import { addLeftovers } from './leftovers.js';

/** What is made from itself alone: no picture, no note, no link within the book, no markup that is counted through it. */
const APART = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'break',
  'code',
  'delete',
  'emphasis',
  'heading',
  'inlineCode',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'text',
  'thematicBreak',
]);

const isApart = (node: Nodes): boolean =>
  APART.has(node.type) &&
  // It may be a reference to a note that stands elsewhere in its file.
  (node.type !== 'text' || !node.value.includes('[^')) &&
  (!('children' in node) || node.children.every(isApart));

const standsApart = (tree: MdastRoot): boolean => keptWith('apart', tree, [], () => isApart(tree));

/** A document, and what was said of it. */
type Composed = Pick<Shared, 'messages' | 'leftovers'> & { document: ContentDocument };

/**
 * The document of a page by `make`, which is given what the documents share; the last one where nothing that it is made
 * of changed since.
 */
export function composedApart(
  page: Page,
  shared: Shared,
  make: (shared: Shared) => ContentDocument,
): ContentDocument {
  const { section } = page;
  const trees = [...treesOf(section), ...Object.values(section.titles ?? {})];
  if (
    !areKept() ||
    section.rel === '' ||
    section.kind.filled ||
    page === shared.citations?.page ||
    section.continued ||
    !trees.every(standsApart)
  )
    return make(shared);
  const { tree, heading, front, kind, titles, ...plain } = section;
  const { locale, metadata } = shared.book;
  const facts = [kind, locale, metadata.language, metadata.title, JSON.stringify(plain), heading];
  const parts = [front.epigraph, front.summary, front.noteBefore, front.noteAfter, front.tags];
  parts.push(titles?.title, titles?.subtitle);
  const { document, messages, leftovers } = keptWith('composed', tree, [...facts, ...parts], (): Composed => {
    const own: Shared = { ...shared, messages: [], leftovers: new Map() };
    return { document: make(own), messages: own.messages, leftovers: own.leftovers };
  });
  shared.messages.push(...messages);
  addLeftovers(shared.leftovers, leftovers);
  return document;
}

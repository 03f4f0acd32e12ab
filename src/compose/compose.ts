/** Sections → content documents: the one place that says in which order their parts stand. */
import type { ElementContent, RootContent } from 'hast';
import type { Result } from '../diagnostics.js';
import { directionOf } from '../locales/direction.js';
import { termKey } from '../locales/terms.js';
import { keptWith } from '../memo.js';
import { compareTexts } from '../text/compare.js';
import { BOUNDS, nodesIn, tooManyNodes } from '../text/bounds.js';
import { numberedTitle } from '../text/titles.js';
import type { Book, Composed, ContentDocument, Heading, MdastRoot, ReadyImage } from '../types.js';
import { emptySource, term, type Context, type Page, type Shared } from './context.js';
import { composedApart } from './apart.js';
import { attributed } from './attribution.js';
import { citationsIn, listSources } from './citations/cite.js';
import { coverPage } from './cover.js';
import { creditList } from './credits.js';
import { flow, markFirst, paragraphed } from './flow.js';
import { endMatter, opening } from './frame.js';
import { imageNames } from './images/assets.js';
import { listTerms, newTerm } from './indexed.js';
import { leftoverMessages } from './leftovers.js';
import { chapterNotes, noteLists, unusedNotes, type NoteGroup } from './notes.js';
import { numberAll } from './numbered.js';
import { isContents, planPages, type Plan } from './plan.js';

/**
 * The book's documents in reading order and the assets that they show. `found` holds what each of
 * `imageRequests` led to, by file; a drawn cover stands in where the author's cannot be shown, and `coverText` is
 * what either says. Everything that is wrong is a message; the rest of the book is right.
 */
export function compose(
  book: Book,
  found: ReadonlyMap<string, ReadyImage>,
  more: Partial<Pick<Shared, 'bounds' | 'drawnCover' | 'coverText' | 'colour' | 'said' | 'library'>> = {},
): Result<Composed> {
  const plans = planPages(book);
  const shared = { ...share(book, plans, found), ...more };
  if (shared.library) shared.citations = citationsIn(shared.pages, book, shared.library);
  const groups: NoteGroup[] = [];
  const documents: ContentDocument[] = [];
  let left = shared.bounds.nodes;
  for (const plan of plans) {
    const made = composedApart(plan.page, shared, (own) => composePage(plan, own, groups));
    left -= keptWith('nodes', made.body, [], () => nodesIn(made.body));
    documents.push(made);
    if (left >= 0) continue;
    shared.messages.push(tooManyNodes(shared.bounds.nodes, { path: plan.page.section.path }));
    break;
  }
  if (shared.notesPage) {
    const index = shared.pages.indexOf(shared.notesPage);
    documents[index]?.body.children.push(...noteLists(groups, shared));
  }
  const indexPage = shared.pages.findIndex(({ section }) => section.kind.kind === 'index');
  const index = shared.pages[indexPage];
  if (index) documents[indexPage]?.body.children.push(listTerms(index, shared));
  if (shared.citations) listSources(shared.citations, shared);
  if (shared.hasFormulas) {
    for (const { body, properties } of documents)
      if (body.children.some(hasFormula)) properties.push('mathml');
  }
  documents.forEach((one, index) => {
    const parts = plans[index]?.page.parts;
    if (parts && parts.size > 0) one.parts = [...parts].sort(compareTexts);
  });
  shared.messages.push(...leftoverMessages(shared.leftovers, shared.said ?? new Set()));
  unusedNotes(new Set(plans.flatMap(({ sources }) => [...sources.values()])), shared);
  const assets = [...shared.assets.values()].filter((asset) => typeof asset === 'object');
  const shown = documents.filter(({ kind, body }) => kind.kind !== 'cover' || body.children.length > 0);
  return { value: { documents: shown, assets, leftOut: leftOut(plans, shown) }, messages: shared.messages };
}

/** Addresses that a link may name and that were not printed: ids of raw HTML that was left out, a cover without a picture. */
function leftOut(plans: readonly Plan[], shown: readonly ContentDocument[]): string[] {
  const printed = new Set(shown.map(({ href }) => href));
  return plans.flatMap(({ page }) => {
    const href = hrefOf(page);
    return [...(printed.has(href) ? [] : [href]), ...[...page.reserved].map((id) => `${href}#${id}`)];
  });
}

const hrefOf = ({ name }: Page): string => (name.startsWith('../') ? name.slice(3) : `text/${name}`);

function share(book: Book, plans: readonly Plan[], found: ReadonlyMap<string, ReadyImage>): Shared {
  const pages = plans.map(({ page }) => page);
  const pagesByFile = new Map<string, Page[]>();
  for (const page of pages) {
    const { rel, tree, heading, continued = [] } = page.section;
    const isPrinted = rel !== '' && (tree.children.length > 0 || heading !== undefined);
    for (const name of [...(isPrinted ? [rel] : []), ...continued.map((one) => one.rel)]) {
      const file = name.normalize('NFC');
      const others = pagesByFile.get(file);
      if (others) others.push(page);
      else pagesByFile.set(file, [page]);
    }
  }
  const notesPage = pages.find(({ section }) => section.kind.kind === 'endnotes');
  return {
    book,
    pages,
    pagesByFile,
    found,
    assets: new Map(),
    imageNames: imageNames([...found].filter(([, file]) => 'bytes' in file).map(([file]) => file)),
    notes: new Map(),
    numbered: numberAll(pages, book.locale),
    index: newTerm(),
    printedPages: new Set(),
    filledCells: 0,
    hasFormulas: false,
    leftovers: new Map(),
    bounds: BOUNDS,
    ...(notesPage ? { notesPage } : {}),
    messages: [],
  };
}

function composePage({ page, sources }: Plan, shared: Shared, groups: NoteGroup[]): ContentDocument {
  const { section } = page;
  if (isContents(section)) return document(page, [], {}, shared);
  const newNotes: Context['newNotes'] = [];
  const contextOf = (tree: MdastRoot): Context => ({
    shared,
    page,
    home: page,
    source: sources.get(tree) ?? emptySource(section),
    keepLines: section.kind.lined === true,
    newNotes,
    formulas: [],
  });
  // In the order in which they are read: notes are numbered as they are met.
  const before = opening(page, contextOf);
  const trees = [section.tree, ...(section.continued ?? []).map(({ tree }) => tree)];
  const text = paragraphed(trees.flatMap((tree) => flow(tree, contextOf(tree))));
  markFirst(text);
  const cover = section.kind.kind === 'cover' ? coverPage(contextOf(section.tree)) : undefined;
  const body = [
    ...before,
    ...(cover?.body ?? []),
    ...((section.kind.like ?? section.kind.kind) === 'epigraph' ? attributed(text) : text),
    ...creditList(contextOf(section.tree)),
    ...(shared.citations?.page === page && !page.listsSources ? [shared.citations.list] : []),
    ...endMatter(page, contextOf),
  ];
  const group = composeNotes(page, contextOf(section.tree));
  if (group && shared.notesPage) groups.push(group);
  if (group && !shared.notesPage) body.push(chapterNotes(group, shared));
  return document(page, body, cover?.data ?? {}, shared);
}

/** The notes that a section was the first to refer to; one may refer to another, which joins the end. */
function composeNotes({ section, title }: Page, context: Context): NoteGroup | undefined {
  const notes: NoteGroup['notes'] = [];
  for (const note of context.newNotes) {
    const { source, page, definition } = note;
    const children = definition.children;
    notes.push({
      note,
      body: flow({ type: 'root', children }, { ...context, source, page, keepLines: false, inNote: true }),
    });
  }
  const heading = title?.text ?? (section.title && numberedTitle(section, context.shared.book.locale));
  return notes.length > 0 ? { notes, ...(heading === undefined ? {} : { title: heading }) } : undefined;
}

function document(
  page: Page,
  body: ElementContent[],
  data: Record<string, unknown>,
  shared: Shared,
): ContentDocument {
  const { section, title } = page;
  const isPrinted = ({ id }: { id: string }) => !page.reserved.has(id);
  const pages = page.pages.filter(isPrinted);
  const { metadata } = shared.book;
  const language = section.language ?? metadata.language;
  return {
    id: section.id,
    href: hrefOf(page),
    path: section.path,
    kind: section.kind,
    // Never empty, which no contents and no document may be.
    title:
      numberedTitle(section, shared.book.locale) ||
      term(shared, termKey(section.kind.kind)) ||
      metadata.title,
    authors: section.authors,
    language,
    direction: directionOf(language),
    toc: section.toc,
    ...(section.part === undefined ? {} : { part: section.part }),
    ...(section.story === undefined ? {} : { story: section.story }),
    body: { type: 'root', children: body },
    headings: [
      ...(title ? [title] : []),
      ...inOrder([...page.headings.values()].filter(isPrinted), page, body),
    ],
    ...(pages.length > 0 ? { pages } : {}),
    data: { ...section.data, ...data },
    properties: [],
  };
}

/** Headings in the order in which they stand: those of the text are known before those of what is printed above it. */
function inOrder(headings: Heading[], { section }: Page, body: readonly ElementContent[]): Heading[] {
  const { epigraph, summary, noteBefore } = section.front;
  if (headings.length < 2 || (!epigraph && !summary && !noteBefore)) return headings;
  const order = new Map<unknown, number>();
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return;
    order.set(node.properties.id, order.size);
    node.children.forEach(look);
  };
  body.forEach(look);
  return headings.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** Whether MathML stands in a node, for the manifest: https://www.w3.org/TR/epub-33/#sec-mathml */
const hasFormula = (node: RootContent): boolean =>
  node.type === 'element' && (node.tagName === 'math' || node.children.some(hasFormula));

/** What must be known of every document before the first is made: its name, ids and headings. */
import { uniqueSlugs } from '../text/slug.js';
import { isTitleAbove, numberedTitle, plainTitle } from '../text/titles.js';
import type { Book, MdastRoot, Section } from '../types.js';
import { emptySource, type Page, type Source } from './context.js';
import { fileOf, treesOf } from './images/requests.js';
import { headingId, outline, scan } from './scan.js';

/** Ids that Kobo's markup puts into each document; those of its spans are no ids for an author either (`scan`). */
const KOBO_IDS = ['book-columns', 'book-inner'];

/** The contents page is the navigation document, which stands beside the folder of the texts. */
const CONTENTS = '../toc.xhtml';

/** Whether a section is the contents page, of which nothing is printed but its title and the entries. */
export const isContents = ({ kind }: Section): boolean => kind.kind === 'contents';

export interface Plan {
  page: Page;
  /** The source of each tree: labels of the text hold in its whole file, those of front matter in their value. */
  sources: Map<MdastRoot, Source>;
}

/** Plans a document for every section. */
export function planPages(book: Book): Plan[] {
  const files = new Map<string, Source>();
  return book.sections.map((section) => planPage(section, book, files));
}

function planPage(section: Section, { locale }: Book, files: Map<string, Source>): Plan {
  const page: Page = {
    section,
    name: isContents(section) ? CONTENTS : `${section.id}.xhtml`,
    uniqueId: uniqueSlugs(KOBO_IDS),
    reserved: new Set(),
    targets: new Map(),
    anchors: new Map(),
    ids: new Map(),
    headings: new Map(),
    pages: [],
    parts: new Set(),
    cited: [],
    labelled: [],
    numbers: new Map(),
  };
  const sources = new Map<MdastRoot, Source>();
  const text = textSource(section, files);
  for (const tree of treesOf(section)) {
    const isText = tree === section.tree || tree === section.heading;
    const file = fileOf(tree, section);
    sources.set(tree, isText ? text : file === section ? emptySource(section) : textSource(file, files));
  }
  // Authors' own ids come before those that are made from headings.
  const found = [...sources].map(([tree, source]) => scan(tree, source, page));
  const title = titleOf(section);
  if (title !== undefined) {
    const [line] = section.heading?.children ?? [];
    const id = (line && page.ids.get(line)) ?? headingId(title, page);
    page.title = { id, text: numberedTitle({ title, ...section }, locale), level: 1 };
  }
  for (const headings of found) outline(headings, page);
  return { page, sources };
}

/** The source of a section's text: what it shares with the other sections of its file, and notes of its own. */
function textSource(section: Pick<Section, 'path' | 'rel'>, files: Map<string, Source>): Source {
  const own = emptySource(section);
  // Generated pages and those of the book's front matter are no file.
  if (section.rel === '') return own;
  const { definitions, fileFootnotes } = files.get(section.rel) ?? own;
  const source = { ...own, definitions, fileFootnotes };
  files.set(section.rel, source);
  return source;
}

/** The title that is printed above the text: a heading that the assembler left within it is printed there. */
function titleOf(section: Section): string | undefined {
  if (section.heading) return plainTitle(section.heading);
  return isTitleAbove(section) ? section.title : undefined;
}

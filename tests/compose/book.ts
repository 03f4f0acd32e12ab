/** Books for the tests of `compose`, made from Markdown as `parse` and `assemble` make them. */
import type { Heading, Root } from 'mdast';
import type {
  Book,
  ContentDocument,
  FoundFile,
  Locale,
  Message,
  Section,
  SectionKind,
} from '../../src/types.js';
import { kindOf } from '../../src/book/kinds.js';
import { compose } from '../../src/compose/index.js';
import { conform } from '../../src/conform/index.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import { en } from '../../src/locales/en.js';
import { packageBook } from '../../src/package/index.js';
import { slug } from '../../src/text/slug.js';
import { plainTitle } from '../../src/text/titles.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';

export const parse = (markdown: string): Root =>
  parseMarkdown(markdown, { path: 'manuscripts/book/a.md', line: 1, offset: 0 }).value;

const locale: Locale = en;

export const kind = (name: string): SectionKind => kindOf(name);

/** Files whose names say their kind. */
const OWN_KINDS = new Set(['dedication', 'epigraph']);

/** A section of a manuscript: its first heading is its title. */
export function section(rel: string, markdown: string, more: Partial<Section> = {}): Section {
  const tree = parse(markdown);
  const [first, ...rest] = tree.children;
  const isTitled = first?.type === 'heading';
  const name = slug(rel.replace(/\.md$/, '').replaceAll('/', '-'));
  return {
    id: name,
    kind: kind(OWN_KINDS.has(name) ? name : 'chapter'),
    authors: [],
    toc: true,
    path: `manuscripts/book/${rel}`,
    rel,
    tree: isTitled ? { ...tree, children: rest } : tree,
    ...(isTitled ? titled(first) : {}),
    front: {},
    data: {},
    ...more,
  };
}

const titled = (heading: Heading): Pick<Section, 'title' | 'heading'> => ({
  title: plainTitle(heading),
  heading: { type: 'root', children: [{ type: 'paragraph', children: heading.children }] },
});

/** A page that the build makes: no tree, no file. */
export const generated = (name: string, more: Partial<Section> = {}): Section =>
  section('', '', { id: name, kind: kind(name), ...more });

export const endnotes = (): Section => ({ ...section('', '# Notes'), id: 'notes', kind: kind('endnotes') });

export const book = (sections: Section[], more: Pick<Book, 'cover'> = {}): Book => ({
  path: 'manuscripts/book',
  root: '/book',
  metadata: {
    slug: 'book',
    title: 'The Book',
    authors: [{ name: 'Ada Byron', role: 'aut' }],
    contributors: [],
    byline: ['Ada Byron'],
    language: 'en',
    identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    subjects: [],
    modified: '2020-01-01T00:00:00Z',
  },
  locale,
  tocDepth: 1,
  notes: 'book',
  citations: 'author-date',
  sections,
  ...more,
});

export interface Printed {
  documents: ContentDocument[];
  /** Each document's body, by href. */
  xhtml: Record<string, string>;
  messages: Message[];
}

/** Composes a book, looks at it as before it is written, and prints it. */
export function print(made: Book, found = new Map<string, FoundFile>()): Printed {
  const composed = compose(made, found);
  const { documents } = composed.value;
  const { value, messages } = conform(packageBook(made, composed.value, { styles: [] }));
  const xhtml = Object.fromEntries(
    documents.map(({ href, body }, index) => [href, toXhtml(value.documents[index]?.body ?? body)]),
  );
  return { documents, xhtml, messages: [...composed.messages, ...messages] };
}

/** The body that one manuscript becomes, and what is said of it. */
export function printOne(
  markdown: string,
  more: Partial<Section> = {},
): { xhtml: string; messages: Message[] } {
  const { xhtml, messages } = print(book([section('one.md', markdown, more)]));
  return { xhtml: xhtml['text/one.xhtml'] ?? '', messages };
}

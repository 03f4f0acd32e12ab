/** Books for the tests of this stage, parsed from Markdown as the parse stage would. */
import type { Nodes } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { typeset } from '../../src/typography/index.js';
import type { BookMeta, Manuscript, MdastRoot, ParsedBook, SectionMeta } from '../../src/types.js';

const plain = unified().use(remarkParse).use(remarkGfm);
const directed = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** As the parse stage, directives only where the text has one: `12:30` is none. */
export const parse = (markdown: string): MdastRoot =>
  (/:\w+[[{]|^:::/m.test(markdown) ? directed : plain).parse(markdown);

export const section = (markdown: string, meta: SectionMeta = {}, path = 'book/chapter.md'): Manuscript => ({
  path,
  rel: 'chapter.md',
  meta,
  front: {},
  tree: parse(markdown),
});

/** A node and all that it holds, in the order of the text. */
export const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? (node.children as Nodes[]).flatMap(nodesOf) : []),
];

/** A plain string as the title of a book in a language is typeset. */
export const titleIn = (language: string, title: string): string | undefined =>
  typeset(bookOf([], { language, title })).value.meta.title;

export const bookOf = (manuscripts: Manuscript[], meta: BookMeta = { language: 'en' }): ParsedBook => ({
  name: 'book',
  path: 'book',
  root: '/book',
  single: false,
  meta,
  metaPath: 'book/book.md',
  front: {},
  manuscripts,
});

/** Books for tests: Markdown in, the value of the parse stage out. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BookMeta, Manuscript, MdastRoot, ParsedBook, SectionMeta } from '../src/types.js';

const markdown = unified().use(remarkParse).use(remarkGfm);

export const tree = (text: string): MdastRoot => markdown.parse(text);

export function manuscript(
  rel: string,
  text: string,
  meta: SectionMeta = {},
  front: Manuscript['front'] = {},
): Manuscript {
  return { path: `manuscripts/book/${rel}`, rel, meta, front, tree: tree(text) };
}

export function folderBook(
  manuscripts: Manuscript[],
  meta: BookMeta = {},
  front: ParsedBook['front'] = {},
): ParsedBook {
  return {
    name: 'the-book',
    path: 'manuscripts/the-book',
    root: '/nowhere',
    single: false,
    meta,
    metaPath: 'manuscripts/the-book/book.md',
    front,
    manuscripts,
  };
}

export function fileBook(text: string, meta: BookMeta = {}, front: ParsedBook['front'] = {}): ParsedBook {
  const path = 'manuscripts/my-story.md';
  return {
    name: 'my-story',
    path,
    root: '/nowhere',
    single: true,
    meta,
    metaPath: path,
    front,
    manuscripts: [{ path, rel: 'my-story.md', meta: {}, front: {}, tree: tree(text) }],
  };
}

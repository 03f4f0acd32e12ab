/** A book's pages as the preview shows them: those of its spine, printed one by one when they are asked for. */
import { documentPrinter, printContents } from '../output/epub/documents.js';
import type { ContentDocument, Package, Templates } from '../types.js';

/** A document of the spine. */
export interface Page {
  id: string;
  /** Path within the book. */
  href: string;
  title: string;
  linear: boolean;
  /** Absent for the contents, which are made of all the others. */
  document?: ContentDocument;
}

/** The documents of a book in reading order. */
export function pagesOf(book: Package): Page[] {
  const documents = new Map(book.documents.map((document) => [document.href, document]));
  const items = new Map(book.manifest.map((item) => [item.id, item]));
  return book.spine.flatMap(({ idref, linear }) => {
    const item = items.get(idref);
    if (!item) return [];
    // The contents stand in the navigation document; their own, if they have one, is empty.
    if (item.properties === 'nav') return [{ id: 'contents', href: item.href, title: book.contents, linear }];
    const document = documents.get(item.href);
    return document ? [{ id: document.id, href: item.href, title: document.title, linear, document }] : [];
  });
}

/** Prints a page as XHTML, with `body` in the place of the document's own where it is given. */
export type PagePrinter = (book: Package, page: Page, body?: ContentDocument['body']) => string;

export function pagePrinter(templates: Templates): PagePrinter {
  const template = (name: string): string => {
    const text = templates[name];
    if (text === undefined) throw new TypeError(`The template \`${name}\` is missing`);
    return text;
  };
  const print = documentPrinter(template);
  return (book, { document }, body) => {
    if (!document) return printContents(book, template);
    return print(book, body ? { ...document, body } : document);
  };
}

/** Content documents as XHTML: the page of each section's kind, in the frame that all documents share. */
import ejs from 'ejs';
import { keptWith } from '../../memo.js';
import type { ContentDocument, Package } from '../../types.js';
import { toXhtml } from './xhtml.js';

/** What `templates/epub/document.ejs` and the pages in `templates/pages/` see. */
interface DocumentView {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Style sheets, relative to the document. */
  styles: string[];
  kind: string;
  epubType: string;
  partition: string;
  role: string | undefined;
  /** Id of the heading that names the section, where it has one. */
  headingId: string | undefined;
  /** The prose of the section as XHTML. */
  prose: string;
  data: Record<string, unknown>;
  terms: Record<string, string>;
}

export interface PrintedDocument {
  title: string;
  href: string;
  xhtml: string;
  /** The same in UTF-8. */
  bytes: Uint8Array;
}

/** Prints every document but the contents page, which is the navigation document itself. */
export function printDocuments(book: Package, template: (name: string) => string): PrintedDocument[] {
  const print = documentPrinter(template);
  const styles = book.styles.map(({ href }) => href).join();
  return book.documents
    .filter((document) => document.kind.kind !== 'contents')
    .map((document) => {
      const facts = [
        book.terms,
        styles,
        template('epub/document'),
        template(`pages/${document.kind.template}`),
      ];
      return keptWith('printed', document, facts, () => {
        const xhtml = print(book, document);
        return { title: document.title, href: document.href, xhtml, bytes: Buffer.from(xhtml, 'utf8') };
      });
    });
}

/** Prints documents one by one, as XHTML; each template is compiled for the first that needs it. */
export function documentPrinter(
  template: (name: string) => string,
): (book: Package, document: ContentDocument) => string {
  const compiled = new Map<string, ejs.TemplateFunction>();
  const print = (name: string, view: DocumentView & { page?: string }): string => {
    let known = compiled.get(name);
    if (!known) {
      known = ejs.compile(template(name), { strict: true, localsName: 'view', async: false });
      compiled.set(name, known);
    }
    return known(view);
  };
  return (book, document) => {
    const view = documentView(book, document);
    const page = print(`pages/${document.kind.template}`, view);
    return print('epub/document', { ...view, page });
  };
}

/** Prints the page of the contents as the library does: the navigation document. */
export const printContents = (book: Package, template: (name: string) => string): string =>
  ejs.render(template('epub/nav'), { octavo: { book } });

function documentView(book: Package, document: ContentDocument): DocumentView {
  const { kind } = document;
  const up = '../'.repeat(document.href.split('/').length - 1);
  return {
    title: document.title,
    language: document.language,
    direction: document.direction,
    styles: book.styles.map(({ href }) => up + href),
    kind: [kind.like, kind.kind].filter(Boolean).join(' '),
    epubType: kind.epubType,
    partition: kind.partition,
    role: kind.role,
    headingId: document.headings.find((heading) => heading.level === 1)?.id,
    prose: toXhtml(document.body),
    data: document.data,
    terms: book.terms,
  };
}

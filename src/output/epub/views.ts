/** What the document template prints, for each content document. */
import ejs from 'ejs';
import type { ContentDocument, Package, Templates } from '../../types.js';
import { toXhtml } from './xhtml.js';

/** A content document as `templates/epub/document.ejs` and the pages that it holds see it. */
export interface DocumentView {
  title: string;
  href: string;
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
  /** The page as XHTML: `prose` or `data` in the template of its kind. */
  page: string;
}

/** Every document but the contents page, which is the navigation document itself. */
export function documentViews(book: Package, templates: Templates): DocumentView[] {
  const pages = new Map<string, ejs.TemplateFunction>();
  const pageTemplate = (name: string): ejs.TemplateFunction => {
    const known = pages.get(name);
    if (known) return known;
    const text = templates[`pages/${name}`];
    if (text === undefined)
      throw new TypeError(`Unexpected page template \`${name}\`, expected a file in templates/pages`);
    const compiled = ejs.compile(text, { strict: true, localsName: 'view', async: false });
    pages.set(name, compiled);
    return compiled;
  };
  return book.documents
    .filter((document) => document.kind.kind !== 'contents')
    .map((document) => {
      const view = documentView(book, document);
      return { ...view, page: pageTemplate(document.kind.template)(view) };
    });
}

function documentView(book: Package, document: ContentDocument): DocumentView {
  const { kind } = document;
  const up = '../'.repeat(document.href.split('/').length - 1);
  return {
    title: document.title,
    href: document.href,
    language: document.language,
    direction: book.direction,
    styles: book.styles.map(({ href }) => up + href),
    kind: kind.kind,
    epubType: kind.epubType,
    partition: kind.partition,
    role: kind.role,
    headingId: document.headings.find((heading) => heading.level === 1)?.id,
    prose: toXhtml(document.body),
    data: document.data,
    terms: book.terms,
    page: '',
  };
}

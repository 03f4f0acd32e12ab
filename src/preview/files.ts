/** The files of a book as frames load them: pages printed when they are asked for, sheets, fonts and pictures. */
import type { Templates } from '../types.js';
import type { Edition } from './book.js';
import { typedBlocks, withLines } from './lines.js';
import { pagePrinter, pagesOf } from './pages.js';
import { VIEWS, type View } from './views.js';

export interface BookFile {
  mediaType: string;
  body: string | Uint8Array;
}

export const XHTML = 'application/xhtml+xml';

/** Finds a file of a book by its path there, as it is or as a reader takes it. */
export type FileFinder = (edition: Edition, href: string, view?: View) => BookFile | undefined;

export function fileFinder(templates: Templates): FileFinder {
  const print = pagePrinter(templates);
  return (edition, href, view = VIEWS.files) => {
    const { package: made, book } = edition;
    const style = made.styles.find((one) => one.href === href);
    if (style) return { mediaType: 'text/css; charset=utf-8', body: inColumns(view.sheet(style.css)) };
    const asset = made.assets.find((one) => one.href === href);
    if (asset)
      return view.shows(asset.mediaType) ? { mediaType: asset.mediaType, body: asset.bytes } : undefined;
    const page = pagesOf(made).find((one) => one.href === href);
    if (!page) return undefined;
    const { document } = page;
    const section = document && book.sections.find(({ id }) => id === document.id);
    const body = section ? withLines(document.body, typedBlocks(section)) : document?.body;
    const printed = print(made, page, body && view.body(body));
    return { mediaType: `${XHTML}; charset=utf-8`, body: view.page(printed) };
  };
}

/**
 * A sheet for pages that are columns, where a page break is none, as foliate-js rewrites the sheets of the books that
 * it opens itself: https://github.com/johnfactotum/foliate-js/blob/main/paginator.js
 */
const inColumns = (css: string): string =>
  css
    .replaceAll(/page-break-(after|before|inside)\s*:/gi, '-webkit-column-break-$1:')
    .replaceAll(
      /break-(after|before|inside)\s*:\s*(avoid-)?page/gi,
      (_, side: string, avoid = '') => `break-${side}: ${String(avoid)}column`,
    );

/** What other readers make of a book's files: a Kobo of its kepub, a Kindle of the EPUB that is sent to it. */
import type { ElementContent, RootContent } from 'hast';
import { withSpans } from '../output/kepub/spans.js';
import type { HastRoot } from '../types.js';

/** The files of a book as one reader takes them. */
export interface View {
  /** What becomes of a page before it is printed, of the printed page, and of a sheet. */
  body: (body: HastRoot) => HastRoot;
  page: (xhtml: string) => string;
  sheet: (css: string) => string;
  /** Whether it shows files of a type. */
  shows: (mediaType: string) => boolean;
}

const same = <T>(value: T): T => value;

/** A Kobo takes no WOFF 2: the rule `kobo:font-format` names the page that says so. */
const KOBO: View = {
  body: same,
  page: withSpans,
  sheet: same,
  shows: (mediaType) => mediaType !== 'font/woff2',
};

/** What a Kindle's own documentation has of pictures, fonts and elements: see the rules in `check/shops/kindle.ts`. */
const KINDLE: View = {
  body: (body) => ({ ...body, children: body.children.flatMap((node) => kindled(node)) }),
  page: same,
  sheet: (css) => css.replaceAll(/@media[^{]*/gi, forKindle),
  shows: (mediaType) =>
    !/^(?:image\/(?!(?:gif|bmp|jpeg|png|svg\+xml)$)|font\/woff|audio\/|video\/)/.test(mediaType),
};

/** Elements that a Kindle loses with all that is in them. */
const LOST = new Set(['script', 'form', 'input', 'button', 'select', 'textarea', 'iframe', 'audio', 'video']);

function kindled<T extends RootContent | ElementContent>(node: T): T[] {
  if (node.type !== 'element') return [node];
  if (LOST.has(node.tagName)) return [];
  return [{ ...node, children: node.children.flatMap((child) => kindled(child)) }];
}

/** A media query as a Kindle answers it: it is `amzn-kf8` and `amzn-et`, and no old Mobipocket reader. */
const forKindle = (query: string): string =>
  query
    .replaceAll(/\bnot\s+amzn-mobi\b/gi, 'all')
    .replaceAll(/\bamzn-mobi\b/gi, 'not all')
    .replaceAll(/\bamzn-(?:kf8|et)\b/gi, 'all');

/** By the first step of the addresses of their files; `files` are the EPUB's own. */
export const VIEWS = {
  files: { body: same, page: same, sheet: same, shows: () => true },
  kobo: KOBO,
  kindle: KINDLE,
} satisfies Record<string, View>;

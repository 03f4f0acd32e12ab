/** The pages of the printed edition: the page-list and what says which edition that is. */
import type { ContentDocument, PageTarget } from '../types.js';

/** What the NCX calls a page, by the shape of its number. */
const TYPES: readonly (readonly [shape: RegExp, type: PageTarget['type']])[] = [
  [/^\d+$/, 'normal'],
  [/^[ivxlcdm]+$/i, 'front'],
];

/** Where each printed page begins, in reading order. */
export const pageTargets = (documents: readonly ContentDocument[]): PageTarget[] =>
  documents.flatMap(({ href, pages = [] }) =>
    pages.map(({ id, label }) => ({
      label,
      type: TYPES.find(([shape]) => shape.test(label))?.[1] ?? 'special',
      href: `${href}#${id}`,
    })),
  );

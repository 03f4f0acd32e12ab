/** Titles, which must not be empty: in a document's head, in the contents, in the landmarks. */
import { termKey } from '../locales/terms.js';
import type { ContentDocument, Package } from '../types.js';

/** Whether a text shows anything. */
export const saysSomething = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Z}]/u.test(text);

/** A document's title, or else what its kind is called, or the book. */
export function titleFor({ title, kind }: ContentDocument, { terms, title: book }: Package): string {
  if (saysSomething(title)) return title;
  return terms[termKey(kind.kind)] ?? book;
}

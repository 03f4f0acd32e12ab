/** What shops and e-readers ask of a book beyond the standard, each by its own documentation. */
import { error, info, sortMessages, warning } from '../../diagnostics.js';
import { archiveProblem } from '../../epub/problem.js';
import type { Message } from '../../types.js';
import { APPLE } from './apple.js';
import { factsOf } from './facts.js';
import { KINDLE } from './kindle.js';
import { KOBO } from './kobo.js';
import type { Found, Rule } from './types.js';

/** The shops: the word that asks for one, its name, and its rules. */
export const SHOPS = [
  { name: 'kindle', title: 'Kindle', rules: KINDLE },
  { name: 'kobo', title: 'Kobo', rules: KOBO },
  { name: 'apple', title: 'Apple Books', rules: APPLE },
] as const;

export type Shop = (typeof SHOPS)[number];

const MAKE = { error, warning, info };

/**
 * What some shops would find wrong with an EPUB; `path` is the book's, for messages. Whether the book is valid is the
 * validator's to say: what it cannot read at all gives no message here.
 */
export function checkForShops(bytes: Uint8Array, path: string, shops: readonly Shop[]): Message[] {
  if (shops.length === 0 || archiveProblem(bytes, path)) return [];
  let book;
  try {
    book = factsOf(bytes);
  } catch {
    return [];
  }
  const messages = shops
    .flatMap(({ rules }): readonly Rule[] => rules)
    .flatMap((rule) => Array.from(rule.find(book), (found) => messageOf(rule, found, path)));
  return sortMessages(messages);
}

const messageOf = (
  { id, severity, reason, hint }: Rule,
  { it = '', file, place }: Found,
  path: string,
): Message =>
  MAKE[severity](
    id,
    reason.replace('{it}', () => it),
    {
      hint,
      path: file === undefined ? path : `${path}/${file}`,
      place,
    },
  );

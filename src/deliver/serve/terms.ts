/** A book's metadata in the terms of a feed, which are stricter than those of a book. */
import { v5 } from 'uuid';
import type { ShelfBook } from './catalogue.js';

/** Made for this purpose: names in it are the ids of entries. */
const NAMESPACE = '5d2f4d0c-6f0b-4c0e-9a51-2f6f3f0a7c1e';

/** The id of a book's entry: the same on every day and in every feed, and no other book's. */
export const entryId = ({ id, identifier = '' }: ShelfBook): string =>
  `urn:uuid:${v5(Buffer.from(`${identifier}\n${id}`), NAMESPACE)}`;

const ISBN = /^(?:isbn:?\s*)?((?:97[89])?\d{9}[\dX])$/iu;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const URI = /^(?:urn:[a-z\d][a-z\d-]+:|https?:\/\/)[!-~]+$/iu;
/** What may not stand in a URI: https://www.rfc-editor.org/rfc/rfc3986#section-2 */
const NOT_IN_URI = /["<>\\^`{|}]|%(?![\da-f]{2})/iu;

/** A book's identifier as a URI; undefined if it is not one and cannot become one. */
export function identifierUri({ identifier = '' }: ShelfBook): string | undefined {
  const isbn = ISBN.exec(identifier.replaceAll('-', ''))?.[1];
  if (isbn !== undefined) return `urn:isbn:${isbn}`;
  if (UUID.test(identifier)) return `urn:uuid:${identifier}`;
  return URI.test(identifier) && !NOT_IN_URI.test(identifier) ? identifier : undefined;
}

/** A book's language as a tag of BCP 47; undefined if it is not one. */
export function languageTag({ language = '' }: ShelfBook): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** There is no 31st of February, but a `Date` of it is the 3rd of March. */
function isDay(day: string): boolean {
  const date = new Date(day);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** The day on which a book appeared, `2026-11-21`; undefined where it gives none. */
export function dayOf({ date = '' }: ShelfBook): string | undefined {
  const day = DAY.exec(date)?.[0];
  return day !== undefined && isDay(day) ? day : undefined;
}

/** The day, month or year on which a book appeared, as far as it gives it: https://www.w3.org/TR/NOTE-datetime */
export const issuedOf = (book: ShelfBook): string | undefined =>
  dayOf(book) ?? /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.exec(book.date ?? '')?.[0];

/** An instant as feeds write it, without milliseconds. */
export const instant = (date: Date): string => date.toISOString().replace(/\.\d+Z$/u, 'Z');

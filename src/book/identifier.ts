/** The author's identifier of the book, as a URN if it is an ISBN or a UUID. */
import { isbnOf } from '../config/isbn.js';
import { uuidIn, withoutUrn } from '../config/uuid.js';

/** The ISBN that a text is, with the hyphens that it has, where its check digit agrees. */
export function isbnIn(text: string): string | undefined {
  const isbn = isbnOf(text);
  return isbn?.valid ? isbn.shown : undefined;
}

/** `urn:isbn:…` (RFC 8254) or `urn:uuid:…` (RFC 9562), by which shops and readers know them; else the text itself. */
export function asUrn(text: string): string {
  const isbn = isbnOf(text);
  if (isbn?.valid) return `urn:isbn:${isbn.digits}`;
  const uuid = uuidIn(text);
  // A false UUID, EPUBCheck's OPF-085, stays as an identifier of the author's own.
  return uuid === undefined ? withoutUrn(text) || 'uuid' : `urn:uuid:${uuid}`;
}

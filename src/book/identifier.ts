/** What an author gives as the book's identifier, as a URN where it is an ISBN or a UUID. */
import { isbnOf } from '../config/isbn.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** The ISBN that a text is, with the hyphens that it has, where its check digit agrees. */
export function isbnIn(text: string): string | undefined {
  const isbn = isbnOf(text);
  return isbn?.valid ? isbn.shown : undefined;
}

/** `urn:isbn:…` (RFC 8254) or `urn:uuid:…` (RFC 9562), by which shops and readers know them; else the text itself. */
export function asUrn(text: string): string {
  const isbn = isbnOf(text);
  if (isbn?.valid) return `urn:isbn:${isbn.digits}`;
  return UUID.test(text) ? `urn:uuid:${text.toLowerCase()}` : text;
}

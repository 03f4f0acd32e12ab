/** Books in memory for the tests of the input stages. */
import type { Message, ParsedBook, RawBook } from '../../src/types.js';
import { parse } from '../../src/input/parse.js';
import { read } from '../../src/input/read.js';

/** A book as found on disk, from texts or bytes by path. */
export function bookOf(files: Readonly<Record<string, string | Uint8Array>>, single = false): RawBook {
  return {
    name: 'book',
    path: 'book',
    root: '/nowhere',
    single,
    files: Object.entries(files).map(([rel, content]) => ({
      path: `book/${rel}`,
      rel,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
  };
}

/** A book read and parsed, with the messages of both. */
export function parsed(raw: RawBook): { value?: ParsedBook; messages: Message[] } {
  const files = read(raw);
  const book = parse(raw, files.value);
  return { ...book, messages: [...files.messages, ...book.messages] };
}

/** A single-file book read and parsed. */
export const single = (text: string | Uint8Array) => parsed(bookOf({ 'book.md': text }, true));

/** Messages as lines: `severity id line:column reason`. */
export const lines = (messages: readonly Message[]): string[] =>
  messages.map(({ severity, fatal, id, place, reason }) =>
    [fatal ? 'fatal' : severity, id, place ? `${place.line}:${place.column}` : '-', reason].join(' '),
  );

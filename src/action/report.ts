/** The part of `octavo release --json` that the step reports. */
import type { Message } from '../types.js';

export interface ReportFile {
  name: string;
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Where everybody finds it, once it is released. */
  url?: string;
}

export interface ReportBook {
  title: string;
  version?: string;
  words: number;
  sections: number;
  unsure: number;
  files: ReportFile[];
  /** A small picture of the cover. */
  cover?: ReportFile;
  messages: Message[];
}

export interface Report {
  generator: string;
  books: ReportBook[];
  /** Paths from where the command ran. */
  checksums?: string;
  attached?: { url: string; isDraft: boolean };
  messages: Message[];
}

/** The report in a text; nothing, where the text is none. */
export function readReport(text: string): Report | undefined {
  try {
    const value = JSON.parse(text) as (Partial<Report> & object) | null;
    return Array.isArray(value?.books)
      ? { generator: '', messages: [], ...value, books: value.books }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Every message of a report: the books' and those of no book. */
export const messagesOf = ({ messages, books }: Report): Message[] => [
  ...messages,
  ...books.flatMap((book) => book.messages),
];

/** The version of all books; nothing, where they have several. */
export function versionOf({ books }: Report): string {
  const versions = new Set(books.map(({ version = '' }) => version));
  return versions.size === 1 ? String([...versions][0]) : '';
}

/** What `octavo release --json` says, as far as the step tells it on. */
import type { Message } from '../types.js';

export interface ReportFile {
  name: string;
  path: string;
  format: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

export interface ReportBook {
  title: string;
  version?: string;
  words: number;
  sections: number;
  unsure: number;
  files: ReportFile[];
  messages: Message[];
}

export interface Report {
  version?: string;
  tag?: string;
  generator: string;
  books: ReportBook[];
  /** Paths from where the command ran. */
  checksums?: string;
  notes?: string;
  attached?: { url: string; isDraft: boolean };
  messages: Message[];
}

/** The report in a text; nothing, where the text is none. */
export function readReport(text: string): Report | undefined {
  try {
    const value = JSON.parse(text) as Partial<Report> | null;
    return Array.isArray(value?.books) && Array.isArray(value.messages) ? (value as Report) : undefined;
  } catch {
    return undefined;
  }
}

/** Every message of a report: the books' and those of no book. */
export const messagesOf = ({ messages, books }: Report): Message[] => [
  ...messages,
  ...books.flatMap((book) => book.messages),
];

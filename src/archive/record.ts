/** What is known of a book that was made, kept beside its files; written last, so that where it is, they are. */
import type { Format } from '../config/formats.js';
import type { Store } from '../io/store.js';
import type { MadeFacts, MadeFile } from '../pipeline/making.js';
import { basename } from 'node:path';
import { sha256 } from '../text/digest.js';
import { resultName, type JobOrder } from './job.js';

/** An ebook in the store. */
export interface StoredFile {
  format: Format;
  /** What it is called when somebody downloads it. */
  name: string;
  /** Where it lies in the store. */
  file: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/** A book that was made, or cannot be: then there are no files, and the messages say why. */
export interface BookRecord extends MadeFacts {
  order: JobOrder;
  files: StoredFile[];
}

const RECORD = '.json';

/** The record of a key; nothing where the book was not made yet. */
export async function readRecord(store: Store, key: string): Promise<BookRecord | undefined> {
  const bytes = await store.read(resultName(key, RECORD));
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as BookRecord);
}

/** Writes the files of a book and then its record; of what is there already, nothing is written. */
export async function writeRecord(
  store: Store,
  key: string,
  order: JobOrder,
  made: { facts: MadeFacts; files: readonly MadeFile[] },
): Promise<BookRecord> {
  const files: StoredFile[] = [];
  const refused = made.files.flatMap(({ messages }) => messages);
  for (const { format, path, bytes } of made.files) {
    const name = basename(path);
    const file = resultName(key, format === 'epub' ? '.epub' : `.${format}.epub`);
    await store.write(file, bytes);
    files.push({ format, name, file, size: bytes.length, sha256: sha256(bytes) });
  }
  const { name, title, sections, words, changes, unsure, messages } = made.facts;
  const record: BookRecord = {
    order,
    name,
    title,
    sections,
    words,
    changes,
    unsure,
    files,
    messages: [...messages, ...refused],
  };
  await store.write(
    resultName(key, RECORD),
    new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`),
  );
  return record;
}

/** Finished books for the commands that hand them on: those that were named, and what a build makes of the others. */
import { resolve } from 'node:path';
import type { Format } from '../../config/formats.js';
import type { BookFile } from '../../deliver/sideload.js';
import type { Result } from '../../diagnostics.js';
import { build } from '../../index.js';
import { sourceDateEpoch } from './epoch.js';
import { configOf } from '../run-config.js';
import type { Flags } from '../command.js';
import { harmless, terminal } from '../terminal.js';

/** The files of finished EPUBs as they were named, and of the other names the books built; of all, where none is named. */
export async function finishedFiles(
  names: readonly string[],
  format: Format,
  flags: Flags,
): Promise<Result<BookFile[]>> {
  const isFinished = (name: string) => /\.epub$/i.test(name);
  const files = names.filter(isFinished).map((name) => ({ shown: name, path: resolve(name), built: false }));
  const books = names.filter((name) => !isFinished(name));
  if (names.length > 0 && books.length === 0) return { value: uniqueByPath(files), messages: [] };
  const { value: epoch, messages: wrong } = sourceDateEpoch(process.env);
  if (wrong.length > 0) return { value: [], messages: wrong };
  const dry = new Map<string, Uint8Array>();
  const keep = (path: string, bytes: Uint8Array): Promise<boolean> => {
    dry.set(path, bytes);
    return Promise.resolve(true);
  };
  const result = await build({
    cwd: process.cwd(),
    config: configOf(flags),
    manuscripts: String(flags.manuscripts),
    out: String(flags.out),
    formats: [format],
    books,
    ...(epoch === undefined ? {} : { epoch }),
    ...(flags.theme === undefined ? {} : { theme: String(flags.theme) }),
    ...(flags.dryRun ? { store: keep } : {}),
    progress: ({ book }) => {
      terminal.status(`${harmless(book)}: building …`);
    },
  });
  terminal.clearStatus();
  const built = result.books
    .flatMap((book) => book.files)
    .map(({ file }) => {
      const path = resolve(file);
      const bytes = dry.get(path);
      return { shown: file, path, built: true, ...(bytes ? { bytes } : {}) };
    });
  const messages = [...result.messages, ...result.books.flatMap((book) => book.messages)];
  return { value: uniqueByPath([...files, ...built]), messages };
}

/** A file that was named twice, or is what a book is built to, is one book. */
const uniqueByPath = (files: readonly BookFile[]): BookFile[] => [
  ...new Map(files.map((file) => [file.path, file])).values(),
];

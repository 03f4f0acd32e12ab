/** The books of a folder: found, read and kept until their files change. Nothing else in the folder is known. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sortMessages, warning } from '../../diagnostics.js';
import { codeOf, isHidden, isInside, messagePath } from '../../io/files.js';
import type { Message } from '../../types.js';
import { BOOK_FORMATS, formatOf, stemOf, type BookFormat } from '../formats.js';
import { readFacts, type Facts } from './facts.js';

/** One file of a book. */
export interface BookFile extends BookFormat {
  /** Its path in the folder, forward slashes. */
  rel: string;
  /** Absolute. */
  path: string;
  /** In bytes. */
  size: number;
  modified: Date;
}

/** A book: its own metadata, and its files, the plainest format first. */
export interface ShelfBook extends Facts {
  /** Its files' path in the folder without their ends: no other book has it. */
  id: string;
  files: BookFile[];
  updated: Date;
  /** The file that has its cover. */
  coverFile?: BookFile;
}

/** A folder's books by title, and what could not be taken. */
export interface Shelf {
  books: ShelfBook[];
  messages: Message[];
}

export interface Catalogue {
  /** The folder as it is now, give or take a second. */
  shelf(): Promise<Shelf>;
  /** A file of a book by its path in the folder, if it is still there, and there alone. */
  file(rel: string): Promise<BookFile | undefined>;
}

/** How deep folders may lie in one another, and how many files are offered by default. */
const MOST_FOLDERS = 8;
const MOST_FILES = 20_000;
/** How long a look at the folder holds, in milliseconds. */
const FRESH = 1000;
/** How many files are looked for at the same time, and how many are read, which may be large. */
const LOOKS = 32;
const READS = 2;

const byTitle = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export interface CatalogueOptions {
  /** The folder that messages give paths from. */
  cwd: string;
  /** Told what cannot be taken, once for as long as that lasts. */
  tell?: ((messages: Message[]) => void) | undefined;
  /** How many files are offered. */
  most?: number;
}

/** Opens the catalogue of a folder. */
export function openCatalogue(folder: string, { cwd, tell, most = MOST_FILES }: CatalogueOptions): Catalogue {
  let told = new Set<string>();
  const known = new Map<string, { stamp: string; facts: Promise<Facts> }>();
  let looking: Promise<Shelf> | undefined;

  const look = async (): Promise<Shelf> => {
    const { files, messages } = await findFiles(folder, { cwd, most });
    const paths = new Set(files.map(({ path }) => path));
    for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
    const books = new Map<string, BookFile[]>();
    for (const file of files) books.set(stemOf(file.rel), [...(books.get(stemOf(file.rel)) ?? []), file]);
    const read = await inTurns([...books], READS, async ([id, own]) => bookOf(id, own));
    const all = sortMessages([...messages, ...read.flatMap((one) => one.messages)]);
    const keyOf = ({ path = '', reason }: Message) => `${path}\n${reason}`;
    const fresh = all.filter((message) => !told.has(keyOf(message)));
    if (fresh.length > 0) tell?.(fresh);
    told = new Set(all.map(keyOf));
    return {
      books: read
        .flatMap(({ book }) => book ?? [])
        .sort((a, b) => byTitle.compare(a.title, b.title) || byTitle.compare(a.id, b.id)),
      messages: all,
    };
  };

  /** A file's metadata, read once for each state of the file. */
  const factsOf = ({ path, size, modified }: BookFile): Promise<Facts> => {
    const stamp = `${String(size)} ${String(modified.getTime())}`;
    const last = known.get(path);
    if (last?.stamp === stamp) return last.facts;
    const facts = readFacts(path);
    known.set(path, { stamp, facts });
    // What is wrong with the computer may be right in a moment; what is wrong with the file is not.
    facts.catch((cause: unknown) => isOfSystem(cause) && known.delete(path));
    return facts;
  };

  /** A book of the files that can be read; a broken EPUB becomes a message, and the sound ones are listed. */
  const bookOf = async (
    id: string,
    files: BookFile[],
  ): Promise<{ book?: ShelfBook; messages: Message[] }> => {
    const messages: Message[] = [];
    const sound: { file: BookFile; facts?: Facts }[] = [];
    for (const file of files) {
      try {
        sound.push(file.isEpub ? { file, facts: await factsOf(file) } : { file });
      } catch (cause) {
        messages.push(unreadable(messagePath(file.path, cwd), cause));
      }
    }
    if (sound.length === 0) return { messages };
    const best = sound.find(({ facts }) => facts);
    const updated = new Date(Math.max(...sound.map(({ file }) => file.modified.getTime())));
    const facts = best?.facts ?? { title: '', authors: [], description: [], subjects: [] };
    const title = facts.title === '' ? (id.split('/').at(-1) ?? id) : facts.title;
    const own = { ...facts, id, title, files: sound.map(({ file }) => file), updated };
    return { book: { ...own, ...(best && facts.cover ? { coverFile: best.file } : {}) }, messages };
  };

  const shelf = (): Promise<Shelf> => {
    if (looking) return looking;
    const now = look();
    looking = now;
    const forget = () => {
      looking = undefined;
    };
    now.then(() => setTimeout(forget, FRESH).unref(), forget);
    return now;
  };

  return {
    shelf,
    async file(rel) {
      const { books } = await shelf();
      const file = books.flatMap(({ files }) => files).find((one) => one.rel === rel);
      if (!file) return undefined;
      // The folder may have changed since it was read.
      const [root, real] = await Promise.all(
        [folder, file.path].map((path) => realpath(path).catch(() => '')),
      );
      return root && real && isInside(root, real) ? file : undefined;
    },
  };
}

/** The books' files below a folder, by path, and the messages about those that are not books. */
async function findFiles(
  folder: string,
  { cwd, most }: { cwd: string; most: number },
): Promise<{ files: BookFile[]; messages: Message[] }> {
  const messages: Message[] = [];
  const named: { rel: string; format: BookFormat; entry: Dirent }[] = [];
  await walk('', 0);
  if (named.length > most) messages.push(tooMany(messagePath(folder, cwd), named.length, most));
  const root = await realpath(folder).catch(() => folder);
  const files = await inTurns(named.slice(0, most), LOOKS, take);
  return { files: files.flatMap((file) => file ?? []).sort((a, b) => rankOf(a) - rankOf(b)), messages };

  async function walk(rel: string, depth: number): Promise<void> {
    const entries = await readdir(join(folder, rel), { withFileTypes: true }).catch((cause: unknown) => {
      messages.push(unreadableFolder(messagePath(join(folder, rel), cwd), cause));
      return [];
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isHidden(entry.name)) continue;
      const path = rel === '' ? entry.name : `${rel}/${entry.name}`;
      const format = formatOf(entry.name);
      if (entry.isDirectory() && depth < MOST_FOLDERS) await walk(path, depth + 1);
      else if (format && stemOf(entry.name) !== '') named.push({ rel: path, format, entry });
    }
  }

  async function take({ rel, format, entry }: (typeof named)[number]): Promise<BookFile | undefined> {
    const path = join(folder, rel);
    try {
      if (entry.isSymbolicLink() && !isInside(root, await realpath(path))) {
        messages.push(outside(messagePath(path, cwd)));
        return undefined;
      }
      const stats = await stat(path);
      if (!stats.isFile()) return undefined;
      return { ...format, rel, path, size: stats.size, modified: stats.mtime };
    } catch (cause) {
      messages.push(unreadable(messagePath(path, cwd), cause));
      return undefined;
    }
  }
}

/** The plain EPUB before the formats of one maker. */
const rankOf = ({ format }: BookFile): number =>
  format === 'epub' ? -1 : BOOK_FORMATS.findIndex((one) => one.format === format);

/** What becomes of each value, so many of them at a time. */
async function inTurns<T, R>(
  values: readonly T[],
  many: number,
  work: (value: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < values.length; at += many) {
    results.push(...(await Promise.all(values.slice(at, at + many).map(work))));
  }
  return results;
}

const isOfSystem = (cause: unknown): boolean => !(cause instanceof Error) || 'syscall' in cause;

/** What the reader of EPUBs says is in an author's words already. */
const unreadable = (path: string, cause: unknown): Message => {
  const reason = isOfSystem(cause) ? `Could not read this file (${codeOf(cause)})` : (cause as Error).message;
  return warning('serve:unreadable', reason, {
    path,
    hint: 'The file is not offered. Build the book again, or remove the file.',
  });
};

const unreadableFolder = (path: string, cause: unknown): Message =>
  warning('serve:unreadable-folder', `Could not read this folder (${codeOf(cause)})`, {
    path,
    hint: 'Its books are offered again as soon as it can be read.',
  });

const tooMany = (path: string, files: number, most: number): Message =>
  warning(
    'serve:too-many',
    `This folder has \`${String(files)}\` files of books, more than the \`${String(most)}\` that are offered`,
    { path, hint: 'The first by name are offered. Serve one of its folders by itself.' },
  );

const outside = (path: string): Message =>
  warning('serve:outside', 'This link leads out of the folder', {
    path,
    hint: 'It is not offered. Copy the book into the folder.',
  });

/** Copies books to a device: reads each, converts it to what the device takes, names it and puts it there. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { error, warning, type Result } from '../diagnostics.js';
import { archiveProblem } from '../epub/problem.js';
import { openBook } from '../epub/publication.js';
import { whyUnread } from '../io/files.js';
import { readNamed } from '../io/inside.js';
import { holds, writeWhole } from '../io/whole.js';
import type { Message } from '../types.js';
import { convert, type ConvertOptions } from './convert.js';
import { EXTENSIONS, type Format } from './devices.js';
import type { Target } from './find.js';
import { deviceName, folded, stemOf } from './names.js';
import { place, type Placed } from './place.js';
import { upload } from './remarkable.js';

/** An EPUB to be put on a device. */
export interface BookFile {
  /** As the user knows it, for messages. */
  shown: string;
  /** Absolute. */
  path: string;
  /** Whether Octavo built it: then what is made of it is kept beside it. */
  built: boolean;
  /** What it holds, where it was built for a dry run: then there is no such file, or an older one. */
  bytes?: Uint8Array;
}

/** Where the books go: a folder, or a reMarkable at its address. */
export type Place = { target: Target } | { address: string };

export interface SideloadOptions {
  place: Place;
  format: Format;
  /** For AZW3. */
  convert?: ConvertOptions;
  /** Whether to say what would be done, and leave the device alone. */
  dryRun?: boolean;
  /** Called as each book begins. */
  progress?: (shown: string, index: number) => void;
}

/** What became of a book. */
export interface Sideloaded {
  /** As the user knows it. */
  book: string;
  title: string;
  /** Where it is on the device; absent where it is not. */
  file?: string;
  outcome?: Placed['outcome'];
  /** Bytes of what was put there. */
  size: number;
  messages: Message[];
}

/** Puts books on a device, one after the other; a book that fails keeps none of the others. */
export async function sideload(books: readonly BookFile[], options: SideloadOptions): Promise<Sideloaded[]> {
  const taken = new Map<string, BookFile>();
  const results: Sideloaded[] = [];
  for (const [index, book] of books.entries()) {
    options.progress?.(book.shown, index);
    results.push(await sideloadBook(book, taken, options));
  }
  return results;
}

async function sideloadBook(
  book: BookFile,
  taken: Map<string, BookFile>,
  options: SideloadOptions,
): Promise<Sideloaded> {
  const { format, dryRun = false } = options;
  const result: Sideloaded = { book: book.shown, title: stemOf(book.path), size: 0, messages: [] };
  const epub = await readBook(book);
  result.messages.push(...epub.messages);
  if (!epub.value) return result;
  result.title = epub.value.title;

  const name = nameFor(book, format, options.place);
  const other = taken.get(folded(name));
  if (other) return { ...result, messages: [sameName(book, other, name)] };
  taken.set(folded(name), book);

  const made =
    format === 'azw3'
      ? await azw3Of(book, epub.value.bytes, options)
      : { value: epub.value.bytes, messages: [] };
  result.messages.push(...made.messages);
  if (!made.value) return result;
  const bytes = made.value;

  const put = await putAt(options.place, bytes, name, dryRun);
  result.messages.push(...put.messages);
  if (!put.value) return result;
  return { ...result, file: put.value.path, outcome: put.value.outcome, size: bytes.length };
}

/** Reads an EPUB, whoever made it, and checks it before a device has to. */
async function readBook({
  path,
  shown,
  bytes: given,
}: BookFile): Promise<Result<{ bytes: Uint8Array; title: string } | undefined>> {
  const failed = (message: Message) => ({ value: undefined, messages: [message] });
  try {
    const bytes = given ?? (await readBytes(path));
    const problem = archiveProblem(bytes, shown, 'sideload');
    if (problem) return failed(problem);
    const { title } = openBook(bytes).publication.metadata;
    return { value: { bytes, title: title === '' ? stemOf(path) : title }, messages: [] };
  } catch (cause) {
    return failed(
      error('sideload:unreadable', `Could not read the file: ${whyUnread(cause)}`, {
        path: shown,
        hint: 'Give the path of an EPUB; `octavo check` says what is wrong with one.',
      }),
    );
  }
}

/**
 * The name on the device: the file's own, as the device takes it. What is no kepub must not be called one, and what is
 * one is an EPUB to all others than a Kobo.
 */
function nameFor({ path }: BookFile, format: Format, where: Place): string {
  const { found, folder = '' } = 'target' in where ? where.target : {};
  const takes: readonly Format[] = found?.device.formats ?? ('target' in where ? ['kepub'] : []);
  const isKepub = path.toLowerCase().endsWith(EXTENSIONS.kepub) && takes.includes('kepub');
  const extension = format === 'azw3' ? EXTENSIONS.azw3 : isKepub ? EXTENSIONS.kepub : EXTENSIONS.epub;
  return deviceName(stemOf(path) + extension, { ...found?.device, folder });
}

/** Two formats of one book lie side by side: one of them is enough. */
function sameName({ shown, path }: BookFile, other: BookFile, name: string): Message {
  const taken = `\`${other.shown}\` goes there`;
  if (dirname(path) === dirname(other.path) && stemOf(path) === stemOf(other.path)) {
    return warning(
      'sideload:same-book',
      `The same book was given in two formats, and both would be \`${name}\``,
      {
        path: shown,
        hint: `${taken}; this one was left out.`,
      },
    );
  }
  return error('sideload:same-name', `Two books would be copied to \`${name}\``, {
    path: shown,
    hint: `${taken}, and devices do not tell upper from lower case. Rename one of the files.`,
  });
}

async function readBytes(path: string): Promise<Uint8Array> {
  const read = await readNamed(path);
  if ('bytes' in read) return read.bytes;
  throw new Error(`${path} is not a file`);
}

/** The AZW3 of a book: the one beside it where that is no older, else a new one. */
async function azw3Of(
  { path, shown, built }: BookFile,
  epub: Uint8Array,
  options: SideloadOptions,
): Promise<Result<Uint8Array | undefined>> {
  if (!options.convert) throw new Error('There is no converter to make an AZW3');
  const kept = join(dirname(path), stemOf(path) + EXTENSIONS.azw3);
  if (built && (await holds(path, epub)) && (await isNewer(kept, path))) {
    return { value: await readBytes(kept), messages: [] };
  }
  const made = await convert(epub, shown, options.convert);
  if (made.value && built && !options.dryRun) await writeWhole(kept, made.value);
  return made;
}

async function isNewer(made: string, source: string): Promise<boolean> {
  const [after, before] = await Promise.all([made, source].map((path) => stat(path).catch(() => undefined)));
  return after !== undefined && before !== undefined && after.mtimeMs >= before.mtimeMs;
}

async function putAt(
  where: Place,
  bytes: Uint8Array,
  name: string,
  dryRun: boolean,
): Promise<Result<Placed | undefined>> {
  if ('address' in where) {
    const { value, messages } = await upload(bytes, name, { address: where.address, dryRun });
    return { value: value && { path: `${where.address}/${name}`, outcome: value }, messages };
  }
  const placed = await place(bytes, name, where.target, { dryRun });
  const { value } = placed;
  if (!value) return placed;
  return { value, messages: [...placed.messages, ...(await notes(value, where.target))] };
}

/** What the reader should know of the book on this device. */
async function notes({ path, outcome }: Placed, { found }: Target): Promise<Message[]> {
  if (!found || outcome === 'same') return [];
  const { title, forgets, formats } = found.device;
  const messages: Message[] = [];
  if (forgets && outcome === 'changed') {
    messages.push(
      warning(
        'sideload:position-lost',
        `The ${title} will treat this as a new book and forget the reading position`,
        {
          path,
          hint: `The book changed since it was copied. Its bookmarks and highlights go with the reading position.`,
        },
      ),
    );
  }
  const names = await readdir(dirname(path)).catch(() => []);
  const editions = formats.map((format) => folded(stemOf(path) + EXTENSIONS[format]));
  const twin = names.find((name) => name !== basename(path) && editions.includes(folded(name)));
  if (twin !== undefined) {
    messages.push(
      warning('sideload:two-editions', `The same book stands beside it as \`${twin}\``, {
        path,
        hint: `The ${title} shows both. Remove the one that you do not want.`,
      }),
    );
  }
  return messages;
}

/** Finding the books and reading their files. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { compareTexts } from '../text/compare.js';
import { isOfRepository, otherMarkup } from '../config/repository.js';
import { didYouMean } from '../config/nearest.js';
import { fatal, info, isFatal, warning, type Result } from '../diagnostics.js';
import { faultOf } from '../faults.js';
import { counted } from '../text/numbers.js';
import type { Folder, Message, RawBook, RawFile } from '../types.js';
import {
  codeOf,
  isHidden,
  isInside,
  isInstalled,
  isManuscript,
  messagePath,
  readFolder,
  readSingle,
} from './files.js';
import { openFolder } from './folder.js';
import { realPath } from './real.js';

interface FindOptions {
  /** The folder that holds the books, relative to `cwd` or absolute. */
  manuscripts: string;
  /** Which books: names in `manuscripts`, or paths of folders and files anywhere. All where there are none. */
  names?: string[];
  /** Absolute; paths in messages are relative to it. */
  cwd: string;
  /** Takes each book as it is read, of so many, and is waited for: thousands need not be in memory together. */
  take?: (book: RawBook, index: number, count: number) => Promise<void>;
  /** Reads a folder that another tool laid out; nothing for one of ours. */
  layOut?: LayOut;
  /** Looks at the files of a folder of ours for marks of linked notes; nothing where there are none. */
  linkNotes?: LinkNotes;
}

/** A folder's files and how they are laid out, or nothing where it is laid out as Octavo's own. */
export type LayOut = (folder: Folder) => Promise<Result<Pick<RawBook, 'files' | 'layout'>> | undefined>;

/** The files of a folder with the marks of linked notes as Octavo's, or the folder as another tool laid it out. */
export type LinkNotes = (
  folder: Folder,
  files: readonly RawFile[],
) => Promise<Result<Pick<RawBook, 'files' | 'layout'>> | undefined>;

/** A folder or file that is a book. */
interface Candidate {
  name: string;
  absolute: string;
  single: boolean;
  /** Whether it was asked for by name. */
  named: boolean;
}

/**
 * The books in the manuscripts folder, or those that are named, with their files' bytes, in the order of their
 * names, but for those that `take` has. A book that cannot be read whole is left out, with a fatal message.
 */
export async function findBooks(options: FindOptions): Promise<Result<RawBook[]>> {
  const { value: candidates, messages } = await findCandidates(options);
  const books: RawBook[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const shown = { name: candidate.name, path: messagePath(candidate.absolute, options.cwd) };
    const book = await readBook(candidate, options).catch((cause: unknown) => ({
      value: undefined,
      messages: [faultOf(cause, shown, 'read')],
    }));
    messages.push(...book.messages);
    if (!book.value) continue;
    if (options.take) await options.take(book.value, index, candidates.length);
    else books.push(book.value);
  }
  return { value: books, messages };
}

async function readBook(
  { name, absolute, single, named }: Candidate,
  { cwd, layOut, linkNotes }: FindOptions,
): Promise<Result<RawBook | undefined>> {
  const shown = messagePath(absolute, cwd);
  const root = await realPath(single ? path.dirname(absolute) : absolute);
  const book = { name: name.normalize('NFC'), path: shown, root, single };
  const folder = openFolder(absolute, root, shown, cwd);
  const laidOut = ({ value, messages }: NonNullable<Awaited<ReturnType<LinkNotes>>>) => {
    const said = new Set(messages.map(({ id }) => id));
    return { value: messages.some(isFatal) ? undefined : { ...book, ...value, said }, messages };
  };
  const laid = single ? undefined : await layOut?.(folder);
  if (laid) return laidOut(laid);
  const { value: files, messages } = single
    ? await readSingle(absolute, root, cwd)
    : await readFolder(absolute, root, cwd);
  if (messages.some(isFatal)) return { value: undefined, messages };
  if (!single) messages.push(...(await otherTexts(absolute, shown, files.length === 0)));
  if (messages.some(isFatal)) return { value: undefined, messages };
  if (files.length === 0) return { value: undefined, messages: [...messages, noManuscripts(shown, named)] };
  const linked = single ? undefined : await linkNotes?.(folder, files);
  if (linked) return laidOut({ ...linked, messages: [...messages, ...linked.messages] });
  return { value: { ...book, files }, messages };
}

/** The message about a folder whose texts are mostly of a sort that Octavo does not read; none for any other. */
async function otherTexts(folder: string, shown: string, isAll: boolean): Promise<Message[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter(
    (entry) => entry.isDirectory() && !isHidden(entry.name) && !isInstalled(entry.name),
  );
  const inside = await Promise.all(
    folders.map((entry) => readdir(path.join(folder, entry.name)).catch(() => [])),
  );
  const other = otherMarkup([...entries.map(({ name }) => name), ...inside.flat()]);
  if (!other) return [];
  const { extension, count, hint, isMost } = other;
  const files = counted(count, `\`${extension}\` file`);
  const reason = isMost
    ? `The text of this book seems to be in its ${files}, which Octavo does not read`
    : `Octavo does not read ${files} in this folder`;
  return [(isAll ? fatal : warning)('files:other-markup', reason, { path: shown, hint })];
}

async function findCandidates(options: FindOptions): Promise<Result<Candidate[]>> {
  const library = await libraryOf(options);
  const names = options.names ?? [];
  if (names.length === 0) return library;

  const messages: Message[] = [];
  const found = new Map<string, Candidate>();
  for (const name of names) {
    const matches = await matching(name, library.value, options.cwd);
    if (matches.length === 0) messages.push(unknownBook(name, library.value));
    for (const match of matches) found.set(match.absolute, { ...match, named: true });
  }
  return { value: [...found.values()], messages };
}

async function libraryOf({ manuscripts, names, cwd }: FindOptions): Promise<Result<Candidate[]>> {
  const folder = path.resolve(cwd, manuscripts);
  const shown = messagePath(folder, cwd);
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    if (names && names.length > 0) return { value: [], messages: [] };
    return { value: [], messages: [noLibrary(shown, cause, await isBook(cwd))] };
  }
  const messages: Message[] = [];
  const candidates: Candidate[] = [];
  for (const entry of entries.sort(byName)) {
    const absolute = path.join(folder, entry.name);
    if (isHidden(entry.name) || isInstalled(entry.name)) continue;
    const refused = entry.isSymbolicLink() ? await refusedLink(folder, absolute) : undefined;
    if (refused) {
      messages.push(refused(messagePath(absolute, cwd)));
      continue;
    }
    const candidate = await candidateAt(absolute);
    if (candidate) candidates.push(candidate);
  }
  if (candidates.length === 0) messages.push(emptyLibrary(shown));
  return { value: candidates, messages };
}

const byName = (a: Dirent, b: Dirent): number => compareTexts(a.name, b.name);

/** The book at an absolute path: any folder, or a file of Markdown. */
async function candidateAt(absolute: string): Promise<Candidate | undefined> {
  const stats = await stat(absolute).catch(() => undefined);
  const base = path.basename(absolute);
  if (stats?.isDirectory()) return { name: base, absolute, single: false, named: false };
  if (stats && isManuscript(base))
    return { name: base.replace(/\.md$/i, ''), absolute, single: true, named: false };
  return undefined;
}

async function matching(name: string, library: readonly Candidate[], cwd: string): Promise<Candidate[]> {
  const wanted = name.normalize('NFC');
  const inLibrary = library.filter(
    (book) =>
      book.name.normalize('NFC') === wanted || path.basename(book.absolute).normalize('NFC') === wanted,
  );
  if (inLibrary.length > 0) return inLibrary;
  const candidate = await candidateAt(path.resolve(cwd, name));
  return candidate ? [candidate] : [];
}

/** The message about a link that leads out of the folder or nowhere; none for one that stays in it. */
async function refusedLink(
  folder: string,
  absolute: string,
): Promise<((shown: string) => Message) | undefined> {
  const target = await realPath(absolute).catch(() => undefined);
  if (target === undefined) return brokenLink;
  return isInside(await realPath(folder), target) ? undefined : outsideLink;
}

function unknownBook(name: string, library: readonly Candidate[]): Message {
  const names = library.map((book) => book.name);
  const known = names.map((known) => `\`${known}\``).join(', ');
  return fatal(
    'files:unknown-book',
    `There is no book \`${name}\`, neither by name nor as the path of a folder or \`.md\` file`,
    {
      ...(known === '' ? {} : { hint: `The books here: ${known}.` }),
      ...didYouMean(name, names),
    },
  );
}

/** The files that say of a folder that it is a book, Octavo's own or another tool's. */
const BOOK_FILES = /^(?:book\.(?:md|ya?ml|toml|json|txt)|summary\.md|metadata\.(?:ya?ml|json)|title\.txt)$/i;

/** Whether a folder seems to be a book itself, and not what holds books. */
async function isBook(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => BOOK_FILES.test(name) || (isManuscript(name) && !isOfRepository(name)));
}

const noLibrary = (shown: string, cause: unknown, isInBook: boolean): Message =>
  fatal('files:no-manuscripts', `Could not find or read the folder for your books, \`${shown}\``, {
    path: shown,
    hint: isInBook
      ? 'This folder seems to be a book itself: `octavo build .` builds it, `octavo preview .` shows it.'
      : `Make it with \`octavo new NAME\`, or name another with \`--manuscripts\` (${codeOf(cause)}).`,
  });

const noManuscripts = (shown: string, named: boolean): Message => {
  const make = named ? fatal : info;
  return make('files:no-book', 'This folder has no manuscripts (`.md` files)', {
    path: shown,
  });
};

const emptyLibrary = (shown: string): Message =>
  warning('files:no-books', `There are no books in \`${shown}\``, {
    path: shown,
    hint: 'Each book is a folder or an `.md` file there. Begin one with `octavo new NAME`.',
  });

const brokenLink = (shown: string): Message =>
  warning('files:broken-link', 'This link leads nowhere', {
    path: shown,
    hint: 'Remove it, or create what it links to.',
  });

const outsideLink = (shown: string): Message =>
  warning('files:outside', 'This link leads out of the manuscripts folder', {
    path: shown,
    hint: 'Name the book by the path that the link leads to: `octavo build PATH`.',
  });

/** Reading a book's files within the bounds that keep a stranger's manuscript harmless. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { compareTexts } from '../text/compare.js';
import { error, fatal, info, warning, type Result } from '../diagnostics.js';
import { own } from '../text/own.js';
import type { Message, RawFile } from '../types.js';
import { isOfRepository } from '../config/repository.js';
import { isInside, readInside } from './inside.js';
import { realPath } from './real.js';

export { isInside } from './inside.js';

/** The most bytes that a manuscript may have: 16 MiB, five times *War and Peace*. */
export const MAX_MANUSCRIPT_BYTES = 16 * 1024 * 1024;
/** The most bytes that all manuscripts of a book may have: a hundred novels. */
const MAX_BOOK_BYTES = 64 * 1024 * 1024;
/** The most manuscripts that a book may have. */
const MAX_FILES = 10_000;
/** How deep folders may lie in one another. */
export const MAX_FOLDERS = 16;
/** Files that are read at the same time. */
const CONCURRENCY = 16;

/** A path as messages show it: relative to the working directory, forward slashes. */
export function messagePath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return toSlashes(relative === '' ? '.' : relative);
}

const toSlashes = (text: string): string => (path.sep === '/' ? text : text.replaceAll(path.sep, '/'));

/** Whether a name is one that folders do not show. */
export const isHidden = (name: string): boolean => name.startsWith('.');
/** Whether a folder holds what npm installed: thousands of texts, none of them the author's. */
export const isInstalled = (name: string): boolean => name === 'node_modules';
/** Whether a name is a manuscript's: any Markdown but a README. */
export const isManuscript = (name: string): boolean => /\.md$/i.test(name) && !isReadme(name);
const isAside = (name: string): boolean => isReadme(name) || isOfRepository(name);
const isReadme = (name: string): boolean => /^readme\.md$/i.test(name);
const isBookData = (name: string): boolean => /^book\.ya?ml$/i.test(name);

/** A file to read, and its path in the book's folder. */
interface Found {
  absolute: string;
  rel: string;
}

/** The manuscripts of a book in a folder, by path. `root` is the folder's real path. */
export async function readFolder(folder: string, root: string, cwd: string): Promise<Result<RawFile[]>> {
  const messages: Message[] = [];
  const found: Found[] = [];
  /** Files that are no text of the book, unless its `chapters` name them. */
  const asides: Found[] = [];
  await walk(folder, '');
  if (found.length > MAX_FILES) {
    const reason = `This book has ${found.length} manuscripts; the most is ${MAX_FILES}`;
    return {
      value: [],
      messages: [...messages, fatal('files:too-many', reason, { path: messagePath(folder, cwd) })],
    };
  }
  const read = await readAll(found, root, cwd);
  const listed = listedIn(read.value);
  const wanted = asides.filter(({ rel }) => listed.has(rel) || listed.has(rel.replace(/\.md$/i, '')));
  const more = await readAll(wanted, root, cwd);
  for (const one of asides) if (!wanted.includes(one)) messages.push(leftOut(messagePath(one.absolute, cwd)));
  return {
    value: [...read.value, ...more.value],
    messages: [...messages, ...read.messages, ...more.messages],
  };

  async function walk(absolute: string, rel: string): Promise<void> {
    const shown = messagePath(absolute, cwd);
    if (rel.split('/').length > MAX_FOLDERS) {
      messages.push(
        fatal('files:too-deep', `This folder is more than ${MAX_FOLDERS} levels down`, {
          path: shown,
        }),
      );
      return;
    }
    let entries: Dirent[];
    try {
      entries = await readdir(absolute, { withFileTypes: true });
    } catch (cause) {
      messages.push(unreadable(shown, cause));
      return;
    }
    for (const entry of entries.sort((a, b) => compareTexts(a.name, b.name)))
      await take(entry, absolute, rel);
  }

  async function take(entry: Dirent, parent: string, parentRel: string): Promise<void> {
    const absolute = path.join(parent, entry.name);
    const rel = parentRel === '' ? entry.name : `${parentRel}/${entry.name}`;
    const shown = messagePath(absolute, cwd);
    const wanted = isManuscript(entry.name) || (parentRel === '' && isBookData(entry.name));
    if (isHidden(entry.name)) {
      if (/\.md$/i.test(entry.name)) messages.push(leftOut(shown));
    } else if (isAside(entry.name)) {
      if (/\.md$/i.test(entry.name)) asides.push({ absolute, rel });
    } else if (isInstalled(entry.name)) {
      return;
    } else if (entry.isDirectory()) {
      await walk(absolute, rel);
    } else if (entry.isSymbolicLink() && !wanted) {
      await followFolder(absolute, rel);
    } else if (wanted) {
      found.push({ absolute, rel });
    }
  }

  /** A linked folder counts where it leads to a place in the book that no link leads round in circles to. */
  async function followFolder(absolute: string, rel: string): Promise<void> {
    const target = await realPath(absolute).catch(() => undefined);
    if (target === undefined || !(await stat(target)).isDirectory()) return;
    if (!isInside(root, target)) messages.push(outside(messagePath(absolute, cwd)));
    else if (!isInside(target, path.dirname(absolute))) await walk(absolute, rel);
  }
}

const CHAPTERS = /^chapters:[ \t]*(.*(?:\n(?:[ \t]+.*|-.*|[ \t]*))*)/m;

/** The names that the book's `chapters` list, as far as a look tells before its YAML is read. */
function listedIn(files: readonly RawFile[]): ReadonlySet<string> {
  const lists = files
    .filter(({ rel }) => /^book\.(?:md|ya?ml)$/i.test(rel))
    .map(({ bytes }) => CHAPTERS.exec(new TextDecoder().decode(bytes).replaceAll('\r', ''))?.[1] ?? '');
  const names = lists.flatMap((list) => list.split(/[\n,[\]]/));
  return new Set(
    names.map((name) =>
      name
        .replace(/^\s*-\s/, '')
        .replace(/\s#.*/, '')
        .replaceAll(/^[\s"'./]+|[\s"'/]+$/g, ''),
    ),
  );
}

/** The one manuscript of a book in a file. `root` is the real path of the folder that it is in. */
export async function readSingle(absolute: string, root: string, cwd: string): Promise<Result<RawFile[]>> {
  return readAll([{ absolute, rel: path.basename(absolute) }], root, cwd);
}

async function readAll(found: readonly Found[], root: string, cwd: string): Promise<Result<RawFile[]>> {
  const results: Result<RawFile | undefined>[] = [];
  let bytes = 0;
  for (let from = 0; from < found.length; from += CONCURRENCY) {
    const batch = found.slice(from, from + CONCURRENCY).map((file) => readOne(file, root, cwd));
    const read = await Promise.all(batch);
    results.push(...read);
    bytes = read.reduce((sum, { value }) => sum + (value?.bytes.length ?? 0), bytes);
    if (bytes > MAX_BOOK_BYTES) return { value: [], messages: [bookTooLarge(messagePath(root, cwd))] };
  }
  return {
    value: results.flatMap(({ value }) => (value ? [value] : [])),
    messages: results.flatMap(({ messages }) => messages),
  };
}

/** One file's bytes, where it lies in the book's folder; else messages that say why not. */
export async function readOne(
  { absolute, rel }: Found,
  root: string,
  cwd: string,
): Promise<Result<RawFile | undefined>> {
  const shown = messagePath(absolute, cwd);
  const refuse = (message: Message) => ({ value: undefined, messages: [message] });
  try {
    const read = await readInside(absolute, root, MAX_MANUSCRIPT_BYTES);
    if ('size' in read) return refuse(tooLarge(shown, read.size));
    if ('problem' in read) return refuse(read.problem === 'outside' ? outside(shown) : notFile(shown));
    return { value: { path: shown, rel: rel.normalize('NFC'), bytes: read.bytes }, messages: [] };
  } catch (cause) {
    return refuse(unreadable(shown, cause));
  }
}

/** Whether there is a folder at a path. */
export const isFolder = (absolute: string): Promise<boolean> =>
  stat(absolute).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** A system error's code (`EACCES`), or the error in words. */
export const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);

const NO_PERMISSION = 'you have no permission to read it';
/** What the system says of a file that was named. */
const NAMED: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EISDIR: 'it is a folder',
};

/** Why a file that somebody named could not be read, in words; the error's own where there are no better ones. */
export function whyUnread(cause: unknown): string {
  const code = codeOf(cause);
  const why = own(NAMED, code);
  return why === undefined ? (cause as Error).message : `${why} (${code})`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ENOENT: 'it is a link to nothing, or has just been removed',
  ELOOP: 'it is a link to itself',
  EISDIR: 'it is a folder',
};

function unreadable(shown: string, cause: unknown): Message {
  const code = codeOf(cause);
  const why = REASONS[code] ?? 'it cannot be read';
  const mend = why === NO_PERMISSION ? 'Change its permissions, or move' : 'Move';
  return fatal('files:unreadable', `Could not read this: ${why} (${code})`, {
    path: shown,
    hint: `${mend} it out of the book’s folder.`,
  });
}

const outside = (shown: string): Message =>
  error('files:outside', 'This link leads out of the book’s folder', {
    path: shown,
    hint: 'Copy the file into the book’s folder.',
  });

const notFile = (shown: string): Message =>
  warning('files:not-a-file', 'This has the name of a manuscript but is not a file', {
    path: shown,
    hint: 'It was left out of the book. Give it a name that does not end in `.md`.',
  });

const tooLarge = (shown: string, size: number): Message =>
  fatal(
    'files:too-large',
    `This file is too large: ${megabytes(size)}; the most is ${megabytes(MAX_MANUSCRIPT_BYTES)}`,
    {
      path: shown,
      hint: 'Split the text into chapters, one file each.',
    },
  );

const bookTooLarge = (shown: string): Message =>
  fatal(
    'files:too-large',
    `This book is too large: its manuscripts have more than ${megabytes(MAX_BOOK_BYTES)}`,
    {
      path: shown,
      hint: 'Split it into books, one folder each.',
    },
  );

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

const leftOut = (shown: string): Message =>
  info('files:left-out', 'Hidden files, `README.md` and files about a repository were left out of the book', {
    path: shown,
  });

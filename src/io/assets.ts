/** The images of a book, read from its own folder and nowhere else. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FoundFile } from '../types.js';
import { codeOf } from './files.js';
import { isInside, readInside } from './inside.js';
import { note } from './journal.js';
import { realPath } from './real.js';

/** The most bytes that an image may have: 32 MiB. */
export const MAX_ASSET_BYTES = 32 * 1024 * 1024;
/** The most bytes that all images of a book may have: they are held together. */
const MAX_BYTES = 1024 * 1024 * 1024;

type Problem = Extract<FoundFile, { problem: string }>['problem'];

/**
 * The bytes of `files` (paths in the book's folder, forward slashes), or why there are none, by path.
 *
 * Names must agree to the letter in upper and lower case, also where the file system does not ask for it, so that a
 * book builds on every machine; composed and decomposed accents are the same.
 */
export async function readAssets(root: string, files: readonly string[]): Promise<Map<string, FoundFile>> {
  const realRoot = await realPath(root).catch((cause: unknown) => {
    for (const file of files) note(root, file, { problem: 'unreadable' });
    throw cause;
  });
  const folders = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const found = new Map<string, FoundFile>();
  let left = MAX_BYTES;
  for (const file of new Set(files)) {
    const asset = await readAsset(realRoot, file, folders, left);
    if ('bytes' in asset) left -= asset.bytes.length;
    found.set(file, asset);
    note(root, file, asset);
  }
  return found;
}

/** Names in a folder as they are on disk, by their composed form. */
type Folders = Map<string, Promise<ReadonlyMap<string, string>>>;

async function readAsset(root: string, file: string, folders: Folders, left: number): Promise<FoundFile> {
  if (isElsewhere(file)) return { problem: 'outside' };
  try {
    const absolute = await locate(root, file, folders);
    if (absolute === undefined) return { problem: 'missing' };
    const read = await readInside(absolute, root, Math.min(MAX_ASSET_BYTES, left));
    if ('bytes' in read) return read;
    if ('size' in read) return { problem: read.size > MAX_ASSET_BYTES ? 'too-large' : 'too-much' };
    return { problem: read.problem === 'outside' ? 'outside' : 'missing' };
  } catch (cause) {
    return { problem: problemOf(cause) };
  }
}

/** Whether a path is absolute on some system, names a drive or another machine, or climbs out of the folder. */
function isElsewhere(file: string): boolean {
  if (file.includes('\0') || path.posix.isAbsolute(file) || path.win32.isAbsolute(file)) return true;
  if (/^[a-z]:/i.test(file)) return true;
  let depth = 0;
  for (const step of file.split(/[/\\]/)) {
    if (step === '..') depth -= 1;
    else if (step !== '' && step !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** The file's absolute path, each step of it found in its folder's listing; nothing where a step is not there. */
async function locate(root: string, file: string, folders: Folders): Promise<string | undefined> {
  let absolute = root;
  for (const step of path.posix.normalize(file).split('/')) {
    if (step === '.' || step === '') continue;
    const name = (await namesIn(absolute, folders)).get(step.normalize('NFC'));
    if (name === undefined) return undefined;
    absolute = path.join(absolute, name);
    if (!isInside(root, await realPath(absolute))) return absolute;
  }
  return absolute;
}

function namesIn(folder: string, folders: Folders): Promise<ReadonlyMap<string, string>> {
  const known = folders.get(folder);
  if (known) return known;
  const names = readdir(folder).then((list) => new Map(list.map((name) => [name.normalize('NFC'), name])));
  folders.set(folder, names);
  return names;
}

const PROBLEMS: Readonly<Record<string, Problem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
};

const problemOf = (cause: unknown): Problem => PROBLEMS[codeOf(cause)] ?? 'unreadable';

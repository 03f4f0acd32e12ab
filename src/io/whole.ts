/** Files as wholes: reading one, and writing one so that a failed or killed build leaves the old file or the new one, never half of one. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface WriteOptions {
  /** Looks at the temporary file before it takes the place of the old one; throws where it must not. */
  verify?: (temporary: string) => Promise<void>;
}

/**
 * Writes bytes to a file by way of a temporary file beside it, synced and renamed; makes its folder. A file that
 * holds these very bytes is left untouched, its time too.
 *
 * @returns whether the file changed.
 * @throws the system's error, with the path, where the folder or the file cannot be written.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<boolean> {
  const temporary = await prepare(path, bytes, options);
  if (temporary === undefined) return false;
  await place(temporary, path);
  await settleFolder(dirname(path), [path]);
  return true;
}

/** A file to be written. */
export interface WholeFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Writes sets of files one after the other, each file as `writeWhole` does, and looks through each folder once:
 * thousands of stories go into one. All files of a set are on the disk before the first of them takes its place, and
 * where one cannot take it, those before it give theirs back: a set is written as a whole or not at all. Throws as
 * `writeWhole` does; the sets before the one at fault are written.
 *
 * @returns whether each file changed, in their order.
 */
export async function writeWholes(sets: readonly (readonly WholeFile[])[]): Promise<boolean[]> {
  const changes: boolean[] = [];
  const folders = new Map<string, string[]>();
  for (const files of sets) {
    const temporaries = await prepareAll(files);
    const made = files.flatMap(({ path }, index) => {
      const temporary = temporaries[index];
      return temporary === undefined ? [] : [{ path, temporary }];
    });
    await placeAll(made);
    changes.push(...temporaries.map((temporary) => temporary !== undefined));
    for (const { path } of made) {
      const known = folders.get(dirname(path));
      if (known) known.push(path);
      else folders.set(dirname(path), [path]);
    }
  }
  for (const [folder, paths] of folders) await settleFolder(folder, paths);
  return changes;
}

async function prepareAll(files: readonly WholeFile[]): Promise<(string | undefined)[]> {
  const temporaries: (string | undefined)[] = [];
  try {
    for (const { path, bytes } of files) temporaries.push(await prepare(path, bytes, {}));
  } catch (cause) {
    for (const temporary of temporaries) if (temporary !== undefined) await discard(temporary);
    throw cause;
  }
  return temporaries;
}

/** Lets temporary files take their places, all of them or none. */
async function placeAll(made: readonly { path: string; temporary: string }[]): Promise<void> {
  const [only] = made;
  if (only && made.length === 1) {
    await place(only.temporary, only.path);
    return;
  }
  const before: { path: string; bytes: Uint8Array | undefined }[] = [];
  try {
    for (const { path, temporary } of made) {
      const bytes = await readFile(path).catch(() => undefined);
      await replace(temporary, path);
      before.push({ path, bytes });
    }
  } catch (cause) {
    for (const { temporary } of made) await discard(temporary);
    // What is said is why it failed, not that the way back failed as well.
    for (const { path, bytes } of before)
      await (bytes ? writeWhole(path, bytes) : rm(path, { force: true })).catch(() => undefined);
    throw cause;
  }
}

// Where the drive is gone, the temporary file is too; the error says why.
const discard = (temporary: string): Promise<void> => rm(temporary, { force: true }).catch(() => undefined);

async function place(temporary: string, path: string): Promise<void> {
  try {
    await replace(temporary, path);
  } catch (cause) {
    await discard(temporary);
    throw cause;
  }
}

/** How long to wait before each further try, in milliseconds: a virus scanner lets go of a new file soon, a reader does not. */
const PATIENCE = platform() === 'win32' ? [20, 100, 300, 600] : [];

/** Renames a file over another. Windows refuses that while a program has the other open: the error then is `EBUSY`. */
async function replace(temporary: string, path: string): Promise<void> {
  for (const wait of PATIENCE) {
    try {
      await rename(temporary, path);
      return;
    } catch {
      await setTimeout(wait);
    }
  }
  try {
    await rename(temporary, path);
  } catch (cause) {
    if (PATIENCE.length > 0 && (await isInUse(path))) Object.assign(cause as Error, { code: 'EBUSY' });
    throw cause;
  }
}

/** Whether another program keeps a file to itself (Windows). */
const isInUse = (path: string): Promise<boolean> =>
  open(path, 'r+').then(
    async (file) => {
      await file.close();
      return false;
    },
    (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'EBUSY',
  );

/** The temporary file that is to take the place of a file; none where the file holds these very bytes. */
async function prepare(
  path: string,
  bytes: Uint8Array,
  { verify }: WriteOptions,
): Promise<string | undefined> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  if (await holds(path, bytes)) return undefined;
  // Hidden, and not called `.epub`: no reader and no watcher takes it for a book.
  const temporary = join(folder, `${temporaryPrefix(path)}${randomBytes(RANDOM_BYTES).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await verify?.(temporary);
  } catch (cause) {
    await discard(temporary);
    // Of a file that is open, the system does not say which it is.
    if (cause instanceof Error && 'code' in cause && !('path' in cause)) Object.assign(cause, { path });
    throw cause;
  }
  return temporary;
}

/** Clears a folder of what killed builds left beside files that were just written, and makes the new ones last. */
async function settleFolder(folder: string, paths: readonly string[]): Promise<void> {
  const [path] = paths;
  if (path === undefined) return;
  await clearLeftovers(folder, path, new Set(paths.map(temporaryPrefix)));
  await syncFolder(folder);
}

/** What the names of a file's temporary files begin with: its own name, cut where that would be too long a name. */
const temporaryPrefix = (path: string): string => `.${Array.from(basename(path)).slice(0, 48).join('')}.`;

/** What tells the temporary files of one file apart, and how many characters of a name that is with `.tmp`. */
const RANDOM_BYTES = 6;
const ENDING = RANDOM_BYTES * 2 + '.tmp'.length;

/** The bytes of a file. Throws the system's error where it cannot be read. */
export const readWhole = (path: string): Promise<Uint8Array> => readFile(path);

/** A temporary file that is this much older than the file just written, in milliseconds, belongs to a killed build. */
const LEFT_OVER = 10 * 60 * 1000;

/** Removes what killed builds left in a folder under names that begin so; `written` has the folder's own clock. */
async function clearLeftovers(folder: string, written: string, prefixes: ReadonlySet<string>): Promise<void> {
  const { mtimeMs: now } = await stat(written);
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.tmp') || !prefixes.has(name.slice(0, -ENDING))) continue;
    const leftover = join(folder, name);
    const { mtimeMs } = await stat(leftover).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > LEFT_OVER) await rm(leftover, { force: true });
  }
}

/** Whether a file holds these very bytes; false where it cannot be read. */
export async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await readFile(path), bytes) === 0;
  } catch {
    return false;
  }
}

/** Makes the rename itself last; systems that cannot open a folder (Windows) do without. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file is in place; only a power cut at this moment could still bring the old one back.
  }
}

/** Files as wholes: reading one, and writing one so that a failed or killed build leaves the old file or the new one, never a half. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

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
  { verify }: WriteOptions = {},
): Promise<boolean> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  if (await holds(path, bytes)) return false;
  // Hidden, and not called `.epub`: no reader and no watcher takes it for a book.
  const temporary = join(folder, `${temporaryPrefix(path)}${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await verify?.(temporary);
    await rename(temporary, path);
    await clearLeftovers(path);
  } catch (cause) {
    // Where the drive is gone, the temporary file is too; what is said is why.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cause;
  }
  await syncFolder(folder);
  return true;
}

/** What the names of a file's temporary files begin with: its own name, cut where that would be too long a name. */
const temporaryPrefix = (path: string): string => `.${Array.from(basename(path)).slice(0, 48).join('')}.`;

/** The bytes of a file. Throws the system's error where it cannot be read. */
export const readWhole = (path: string): Promise<Uint8Array> => readFile(path);

/** A temporary file that is this much older than the file just written, in milliseconds, belongs to a killed build. */
const LEFT_OVER = 10 * 60 * 1000;

/** Removes what killed builds left beside a file. */
async function clearLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const { mtimeMs: now } = await stat(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(temporaryPrefix(path)) || !name.endsWith('.tmp')) continue;
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

/** A place that keeps files under names that say what is in them, each written once and whole; here, a folder. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './files.js';
import { writeWhole } from './whole.js';

export interface Store {
  /** What it is called in messages; no password is in it. */
  place: string;
  has: (name: string) => Promise<boolean>;
  /** The bytes of a file; nothing where there is none of the name. */
  read: (name: string) => Promise<Uint8Array | undefined>;
  /** Writes a file whole, or not at all, where none of the name is there; whether it did. */
  write: (name: string, bytes: Uint8Array) => Promise<boolean>;
}

const isMissing = (cause: unknown): boolean => codeOf(cause) === 'ENOENT';

/**
 * The store in an absolute folder, which is made where it is not there.
 *
 * @throws the system's error, as each of its functions does.
 */
export async function folderStore(folder: string, place: string): Promise<Store> {
  await mkdir(folder, { recursive: true });
  const has = (name: string): Promise<boolean> =>
    stat(join(folder, name)).then(
      (stats) => stats.isFile(),
      (cause: unknown) => {
        if (isMissing(cause)) return false;
        throw cause;
      },
    );
  return {
    place,
    has,
    read: (name) =>
      readFile(join(folder, name)).catch((cause: unknown) => {
        if (isMissing(cause)) return undefined;
        throw cause;
      }),
    write: async (name, bytes) => !(await has(name)) && writeWhole(join(folder, name), bytes),
  };
}

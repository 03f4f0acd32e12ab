/** Folders that are there for a while. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder in the system's own for temporary files, which nobody else may look into. */
export const temporaryFolder = (prefix: string): Promise<string> => mkdtemp(join(tmpdir(), prefix));

/** Takes a folder away, with all that is in it. */
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/**
 * Writes files into a new folder, by their paths in it, which lead nowhere else. A file that is there already is not
 * written over: two paths may mean the same file to this system.
 */
export async function writeTree(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const made = new Set<string>();
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    const parent = dirname(path);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(path, bytes, { flag: 'wx' });
  }
}

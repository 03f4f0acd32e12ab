/** Reads a file, and nothing that is put in its place meanwhile. */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { realPath } from './real.js';

/** Whether the real path `inner` is `root` or lies in it. */
export function isInside(root: string, inner: string): boolean {
  const relative = path.relative(root, inner);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Windows knows neither. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export type Opened = { bytes: Uint8Array } | { problem: 'outside' | 'not-a-file' } | { size: number };

/**
 * The bytes of a file whose real path lies in `root`; its size where it has more than `most`.
 *
 * @throws the system's error where it cannot be read.
 */
export async function readInside(absolute: string, root: string, most: number): Promise<Opened> {
  const real = await realPath(absolute);
  return isInside(root, real) ? readReal(real, most) : { problem: 'outside' };
}

/**
 * The bytes of a file that somebody named, wherever links lead to it; its size where it has more than `most`.
 *
 * @throws the system's error where it cannot be read.
 */
export const readNamed = async (path: string, most = Infinity): Promise<Opened> =>
  readReal(await realPath(path), most);

/** What was opened is looked at, not what the name meant before: no link is followed, and the path is asked for again. */
async function readReal(real: string, most: number): Promise<Opened> {
  // A pipe would wait for somebody to write to it, a device do what devices do.
  if (!(await stat(real)).isFile()) return { problem: 'not-a-file' };
  const file = await open(real, FLAGS);
  try {
    const opened = await file.stat();
    if (!opened.isFile()) return { problem: 'not-a-file' };
    const named = await stat(real);
    const isSame = named.ino === opened.ino && named.dev === opened.dev && (await realPath(real)) === real;
    if (!isSame) return { problem: 'outside' };
    return opened.size > most ? { size: opened.size } : { bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

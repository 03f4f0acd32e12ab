/** Reading a file of a folder, and nothing that is put in its place meanwhile. */
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

export type Inside = { bytes: Uint8Array } | { problem: 'outside' | 'not-a-file' } | { size: number };

/**
 * The bytes of a file whose real path lies in `root`; its size where it has more than `most`. What was opened is
 * looked at, not what the name meant before: no link is followed in the last step, and the path is asked for again.
 *
 * @throws the system's error where it cannot be read.
 */
export async function readInside(absolute: string, root: string, most: number): Promise<Inside> {
  const real = await realPath(absolute);
  if (!isInside(root, real)) return { problem: 'outside' };
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

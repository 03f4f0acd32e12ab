/** Reads a file, and nothing that is put in its place meanwhile. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { areKept } from '../memo.js';
import { realPathNow } from './real.js';

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
export const readInside = (absolute: string, root: string, most: number): Promise<Opened> =>
  promised(() => {
    const real = realPathNow(absolute);
    return isInside(root, real) ? readReal(real, most) : { problem: 'outside' };
  });

/**
 * The bytes of a file that somebody named, wherever links lead to it; its size where it has more than `most`.
 *
 * @throws the system's error where it cannot be read.
 */
export const readNamed = (path: string, most = Infinity): Promise<Opened> =>
  promised(() => readReal(realPathNow(path), most));

const promised = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

/**
 * What was opened is looked at, not what the name meant before: no link is followed, and the path is asked for again.
 * Seven calls of the system, each of which would take ten times as long by way of Node's threads.
 */
function readReal(real: string, most: number): Opened {
  // A pipe would wait for somebody to write to it, a device do what devices do.
  if (!statSync(real).isFile()) return { problem: 'not-a-file' };
  const file = openSync(real, FLAGS);
  try {
    const opened = fstatSync(file);
    if (!opened.isFile()) return { problem: 'not-a-file' };
    const named = statSync(real);
    const isSame = named.ino === opened.ino && named.dev === opened.dev && realPathNow(real) === real;
    if (!isSame) return { problem: 'outside' };
    return opened.size > most ? { size: opened.size } : { bytes: bytesOf(file, real) };
  } finally {
    closeSync(file);
  }
}

/** What was read last, as long as anybody has it, by real paths; of so many that no book has more. */
const last = new Map<string, WeakRef<Uint8Array>>();
const MOST_KEPT = 10_000;
const CHUNK = Buffer.alloc(64 * 1024);

/**
 * The bytes of an open file. Where results are kept between builds, a file that still has the bytes from before gives
 * those: new ones for every file at every edit, outside of Node's heap, leave tens of megabytes that the system's
 * allocator never gives back.
 */
function bytesOf(file: number, real: string): Uint8Array {
  if (!areKept()) return readFileSync(file);
  const before = last.get(real)?.deref();
  if (before && isStill(file, before)) return before;
  const bytes = readFileSync(file);
  if (last.size >= MOST_KEPT) last.clear();
  last.set(real, new WeakRef(bytes));
  return bytes;
}

function isStill(file: number, bytes: Uint8Array): boolean {
  for (let at = 0; ;) {
    const count = readSync(file, CHUNK, 0, CHUNK.length, at);
    if (count === 0) return at === bytes.length;
    if (Buffer.compare(CHUNK.subarray(0, count), bytes.subarray(at, at + count)) !== 0) return false;
    at += count;
  }
}

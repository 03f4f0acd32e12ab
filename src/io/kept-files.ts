/**
 * Files of the folder for caches: what can be made again. A damaged one is as none, a folder that cannot be written
 * keeps nothing, and of each kind, which is how the names begin, the oldest are removed.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

const SUM_BYTES = 4;

/** What was kept in a file by `keepFile`; undefined where there is none, or not the whole of it. */
export function readKeptFile(path: string): Buffer | undefined {
  try {
    const whole = readFileSync(path);
    const bytes = whole.subarray(SUM_BYTES);
    return crc32(bytes) === whole.readUInt32LE(0) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps bytes in a file, which the user alone can read, after a checksum: by way of another, since others may write too. */
export function keepFile(path: string, bytes: Uint8Array, most: number): void {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(crc32(bytes));
  try {
    mkdirSync(dirname(path), { recursive: true });
    const own = mkdtempSync(`${path}.`);
    try {
      writeFileSync(join(own, 'new'), Buffer.concat([sum, bytes]), { mode: 0o600 });
      renameSync(join(own, 'new'), path);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  } catch {
    return;
  }
  forget(path, most);
}

/** Of the files beside one that are of its kind, removes the oldest where there are more than `most`: a quarter at once. */
export function forget(path: string, most: number): void {
  const folder = dirname(path);
  const kind = basename(path).replace(/-.*/, '-');
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith(kind));
    if (names.length <= most) return;
    const files = names.map((name) => join(folder, name));
    const byAge = files
      .map((file) => ({ file, time: statSync(file).mtimeMs }))
      .sort((one, other) => other.time - one.time);
    for (const { file } of byAge.slice(Math.ceil(most * 0.75)))
      rmSync(file, { recursive: true, force: true });
  } catch {
    // Another process removes them too.
  }
}

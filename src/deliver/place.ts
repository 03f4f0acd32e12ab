/** Puts one file on a device: the old file stays or the new one is whole, read back before it counts. */
import { access, constants, mkdir, readdir, readFile, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { error, type Result } from '../diagnostics.js';
import { isInside } from '../io/files.js';
import { holds, writeWhole } from '../io/whole.js';
import { grouped } from '../text/numbers.js';
import type { Message } from '../types.js';
import type { Target } from './find.js';
import { folded } from './names.js';
import { otherBook } from './other.js';

/** What became of a file: there was none, another edition was there, or this very one. */
type Outcome = 'new' | 'changed' | 'same';

export interface Placed {
  /** Absolute path on the device. */
  path: string;
  outcome: Outcome;
}

export interface PlaceOptions {
  /** Whether to say what would be done, and write nothing. */
  dryRun?: boolean;
}

/**
 * Puts bytes under a name into the target's folder, which it makes.
 *
 * The value is undefined, and a message says why, where the file cannot be written: no room, no leave, no device any
 * more, or another book of that name. What was there before is then there still.
 */
export async function place(
  bytes: Uint8Array,
  name: string,
  target: Target,
  { dryRun = false }: PlaceOptions = {},
): Promise<Result<Placed | undefined>> {
  const folder = join(target.root, target.folder);
  let path = join(folder, name);
  try {
    await demandPresent(target);
    const [root, real] = await Promise.all([target.root, await nearest(folder)].map((one) => realpath(one)));
    if (root && real && !isInside(root, real)) return failed(outside(path, real));
    path = join(folder, await nameThere(folder, name));
    const there = await stat(path).catch(absent);
    // What is no file may be a pipe, from which nothing ever comes.
    if (there && !there.isFile()) throw new Error(`${path} exists and is not a file`);
    const old = there && (await readFile(path));
    const outcome: Outcome =
      old === undefined ? 'new' : Buffer.compare(old, bytes) === 0 ? 'same' : 'changed';
    if (outcome === 'same') return { value: { path, outcome }, messages: [] };
    const other = old && otherBook(path, old, bytes);
    if (other) return failed(other);
    const room = await roomIn(target.root);
    if (room < bytes.length) return failed(noRoom(path, bytes.length, room));
    if (dryRun) {
      await access(await nearest(folder), constants.W_OK);
      return { value: { path, outcome }, messages: [] };
    }
    await mkdir(folder, { recursive: true });
    let written = 0;
    const verify = async (temporary: string) => {
      await demandHolds(temporary, bytes);
      ({ ino: written } = await stat(temporary));
    };
    await writeWhole(path, bytes, { verify });
    await demandPresent(target);
    // Another sideload may have put its edition there since; that one is compared then.
    if ((await stat(path)).ino === written) await demandHolds(path, bytes);
    return { value: { path, outcome }, messages: [] };
  } catch (cause) {
    return failed(cannotWrite(path, cause));
  }
}

const failed = (message: Message): Result<undefined> => ({ value: undefined, messages: [message] });

/** Nothing where there is no file; any other failure stands. */
function absent(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== 'ENOENT') throw cause;
}

/** The name as it is on the device already, where only its case or the form of its accents differs. */
async function nameThere(folder: string, name: string): Promise<string> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  return names.includes(name) ? name : (names.find((other) => folded(other) === folded(name)) ?? name);
}

/** A file takes whole clusters, of up to 64 KiB on FAT, and its entry another. */
const OVERHEAD = 2 * 64 * 1024;

/** Bytes that may be written; no limit on file systems that do not tell, and say that they have no blocks at all. */
async function roomIn(root: string): Promise<number> {
  const { blocks, bavail, bsize } = await statfs(root);
  return blocks === 0 ? Infinity : Math.max(bavail * bsize - OVERHEAD, 0);
}

/** The folder, or the nearest one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const stats = await stat(folder).catch(() => undefined);
  return stats || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

/** Throws where the drive is no longer the one that was found: its folder may be there still, on another drive. */
async function demandPresent({ root, volume }: Target): Promise<void> {
  const { dev } = await stat(root);
  if (dev !== volume) throw Object.assign(new Error(`another drive at ${root}`), { code: 'ENODEV' });
}

/** Throws where a file does not hold these bytes. */
export async function demandHolds(path: string, bytes: Uint8Array): Promise<void> {
  if (!(await holds(path, bytes))) {
    throw Object.assign(new Error(`${path} reads back as other bytes`), { code: 'EIO' });
  }
}

const outside = (path: string, real: string): Message =>
  error('device:outside', `A link on the device leads away from it, to \`${real}\``, {
    path,
    hint: 'Nothing was written there. Remove the link, or name the folder that it leads to with `--to`.',
  });

const noRoom = (path: string, size: number, room: number): Message =>
  error(
    'device:no-room',
    `The device has ${inKilobytes(room)} of room left, and the book needs ${inKilobytes(size)}`,
    { path, hint: 'Remove something from the device. The old book, if there was one, is still there.' },
  );

const inKilobytes = (bytes: number): string => `${grouped(Math.ceil(bytes / 1000))} kB`;

const READ_ONLY = {
  id: 'device:read-only',
  reason: 'The device cannot be written to',
  hint: 'See whether it is locked, write-protected or mounted read-only; after a pulled cable, have its drive checked.',
};
const FULL = {
  id: 'device:no-room',
  reason: 'The device is full',
  hint: 'Remove something from the device. The old book, if there was one, is still there.',
};
const GONE = {
  id: 'device:gone',
  reason: 'The connection to the device was lost',
  hint: 'Connect it and run the command again: the device has the old book or the new one, never half of one.',
};
const PROBLEMS: Readonly<Record<string, typeof GONE>> = {
  EROFS: READ_ONLY,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EIO: GONE,
  ENODEV: GONE,
  ENXIO: GONE,
  ENOENT: GONE,
  ENOTCONN: GONE,
};

function cannotWrite(path: string, cause: unknown): Message {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const { id, reason, hint } = PROBLEMS[code] ?? {
    id: 'device:cannot-write',
    reason: 'Could not write to the device',
    hint: 'What was on the device before is still there.',
  };
  return error(id, `${reason} (${message})`, { path, hint });
}

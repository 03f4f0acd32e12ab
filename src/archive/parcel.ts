/**
 * A book's sources as one file: a ZIP archive whose bytes follow from its files alone. Unpacked, it is a folder in which
 * `octavo build` makes the same book: `manuscripts/`, and `themes/` where the book wears one of its author's.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { openArchive } from '../epub/archive.js';
import { readDirectory } from '../epub/directory.js';
import { compareTexts } from '../text/compare.js';

/** The most that a parcel may hold, packed or not. */
const MOST_FILES = 20_000;
const MOST_MIB = 512;
const MOST_BYTES = MOST_MIB * 1024 * 1024;
/** The longest path in it, in bytes: what every system can write below a folder of its own. */
const LONGEST_NAME = 1000;

/** Media that are compressed already. */
const STORED = /\.(?:jpe?g|png|gif|webp|woff2?|zip|epub)$/iu;
/** The one time of all entries, on every clock: what ZIP counts from. */
const TIME = new Date(1980, 0, 1, 12);

/** A parcel that is not to be unpacked; it will be none the next time either. */
export const UNSAFE = 'OCTAVO_UNSAFE_PARCEL';
/** A parcel that is not what its hash says. */
export const DAMAGED = 'OCTAVO_DAMAGED_PARCEL';

/** Why files are too many or too large for a parcel; nothing where they are not. */
export function excessOf(count: number, bytes: number): string | undefined {
  if (count > MOST_FILES) return `${String(count)} files; the most is ${String(MOST_FILES)}`;
  if (bytes > MOST_BYTES) return `more than ${String(MOST_MIB)} MiB`;
  return undefined;
}

/** Packs files, by their paths with forward slashes; the same files give the same bytes. */
export function packParcel(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = Object.create(null) as Zippable;
  for (const [name, bytes] of [...files].sort(([a], [b]) => compareTexts(a, b)))
    entries[name] = [bytes, { level: STORED.test(name) ? 0 : 6 }];
  return zipSync(entries, { mtime: TIME, os: 0 });
}

/**
 * The files of a parcel that nobody is known to have packed, by their paths: each of them stays in the folder that it
 * is unpacked in, and all together are no more than a book may have.
 *
 * @throws Error with the code `UNSAFE` or `DAMAGED`.
 */
export function openParcel(bytes: Uint8Array): Map<string, Uint8Array> {
  const directory = readDirectory(bytes);
  if (!directory) throw failure(DAMAGED, 'the sources are cut off or damaged');
  const entries = [...directory];
  const excess = excessOf(
    entries.length,
    entries.reduce((sum, [, { size }]) => sum + size, 0),
  );
  if (excess !== undefined) throw failure(UNSAFE, `the sources have ${excess}`);
  for (const [name] of entries)
    if (!isSafe(name)) throw failure(UNSAFE, `the sources have a file that leaves their folder: \`${name}\``);
  const archive = openArchive(bytes);
  try {
    return new Map(archive.names.map((name) => [name, archive.bytes(name) ?? new Uint8Array()]));
  } catch (cause) {
    throw failure(DAMAGED, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Whether a path is relative on every system and climbs nowhere; the archive knows no links. */
const isSafe = (name: string): boolean =>
  strToU8(name).length <= LONGEST_NAME &&
  name.split('/').every((step) => step !== '' && step !== '.' && step !== '..' && !/[\\:\p{Cc}]/u.test(step));

const failure = (code: string, reason: string): Error => Object.assign(new Error(reason), { code });

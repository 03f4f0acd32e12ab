/** A stranger's ZIP archive, opened without trust: each file is unpacked when it is asked for, into what it declared. */
import { crc32 } from 'node:zlib';
import { inflateSync } from 'fflate';
import { LOCAL_HEADER, readDirectory, type Entry } from './directory.js';

const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

export interface Archive {
  /** Names of the files in the archive's order, folders left out. */
  names: readonly string[];
  /** The entry of a name, as the directory states it. */
  entry(name: string): Entry | undefined;
  /**
   * The bytes of a file, at most as many as the directory says; undefined where there is none of the name.
   *
   * @throws Error in an author's words where the file is damaged, encrypted, packed in an unknown way or too large.
   */
  bytes(name: string): Uint8Array | undefined;
  /** The same as text: UTF-8, or UTF-16 where a byte-order mark says so; the mark itself is gone. */
  text(name: string): string | undefined;
}

export interface ArchiveOptions {
  /** The most bytes that a file may unpack to. Without it, what `archiveProblem` allows for all of them together. */
  largest?: number;
}

/**
 * Opens an archive; only its directory is read. Look with `archiveProblem` first: it bounds sizes and numbers.
 *
 * @throws Error where the directory is missing or cut off.
 */
export function openArchive(bytes: Uint8Array, { largest = Infinity }: ArchiveOptions = {}): Archive {
  const directory = readDirectory(bytes);
  if (!directory) throw new Error('The archive is cut off before its end');
  const archive: Archive = {
    names: [...directory.keys()].filter((name) => !name.endsWith('/')),
    entry: (name) => directory.get(name),
    bytes: (name) => {
      const entry = directory.get(name);
      if (entry && entry.size > largest) throw new Error(`\`${name}\` is too large`);
      return entry && unpack(bytes, name, entry);
    },
    text: (name) => {
      const found = archive.bytes(name);
      return found && new TextDecoder(encodingOf(found)).decode(found);
    },
  };
  return archive;
}

function unpack(archive: Uint8Array, name: string, entry: Entry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { offset, method, packed, size, crc } = entry;
  const damaged = () => new Error(`\`${name}\` is damaged`);
  if (entry.isEncrypted) throw new Error(`\`${name}\` is locked with a password`);
  if (offset + LOCAL_LENGTH > archive.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw damaged();
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = archive.subarray(start, start + packed);
  if (data.length < packed) throw damaged();
  const unpacked = method === STORED ? data : method === DEFLATED ? inflated(data, size) : undefined;
  if (!unpacked) throw new Error(`\`${name}\` is compressed in an unknown way (\`${String(method)}\`)`);
  if (crc32(unpacked) !== crc) throw damaged();
  return unpacked;
}

/** Into a buffer of the declared size: what claims to be small cannot grow. Damage shows in the sum. */
function inflated(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  try {
    return inflateSync(data, { out });
  } catch {
    return out.subarray(0, 0);
  }
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';

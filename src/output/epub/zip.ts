/**
 * The EPUB container: a ZIP file whose bytes follow from its entries alone.
 *
 * DEFLATE comes from fflate, not from Node's zlib: zlib's output differs between the versions and processors
 * that Node is built for, and the same book must be the same bytes everywhere.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * @see https://www.w3.org/TR/epub-33/#sec-container-zip
 */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { keptResult } from '../../memo.js';
import { sha256 } from '../../text/digest.js';
import type { Packed } from '../../types.js';

export interface ZipEntry {
  /** ASCII path with forward slashes. */
  name: string;
  bytes: Uint8Array;
}

/** Media that are compressed already, for which DEFLATE would only cost time. */
const STORED = /^mimetype$|\.(?:jpe?g|png|gif|webp|woff2?)$/u;

/** How fflate packs: lower levels take the same time for texts. */
export const DEFLATE = { level: 9 } as const;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 2.0: the version that brought DEFLATE. */
const VERSION = 20;

/** An entry's bytes as the archive holds them. */
interface Pack {
  /** 0: stored, 8: deflated. */
  method: number;
  body: Uint8Array;
  /** Bytes unpacked. */
  size: number;
  crc: number;
}

/** Packs by the bytes that they are made of: what several formats of a book share is packed once. */
const packs = new WeakMap<Uint8Array, Pack>();

/** Takes bytes that were packed ahead of time, as `pack` would pack them, for what they are. */
export function keepPacked(bytes: Uint8Array, { body, crc }: Packed): void {
  packs.set(bytes, { method: 8, body, size: bytes.length, crc });
}

function pack({ name, bytes }: ZipEntry): Pack {
  const packed = STORED.test(name) ? bytes : deflateSync(bytes, DEFLATE);
  const isSmaller = packed.length < bytes.length;
  return {
    method: isSmaller ? 8 : 0,
    body: isSmaller ? packed : bytes,
    size: bytes.length,
    crc: crc32(bytes),
  };
}

/** A chapter that did not change since the last build is the same bytes, and is packed the same. */
const keyOf = ({ name, bytes }: ZipEntry): string => `${String(STORED.test(name))} ${sha256(bytes)}`;

/**
 * Packs entries in the order given, each with the same time.
 *
 * @param modified ISO 8601 instant in UTC; ZIP keeps two-second steps from 1980 to 2107.
 * @throws RangeError for what a ZIP file without 64-bit extensions cannot hold.
 */
export function zip(entries: readonly ZipEntry[], modified: string): Uint8Array {
  const time = dosTime(modified);
  const records = entries.map((entry) => {
    const known =
      packs.get(entry.bytes) ??
      keptResult(
        'zip',
        () => keyOf(entry),
        () => pack(entry),
      );
    packs.set(entry.bytes, known);
    return { name: Buffer.from(entry.name, 'ascii'), ...known };
  });
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, body, size, crc } of records) {
    // Version, flags, method, time, CRC-32, sizes, length of the name, length of the extra field.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(VERSION, 0);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(time, 6);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    directory.push(uint32(CENTRAL_HEADER), uint16(VERSION), shared, Buffer.alloc(10), uint32(offset), name);
    chunks.push(uint32(LOCAL_HEADER), shared, name, body);
    offset += 30 + name.length + body.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint16(value: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** Date and time as MS-DOS packs them, date in the upper half (APPNOTE 4.4.6). */
function dosTime(iso: string): number {
  const at = new Date(iso);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/**
 * DEFLATE for pictures of flat shapes, as one block with a code of its own: https://www.rfc-editor.org/rfc/rfc1951
 *
 * Node's zlib would give other bytes with other versions and processors.
 */
import { codeFor, type Code } from './huffman.js';
import { matchesIn } from './matches.js';

/** The symbol that ends the block; those behind it are lengths. */
const END = 256;
const SYMBOLS = 286;
const DISTANCES = 30;
const MOST_BITS = 15;
/** The lengths of codes are written in a code themselves. */
const LENGTH_SYMBOLS = 19;
const MOST_LENGTH_BITS = 7;
/** In this order, and those at the end left out where they do not occur: section 3.2.7. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Rows of `stride` bytes as a zlib stream: https://www.rfc-editor.org/rfc/rfc1950 */
export function zlibOf(bytes: Uint8Array, stride: number): Uint8Array {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(bytes, stride));
  return Buffer.concat([Uint8Array.of(0x78, 0x9c), deflated(matchesIn(bytes, stride)), sum]);
}

/** A length or a distance as a symbol and the bits behind it, which say what of its stretch it is. */
interface Coded {
  symbol: number;
  bits: number;
  rest: number;
}

/** Symbols come `1 << alike` at a time for each number of bits: the tables of section 3.2.5. */
function coded(value: number, alike: number, into: Coded): Coded {
  const bits = Math.max(0, 31 - Math.clz32(value) - alike);
  into.symbol = value < 1 << alike ? value : ((bits + 1) << alike) | ((value >> bits) & ((1 << alike) - 1));
  into.bits = bits;
  into.rest = value & ((1 << bits) - 1);
  return into;
}

const distanceCode = (match: number, into: Coded): Coded => coded((match & 0xffff) - 1, 1, into);

function lengthCode(match: number, into: Coded): Coded {
  const length = match >> 16;
  coded(length - 3, 2, into);
  // The longest has a symbol of its own.
  if (length === 258) [into.symbol, into.bits, into.rest] = [28, 0, 0];
  into.symbol += END + 1;
  return into;
}

function deflated(matches: readonly number[]): Uint8Array {
  const counts = new Uint32Array(SYMBOLS);
  const distances = new Uint32Array(DISTANCES);
  const one: Coded = { symbol: END, bits: 0, rest: 0 };
  const count = (table: Uint32Array, { symbol }: Coded): void => {
    table[symbol] = (table[symbol] as number) + 1;
  };
  count(counts, one);
  for (const match of matches) {
    if (match < END) counts[match] = (counts[match] as number) + 1;
    else {
      count(counts, lengthCode(match, one));
      count(distances, distanceCode(match, one));
    }
  }
  const code = codeFor(counts, MOST_BITS);
  const distanceWords = codeFor(distances, MOST_BITS);
  const bits = new Bits(matches.length * 6 + 1024);
  // The last block, with codes of its own.
  bits.put(1 | (2 << 1), 3);
  putLengths([code, distanceWords], bits);
  const put = (from: Code, { symbol, bits: behind, rest }: Coded): void => {
    putWord(symbol, from, bits);
    bits.put(rest, behind);
  };
  for (const match of matches) {
    if (match < END) putWord(match, code, bits);
    else {
      put(code, lengthCode(match, one));
      put(distanceWords, distanceCode(match, one));
    }
  }
  putWord(END, code, bits);
  return bits.written();
}

const putWord = (symbol: number, { codes, lengths }: Code, bits: Bits): void => {
  bits.put(codes[symbol] as number, lengths[symbol] as number);
};

function putLengths(tables: readonly Code[], bits: Bits): void {
  const all = tables.flatMap(({ lengths }) => [...lengths]);
  const counts = new Uint32Array(LENGTH_SYMBOLS);
  for (const length of all) counts[length] = (counts[length] as number) + 1;
  const code = codeFor(counts, MOST_LENGTH_BITS);
  const named = ORDER.findLastIndex((symbol) => code.lengths[symbol] !== 0) + 1;
  bits.put(SYMBOLS - 257, 5);
  bits.put(DISTANCES - 1, 5);
  bits.put(named - 4, 4);
  for (const symbol of ORDER.slice(0, named)) bits.put(code.lengths[symbol] as number, 3);
  for (const length of all) putWord(length, code, bits);
}

/** Bits in bytes, the lowest first. */
class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(most: number) {
    this.#bytes = new Uint8Array(most);
  }

  put(value: number, bits: number): void {
    this.#held |= value << this.#count;
    this.#count += bits;
    for (; this.#count >= 8; this.#count -= 8, this.#held >>>= 8) this.#bytes[this.#at++] = this.#held;
  }

  written(): Uint8Array {
    if (this.#count > 0) this.#bytes[this.#at++] = this.#held;
    return this.#bytes.subarray(0, this.#at);
  }
}

const ADLER = 65521;

/** The checksum of rows, which a row as the one above it adds to as that one did: https://www.rfc-editor.org/rfc/rfc1950#section-9 */
function adler32(bytes: Uint8Array, stride: number): number {
  let one = 1;
  let other = 0;
  let last = { from: 0, sum: 0, sums: 0 };
  for (let from = 0; from < bytes.length; from += stride) {
    const to = Math.min(from + stride, bytes.length);
    if (from === 0 || !isAlike(bytes, stride, last.from, from)) last = { from, ...sumsOf(bytes, from, to) };
    other = (other + (to - from) * one + last.sums) % ADLER;
    one = (one + last.sum) % ADLER;
  }
  return ((other << 16) | one) >>> 0;
}

/** Whether two rows are the same; a last one that is cut is as none. */
const isAlike = (bytes: Uint8Array, stride: number, one: number, other: number): boolean =>
  Buffer.compare(bytes.subarray(one, one + stride), bytes.subarray(other, other + stride)) === 0;

/** What the bytes of a row add up to, and their sums after each byte: exact for any row that a picture has. */
function sumsOf(bytes: Uint8Array, from: number, to: number): { sum: number; sums: number } {
  let sum = 0;
  let sums = 0;
  for (let at = from; at < to; at += 1) {
    sum += bytes[at] as number;
    sums += sum;
  }
  return { sum, sums };
}

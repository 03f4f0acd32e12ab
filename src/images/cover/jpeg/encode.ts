/**
 * A baseline JPEG encoder for pictures of flat colour.
 *
 * A general encoder transforms all 192,000 blocks of a cover; most of them are of one colour, and such a block is
 * its difference from the block before and "end of block". The arithmetic is that of doubles and integers: the
 * same picture gives the same bytes on every machine.
 *
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf
 * @see https://www.w3.org/Graphics/JPEG/jfif3.pdf
 */
import type { Pixels } from '../pixels.js';
import { BitWriter, huffmanCodes, type HuffmanCodes } from './bits.js';
import { divisors, transform } from './dct.js';
import { HUFFMAN, quantisation, ZIGZAG, type HuffmanSpec } from './tables.js';

/** One colour component while it is coded. */
interface Channel {
  /** How far its bits are shifted in a pixel. */
  shift: number;
  divisors: Float64Array;
  dc: HuffmanCodes;
  ac: HuffmanCodes;
  /** The last block's first coefficient. */
  last: number;
}

/**
 * The picture as a JPEG file, colour at full resolution. Width and height must be multiples of 8.
 *
 * @param quality 1 to 100, as the Independent JPEG Group counts.
 * @throws RangeError for a size that is no multiple of 8.
 */
export function encodeJpeg({ width, height, values }: Pixels, quality: number): Uint8Array {
  if (width % 8 !== 0 || height % 8 !== 0) {
    throw new RangeError(`Unexpected size ${String(width)} × ${String(height)}, expected multiples of 8`);
  }
  const tables = quantisation(quality);
  const luma = { divisors: divisors(tables.luma), ...codesOf(HUFFMAN.lumaDc, HUFFMAN.lumaAc) };
  const chroma = { divisors: divisors(tables.chroma), ...codesOf(HUFFMAN.chromaDc, HUFFMAN.chromaAc) };
  const channels: Channel[] = [
    { ...luma, shift: 16, last: 0 },
    { ...chroma, shift: 8, last: 0 },
    { ...chroma, shift: 0, last: 0 },
  ];
  const out = new BitWriter(1 << 19);
  out.raw(headers(width, height, tables));
  const source: Source = { values, width, known: new Map(), channels };
  const count = channels.length;
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const at = top * width + left;
      // Loops by index: an iterator for each of 64,000 blocks would keep the garbage collector busy.
      if (isFlat(values, at, width)) {
        for (let index = 0; index < count; index += 1)
          writeFlat(channels[index] as Channel, values[at] as number, out);
      } else {
        const codes = codesAt(at, source);
        for (let index = 0; index < count; index += 1)
          writeBlock(channels[index] as Channel, codes[index] as BlockCode, out);
      }
    }
  }
  out.align();
  out.raw([0xff, 0xd9]);
  return out.finish();
}

const codesOf = (dc: HuffmanSpec, ac: HuffmanSpec): Pick<Channel, 'dc' | 'ac'> => ({
  dc: huffmanCodes(dc),
  ac: huffmanCodes(ac),
});

/** Whether the block's pixels are all the same. */
function isFlat(values: Uint32Array, at: number, width: number): boolean {
  const first = values[at];
  for (let row = 0, from = at; row < 8; row += 1, from += width) {
    for (let column = 0; column < 8; column += 1) if (values[from + column] !== first) return false;
  }
  return true;
}

/** A block of one colour: all coefficients but the first are 0, and that one is 64 times the value. */
function writeFlat(channel: Channel, pixel: number, out: BitWriter): void {
  const value = ((pixel >>> channel.shift) & 0xff) - 128;
  writeDc(channel, Math.round(value * 64 * (channel.divisors[0] as number)), out);
  out.put(channel.ac.code[0] as number, channel.ac.size[0] as number);
}

/** A channel's block coded: its first coefficient, and the bits of the others in pieces of at most 24. */
interface BlockCode {
  dc: number;
  bits: number[];
  sizes: number[];
}

/** Blocks met before, by a hash of their pixels: where the first one stands, and its codes, one a channel. */
type Known = Map<number, { at: number; codes: BlockCode[] }>;

interface Source {
  values: Uint32Array;
  width: number;
  known: Known;
  channels: readonly Channel[];
}

/** A block's codes, one a channel. A pattern's blocks come again and again, and are coded once. */
function codesAt(at: number, source: Source): BlockCode[] {
  const { values, width, known, channels } = source;
  let hash = 0;
  for (let row = 0, from = at; row < 8; row += 1, from += width) {
    for (let column = 0; column < 8; column += 1) {
      hash = Math.imul(hash, 0x01000193) ^ (values[from + column] as number);
    }
  }
  const same = known.get(hash);
  if (same && isSame(values, same.at, at, width)) return same.codes;
  const codes = channels.map((channel) => codeBlock(channel, quantised(channel, at, source)));
  known.set(hash, { at, codes });
  return codes;
}

function isSame(values: Uint32Array, one: number, other: number, width: number): boolean {
  for (let row = 0; row < 8; row += 1) {
    const down = row * width;
    for (let column = down; column < down + 8; column += 1) {
      if (values[one + column] !== values[other + column]) return false;
    }
  }
  return true;
}

const block = new Float64Array(64);
const coefficients = new Int16Array(64);

/** A block's coefficients, quantised and in zigzag order; they stand until the next call. */
function quantised({ shift, divisors: factors }: Channel, at: number, { values, width }: Source): Int16Array {
  for (let row = 0; row < 8; row += 1) {
    const from = at + row * width;
    for (let column = 0; column < 8; column += 1) {
      block[row * 8 + column] = (((values[from + column] as number) >>> shift) & 0xff) - 128;
    }
  }
  transform(block);
  for (let index = 0; index < 64; index += 1) {
    const place = ZIGZAG[index] as number;
    coefficients[index] = Math.round((block[place] as number) * (factors[place] as number));
  }
  return coefficients;
}

/** Bits that a value needs: its category (clause F.1.2.1). */
const category = (value: number): number => 32 - Math.clz32(Math.abs(value));

/** The low bits that stand for a value of a category. */
const lowBits = (value: number, size: number): number => (value < 0 ? value + (1 << size) - 1 : value);

function writeDc(channel: Channel, value: number, out: BitWriter): void {
  const difference = value - channel.last;
  channel.last = value;
  const size = category(difference);
  out.put(channel.dc.code[size] as number, channel.dc.size[size] as number);
  out.put(lowBits(difference, size), size);
}

/** Sixteen zeros in a row. */
const ZERO_RUN = 0xf0;

/** The codes of a channel's coefficients: each value with the zeros before it (clause F.1.2.2). */
function codeBlock({ ac: { code, size } }: Channel, values: Int16Array): BlockCode {
  const bits: number[] = [];
  const sizes: number[] = [];
  const add = (value: number, length: number) => {
    const last = sizes.length - 1;
    const held = sizes[last] ?? 24;
    if (held + length > 24) {
      bits.push(value);
      sizes.push(length);
    } else {
      bits[last] = ((bits[last] ?? 0) << length) | value;
      sizes[last] = held + length;
    }
  };
  const addSymbol = (symbol: number) => {
    add(code[symbol] as number, size[symbol] as number);
  };
  let zeros = 0;
  for (let index = 1; index < 64; index += 1) {
    const value = values[index] as number;
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) addSymbol(ZERO_RUN);
    const length = category(value);
    addSymbol((zeros << 4) | length);
    add(lowBits(value, length), length);
    zeros = 0;
  }
  if (zeros > 0) addSymbol(0);
  return { dc: values[0] as number, bits, sizes };
}

function writeBlock(channel: Channel, { dc, bits, sizes }: BlockCode, out: BitWriter): void {
  writeDc(channel, dc, out);
  for (let index = 0; index < bits.length; index += 1) out.put(bits[index] as number, sizes[index] as number);
}

function headers(width: number, height: number, tables: ReturnType<typeof quantisation>): number[] {
  const word = (value: number) => [value >> 8, value & 0xff];
  const segment = (marker: number, bytes: readonly number[]) => [
    ...[0xff, marker],
    ...word(bytes.length + 2),
    ...bytes,
  ];
  const zigzagged = (table: Uint8Array) => [...ZIGZAG].map((place) => table[place] ?? 1);
  const huffman = (id: number, { counts, symbols }: HuffmanSpec) =>
    segment(0xc4, [id, ...counts, ...symbols]);
  return [
    ...[0xff, 0xd8],
    // JFIF 1.1, square pixels, no thumbnail.
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...zigzagged(tables.luma)]),
    ...segment(0xdb, [1, ...zigzagged(tables.chroma)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...huffman(0x00, HUFFMAN.lumaDc),
    ...huffman(0x10, HUFFMAN.lumaAc),
    ...huffman(0x01, HUFFMAN.chromaDc),
    ...huffman(0x11, HUFFMAN.chromaAc),
    ...segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ];
}

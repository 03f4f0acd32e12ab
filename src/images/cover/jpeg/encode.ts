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
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const at = top * width + left;
      const flat = isFlat(values, at, width);
      for (const channel of channels) {
        if (flat) writeFlat(channel, values[at] as number, out);
        else writeBlock(channel, values, at, width, out);
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

const block = new Float64Array(64);
const quantised = new Int16Array(64);

function writeBlock(channel: Channel, values: Uint32Array, at: number, width: number, out: BitWriter): void {
  const { shift, divisors: factors } = channel;
  for (let row = 0; row < 8; row += 1) {
    const from = at + row * width;
    for (let column = 0; column < 8; column += 1) {
      block[row * 8 + column] = (((values[from + column] as number) >>> shift) & 0xff) - 128;
    }
  }
  transform(block);
  let end = 0;
  for (let index = 0; index < 64; index += 1) {
    const place = ZIGZAG[index] as number;
    const value = Math.round((block[place] as number) * (factors[place] as number));
    quantised[index] = value;
    if (value !== 0) end = index;
  }
  writeDc(channel, quantised[0] as number, out);
  writeAc(channel.ac, end, out);
}

/** Bits that a value needs: its category (clause F.1.2.1). */
const category = (value: number): number => 32 - Math.clz32(Math.abs(value));

function writeValue(value: number, size: number, out: BitWriter): void {
  out.put(value < 0 ? value + (1 << size) - 1 : value, size);
}

function writeDc(channel: Channel, value: number, out: BitWriter): void {
  const difference = value - channel.last;
  channel.last = value;
  const size = category(difference);
  out.put(channel.dc.code[size] as number, channel.dc.size[size] as number);
  writeValue(difference, size, out);
}

/** Sixteen zeros in a row. */
const ZERO_RUN = 0xf0;

function writeAc({ code, size }: HuffmanCodes, end: number, out: BitWriter): void {
  let zeros = 0;
  for (let index = 1; index <= end; index += 1) {
    const value = quantised[index] as number;
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) out.put(code[ZERO_RUN] as number, size[ZERO_RUN] as number);
    const bits = category(value);
    const symbol = (zeros << 4) | bits;
    out.put(code[symbol] as number, size[symbol] as number);
    writeValue(value, bits, out);
    zeros = 0;
  }
  if (end < 63) out.put(code[0] as number, size[0] as number);
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

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
import { BitWriter, huffmanCodes } from './bits.js';
import { category, codesAt, isFlat, lowBits, type BlockCode, type Channel, type Source } from './blocks.js';
import { divisors } from './dct.js';
import { HUFFMAN, quantisation, ZIGZAG, type HuffmanSpec } from './tables.js';

/**
 * The picture as a JPEG file, colour at full resolution. Width and height must be multiples of 8.
 *
 * @param quality 1 to 100, as the Independent JPEG Group counts.
 * @throws RangeError for a size that is no multiple of 8.
 */
export function encodeJpeg({ width, height, values, mixed }: Pixels, quality: number): Uint8Array {
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
  const pairs = new Float64Array(values.buffer, values.byteOffset, values.length / 2);
  const source: Source = { values, pairs, width, known: new Map(), channels };
  const again = againCode(channels);
  /** The colour of the block before, where it had but one. */
  let last = -1;
  let block = 0;
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8, block += 1) {
      const at = top * width + left;
      const colour = values[at] as number;
      // Loops by index: an iterator for each of 64,000 blocks would keep the garbage collector busy.
      if (!isFlat(source, at, mixed[block] as number)) {
        writeBlock(channels, codesAt(at, source), out);
        last = -1;
      } else if (colour === last) {
        out.put(again.bits, again.size);
      } else {
        writeFlat(channels, colour, out);
        last = colour;
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

/** Blocks of one colour: all coefficients but the first are 0, and that one is 64 times the value. */
function writeFlat(channels: readonly Channel[], pixel: number, out: BitWriter): void {
  for (const channel of channels) {
    const value = ((pixel >>> channel.shift) & 0xff) - 128;
    writeDc(channel, Math.round(value * 64 * (channel.divisors[0] as number)), out);
    out.put(channel.ac.code[0] as number, channel.ac.size[0] as number);
  }
}

/** The bits of a block of the same one colour as the block before: no difference, and no other coefficients. */
function againCode(channels: readonly Channel[]): { bits: number; size: number } {
  const codes = channels.flatMap(({ dc, ac }) => [dc, ac]);
  return codes.reduce(
    ({ bits, size }, { code, size: sizes }) => ({
      bits: (bits << (sizes[0] as number)) | (code[0] as number),
      size: size + (sizes[0] as number),
    }),
    { bits: 0, size: 0 },
  );
}

function writeDc(channel: Channel, value: number, out: BitWriter): void {
  const difference = value - channel.last;
  channel.last = value;
  const size = category(difference);
  out.put(channel.dc.code[size] as number, channel.dc.size[size] as number);
  out.put(lowBits(difference, size), size);
}

function writeBlock(channels: readonly Channel[], codes: readonly BlockCode[], out: BitWriter): void {
  for (let index = 0; index < channels.length; index += 1) {
    const { dc, bits, sizes } = codes[index] as BlockCode;
    writeDc(channels[index] as Channel, dc, out);
    for (let piece = 0; piece < bits.length; piece += 1) {
      out.put(bits[piece] as number, sizes[piece] as number);
    }
  }
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

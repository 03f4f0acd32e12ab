/**
 * A page as PNG of sixteen colours: https://www.w3.org/TR/png-3/
 *
 * Flat shapes have few colours; half a byte a pixel and DEFLATE leave a tenth of the JPEG, without its noise at edges.
 */
import { crc32 } from 'node:zlib';
import { zlibOf } from './deflate.js';
import { channels, difference, nearest, type Pixels } from './pixels.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_COLOURS = 16;
/** A pixel's number is a byte. */
const MOST_NUMBERS = 256;
const BITS_A_PIXEL = 4;
const PALETTE_COLOURS = 3;

/** Encodes a page of an even width. Throws where the width is odd. */
export function encodePng({ width, height, values, palette }: Pixels): Uint8Array {
  if (width % 2 !== 0) throw new RangeError(`A page is ${String(width)} pixels wide; two share a byte`);
  const alike = rowsAlike(values, width);
  const pairs = new Uint16Array(values.buffer, values.byteOffset, values.length / 2);
  const kept = mostUseful(palette.colours, countsOf(pairs, width, alike));
  // Each row begins with the number of its filter; palettes pack best with none.
  const stride = width / 2 + 1;
  const rows = new Uint8Array(stride * height);
  const bytes = bytesOf(Uint8Array.from(palette.colours, (colour) => nearest(colour, kept)));
  for (let row = 0; row < height; row += 1) {
    const start = row * stride;
    if (alike[row] === 1) rows.copyWithin(start, start - stride, start);
    else packRow(rowOf(pairs, row, width), rows.subarray(start), bytes);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS_A_PIXEL, PALETTE_COLOURS], 8);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(kept.flatMap(channels))),
    chunk('IDAT', zlibOf(rows, stride)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The byte that two pixels share, by the two bytes that they were, as a number in the order of this machine. */
function bytesOf(numbers: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(MOST_NUMBERS ** 2);
  const both = new Uint16Array(1);
  const pair = new Uint8Array(both.buffer);
  for (const [left, high] of numbers.entries())
    for (const [right, low] of numbers.entries()) {
      pair.set([left, right]);
      bytes[both[0] as number] = (high << BITS_A_PIXEL) | low;
    }
  return bytes;
}

/** Packs a row of pixels, two at a time: half as many look-ups. */
function packRow(pairs: Uint16Array, row: Uint8Array, bytes: Uint8Array): void {
  for (let index = 0; index < pairs.length; index += 1)
    row[index + 1] = bytes[pairs[index] as number] as number;
}

/** Length, type, data, and the checksum of type and data: https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

/** By row, 1 where it is as the row above it: as most are, and the system compares them in no time. */
function rowsAlike(values: Uint8Array, width: number): Uint8Array {
  const alike = new Uint8Array(values.length / width);
  for (let row = 1; row < alike.length; row += 1) {
    const [above, own] = [row - 1, row].map((at) => values.subarray(at * width, (at + 1) * width));
    alike[row] = above && own && Buffer.compare(above, own) === 0 ? 1 : 0;
  }
  return alike;
}

/** How many pixels have each number. */
function countsOf(pairs: Uint16Array, width: number, alike: Uint8Array): Float64Array {
  const counts = new Float64Array(MOST_NUMBERS);
  for (let row = 0, next = 1; row < alike.length; row = next, next += 1) {
    while (alike[next] === 1) next += 1;
    countRow(rowOf(pairs, row, width), next - row, counts);
  }
  return counts;
}

/** Counts the pixels of so many rows that are alike, by stretches of one colour: few pixels lie at edges. */
function countRow(pairs: Uint16Array, rows: number, counts: Float64Array): void {
  for (let from = 0, to = 1; from < pairs.length; from = to, to += 1) {
    const pair = pairs[from] as number;
    while (pairs[to] === pair) to += 1;
    const pixels = (to - from) * rows;
    counts[pair & 0xff] = (counts[pair & 0xff] as number) + pixels;
    counts[pair >> 8] = (counts[pair >> 8] as number) + pixels;
  }
}

/** The pixels of a row, two at a time. */
const rowOf = (pairs: Uint16Array, row: number, width: number): Uint16Array =>
  pairs.subarray((row * width) / 2, ((row + 1) * width) / 2);

/**
 * The sixteen colours that stand for all: first the commonest, then again and again the one that the page would miss
 * most, which is how many pixels have it times how far it is from those that are kept.
 */
function mostUseful(colours: readonly number[], counts: Float64Array): number[] {
  if (colours.length <= MOST_COLOURS) return [...colours];
  const kept: number[] = [];
  const missed = Float64Array.from(colours, () => 3 * 255 ** 2);
  while (kept.length < MOST_COLOURS) {
    const losses = missed.map((distance, index) => distance * (counts[index] as number));
    const chosen = colours[losses.indexOf(Math.max(...losses))] as number;
    kept.push(chosen);
    for (const [index, colour] of colours.entries()) {
      missed[index] = Math.min(missed[index] as number, difference(colour, chosen));
    }
  }
  return kept;
}

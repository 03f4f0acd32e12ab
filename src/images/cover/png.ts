/**
 * A page as PNG of sixteen colours: https://www.w3.org/TR/png-3/
 *
 * Flat shapes have few colours; half a byte a pixel and DEFLATE leave a tenth of the JPEG, without its noise at edges.
 * fflate packs it, as it packs the books: the same bytes with every version of Node.
 */
import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { channels, difference, nearest, type Pixels } from './pixels.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_COLOURS = 16;
const BITS_A_PIXEL = 4;
const PALETTE_COLOURS = 3;
/** Higher levels look twice as long for a twentieth less. */
const LEVEL = 6;

/** Encodes a page of an even width. Throws where the width is odd. */
export function encodePng({ width, height, values, palette }: Pixels): Uint8Array {
  if (width % 2 !== 0) throw new RangeError(`A page is ${String(width)} pixels wide; two share a byte`);
  const kept = mostUseful(palette.colours, values);
  const numbers = Uint8Array.from(palette.colours, (colour) => nearest(colour, kept));
  // Each row begins with the number of its filter; palettes pack best with none.
  const stride = width / 2 + 1;
  const rows = new Uint8Array(stride * height);
  for (let row = 0, from = 0; row < height; row += 1) {
    for (let to = row * stride + 1; to < (row + 1) * stride; to += 1, from += 2) {
      rows[to] =
        ((numbers[values[from] as number] as number) << BITS_A_PIXEL) |
        (numbers[values[from + 1] as number] as number);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS_A_PIXEL, PALETTE_COLOURS], 8);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(kept.flatMap(channels))),
    chunk('IDAT', zlibSync(rows, { level: LEVEL })),
    chunk('IEND', new Uint8Array()),
  ]);
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

/**
 * The sixteen colours that stand for all: first the commonest, then again and again the one that the page would miss
 * most, which is how many pixels have it times how far it is from those that are kept.
 */
function mostUseful(colours: readonly number[], values: Uint8Array): number[] {
  if (colours.length <= MOST_COLOURS) return [...colours];
  const counts = new Float64Array(colours.length);
  // By index: an iterator over two million pixels takes 70 ms.
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const value = values[at] as number;
    counts[value] = (counts[value] as number) + 1;
  }
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

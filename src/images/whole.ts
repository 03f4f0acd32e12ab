/** Whether a picture is there to its end: a header alone decodes to nothing. */
import { inflateSync } from 'node:zlib';
import type { Measured } from '../text/sniff.js';
import { isWholeGif } from './gif.js';
import { joined } from './jpeg.js';
import { webpState } from './webp.js';

/** Samples a pixel by PNG's colour type: https://www.w3.org/TR/png-3/#6Colour-values */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The passes of an interlaced PNG: where each begins, and its steps, across and down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const STRAIGHT = [[0, 0, 1, 1]] as const;

/** The bytes of a PNG's lines, each with its filter; nothing for a colour that no PNG has. */
function expectedBytes(view: DataView, { width, height }: Measured): number | undefined {
  const samples = SAMPLES[view.getUint8(25)];
  if (samples === undefined) return undefined;
  const bits = view.getUint8(24) * samples;
  return (view.getUint8(28) === 1 ? PASSES : STRAIGHT).reduce((sum, [x, y, across, down]) => {
    const columns = Math.ceil((width - x) / across);
    const rows = Math.ceil((height - y) / down);
    return columns > 0 && rows > 0 ? sum + rows * (1 + Math.ceil((columns * bits) / 8)) : sum;
  }, 0);
}

function isWholePng(file: Uint8Array, view: DataView, size: Measured): boolean {
  const expected = expectedBytes(view, size);
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= file.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (at + 12 + length > file.length) return false;
    if (type === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return expected !== undefined && inflatesTo(joined(data), expected);
    at += 12 + length;
  }
  return false;
}

/** The most bytes that one byte of `deflate` becomes: https://zlib.net/zlib_tech.html */
const MOST_A_BYTE = 1032;
/** A picture of more bytes is too large for a book: it is decoded to be made smaller. */
const MOST_INFLATED = 64 * 1024 * 1024;

function inflatesTo(data: Uint8Array, expected: number): boolean {
  if (data.length * MOST_A_BYTE < expected) return false;
  if (expected > MOST_INFLATED) return true;
  try {
    // A byte more than is wanted: what has more pixels than its header says is no whole picture either.
    return inflateSync(data, { maxOutputLength: expected + 1 }).length >= expected;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

type Check = (file: Uint8Array, view: DataView, size: Measured) => boolean;

/** A JPEG is taken apart anyway, and decoded where it cannot be. */
const CHECKS: Readonly<Record<string, Check>> = {
  'image/gif': isWholeGif,
  'image/png': isWholePng,
  'image/webp': (file) => webpState(file) !== 'broken',
};

/** Whether the file of a picture goes on to its end and holds as many pixels as its header says. */
export const isWhole = (file: Uint8Array, size: Measured): boolean =>
  CHECKS[size.mediaType]?.(file, new DataView(file.buffer, file.byteOffset, file.byteLength), size) ?? true;

/** Whether a picture must be decoded to know that it is whole: a single wrong byte can ruin a lossless WebP. */
export const mustDecode = (file: Uint8Array, { mediaType }: Measured): boolean =>
  mediaType === 'image/webp' && webpState(file) === 'lossless';

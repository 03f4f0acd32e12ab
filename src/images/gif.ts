/** Whether a GIF's first image has all its pixels: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
import { joined } from './jpeg.js';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
/** The most bits of a code, and so the most strings of a table: appendix F. */
const MOST_BITS = 12;

export function isWholeGif(file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + table(file[10] ?? 0);
  for (;;) {
    const block = file[at];
    if (block === EXTENSION) at += 2;
    else if (block !== IMAGE || at + 10 > file.length) return false;
    else {
      const pixels = view.getUint16(at + 5, true) * view.getUint16(at + 7, true);
      at += 10 + table(file[at + 9] ?? 0);
      const codes = subBlocks(file, at + 1);
      return codes !== undefined && pixels > 0 && decodesTo(joined(codes.parts), file[at] ?? 0, pixels);
    }
    const skipped = subBlocks(file, at);
    if (!skipped) return false;
    at = skipped.end;
  }
}

/** Blocks of up to 255 bytes up to an empty one; nothing where there is none: clause 15. */
function subBlocks(file: Uint8Array, from: number): { parts: Uint8Array[]; end: number } | undefined {
  const parts: Uint8Array[] = [];
  let at = from;
  for (let length = file[at]; length !== 0; length = file[at]) {
    if (length === undefined) return undefined;
    parts.push(file.subarray(at + 1, at + 1 + length));
    at += length + 1;
  }
  return { parts, end: at + 1 };
}

/** Whether codes of LZW, of which the first have `size` bits and one more, stand for as many pixels. */
function decodesTo(data: Uint8Array, size: number, pixels: number): boolean {
  if (size < 1 || size >= MOST_BITS) return false;
  const [clear, end] = [2 ** size, 2 ** size + 1];
  // Of each string only its length matters.
  const lengths = new Uint32Array(2 ** MOST_BITS);
  lengths.fill(1, 0, clear);
  let [next, bits, last, done] = [end + 1, size + 1, -1, 0];
  let [buffer, held, at] = [0, 0, 0];
  while (done < pixels) {
    for (; held < bits; held += 8) {
      const byte = data[at];
      if (byte === undefined) return false;
      buffer |= byte << held;
      at += 1;
    }
    const code = buffer & (2 ** bits - 1);
    buffer >>>= bits;
    held -= bits;
    if (code === end) return false;
    if (code === clear) [next, bits, last] = [end + 1, size + 1, -1];
    else {
      const isNext = code === next && last >= 0;
      if (code >= next && !isNext) return false;
      if (last >= 0 && next < lengths.length) {
        lengths[next] = (lengths[last] ?? 0) + 1;
        next += 1;
        if (next === 2 ** bits && bits < MOST_BITS) bits += 1;
      }
      done += lengths[code] ?? 0;
      last = code;
    }
  }
  return true;
}

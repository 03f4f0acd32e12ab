/** The entropy-coded bits of a JPEG scan: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, clauses C and F. */
import type { HuffmanSpec } from './tables.js';

/** For each symbol, its code and the code's length in bits. */
export interface HuffmanCodes {
  code: Uint16Array;
  size: Uint8Array;
}

/** Codes in the order of their lengths (clause C.2). */
export function huffmanCodes({ counts, symbols }: HuffmanSpec): HuffmanCodes {
  const code = new Uint16Array(256);
  const size = new Uint8Array(256);
  let next = 0;
  let index = 0;
  for (const [zeroBased, count] of counts.entries()) {
    for (let left = count; left > 0; left -= 1) {
      const symbol = symbols[index++] ?? 0;
      code[symbol] = next++;
      size[symbol] = zeroBased + 1;
    }
    next <<= 1;
  }
  return { code, size };
}

/** Bits packed into bytes, with the zero byte that a scan needs behind each byte FF (clause F.1.2.3). */
export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  /** Bits that wait for their byte to be full: the lowest `#count` of `#held`. */
  #held = 0;
  #count = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Writes bytes as they are: headers and markers. */
  raw(values: ArrayLike<number>): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  /** Writes the low `size` bits of `value`, at most 24. */
  put(value: number, size: number): void {
    const held = (this.#held << size) | (value & ((1 << size) - 1));
    let count = this.#count + size;
    if (count >= 8) {
      // Three bytes at most, each with a zero behind it.
      if (this.#length + 6 > this.#bytes.length) this.#reserve(6);
      const bytes = this.#bytes;
      let length = this.#length;
      while (count >= 8) {
        count -= 8;
        const byte = (held >>> count) & 0xff;
        bytes[length++] = byte;
        if (byte === 0xff) bytes[length++] = 0;
      }
      this.#length = length;
    }
    this.#held = held;
    this.#count = count;
  }

  /** Fills the last byte with ones (clause F.1.2.3). */
  align(): void {
    if (this.#count > 0) this.put(0xff, 8 - this.#count);
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#bytes.length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

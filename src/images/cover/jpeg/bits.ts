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
  #held = 0;
  #free = 8;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Writes bytes as they are: headers and markers. */
  raw(values: ArrayLike<number>): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  /** Writes the low `size` bits of `value`, at most 16. */
  put(value: number, size: number): void {
    let left = size;
    while (left > 0) {
      const taken = Math.min(left, this.#free);
      left -= taken;
      this.#free -= taken;
      this.#held |= ((value >>> left) & ((1 << taken) - 1)) << this.#free;
      if (this.#free === 0) this.#flushByte();
    }
  }

  /** Fills the last byte with ones (clause F.1.2.3). */
  align(): void {
    if (this.#free < 8) this.put(0xff, this.#free);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #flushByte(): void {
    this.#reserve(2);
    this.#bytes[this.#length++] = this.#held;
    if (this.#held === 0xff) this.#bytes[this.#length++] = 0;
    this.#held = 0;
    this.#free = 8;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#bytes.length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

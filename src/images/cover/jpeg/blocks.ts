/** Blocks of 8 × 8 pixels: whether they are of one colour, and the codes of those that are not. */
import type { HuffmanCodes } from './bits.js';
import { transform } from './dct.js';
import { ZIGZAG } from './tables.js';

/** One colour component while it is coded. */
export interface Channel {
  /** How far its bits are shifted in a pixel. */
  shift: number;
  divisors: Float64Array;
  dc: HuffmanCodes;
  ac: HuffmanCodes;
  /** The last block's first coefficient. */
  last: number;
}

/** A channel's block coded: its first coefficient, and the bits of the others in pieces of at most 24. */
export interface BlockCode {
  dc: number;
  bits: number[];
  sizes: number[];
}

/** A block met before: where it stands, and its codes, one a channel. */
interface KnownBlock {
  at: number;
  codes: BlockCode[];
}

export interface Source {
  values: Uint32Array;
  /** The same pixels, two at a time: no pixel is so large that two of them make no number. */
  pairs: Float64Array;
  width: number;
  /** By a hash of some of their pixels. */
  known: Map<number, KnownBlock[]>;
  channels: readonly Channel[];
}

/** A block's codes, one a channel. A pattern's blocks come again and again, and are coded once. */
export function codesAt(at: number, source: Source): BlockCode[] {
  const { values, pairs, width, known, channels } = source;
  let hash = 0;
  for (let row = 0, from = at; row < 8; row += 1, from += width) {
    hash = Math.imul(hash, 0x01000193) ^ (values[from + (row & 3)] as number);
    hash = Math.imul(hash, 0x01000193) ^ (values[from + 4 + (row & 3)] as number);
  }
  let alike = known.get(hash);
  if (!alike) known.set(hash, (alike = []));
  for (const block of alike) {
    if (isSame(pairs, block.at >> 1, at >> 1, width >> 1)) return block.codes;
  }
  const codes = channels.map((channel) => codeBlock(channel, quantised(channel, at, source)));
  alike.push({ at, codes });
  return codes;
}

function isSame(pairs: Float64Array, one: number, other: number, width: number): boolean {
  for (let row = 0, down = 0; row < 8; row += 1, down += width) {
    for (let column = down; column < down + 4; column += 1) {
      if (pairs[one + column] !== pairs[other + column]) return false;
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

/** Whether the block's pixels are all the same: one of each row tells, unless its rows are mixed. */
export function isFlat({ values, pairs, width }: Source, at: number, mixed: number): boolean {
  const first = values[at] as number;
  const last = at + 8 * width;
  for (let from = at + width; from < last; from += width) if (values[from] !== first) return false;
  if (mixed === 0) return true;
  if (values[at + 1] !== first) return false;
  const half = width >> 1;
  const pair = pairs[at >> 1] as number;
  for (let row = 0, from = at >> 1; row < 8; row += 1, from += half) {
    if (pairs[from] !== pair || pairs[from + 1] !== pair) return false;
    if (pairs[from + 2] !== pair || pairs[from + 3] !== pair) return false;
  }
  return true;
}

/** Bits that a value needs: its category (clause F.1.2.1). */
export const category = (value: number): number => 32 - Math.clz32(Math.abs(value));

/** The low bits that stand for a value of a category. */
export const lowBits = (value: number, size: number): number => (value < 0 ? value + (1 << size) - 1 : value);

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

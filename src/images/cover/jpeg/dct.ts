/**
 * The forward DCT of a block, after Arai, Agui and Nakajima: five multiplications a line, the rest of the scaling
 * in the quantisation. Only sums and products of doubles, so that every machine has the same bits.
 */

/** 1 / (scale of row × scale of column × 8) for each coefficient: cos(k π / 16) × √2, 1 for k = 0. */
const AAN = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379] as const;

/** What each coefficient is multiplied with to be quantised. */
export const divisors = (quantisers: Uint8Array): Float64Array =>
  Float64Array.from(
    quantisers,
    (value, index) => 1 / (value * (AAN[index >> 3] ?? 1) * (AAN[index & 7] ?? 1) * 8),
  );

/** Transforms eight values in place, `step` apart from each other. */
function line(data: Float64Array, at: number, step: number): void {
  const value = (index: number) => data[at + index * step] as number;
  const s07 = value(0) + value(7);
  const d07 = value(0) - value(7);
  const s16 = value(1) + value(6);
  const d16 = value(1) - value(6);
  const s25 = value(2) + value(5);
  const d25 = value(2) - value(5);
  const s34 = value(3) + value(4);
  const d34 = value(3) - value(4);

  const even10 = s07 + s34;
  const even13 = s07 - s34;
  const even11 = s16 + s25;
  const z1 = (s16 - s25 + even13) * 0.707106781;
  data[at] = even10 + even11;
  data[at + 4 * step] = even10 - even11;
  data[at + 2 * step] = even13 + z1;
  data[at + 6 * step] = even13 - z1;

  const odd10 = d34 + d25;
  const odd11 = d25 + d16;
  const odd12 = d16 + d07;
  const z5 = (odd10 - odd12) * 0.382683433;
  const z2 = 0.5411961 * odd10 + z5;
  const z4 = 1.306562965 * odd12 + z5;
  const z3 = odd11 * 0.707106781;
  const z11 = d07 + z3;
  const z13 = d07 - z3;
  data[at + 5 * step] = z13 + z2;
  data[at + 3 * step] = z13 - z2;
  data[at + step] = z11 + z4;
  data[at + 7 * step] = z11 - z4;
}

/** Transforms a block of 64 values, row by row, in place. */
export function transform(block: Float64Array): void {
  for (let row = 0; row < 64; row += 8) line(block, row, 1);
  for (let column = 0; column < 8; column += 1) line(block, column, 8);
}

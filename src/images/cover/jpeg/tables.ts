/** The constant tables of baseline JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf */

/** Figure A.6: where the coefficient of each step of the zigzag stands in the block, row by row. */
export const ZIGZAG = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48],
  ...[41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23],
  ...[30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
);

/** Table K.1, luminance, row by row. */
const LUMINANCE = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
  ...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
  ...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
];

/** Table K.2, chrominance. */
const CHROMINANCE = Array.from({ length: 64 }, (_, index) => {
  const [row, column] = [index >> 3, index & 7];
  const corner = [
    [17, 18, 24, 47],
    [18, 21, 26, 66],
    [24, 26, 56, 99],
    [47, 66, 99, 99],
  ];
  return corner[row]?.[column] ?? 99;
});

/** Quantisation for a quality from 1 to 100, scaled as the Independent JPEG Group's library does. */
export function quantisation(quality: number): { luma: Uint8Array; chroma: Uint8Array } {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  const scaled = (table: readonly number[]) =>
    Uint8Array.from(table, (value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
  return { luma: scaled(LUMINANCE), chroma: scaled(CHROMINANCE) };
}

/** A Huffman table as a DHT segment holds it: how many codes of 1 to 16 bits, and their symbols. */
export interface HuffmanSpec {
  counts: readonly number[];
  symbols: readonly number[];
}

const hex = (text: string): number[] =>
  (text.replace(/\s/g, '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** Tables K.3 to K.6. */
export const HUFFMAN = {
  lumaDc: {
    counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
    symbols: hex('000102030405060708090a0b'),
  },
  chromaDc: {
    counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
    symbols: hex('000102030405060708090a0b'),
  },
  lumaAc: {
    counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
    symbols: hex(`
      01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a
      3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a929394
      95969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8
      e9eaf1f2f3f4f5f6f7f8f9fa`),
  },
  chromaAc: {
    counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77],
    symbols: hex(`
      0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f11718191a262728
      292a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92
      939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7
      e8e9eaf2f3f4f5f6f7f8f9fa`),
  },
} satisfies Record<string, HuffmanSpec>;

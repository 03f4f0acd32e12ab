/** The page as pixels: brightness and two colour differences, as JPEG keeps them. */

export interface Pixels {
  width: number;
  height: number;
  /** Row by row; a pixel is Y × 65536 + Cb × 256 + Cr. */
  values: Uint32Array;
  /** For each block of 8 × 8 pixels, row by row: 0 where each of its rows is sure to be of one colour, else 1. */
  mixed: Uint8Array;
}

/** `#rrggbb`. */
export type Colour = `#${string}`;

/** Red, green and blue, 0 to 255. */
export function rgb(colour: Colour): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

/** A colour as a pixel: https://www.w3.org/Graphics/JPEG/jfif3.pdf, page 3. */
export function pixelOf(colour: Colour): number {
  const [r, g, b] = rgb(colour);
  const clamp = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
  const y = clamp(0.299 * r + 0.587 * g + 0.114 * b);
  const cb = clamp(128 - 0.168736 * r - 0.331264 * g + 0.5 * b);
  const cr = clamp(128 + 0.5 * r - 0.418688 * g - 0.081312 * b);
  return (y << 16) | (cb << 8) | cr;
}

/** A page of one colour, its sides multiples of 8. */
export const page = (width: number, height: number, colour: Colour): Pixels => ({
  width,
  height,
  values: new Uint32Array(width * height).fill(pixelOf(colour)),
  mixed: new Uint8Array((width * height) / 64),
});

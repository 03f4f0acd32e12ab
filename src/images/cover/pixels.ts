/** The page as pixels of a palette: a cover has a handful of flat colours, and what lies between them at edges. */

/** `#rrggbb`. */
export type Colour = `#${string}`;

export interface Pixels {
  width: number;
  height: number;
  /** Row by row: the number of the pixel's colour in the palette. */
  values: Uint8Array;
  palette: Palette;
}

/** The colours of a page, as red × 65536 + green × 256 + blue. */
export interface Palette {
  colours: number[];
  /** The number of a colour laid over another at a coverage, by `mixKey`. */
  mixes: Map<number, number>;
}

/** A byte a pixel holds the number of a colour. */
const MOST_COLOURS = 256;

/** Red, green and blue, 0 to 255. */
export const rgb = (colour: Colour): readonly [number, number, number] =>
  channels(Number.parseInt(colour.slice(1), 16));

export const channels = (value: number): [red: number, green: number, blue: number] => [
  value >> 16,
  (value >> 8) & 0xff,
  value & 0xff,
];

/** How far two colours are apart, as the square of their distance in sRGB. */
export function difference(one: number, other: number): number {
  const [red, green, blue] = channels(one);
  const [otherRed, otherGreen, otherBlue] = channels(other);
  return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
}

/** A page of one colour. */
export function page(width: number, height: number, colour: Colour): Pixels {
  const palette: Palette = { colours: [], mixes: new Map() };
  return { width, height, values: new Uint8Array(width * height).fill(pixelOf(palette, colour)), palette };
}

/** The number of a colour in a palette, which takes it up. */
export const pixelOf = (palette: Palette, colour: Colour): number =>
  numberOf(palette, Number.parseInt(colour.slice(1), 16));

/** The number of a colour; in a full palette, that of the nearest. */
function numberOf({ colours }: Palette, value: number): number {
  const known = colours.indexOf(value);
  if (known !== -1) return known;
  return colours.length < MOST_COLOURS ? colours.push(value) - 1 : nearest(value, colours);
}

/** The place of the colour that is nearest to one. */
export function nearest(value: number, colours: readonly number[]): number {
  const distances = colours.map((colour) => difference(colour, value));
  return distances.indexOf(Math.min(...distances));
}

/** Steps from a colour to the one laid over it: finer ones nobody sees, and each is a colour more. */
export const STEPS = 8;

/** The number of the colour that `over` gives where it covers `step` of 8 parts of a pixel of `under`. */
export function mix(palette: Palette, under: number, over: number, step: number): number {
  const key = (under * MOST_COLOURS + over) * STEPS + step;
  const known = palette.mixes.get(key);
  if (known !== undefined) return known;
  const below = channels(palette.colours[under] as number);
  const above = channels(palette.colours[over] as number);
  const [red, green, blue] = below.map((value, index) =>
    Math.round(value + (((above[index] as number) - value) * step) / STEPS),
  ) as [number, number, number];
  const mixed = numberOf(palette, (red << 16) | (green << 8) | blue);
  palette.mixes.set(key, mixed);
  return mixed;
}

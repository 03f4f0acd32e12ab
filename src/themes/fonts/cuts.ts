/**
 * What typefaces of packages are cut to: not to each book's letters but to the first row that has them all, so that
 * the cutting is done when Octavo is packed and a build starts no HarfBuzz. A book in letters of no row has its own.
 */

/** Code points, each pair the first and the last of a stretch. */
export type Ranges = readonly number[];

export interface Cut {
  name: string;
  ranges: Ranges;
}

// prettier-ignore
const ENGLISH: Ranges = [
  0x20, 0x7e, 0xa0, 0xbf, 0xd7, 0xd7, 0xf7, 0xf7,
  // Spaces, dashes, quotation marks and the signs that typography sets; the ornaments between scenes.
  0x2002, 0x200d, 0x2010, 0x2015, 0x2018, 0x201e, 0x2020, 0x2022, 0x2026, 0x2026, 0x202f, 0x202f, 0x2030, 0x2030,
  0x2032, 0x2033, 0x2039, 0x203a, 0x2042, 0x2042, 0x2044, 0x2044, 0x2060, 0x2060, 0x20ac, 0x20ac, 0x2116, 0x2117,
  0x2122, 0x2122, 0x2153, 0x215e, 0x2212, 0x2212, 0x2766, 0x2767, 0x2e3a, 0x2e3b,
];
const WESTERN: Ranges = [...ENGLISH, 0xc0, 0xff, 0x152, 0x153, 0x160, 0x161, 0x178, 0x178, 0x17d, 0x17e];

/** From the lightest on; a row that holds another stands behind it. */
export const CUTS: readonly Cut[] = [
  { name: 'english', ranges: ENGLISH },
  { name: 'western', ranges: WESTERN },
  { name: 'latin', ranges: [...WESTERN, 0x100, 0x17f, 0x218, 0x21b] },
  { name: 'greek', ranges: [...WESTERN, 0x370, 0x3ff] },
  // With the letters of Russian before 1918.
  { name: 'cyrillic', ranges: [...WESTERN, 0x400, 0x45f, 0x462, 0x463, 0x472, 0x475, 0x490, 0x491] },
];

/** Whether a code point is in one of the stretches. */
export function isIn(codePoint: number, ranges: Ranges): boolean {
  for (let index = 0; index < ranges.length; index += 2)
    if (codePoint >= (ranges[index] as number) && codePoint <= (ranges[index + 1] as number)) return true;
  return false;
}

/** The code points of the stretches, in their order. */
export const pointsIn = (ranges: Ranges): number[] =>
  ranges.flatMap((from, index) =>
    index % 2 === 1
      ? []
      : Array.from({ length: (ranges[index + 1] as number) - from + 1 }, (_, at) => from + at),
  );

/** The cut for a text: the first row with all that the font has of it; nothing where none has. */
export function cutFor(codePoints: readonly number[], font: Ranges): Cut | undefined {
  const wanted = codePoints.filter((codePoint) => isIn(codePoint, font));
  return CUTS.find(({ ranges }) => wanted.every((codePoint) => isIn(codePoint, ranges)));
}

/**
 * The code points that a TrueType or OpenType font has, in order, by its tables of 16 and of 32 bits; none where the
 * bytes are no such font. https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function rangesOf(font: Uint8Array): number[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges: number[] = [];
  try {
    const cmap = tableAt(view, 'cmap');
    for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
      const at = cmap + view.getUint32(cmap + 8 + index * 8);
      const format = view.getUint16(at);
      if (format === 12) {
        for (let group = 0; group < view.getUint32(at + 12); group += 1)
          ranges.push(view.getUint32(at + 16 + group * 12), view.getUint32(at + 20 + group * 12));
      } else if (format === 4) {
        const ends = at + 14;
        const length = view.getUint16(at + 6);
        // The last stretch, 0xFFFF alone, only ends the table.
        for (let byte = 0; byte + 2 < length; byte += 2)
          ranges.push(view.getUint16(ends + length + 2 + byte), view.getUint16(ends + byte));
      }
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
  }
  return merged(ranges);
}

/** Stretches in order, those that meet as one: a font has most of its table twice. */
function merged(ranges: Ranges): number[] {
  const pairs = ranges
    .flatMap((from, index) => (index % 2 === 0 ? [[from, ranges[index + 1] ?? from] as const] : []))
    .sort(([one], [other]) => one - other);
  const whole: number[] = [];
  for (const [from, to] of pairs) {
    const last = whole.length - 1;
    if (last > 0 && from <= (whole[last] as number) + 1) whole[last] = Math.max(whole[last] as number, to);
    else whole.push(from, to);
  }
  return whole;
}

function tableAt(view: DataView, name: string): number {
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
    if ([...name].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0)))
      return view.getUint32(at + 8);
  throw new RangeError(`The font has no table \`${name}\``);
}

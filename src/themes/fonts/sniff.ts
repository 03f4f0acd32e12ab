/** What a font is, by its bytes alone. */

export interface FontKind {
  mediaType: string;
  extension: string;
  /** The word for `format()` in a style sheet. */
  format: string;
  /** Whether HarfBuzz can subset it: WOFF is packed. */
  open: boolean;
}

const TRUETYPE = { mediaType: 'font/ttf', extension: 'ttf', format: 'truetype', open: true };

/** By the first four bytes: https://learn.microsoft.com/typography/opentype/spec/otff#table-directory */
const KINDS: ReadonlyMap<string, FontKind> = new Map<string, FontKind>([
  ['\u0000\u0001\u0000\u0000', TRUETYPE],
  ['true', TRUETYPE],
  ['OTTO', { mediaType: 'font/otf', extension: 'otf', format: 'opentype', open: true }],
  // https://www.w3.org/TR/WOFF/#WOFFHeader
  ['wOFF', { mediaType: 'font/woff', extension: 'woff', format: 'woff', open: false }],
  ['wOF2', { mediaType: 'font/woff2', extension: 'woff2', format: 'woff2', open: false }],
]);

/** The kind of font that the bytes are, one of EPUB's core media types, or nothing. */
export const fontKind = (bytes: Uint8Array): FontKind | undefined =>
  bytes.length < 12 ? undefined : KINDS.get(String.fromCharCode(...bytes.subarray(0, 4)));

/** Whether a TrueType or OpenType font has outlines and says of which characters; HarfBuzz cuts a damaged one to nothing. */
export function hasGlyphs(font: Uint8Array): boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Set<string>();
  for (let index = 0; index < view.getUint16(4) && 28 + index * 16 <= font.length; index++) {
    tables.add(String.fromCharCode(...font.subarray(12 + index * 16, 16 + index * 16)));
  }
  return tables.has('cmap') && ['glyf', 'CFF ', 'CFF2'].some((table) => tables.has(table));
}

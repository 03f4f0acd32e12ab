/** What an image is, by its bytes alone: type, width and height in pixels. */

export interface Measured {
  mediaType: string;
  extension: string;
  width: number;
  height: number;
}

/** Reads the header of one format; undefined if the bytes are of another format or are cut off. */
type Reader = (bytes: DataView) => { width: number; height: number } | undefined;

const ascii = (view: DataView, offset: number, length: number): string =>
  offset + length > view.byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset, length));

/** https://www.w3.org/TR/png/#5PNG-file-signature */
const png: Reader = (view) =>
  ascii(view, 0, 8) === '\u0089PNG\r\n\u001A\n' && ascii(view, 12, 4) === 'IHDR' && view.byteLength >= 33
    ? { width: view.getUint32(16), height: view.getUint32(20) }
    : undefined;

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt, clause 18 */
const gif: Reader = (view) =>
  /^GIF8[79]a$/.test(ascii(view, 0, 6)) && view.byteLength >= 13
    ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : undefined;

/** Frame headers, SOF0 to SOF15 without DHT, JPG and DAC: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, table B.1 */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Markers that stand without a length: TEM, RST0 to RST7, SOI. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const jpeg: Reader = (view) => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let offset = 2;
  while (offset + 9 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (isFrame(marker)) return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    // A byte FF before a marker is fill.
    if (marker === 0xff) offset += 1;
    else if (isBare(marker)) offset += 2;
    else offset += 2 + Math.max(view.getUint16(offset + 2), 2);
  }
  return undefined;
};

/** The canvas by the first chunk: https://developers.google.com/speed/webp/docs/riff_container */
const WEBP: Record<string, Reader> = {
  'VP8 ': (view) => ({ width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }),
  VP8L: (view) => {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  },
  VP8X: (view) => ({ width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }),
};

const uint24 = (view: DataView, offset: number): number =>
  view.getUint16(offset, true) + (view.getUint8(offset + 2) << 16);

const webp: Reader = (view) =>
  ascii(view, 0, 4) === 'RIFF' && ascii(view, 8, 4) === 'WEBP' && view.byteLength >= 30
    ? WEBP[ascii(view, 12, 4)]?.(view)
    : undefined;

/** The raster formats that EPUB readers must show: https://www.w3.org/TR/epub-33/#sec-core-media-types */
const FORMATS: readonly (readonly [mediaType: string, extension: string, read: Reader])[] = [
  ['image/png', 'png', png],
  ['image/jpeg', 'jpg', jpeg],
  ['image/gif', 'gif', gif],
  ['image/webp', 'webp', webp],
];

/** The type and size of a raster image; undefined for bytes that are not an image, are cut off or have no extent. */
export function measure(bytes: Uint8Array): Measured | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [mediaType, extension, read] of FORMATS) {
    const size = read(view);
    if (size) return size.width > 0 && size.height > 0 ? { mediaType, extension, ...size } : undefined;
  }
  return undefined;
}

/** The orientation, the one entry of EXIF that changes how a picture looks: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf */

const HEADER = 'Exif\0\0';
const ORIENTATION = 0x0112;

/** The orientation, 1 to 8, that an EXIF segment gives; nothing where it gives none or is damaged. */
export function orientationIn(segment: Uint8Array): number | undefined {
  const header = String.fromCharCode(...segment.subarray(0, HEADER.length));
  if (header !== HEADER) return undefined;
  return orientationInTiff(segment.subarray(HEADER.length));
}

/** The same for EXIF as PNG and WebP hold it: a TIFF file of its first directory. */
function orientationInTiff(tiff: Uint8Array): number | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return undefined;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return undefined;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

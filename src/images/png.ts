/** PNG files without what is written beside the picture: https://www.w3.org/TR/png-3/#4Concepts.FormatChunks */
import { joined } from './jpeg.js';

/** Texts, the time of the last change and a camera's EXIF. */
const BESIDE = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf']);

/** The file without its texts, time and EXIF, and without what stands behind its end; nothing where it is cut off. */
export function withoutTexts(file: Uint8Array): Uint8Array | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > file.length) return undefined;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (!BESIDE.has(type)) kept.push(file.subarray(at, end));
    if (type === 'IEND') return joined(kept);
    at = end;
  }
  return undefined;
}

/**
 * JPEG files taken apart at their markers: what they say beside the picture, and the picture alone.
 *
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf (annex B)
 */
import { isFrame } from '../text/sniff.js';
import { orientationIn } from './exif.js';

export interface JpegParts {
  /** The file without what a camera or an editor wrote beside the picture: place, time, names, previews. */
  bytes: Uint8Array;
  /** How the picture is to be turned, 1 to 8, as EXIF counts; 1 for not at all. */
  orientation: number;
  /** Colour components: 4 for CMYK. */
  components: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** Markers within the data of a scan: a stuffed FF and the restarts. */
const isWithinScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Array.from(text).every((character, index) => bytes[index] === character.charCodeAt(0));

/** Segments that decide how the picture looks: JFIF's density, the colour profile, Adobe's colour transform. */
const KEPT: Readonly<Record<number, (data: Uint8Array) => boolean>> = {
  [APP0]: (data) => startsWith(data, 'JFIF\0'),
  [APP2]: (data) => startsWith(data, 'ICC_PROFILE\0'),
  [APP14]: (data) => startsWith(data, 'Adobe'),
};

const isKept = (marker: number, data: Uint8Array): boolean => {
  if (marker === COMMENT) return false;
  return marker < APP0 || marker > APP15 || (KEPT[marker]?.(data) ?? false);
};

/** Takes a JPEG file apart, without decoding it; nothing where it is cut off or damaged. */
export function jpegParts(file: Uint8Array): JpegParts | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  let orientation = 1;
  let components = 0;
  let at = 2;
  while (at + 4 <= file.length) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI || marker === SOI) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > file.length) return undefined;
    const data = file.subarray(at + 4, end);
    if (marker === APP1) orientation = orientationIn(data) ?? orientation;
    if (isFrame(marker)) components = data[5] ?? 0;
    const next = marker === SOS ? endOfScan(file, end) : end;
    if (isKept(marker, data)) kept.push(file.subarray(at, next));
    at = next;
  }
  if (components === 0 || view.byteLength < at + 2 || view.getUint8(at + 1) !== EOI) return undefined;
  // What stands behind the end (a phone's film, a second picture) is left out too.
  kept.push(file.subarray(at, at + 2));
  return { bytes: joined(kept), orientation, components };
}

function endOfScan(file: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = file.indexOf(0xff, at);
    if (at < 0 || at + 1 >= file.length) return file.length;
    if (!isWithinScan(file[at + 1] ?? 0)) return at;
    at += 2;
  }
}

/** Bytes in one piece. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Whether a WebP holds a picture: https://developers.google.com/speed/webp/docs/riff_container */

const ascii = (file: Uint8Array, at: number): string => String.fromCharCode(...file.subarray(at, at + 4));

/** What is known of the picture, or of the first of one that moves, without decoding it. */
export type WebpState =
  | 'broken'
  | 'whole'
  /** It must be decoded: one wrong code ruins the whole picture. */
  | 'lossless';

export function webpState(file: Uint8Array): WebpState {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = view.getUint32(4, true) + 8;
  return end <= file.length ? within(file, view, 12, end) : 'broken';
}

function within(file: Uint8Array, view: DataView, from: number, end: number): WebpState {
  for (let at = from; at + 8 <= end;) {
    const type = ascii(file, at);
    const size = view.getUint32(at + 4, true);
    const [data, after] = [at + 8, at + 8 + size + (size % 2)];
    if (data + size > end) return 'broken';
    if (type === 'VP8 ') return isKeyFrame(file, view, data, size) ? 'whole' : 'broken';
    if (type === 'VP8L') return file[data] === 0x2f && size > 5 ? 'lossless' : 'broken';
    if (type === 'ANMF') return within(file, view, data + 16, data + size);
    at = after;
  }
  return 'broken';
}

/** A frame that needs no other, with its first partition: https://www.rfc-editor.org/rfc/rfc6386#section-9.1 */
function isKeyFrame(file: Uint8Array, view: DataView, at: number, size: number): boolean {
  if (size < 11 || view.getUint16(at + 3, true) !== 0x019d || file[at + 5] !== 0x2a) return false;
  const tag = view.getUint16(at, true) | ((file[at + 2] ?? 0) << 16);
  const first = tag >>> 5;
  return (tag & 1) === 0 && first > 0 && 10 + first < size;
}

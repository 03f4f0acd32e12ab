/** Windows-1252 by its own table: the decoders of some versions of Node take it for ISO-8859-1. */

/** The characters of 0x80 to 0x9F; none for the five that it leaves open. */
// prettier-ignore
const HIGH: readonly (number | undefined)[] = [
  0x20ac, undefined, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, undefined, 0x017d, undefined,
  undefined, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, undefined, 0x017e, 0x0178,
];
const FIRST = 0x80;

/**
 * Bytes in Windows-1252 as text; undefined where one of them is no character of it.
 *
 * @see https://encoding.spec.whatwg.org/#windows-1252
 */
export function decode1252(bytes: Uint8Array): string | undefined {
  const isOpen = (byte: number): boolean =>
    byte >= FIRST && byte < FIRST + HIGH.length && HIGH[byte - FIRST] === undefined;
  return bytes.some(isOpen) ? undefined : web1252(bytes);
}

/** Bytes in Windows-1252 as browsers read them: the five that it leaves open are controls. */
export const web1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (control) =>
      String.fromCharCode(HIGH[control.charCodeAt(0) - FIRST] ?? control.charCodeAt(0)),
    );

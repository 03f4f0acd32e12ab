/** Bytes to text: UTF-8, line ends, and the characters that XML forbids. */
import { fatal, warning, type Result } from '../diagnostics.js';
import type { Message, Place } from '../types.js';
import { placeAt } from './places.js';

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';

/** What the first bytes of a file in another encoding of Unicode are. */
const MARKS: readonly { bytes: readonly number[]; name: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], name: 'UTF-32LE' },
  { bytes: [0, 0, 0xfe, 0xff], name: 'UTF-32BE' },
  { bytes: [0xff, 0xfe], name: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], name: 'UTF-16BE' },
];

/**
 * The text of a file: UTF-8 without its byte-order mark, line ends as LF, and no character that XML 1.0 forbids.
 * Nothing, with a fatal message, where the bytes are no UTF-8.
 */
export function decode(bytes: Uint8Array, path: string): Result<string | undefined> {
  const mark = MARKS.find(({ bytes: begin }) => begin.every((byte, index) => bytes[index] === byte));
  if (mark) return { value: undefined, messages: [otherEncoding(mark.name, path)] };
  const raw = decodeUtf8(bytes);
  if (raw === undefined) return { value: undefined, messages: [notUtf8(bytes, path)] };
  const text = raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
  // A file that others were joined to has their marks in the middle, where they would hide a heading.
  return clean(text.includes(BYTE_ORDER_MARK) ? text.replaceAll(/^\uFEFF+/gm, '') : text, path);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Code points that are no `Char`, lone surrogates among them. @see https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[\0-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;
/** Old line and page breaks keep words apart, so a space takes their place. */
const BREAKS: ReadonlySet<string> = new Set(['\u000B', '\u000C']);

/**
 * The text without characters that XML forbids, each of them a warning. `placeOf` is the place in the file of an
 * offset in the text.
 */
export function clean(
  text: string,
  path: string,
  placeOf = (offset: number): Place => placeAt(text, offset),
): Result<string> {
  if (text.search(FORBIDDEN) < 0) return { value: text, messages: [] };
  const found = new Map<string, { place: Place; count: number }>();
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    const seen = found.get(character);
    if (seen) seen.count += 1;
    else found.set(character, { place: placeOf(index), count: 1 });
  }
  const messages = [...found].map(([character, { place, count }]) =>
    warning(
      'text:forbidden-character',
      `This file has the character ${nameOf(character)}${times(count)}, which no ebook can hold`,
      {
        path,
        place,
        hint: 'It was taken out.',
      },
    ),
  );
  const value = text.replaceAll(FORBIDDEN, (character) => (BREAKS.has(character) ? ' ' : ''));
  return { value, messages };
}

const nameOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const times = (count: number): string => (count === 1 ? '' : ` (${count} times in this file)`);

const otherEncoding = (name: string, path: string): Message =>
  fatal('text:encoding', `This file is encoded as \`${name}\`, not as UTF-8`, {
    path,
    place: { line: 1, column: 1 },
    hint: `Save the file as UTF-8 in your editor, or convert it: \`iconv -f ${name.replace(/[BL]E$/, '')} -t UTF-8\`.`,
  });

function notUtf8(bytes: Uint8Array, path: string): Message {
  const at = firstInvalid(bytes);
  const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return fatal('text:encoding', `This file is not encoded as UTF-8: it has the byte \`${byte}\``, {
    path,
    place: placeOfByte(bytes, at),
    hint: 'Save the file as UTF-8 in your editor, or convert it: `iconv -f WINDOWS-1252 -t UTF-8`.',
  });
}

/** Offset of the first byte that is no UTF-8: what it decodes to does not encode to it. */
function firstInvalid(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at < 0 ? 0 : at;
}

function placeOfByte(bytes: Uint8Array, at: number): Place {
  const lineStart = bytes.lastIndexOf(LINE_FEED, Math.max(0, at - 1)) + 1;
  const line = bytes.subarray(0, lineStart).reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 1);
  return { line, column: new TextDecoder().decode(bytes.subarray(lineStart, at)).length + 1 };
}

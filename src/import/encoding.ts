/** The encoding of markup as it says itself: a byte-order mark, an XML declaration, a `meta`; else UTF-8 or Windows-1252. */
import { web1252 } from './windows-1252.js';

/** Enough for any declaration: https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
const PRESCAN = 1024 * 4;

const MARKS: readonly { bytes: readonly number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  { bytes: [0x3c, 0, 0x3f, 0], label: 'utf-16le' },
  { bytes: [0, 0x3c, 0, 0x3f], label: 'utf-16be' },
  { bytes: [0x3c, 0, 0x21, 0], label: 'utf-16le' },
];

const DECLARED = [
  /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)["']/i,
  /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i,
];

/** The text of markup, line ends as LF; a byte that is no character of its encoding is U+FFFD. */
export function decodeMarkup(bytes: Uint8Array): string {
  const text = decoded(bytes);
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

function decoded(bytes: Uint8Array): string {
  const mark = MARKS.find(({ bytes: begin }) => begin.every((byte, index) => bytes[index] === byte));
  if (mark) return new TextDecoder(mark.label).decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const label = DECLARED.map((pattern) => pattern.exec(start)?.[1]).find((found) => found !== undefined);
  // What is valid UTF-8 is UTF-8, whatever it says: browsers save pages so and leave the page's own word in it.
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  // A page that says UTF-8 and is not quite: the few bytes that are none show as such.
  if (label !== undefined && /^utf-?8$/i.test(label)) return new TextDecoder().decode(bytes);
  const isLatin = label === undefined || LATIN.test(encodingOf(label));
  return (isLatin ? undefined : strict(bytes, label)) ?? web1252(bytes);
}

/** What the web reads as Windows-1252: Latin 1, ASCII, and a page of single bytes that says UTF-16. */
const LATIN = /^(windows-1252|utf-16[bl]e)$/;

/** The encoding that a label names, Windows-1252 by each of its names; empty where nobody knows it. */
function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return '';
  }
}

/** Undefined where the bytes are none of that encoding, or nobody knows it. */
function strict(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

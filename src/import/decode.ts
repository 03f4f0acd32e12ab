/** Bytes of a raw text to its letters: which encoding they are in, and line ends as LF. */
import { fatal, warning, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { decode1252 } from './windows-1252.js';

/** A source's text, and what its bytes were. */
export interface Decoded {
  text: string;
  encoding: string;
}

const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

const WESTERN = 'windows-1252';
/** A Western text has accents and quotation marks, but far more letters of ASCII. */
const MOST_HIGH_BYTES = 0.3;
/** More control characters than this share of the text, and it is none. */
const MOST_CONTROLS = 0.001;

const NEW_LINES = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
const CONTROLS = /[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/g;

/** The text of a file in UTF-8, UTF-16 or Windows-1252; nothing, with a fatal message, where it is no such text. */
export function decodeText(bytes: Uint8Array, path: string): Result<Decoded | undefined> {
  if (bytes.length === 0) return refused(empty(path));
  const found = encodingOf(bytes);
  if (typeof found !== 'string') return refused(found.problem(path));
  const raw = strictly(bytes, found);
  if (raw === undefined) return refused(broken(found, path));
  const lines = raw.replaceAll(NEW_LINES, '\n');
  const controls = lines.match(CONTROLS)?.length ?? 0;
  // DOS ended texts with U+001A.
  if (controls > 1 + lines.length * MOST_CONTROLS) return refused(binary(path));
  const text = controls === 0 ? lines : lines.replaceAll(CONTROLS, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return refused(empty(path));
  const messages = controls === 0 ? [] : [controlsGone(controls, path)];
  return { value: { text, encoding: found }, messages };
}

const refused = (message: Message): Result<undefined> => ({ value: undefined, messages: [message] });

type Found = string | { problem: (path: string) => Message };

function encodingOf(bytes: Uint8Array): Found {
  const mark = MARKS.find(({ bytes: begin }) => begin.every((byte, index) => bytes[index] === byte));
  if (mark) return mark.encoding;
  if (bytes.includes(0)) return wideEncoding(bytes) ?? { problem: binary };
  if (strictly(bytes, 'utf-8') !== undefined) return 'utf-8';
  const { valid, invalid, high, at } = countUtf8(bytes);
  if (valid > 0 && invalid > 0) return { problem: (path) => mixed(bytes, at, path) };
  if (high > bytes.length * MOST_HIGH_BYTES || decode1252(bytes) === undefined)
    return { problem: unknownEncoding };
  return WESTERN;
}

/** UTF-16 without a mark: the end at which a text's spaces and line ends have their zeros. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const blanks = { 'utf-16le': 0, 'utf-16be': 0 };
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (second === 0 && (first === 0x20 || first === 0x0a)) blanks['utf-16le'] += 1;
    if (first === 0 && (second === 0x20 || second === 0x0a)) blanks['utf-16be'] += 1;
  }
  const { 'utf-16le': little, 'utf-16be': big } = blanks;
  const encoding = little > big ? 'utf-16le' : big > little ? 'utf-16be' : undefined;
  const text = encoding === undefined ? undefined : strictly(bytes, encoding);
  return text === undefined || text.includes('\0') ? undefined : encoding;
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === WESTERN) return decode1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters beyond ASCII that are whole UTF-8, bytes that are not, and the offset of the first of these. */
function countUtf8(bytes: Uint8Array): { valid: number; invalid: number; high: number; at: number } {
  const counts = { valid: 0, invalid: 0, high: 0, at: -1 };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    counts.high += 1;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const follows = bytes.subarray(at + 1, at + 1 + more);
    if (more > 0 && byte < 0xf5 && follows.length === more && follows.every((one) => one >> 6 === 2)) {
      counts.valid += 1;
      counts.high += more;
      at += more;
    } else {
      counts.invalid += 1;
      if (counts.at < 0) counts.at = at;
    }
  }
  return counts;
}

const LINE_FEED = 0x0a;

const lineOfByte = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 1);

const empty = (path: string): Message => fatal('import:empty', 'This file has no text', { path });

const binary = (path: string): Message =>
  fatal('import:binary', 'This file is not text', {
    path,
    hint: 'Open the file in the program that made it, and save it as plain text, HTML, EPUB or docx.',
  });

const mixed = (bytes: Uint8Array, at: number, path: string): Message =>
  fatal('import:encoding', 'This file mixes UTF-8 and another encoding', {
    path,
    place: { line: lineOfByte(bytes, at), column: 1 },
    hint: 'This is the first line that is not UTF-8. Correct it in an editor, or import that part as a file of its own.',
  });

const unknownEncoding = (path: string): Message =>
  fatal('import:encoding', 'This file is not encoded as UTF-8, UTF-16 or Windows-1252', {
    path,
    hint: 'Save the file as UTF-8 in the editor in which it reads well.',
  });

const broken = (encoding: string, path: string): Message =>
  fatal(
    'import:encoding',
    `This file has a broken character: it is not \`${encoding.toUpperCase()}\` throughout`,
    {
      path,
      hint: 'The file’s byte-order mark says so. Save it again as UTF-8.',
    },
  );

const controlsGone = (count: number, path: string): Message =>
  warning(
    'import:control-character',
    `This file has control characters (${String(count)}), which were taken out`,
    {
      path,
      hint: 'No ebook can hold them.',
    },
  );

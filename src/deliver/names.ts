/** Names that every e-reader's file system takes. */
import { basename } from 'node:path';
import { DEVICE_NAMES } from '../text/slug.js';
import { EXTENSIONS } from './devices.js';

/**
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file; FAT and exFAT refuse the same. With them go halves of
 * characters, and directional marks, which show a name as another one.
 */
const REFUSED = /[\p{Cc}\p{Cs}"*/:<>?\\|\u202A-\u202E\u2066-\u2069]/gu;
/** What Windows drops from a name's end. */
const TRAILING = /[\s.]+$/u;
const LONGEST_BYTES = 255;

export interface NameRules {
  /** Characters that are refused beside FAT's. */
  refused?: string;
  /** The most characters of the folder's path and the name; none where it is not given. */
  longest?: number;
  /** The folder below the device's root; empty for the root. */
  folder?: string;
}

/**
 * A file's name as the device takes it: composed (NFC), what FAT refuses replaced by `_`, no dot before it and no dot
 * or space behind it, at most 255 bytes, the extension kept. The same name gives the same one, and a fit name itself.
 */
export function deviceName(name: string, { refused = '', longest, folder = '' }: NameRules = {}): string {
  const extension = extensionOf(name);
  const stem = Array.from(name.slice(0, name.length - extension.length).normalize('NFC'))
    .map((character) => (refused.includes(character) ? '_' : character))
    .join('')
    .replace(REFUSED, '_')
    .replace(/^[\s.]+/u, '')
    .replace(TRAILING, '')
    .replace(DEVICE_NAMES, '$&_');
  const room = longest === undefined ? Infinity : longest - (folder === '' ? 0 : folder.length + 1);
  const cut = fitting(stem, LONGEST_BYTES - Buffer.byteLength(extension), room - extension.length);
  return (cut === '' ? 'book' : cut) + extension;
}

const ENDS = [...Object.values(EXTENSIONS)].sort((a, b) => b.length - a.length);

/** `.kepub.epub` of `Tide.KEPUB.epub`; empty where it is no book's. */
function extensionOf(name: string): string {
  const lower = name.toLowerCase();
  const end = ENDS.find((known) => lower.endsWith(known));
  return end === undefined ? '' : name.slice(-end.length);
}

/** The beginning of a text with at most so many bytes and characters; no letter loses its accents. */
function fitting(text: string, bytes: number, characters: number): string {
  let fits = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    const next = fits + segment;
    if (Buffer.byteLength(next) > bytes || next.length > characters) break;
    fits = next;
  }
  return fits.replace(TRAILING, '');
}

/** A name as FAT compares it: without difference between upper and lower case, accents composed. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** A path's last part without a book's extension. */
export function stemOf(path: string): string {
  const name = basename(path);
  return name.slice(0, name.length - extensionOf(name).length);
}

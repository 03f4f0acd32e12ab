/** Whether a file on the device is another book than the one that is to take its place. */
import { error } from '../diagnostics.js';
import { archiveProblem } from '../epub/problem.js';
import { openBook } from '../epub/publication.js';
import type { Message } from '../types.js';

/** What a book is known by, and what people call it. */
interface Known {
  identity: string;
  title: string;
}

/** A message where both files are books, of one format, and not editions of the same; `path` is the one on the device. */
export function otherBook(path: string, old: Uint8Array, bytes: Uint8Array): Message | undefined {
  for (const known of [knownEpub, knownKindleBook]) {
    const [before, after] = [known(old), known(bytes)];
    if (before && after && before.identity !== after.identity) return another(path, before, after);
  }
  return undefined;
}

/** An EPUB by its identifier; nothing for a damaged one, which is no book to protect. */
function knownEpub(bytes: Uint8Array): Known | undefined {
  if (archiveProblem(bytes, '')) return undefined;
  try {
    const { identifier, title } = openBook(bytes).publication.metadata;
    return identifier === undefined ? undefined : { identity: identifier, title };
  } catch {
    return undefined;
  }
}

/** https://wiki.mobileread.com/wiki/PDB#Palm_Database_Format: type and creator. */
export const isKindleBook = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(60, 68)).toString('latin1') === 'BOOKMOBI';

/** Where the first record begins, and in it the place and length of the title: https://wiki.mobileread.com/wiki/MOBI */
const FIRST_RECORD = 78;
const TITLE_AT = 84;
const TITLE_LENGTH = 88;

/** An AZW3 by its title: of the EPUB's identifier, calibre keeps nothing. */
function knownKindleBook(bytes: Uint8Array): Known | undefined {
  if (!isKindleBook(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const record = view.getUint32(FIRST_RECORD);
    const begin = record + view.getUint32(record + TITLE_AT);
    const title = Buffer.from(
      bytes.subarray(begin, begin + view.getUint32(record + TITLE_LENGTH)),
    ).toString();
    return title === '' ? undefined : { identity: title, title };
  } catch {
    return undefined;
  }
}

const another = (path: string, before: Known, after: Known): Message =>
  error(
    'sideload:other-book',
    `Another book has this name on the device: \`${before.title}\`, not an older edition of \`${after.title}\``,
    {
      path,
      hint: 'If it is an older edition (without `identifier:`, a new title or author makes another book), remove it from the device. If not, give yours another name, by `slug:` or by its file’s name.',
    },
  );

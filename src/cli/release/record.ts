/** What `octavo release --json` prints and `release.json` holds. */
import { join } from 'node:path';
import type { Attached } from '../../deliver/release/attach.js';
import type { ReleaseFile } from '../../deliver/release/host.js';
import { CHECKSUMS, NOTES, type ReleasedBook } from '../../deliver/release/set.js';
import { packageVersion } from '../../io/templates.js';
import { generatorOf } from '../../pipeline/origin.js';
import type { Message } from '../../types.js';

/** A built book under the name of its edition. */
export interface Released extends ReleasedBook {
  name: string;
  slug: string;
  identifier: string;
  unsure: number;
  messages: Message[];
}

/** What was released, or what kept it from being. */
export interface Report {
  books: readonly Released[];
  /** Those of no book. */
  messages: readonly Message[];
  /** What was written; nothing, where nothing is released. */
  files?: readonly ReleaseFile[];
  attached?: Attached;
  tag: string | undefined;
  out: string;
}

/** What `release.json` holds: the books with their messages, and the paths of what was written. */
export function recordOf({ books, messages, files: written, attached, tag, out }: Report) {
  const path = (name: string) => join(out, name).replaceAll('\\', '/');
  const url = (name: string) => {
    const address = attached?.addresses[name];
    return address === undefined ? {} : { url: address };
  };
  const fileOf = ({ name, bytes, sha256 }: ReleaseFile) => ({
    name,
    path: path(name),
    size: bytes.length,
    sha256,
    ...url(name),
  });
  return {
    ...(tag === undefined ? {} : { tag }),
    generator: generatorOf(packageVersion()),
    books: books.map(({ files, cover, shopCover, ...book }) => ({
      ...book,
      diff: undefined,
      files: files.map((file) => ({
        ...fileOf(file),
        format: file.name.endsWith('.kepub.epub') ? 'kepub' : 'epub',
      })),
      ...(cover && written ? { cover: fileOf(cover) } : {}),
      ...(shopCover && written ? { shopCover: fileOf(shopCover) } : {}),
    })),
    ...(written?.some(({ name }) => name === CHECKSUMS) ? { checksums: path(CHECKSUMS) } : {}),
    ...(written ? { notes: path(NOTES) } : {}),
    ...(attached ? { attached } : {}),
    messages,
  };
}

/** A record as JSON for people and machines. */
export const printed = (record: ReturnType<typeof recordOf>): string => JSON.stringify(record, null, 2);

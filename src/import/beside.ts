/** The folder of pictures that a browser saves beside a page. */
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { readInside } from '../io/inside.js';
import { realPath } from '../io/real.js';
import { decodedUrl } from '../text/url.js';

/** What browsers put after the page's name, in the languages that they are in. */
const SUFFIXES = [
  '_files',
  '-Dateien',
  '_fichiers',
  '_archivos',
  '_ficheiros',
  '_bestanden',
  '-filer',
  '_pliki',
];
const PAGE = /\.(?:html?|xhtml|xht|shtml)$/i;
/** What such a folder holds beside pictures. */
const OTHER = /\.(?:js|css|html?|svg|json|txt|woff2?|ttf|mp[34]|webm|download)$/i;
const MOST_FILES = 500;
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The files of the folder beside a saved page, by the address that the page has for them: `page_files/tide.jpg`.
 *
 * The folder is listed, and what it lists is read: no address of a page is ever opened, and no link followed.
 */
export async function filesBeside(absolute: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  if (!PAGE.test(absolute)) return files;
  const stem = basename(absolute, extname(absolute));
  let left = MOST_BYTES;
  for (const suffix of SUFFIXES) {
    const folder = join(dirname(absolute), stem + suffix);
    const names = await picturesIn(folder);
    const root = names.length > 0 ? await realPath(folder) : folder;
    for (const name of names) {
      const read = await readInside(join(folder, name), root, left);
      if ('size' in read) return files;
      if (!('bytes' in read)) continue;
      left -= read.bytes.length;
      files.set(`${stem}${suffix}/${name}`, read.bytes);
    }
  }
  return files;
}

async function picturesIn(folder: string): Promise<string[]> {
  const isThere = await lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !OTHER.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .slice(0, MOST_FILES);
}

/** An address of a page as the name of a file beside it: without what asks and points, its escapes read. */
export function nameBeside(address: string): string {
  return decodedUrl((address.split(/[?#]/)[0] ?? '').replace(/^(?:\.\/)+/, ''));
}

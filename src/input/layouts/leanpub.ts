/**
 * Leanpub: `Book.txt` in `manuscript/`, texts in Markua or Leanpub's older Markdown.
 *
 * @see https://leanpub.com/markua/read
 */
import { posix } from 'node:path';
import { fatal } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { fromMarkua } from './markua.js';
import { NO_METADATA, withCover } from './meta.js';
import { outlineOf, type Item } from './outline.js';
import { shown, textsIn, type Reader } from './plan.js';

/** Lines of a list that say where the parts of a book begin: the files' names say it to Octavo. */
const MARK = /^\{?(?:front|main|back)matter:?\}?$/i;

const LISTS = [/^Book\.txt$/, /^book\.txt$/i, /^manuscript\/Book\.txt$/, /^manuscript\/book\.txt$/i];

/** Reads a folder of Leanpub's. */
export const readLeanpub: Reader = async (site) => {
  const list =
    LISTS.flatMap((name) => [...site.files].find((file) => name.test(file)) ?? [])[0] ?? 'Book.txt';
  const path = shown(site, list);
  const text = await site.text(list);
  const items = itemsOf(text.value ?? '');
  const outline = outlineOf(items, { list, path, files: site.files, remarks: site.remarks });
  const base = posix.dirname(list) === '.' ? '' : posix.dirname(list);
  const messages: Message[] = [...text.messages, ...outline.messages];
  if (items.length === 0 && text.messages.length === 0) messages.push(emptyList(path));
  return {
    value: {
      found: 'is laid out for Leanpub',
      differs:
        'Asides and blurbs stay boxes; the title and the author, which Leanpub keeps on its site, go into `book.yaml`.',
      metadata: withCover({ ...NO_METADATA, meta: { ...NO_METADATA.meta, math: true } }, covers(base), site),
      metaPath: site.folder.path,
      listed: outline.value,
      texts: { files: textsIn(site, base), list: path },
      split: true,
      anchors: 'book',
      images: [posix.join(base, 'resources'), posix.join(base)],
      dialect: (lines, source) => ({ value: fromMarkua(lines, source, site.remarks), messages: [] }),
    },
    messages,
  };
};

/** Where Leanpub looks for a cover. */
const covers = (base: string): string[] =>
  ['resources', 'images'].flatMap((folder) =>
    ['png', 'jpg', 'jpeg'].map((extension) => posix.join(base, folder, `title_page.${extension}`)),
  );

function itemsOf(text: string): Item[] {
  return text.split('\n').flatMap((line, index): Item[] => {
    const name = line.trim();
    if (name === '' || name.startsWith('#') || MARK.test(name)) return [];
    const place = { line: index + 1, column: line.indexOf(name) + 1 };
    return [{ url: encodeURI(name).replaceAll('#', '%23'), place, children: [] }];
  });
}

const emptyList = (path: string): Message =>
  fatal('folders:no-list', 'The list of chapters is empty', {
    path,
    hint: 'Write a file’s name on each line. Or give the folder a `book.md`, to build it in the order of its files.',
  });

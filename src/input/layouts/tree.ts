/** A plain tree of numbered folders, deeper than parts and chapters: `01-part/02-section/03-chapter.md`. */
import { posix } from 'node:path';
import type { Item } from './outline.js';
import { inNaturalOrder } from '../order.js';
import { NO_METADATA } from './meta.js';
import { outlineOf } from './outline.js';
import { textsIn, type Reader } from './plan.js';

/** Pages that stand for the folder that they lie in. */
const FOLDER_PAGE = /^(?:part|index|readme|_index)\.(?:md|markdown)$/i;

/** Reads a tree of folders: each is a part within that above it, in the order of their names. */
export const readTree: Reader = async (site) => {
  const texts = textsIn(site, '').filter((file) => !/^readme\.md$/i.test(file));
  const items = itemsIn(
    '',
    inNaturalOrder(texts.map((rel) => ({ rel, path: rel }))).map(({ rel }) => rel),
  );
  const { folder, files, remarks } = site;
  const outline = outlineOf(items, { list: 'list', path: folder.path, files, remarks });
  return Promise.resolve({
    value: {
      found: 'holds folders within folders',
      differs: 'Each folder is a part, within that above it in the contents.',
      metadata: NO_METADATA,
      metaPath: folder.path,
      listed: outline.value,
      split: false,
      anchors: 'file' as const,
    },
    messages: outline.messages,
  });
};

/** The items of the files below a folder, whose path ends with a slash or is empty. */
function itemsIn(base: string, files: readonly string[]): Item[] {
  const items: Item[] = [];
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const [step = '', ...more] = file.slice(base.length).split('/');
    if (more.length === 0) {
      items.push(item(file));
      continue;
    }
    const inside = folders.get(step);
    if (inside) inside.push(file);
    else {
      const list = [file];
      folders.set(step, list);
      items.push({ ...item(''), title: step });
    }
  }
  return items.map((one) => {
    const inside = one.title === undefined ? undefined : folders.get(one.title);
    return inside ? folderItem(`${base}${one.title ?? ''}/`, inside) : one;
  });
}

function folderItem(base: string, files: readonly string[]): Item {
  const page = files.find((file) => FOLDER_PAGE.test(file.slice(base.length)));
  const children = itemsIn(
    base,
    files.filter((file) => file !== page),
  );
  if (page !== undefined) return { ...item(page), kind: 'part', children };
  return { place: { line: 1, column: 1 }, title: readable(posix.basename(base)), children };
}

const item = (file: string): Item => ({ url: encodeURI(file), place: { line: 1, column: 1 }, children: [] });

/** A folder's name as a title: without its number, its hyphens as spaces. */
function readable(name: string): string {
  const words = name.replace(/^\d+[\s._)-]+(?=.)/, '').replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

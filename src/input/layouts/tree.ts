/** A plain tree of numbered folders, deeper than parts and chapters: `01-part/02-section/03-chapter.md`. */
import { posix } from 'node:path';
import type { Item } from './outline.js';
import { inNaturalOrder, isFolderNote } from '../order.js';
import { metadataFrom, NO_METADATA, sameKeys, type MetaTable } from './meta.js';
import { outlineOf } from './outline.js';
import { shown, textsIn, type Reader } from './plan.js';
import { frontOf, weighed } from './weights.js';
import { textsHeld } from './wrapper.js';

/** Pages that stand for the folder that they lie in. */
const FOLDER_PAGE = /^(?:part|index|readme|_index)\.(?:md|markdown)$/i;

/** What the page of a site, or its settings, say of the book. */
export const SITE: MetaTable = {
  ...sameKeys(
    'title',
    'subtitle',
    'author',
    'authors',
    'language',
    'date',
    'description',
    'cover',
    'rights',
    'publisher',
    'tags',
    'series',
    'draft',
  ),
  lang: ['language'],
  keywords: ['subjects'],
  weight: false,
};

/** Reads a tree of folders: each is a part within that above it, in the order of their names. */
export const readTree: Reader = async (site) => {
  const texts = textsIn(site, '').filter((file) => !/^(?:readme|_index)\.md$/i.test(file));
  const { folder, files, remarks } = site;
  const { base, pages, ...held } = textsHeld(texts, site);
  const inside = held.inside.filter((file) => !/^_index\.md$/i.test(file.slice(base.length)));
  const items = [
    ...pages.map(item),
    ...itemsIn(
      base,
      inNaturalOrder(placed(await weighed(inside, site))).map(({ file }) => file),
    ),
  ];
  const about = [`${base}_index.md`, '_index.md'].find((file) => files.has(file));
  const path = about === undefined ? folder.path : shown(site, about);
  const metadata =
    about === undefined ? undefined : metadataFrom(await frontOf(about, site), SITE, path, remarks);
  const outline = outlineOf(items, { list: 'list', path: folder.path, files, remarks });
  return {
    value: {
      found: about !== undefined ? 'is laid out for Hugo' : foundIn(base),
      differs:
        about === undefined
          ? 'Each folder is a part, within that above it in the contents.'
          : 'Its texts stand in the order of their `weight`, each folder is a part; shortcodes are not run.',
      metadata: metadata?.value ?? NO_METADATA,
      metaPath: path,
      listed: outline.value.map((one) => ({ ...one, free: true as const })),
      split: false,
      anchors: 'file' as const,
    },
    messages: [...outline.messages, ...(metadata?.messages ?? []), ...held.messages],
  };
};

const foundIn = (base: string): string =>
  base === '' ? 'holds folders within folders' : `has its texts in \`${base}\``;

/** A text that is alone in its folder with its pictures, a chapter that stands where the folder does: `ferry/index.md`. */
const BUNDLE = /\/index\.(?:md|markdown)$/i;

/** Texts with the paths by which they are ordered. */
export function placed<T extends { rel: string }>(texts: readonly T[]): (T & { file: string })[] {
  const counts = new Map<string, number>();
  for (const { rel } of texts)
    for (let folder = posix.dirname(rel); folder !== '.'; folder = posix.dirname(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return texts.map((text) => {
    const isBundle = BUNDLE.test(text.rel) && counts.get(posix.dirname(text.rel)) === 1;
    return { ...text, file: text.rel, rel: isBundle ? text.rel.replace(BUNDLE, '.md') : text.rel };
  });
}

/** The items of the files below a folder, whose path ends with a slash or is empty. */
export function itemsIn(base: string, files: readonly string[]): Item[] {
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
  const page = files.find((file) => FOLDER_PAGE.test(file.slice(base.length))) ?? noteOf(base, files);
  if (page !== undefined && files.length === 1 && BUNDLE.test(page)) return item(page);
  const children = itemsIn(
    base,
    files.filter((file) => file !== page),
  );
  if (page !== undefined) return { ...item(page), kind: 'part', children };
  return { place: { line: 1, column: 1 }, title: readable(posix.basename(base)), children };
}

/** The text that is called as its folder is, beside others. */
function noteOf(base: string, files: readonly string[]): string | undefined {
  const name = posix.basename(base);
  return files.length < 2
    ? undefined
    : files.find((file) => isFolderNote(`${name}/${file.slice(base.length)}`));
}

const item = (file: string): Item => ({ url: encodeURI(file), place: { line: 1, column: 1 }, children: [] });

/** A folder's name as a title: without its number, its hyphens as spaces. */
function readable(name: string): string {
  const words = name.replace(/^\d+[\s._)-]+(?=.)/, '').replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

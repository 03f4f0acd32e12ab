/**
 * bookdown: chapters of R Markdown that `_bookdown.yml` names, or in the order of their names, with `index.Rmd` first.
 *
 * @see https://bookdown.org/yihui/bookdown/usage.html
 */
import { posix } from 'node:path';
import type { Result } from '../../diagnostics.js';
import { slug } from '../../text/slug.js';
import type { Message } from '../../types.js';
import { inNaturalOrder } from '../order.js';
import { fromBookdown, PART, type Named } from './bookdown-marks.js';
import { withCells } from './cells.js';
import { readSettings } from './data.js';
import { isShort, linesOf, marked, type Line } from './lines.js';
import { mergedMeta, metadataFrom, NO_METADATA, type MetaTable } from './meta.js';
import { outlineOf, type Item } from './outline.js';
import { fromPandoc } from './pandoc-marks.js';
import { metadataIn } from './pandoc.js';
import { shown, type Reader, type Site } from './plan.js';

const LIST = '_bookdown.yml';

/** How a site is made; none of it says something of the book. */
const SETTINGS: MetaTable = Object.fromEntries(
  `rmd_files rmd_subdir book_filename delete_merged_file new_session output_dir clean before_chapter_script
  after_chapter_script edit history view repo language`
    .split(/\s+/)
    .map((key) => [key, false] as const),
);

/** Reads a folder of bookdown's. */
export const readBookdown: Reader = async (site) => {
  const messages: Message[] = [];
  const keep = <T>({ value, messages: said }: Result<T>): T => {
    messages.push(...said);
    return value;
  };
  const path = shown(site, LIST);
  const settings = keep(readSettings(keep(await site.text(LIST)) ?? '', path));
  let metadata = keep(metadataFrom(settings, SETTINGS, path, site.remarks)) ?? NO_METADATA;
  const of = (key: string): unknown => settings.find((entry) => entry.key === key)?.value;
  const names = listedIn(of('rmd_files')) ?? found(of('rmd_subdir'), site);
  const place = settings.find(({ key }) => key === 'rmd_files')?.keyPlace ?? { line: 1, column: 1 };
  const [first] = names;
  const opening =
    first !== undefined && site.files.has(first) ? keep(await metadataIn(first, site, true)) : undefined;
  if (opening) metadata = mergedMeta(opening.metadata, metadata);
  const heads = opening?.lines ?? 0;
  const sources = [metadata.meta.bibliography ?? []].flat();
  // What a program writes is not there.
  const written = sources.filter((file) => !site.files.has(file));
  for (const file of written) site.remarks.add('folders:not-run', file, shown(site, first ?? LIST), 1);
  if (written.length > 0) metadata.meta.bibliography = sources.filter((file) => site.files.has(file));

  const items: Item[] = [];
  const titles = new Map<string, Named>();
  let isHidden = false;
  let open: Item[] = items;
  for (const name of names) {
    const text = site.files.has(name) ? ((await site.text(name)).value ?? '') : undefined;
    const lines = linesOf(text ?? '').slice(name === first ? heads : 0);
    isHidden ||= SET_HIDDEN.test(text ?? '');
    const { parts, holdsText } = headingsOf(lines, titles);
    const chapter: Item = { url: encodeURI(name).replaceAll('#', '%23'), place, children: [] };
    if (text === undefined || (holdsText && parts.every(({ isFirst }) => !isFirst))) open.push(chapter);
    for (const part of parts) {
      open = part.title === undefined ? items : [];
      if (part.title !== undefined) items.push({ title: part.title, place, children: open });
      if (part.isFirst && holdsText) open.push(chapter);
    }
  }
  const outline = keep(outlineOf(items, { list: LIST, path, files: site.files, remarks: site.remarks }));
  const { math = true } = metadata.meta;
  return {
    value: {
      found: 'is a book of bookdown',
      differs:
        'Programs are shown, not run. Chapters and sections have no numbers: references name their titles.',
      metadata: { ...metadata, meta: { ...metadata.meta, math } },
      metaPath: first === undefined ? path : shown(site, first),
      listed: outline,
      texts: {
        files: [...site.files].filter((file) => /\.rmd$/i.test(file) && !file.includes('/')),
        list: path,
      },
      split: true,
      anchors: 'book',
      images: [''],
      dialect: (lines, source) => {
        const own = source.rel === first ? lines.slice(heads) : lines;
        const cells = withCells(own, source, site.remarks, { hidden: isHidden, prefix: 'fig:' });
        return { value: fromPandoc(fromBookdown(cells, titles), source, site.remarks), messages: [] };
      },
    },
    messages,
  };
};

/** What hides the code of all cells. */
const SET_HIDDEN = /opts_chunk\$set\([^()]*\becho[ \t]*=[ \t]*F(?:ALSE)?\b/;

/** The files that the settings name; of lists by format that of the ebook, else the first. */
function listedIn(value: unknown): string[] | undefined {
  if (Array.isArray(value))
    return value.filter((one) => typeof one === 'string').map((one) => posix.normalize(one));
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = value as Record<string, unknown>;
  return listedIn(lists['epub'] ?? lists['html'] ?? Object.values(lists).find(Array.isArray));
}

/** The chapters of a book that names none; `subfolders` is true, or names those that hold more. */
function found(subfolders: unknown, { files }: Site): string[] {
  const inside = Array.isArray(subfolders) ? subfolders.map((one) => `${String(one)}/`) : [];
  const texts = [...files].filter(
    (file) =>
      /(?:^|\/)(?!_|readme\.)[^/]+\.rmd$/i.test(file) &&
      (!file.includes('/') || subfolders === true || inside.some((folder) => file.startsWith(folder))),
  );
  const isIndex = (file: string): boolean => /^index\.rmd$/i.test(file);
  const ordered = inNaturalOrder(texts.map((rel) => ({ rel, path: rel }))).map(({ rel }) => rel);
  return [...ordered.filter(isIndex), ...ordered.filter((file) => !isIndex(file))];
}

interface Part {
  /** Absent where appendices begin: these stand in no part. */
  title?: string;
  /** Whether it stands above the text of its file. */
  isFirst: boolean;
}

const HEADING = /^#{1,6}[ \t]+(\S.*)$/;
const BRACES = /\{([^{}]*)\}[ \t#]*$/;

/** A title as it is read: without its braces, and without marks of emphasis and code. */
const plainWords = (typed: string): string =>
  typed
    .replace(BRACES, '')
    .replaceAll(/[`*[\]]|(?<![\w\\])_|_(?!\w)|\\(?=\W)/g, '')
    .trim();

/** The parts that a text opens, and whether it has a text besides; what its headings are called goes to `titles`. */
function headingsOf(
  lines: readonly Line[],
  titles: Map<string, Named>,
): { parts: Part[]; holdsText: boolean } {
  const parts: Part[] = [];
  let holdsText = false;
  for (const { text, code } of marked(lines)) {
    const part = code || !isShort(text) ? null : PART.exec(text);
    if (part) {
      const title = part[1] === 'PART' ? plainWords(part[2] ?? '') : undefined;
      parts.push({ isFirst: !holdsText, ...(title === undefined ? {} : { title }) });
      continue;
    }
    holdsText ||= /\S/.test(text);
    const [, words] = (code || !isShort(text) ? null : HEADING.exec(text)) ?? [];
    if (words === undefined) continue;
    const title = plainWords(words);
    const id = /#([\w:.-]+)/.exec(BRACES.exec(words)?.[1] ?? '')?.[1] ?? slug(title);
    if (!titles.has(id)) titles.set(id, { title, id });
  }
  return { parts, holdsText };
}

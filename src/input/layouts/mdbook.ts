/**
 * mdBook: `book.toml` and `src/SUMMARY.md`.
 *
 * @see https://rust-lang.github.io/mdBook/format/configuration/general.html
 */
import { posix } from 'node:path';
import { error, fatal, quotable } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import type { Entry } from '../front/yaml.js';
import { entriesIn, readSettings } from './data.js';
import { includer } from './includes.js';
import { isShort, marked, outsideCode, type Line } from './lines.js';
import { metadataFrom, type MetaTable } from './meta.js';
import { outlineOf } from './outline.js';
import { shown, textsIn, type Reader } from './plan.js';
import { readSummary } from './summary.js';

const BOOK: MetaTable = {
  title: ['title'],
  author: ['author'],
  authors: ['author', (value) => (Array.isArray(value) && value.length === 0 ? undefined : value)],
  description: ['description'],
  language: ['language'],
  src: false,
  multilingual: false,
  'text-direction': false,
};

/** Reads a folder of mdBook's. */
export const readMdbook: Reader = async (site) => {
  const messages: Message[] = [];
  const config = site.files.has('book.toml') ? await site.text('book.toml') : undefined;
  const text = config?.value ?? '';
  const path = shown(site, 'book.toml');
  const settings = readSettings(text, path);
  const book = entriesIn(settings.value, 'book', text);
  const metadata = metadataFrom(book, BOOK, path, site.remarks);
  for (const { key, value, keyPlace } of settings.value) {
    if (key !== 'preprocessor' || typeof value !== 'object' || value === null) continue;
    for (const name of Object.keys(value))
      site.remarks.add('folders:config', `preprocessor.${name}`, path, keyPlace.line);
  }
  messages.push(...(config?.messages ?? []), ...settings.messages, ...metadata.messages);

  const source = book.find(({ key }) => key === 'src');
  const base = folderIn(source?.value ?? 'src');
  if (source && base === undefined) messages.push(noFolder(source, path));
  const list = posix.join(base ?? 'src', 'SUMMARY.md');
  const summary = site.files.has(list) ? await site.text(list) : undefined;
  if (!summary) messages.push(noSummary(shown(site, list)));
  const items = readSummary(summary?.value ?? '', shown(site, list));
  const outline = outlineOf(items.value, {
    list,
    path: shown(site, list),
    files: site.files,
    remarks: site.remarks,
  });
  const texts = textsIn(site, base === '.' ? '' : (base ?? 'src')).filter((file) => file !== list);
  const include = includer(site);
  messages.push(...(summary?.messages ?? []), ...items.messages, ...outline.messages);
  return {
    value: {
      found: 'is laid out for mdBook',
      differs: 'Inclusions are put in place; chapters have no numbers, and no preprocessor runs.',
      metadata: metadata.value,
      metaPath: path,
      listed: outline.value,
      texts: { files: texts, list: shown(site, list) },
      split: false,
      anchors: 'file',
      dialect: async (lines, source) => {
        const { value, messages: said } = await include(lines, source);
        return { value: withListings(withoutHidden(value)), messages: said };
      },
    },
    messages,
  };
};

/** A folder within the book's, as a normal path; nothing for one outside. */
export function folderIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const folder = posix.normalize(value.replaceAll('\\', '/')).replace(/\/$/, '');
  return posix.isAbsolute(folder) || folder.startsWith('..') || folder.includes('\0') ? undefined : folder;
}

/** Code without the lines that mdBook hides: those of Rust that begin with a lone `#`; and fences with one word. */
function withoutHidden(lines: readonly Line[]): Line[] {
  let rust = false;
  return marked(lines).flatMap(({ text, origin, code, info }) => {
    if (info !== undefined && isShort(text)) {
      rust = /^\s*rust\b/.test(info);
      return [{ text: text.replace(/^([ \t>]*[`~]{3,}\s*[^\s,{]+)[,{].*$/, '$1'), origin }];
    }
    if (!code || !rust) return [{ text, origin }];
    return /^[\s>]*#(?:\s|$)/.test(text) ? [] : [{ text: text.replace(/^([\s>]*)##/, '$1#'), origin }];
  });
}

const LISTING = /^([\s>]*)<Listing\b([^>]*(?:"[^"]*"[^>]*)*)>\s*$/;
const LISTING_END = /^([\s>]*)<\/Listing>\s*$/;
const ATTRIBUTE = /([\w-]+)\s*=\s*"([^"]*)"/g;

/** The listings of *The Rust Programming Language* as figures: the file's name above the code, number and caption below. */
function withListings(lines: readonly Line[]): Line[] {
  let below: string | undefined;
  return outsideCode(lines, ({ text }) => {
    const [, before = '', attributes] = (isShort(text) ? LISTING.exec(text) : null) ?? [];
    if (attributes !== undefined) {
      const of = new Map(
        [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
      );
      const number = of.get('number');
      const label = [number === undefined ? '' : `Listing ${number}`, of.get('caption') ?? ''];
      const caption = label.filter((part) => part !== '').join(': ');
      const file = of.get('file-name');
      const named = file === undefined ? [] : [before, `${before}Filename: ${file} {.filename}`, before];
      below = caption === '' ? undefined : caption;
      const id = of.get('id') ?? (number === undefined ? undefined : `listing-${number}`);
      if (below === undefined) return [...named, before];
      return [...named, before, `${before}::::figure{.listing${id === undefined ? '' : ` #${id}`}}`, before];
    }
    const [, end] = LISTING_END.exec(text) ?? [];
    if (end === undefined) return text;
    return below === undefined ? end : [end, `${end}${below}`, end, `${end}::::`, end];
  });
}

/** The message about a setting that names no folder within the book's. */
export const noFolder = ({ key, value, valuePlace }: Entry, path: string): Message =>
  error(
    'folders:outside',
    `\`${key}\` is \`${quotable(String(value))}\`, which is not in the book’s folder`,
    {
      path,
      place: valuePlace,
      hint: 'The setting was ignored.',
    },
  );

/** The message about a folder without a list of chapters. */
export const noSummary = (path: string): Message =>
  fatal('folders:no-list', 'This folder has no list of chapters', {
    path,
    hint: 'Write one: a line `- [Title](file.md)` for each chapter. Or give the folder a `book.md`, to build it in the order of its files.',
  });

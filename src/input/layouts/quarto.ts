/**
 * Quarto: a book whose chapters `_quarto.yml` names, in Markdown; the programs in it are shown, not run.
 *
 * @see https://quarto.org/docs/books/book-structure.html
 */
import type { Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import type { Entry } from '../front/yaml.js';
import { withCells } from './cells.js';
import { entriesIn, readSettings } from './data.js';
import { includer, type Commands } from './includes.js';
import { mergedMeta, metadataFrom, NO_METADATA, type MetaTable } from './meta.js';
import { outlineOf, type Item } from './outline.js';
import { fromPandoc } from './pandoc-marks.js';
import { PANDOC } from './pandoc-meta.js';
import { shown, type Reader, type Site } from './plan.js';

/** Keys that are read elsewhere, or say how a site looks. */
const ELSEWHERE =
  `chapters appendices references site-url repo-url repo-branch repo-subdir repo-actions downloads sharing
  favicon search sidebar navbar page-footer page-navigation reader-mode google-analytics cookie-consent output-file open-graph
  twitter-card body-header body-footer margin-header margin-footer back-to-top-navigation`.split(/\s+/);

const BOOK: MetaTable = { ...PANDOC, ...Object.fromEntries(ELSEWHERE.map((key) => [key, false] as const)) };
const TOP: MetaTable = Object.fromEntries(
  ['lang', 'language', 'bibliography', 'csl'].map((key) => [key, PANDOC[key] ?? false]),
);

const CHAPTER = /\.(?:md|qmd|rmd)$/i;

/** Reads a folder of Quarto's. */
export const readQuarto: Reader = async (site) => {
  const messages: Message[] = [];
  const keep = <T>({ value, messages: said }: Result<T>): T => {
    messages.push(...said);
    return value;
  };
  const list = ['_quarto.yml', '_quarto.yaml'].find((name) => site.files.has(name)) ?? '_quarto.yml';
  const path = shown(site, list);
  const sources = keep(await settingsIn(list, site));
  const books = sources.map(({ entries, text }) => entriesIn(entries, 'book', text));
  const all = sources.flatMap(({ entries }) => entries);
  let metadata = NO_METADATA;
  for (const [index, { entries, at }] of sources.entries()) {
    const top = entries.filter(({ key }) => Object.hasOwn(TOP, key));
    metadata = mergedMeta(metadata, keep(metadataFrom(books[index] ?? [], BOOK, at, site.remarks)));
    metadata = mergedMeta(metadata, keep(metadataFrom(top, TOP, at, site.remarks)));
  }
  const itemsOf = (key: string): Item[] => {
    const entry = books.flat().find((one) => one.key === key);
    return itemsIn(entry?.value, entry?.keyPlace ?? { line: 1, column: 1 }, site.files);
  };
  const items = [...itemsOf('chapters'), ...itemsOf('appendices')];
  const outline = keep(outlineOf(items, { list, path, files: site.files, remarks: site.remarks }));
  const variables = keep(await settingsIn('_variables.yml', site)).flatMap(({ entries }) => entries);
  const { math = true } = metadata.meta;
  const hidden = isHidden(all.find(({ key }) => key === 'execute')?.value);
  const include = includer(site, commandsOf(variables, [...all, ...books.flat()]));
  return {
    value: {
      found: 'is a book of Quarto',
      differs: 'Programs are shown, not run. Of shortcodes, texts and values are put in place.',
      metadata: { ...metadata, meta: { ...metadata.meta, math } },
      metaPath: path,
      listed: outline,
      texts: { files: [...site.files].filter((file) => CHAPTER.test(file)), list: path },
      split: false,
      anchors: 'book',
      images: [''],
      dialect: async (lines, source) => {
        const { value, messages: said } = await include(lines, source);
        const shownLines = withCells(value, source, site.remarks, { hidden });
        return { value: fromPandoc(shownLines, source, site.remarks), messages: said };
      },
    },
    messages,
  };
};

interface Settings {
  entries: Entry[];
  text: string;
  /** The file, for messages. */
  at: string;
}

/** A file of settings, and those that it names under `metadata-files`; nothing where there is none. */
async function settingsIn(file: string, site: Site): Promise<Result<Settings[]>> {
  if (!site.files.has(file)) return { value: [], messages: [] };
  const at = shown(site, file);
  const { value: text = '', messages: said } = await site.text(file);
  const { value: entries, messages } = readSettings(text, at);
  const named = entries.find(({ key }) => key === 'metadata-files')?.value;
  const files = (Array.isArray(named) ? named : []).filter((one) => typeof one === 'string' && one !== file);
  const more = await Promise.all(
    files.map((one) => settingsIn(String(one), { ...site, files: without(file, site) })),
  );
  return {
    value: [{ entries, text, at }, ...more.flatMap(({ value }) => value)],
    messages: [...said, ...messages, ...more.flatMap((one) => one.messages)],
  };
}

/** The files but one, so that settings that name one another are read once. */
const without = (file: string, { files }: Site): ReadonlySet<string> =>
  new Set([...files].filter((one) => one !== file));

const isHidden = (execute: unknown): boolean =>
  typeof execute === 'object' && execute !== null && 'echo' in execute && execute.echo === false;

/** Quarto's shortcodes: `{{< name what >}}`; in three braces each, one is text. */
const commandsOf = (variables: readonly Entry[], meta: readonly Entry[]): Commands => ({
  pattern: /(\{?)\{\{<[ \t]*([\w-]+)\b([^{}<>]*)>\}\}\}?/g,
  inclusions: { include: '' },
  dropped: ['video', 'contents', 'ipynb'],
  textFor: (name, typed) => {
    const argument = typed.trim();
    if (name === 'pagebreak') return '\n\n\\newpage\n\n';
    if (name === 'kbd') return `\`${argument}\``;
    if (name !== 'var' && name !== 'meta') return undefined;
    return valueIn(name === 'var' ? variables : meta, argument.split('.'));
  },
});

/** A word, a number or a truth value among settings, by the names that lead to it. */
function valueIn(entries: readonly Entry[], [first, ...rest]: readonly string[]): string | undefined {
  let found: unknown = entries.find(({ key }) => key === first)?.value;
  for (const name of rest) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
}

/** Chapters, and parts with theirs: a part is a title or a file. */
function itemsIn(value: unknown, place: Item['place'], files: ReadonlySet<string>): Item[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).flatMap((one): Item[] => {
    if (typeof one === 'string') return [{ url: addressOf(one), place, children: [] }];
    if (typeof one !== 'object' || one === null) return [];
    const { part, file, text, chapters } = one as Record<string, unknown>;
    const children = itemsIn(chapters, place, files);
    const title = typeof text === 'string' ? { title: text } : {};
    if (typeof file === 'string') return [{ ...title, url: addressOf(file), place, children }];
    if (typeof part !== 'string') return children;
    return files.has(part)
      ? [{ url: addressOf(part), kind: 'part', place, children }]
      : [{ title: part, place, children }];
  });
}

const addressOf = (file: string): string => encodeURI(file).replaceAll('#', '%23');

/**
 * Quarto: a book whose chapters `_quarto.yml` names, in Markdown; the programs in it are shown, not run.
 *
 * @see https://quarto.org/docs/books/book-structure.html
 */
import type { Message } from '../../types.js';
import { entriesIn, readSettings } from './data.js';
import { marked, type Line } from './lines.js';
import { mergedMeta, metadataFrom, type MetaTable } from './meta.js';
import { outlineOf, type Item } from './outline.js';
import { fromPandoc } from './pandoc-marks.js';
import { PANDOC } from './pandoc-meta.js';
import { shown, type Reader, type Source } from './plan.js';
import type { Remarks } from './remarks.js';

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
  const list = ['_quarto.yml', '_quarto.yaml'].find((name) => site.files.has(name)) ?? '_quarto.yml';
  const path = shown(site, list);
  const { value: text = '', messages: said } = await site.text(list);
  const settings = readSettings(text, path);
  const top = settings.value.filter(({ key }) => Object.hasOwn(TOP, key));
  const book = entriesIn(settings.value, 'book', text);
  const metadata = metadataFrom(book, BOOK, path, site.remarks);
  const language = metadataFrom(top, TOP, path, site.remarks);
  const place = book.find(({ key }) => key === 'chapters')?.keyPlace ?? { line: 1, column: 1 };
  const itemsOf = (key: string): Item[] =>
    itemsIn(book.find((entry) => entry.key === key)?.value, place, site.files);
  const items = [...itemsOf('chapters'), ...itemsOf('appendices')];
  const outline = outlineOf(items, { list, path, files: site.files, remarks: site.remarks });
  const messages: Message[] = [...said, ...settings.messages, ...metadata.messages, ...language.messages];
  const merged = mergedMeta(metadata.value, language.value);
  const { math = true } = merged.meta;
  return {
    value: {
      found: 'is a book of Quarto',
      differs: 'Programs are shown, not run. Shortcodes stay as typed.',
      metadata: { ...merged, meta: { ...merged.meta, math } },
      metaPath: path,
      listed: outline.value,
      texts: { files: [...site.files].filter((file) => CHAPTER.test(file)), list: path },
      split: false,
      anchors: 'book',
      images: [''],
      dialect: (lines, source) => ({
        value: fromPandoc(withoutOptions(lines, source, site.remarks), source, site.remarks),
        messages: [],
      }),
    },
    messages: [...messages, ...outline.messages],
  };
};

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

const CELL = /^([ \t>]*(?:`{3,}|~{3,}))[ \t]*\{([A-Za-z][\w+-]*)((?:[ \t,][^{}]*)?)\}[ \t]*$/;

const OPTION = /^[ \t>]*(?:#|\/\/|%%|--)\|/;
/** What tells Quarto not to show a cell, in a line of its own or, as in R Markdown, at its head. */
const HIDDEN = /(?:echo|include)(?:[ \t]*=[ \t]*(?:FALSE|F)\b|:[ \t]*false\b)/;
/** What tells it to show nothing of what the cell makes, either. */
const SILENT = /include(?:[ \t]*=[ \t]*(?:FALSE|F)\b|:[ \t]*false\b)/;
/** A value that a program gives in the middle of a line. */
const VALUE = /`(?:r |\{(?:r|python|julia|ojs)\} )[^`]+`/;

/** Cells as plain code of their language, without what tells Quarto how to run them; hidden ones not at all. */
function withoutOptions(lines: readonly Line[], { path }: Source, remarks: Remarks): Line[] {
  const made: Line[] = [];
  let cell: { lines: Line[]; options: string; name: string; origin: number } | undefined;
  for (const { text, origin, code, info } of marked(lines)) {
    const [, fence, language = '', head = ''] = (info === undefined ? null : CELL.exec(text)) ?? [];
    if (!code || info !== undefined) {
      end();
      if (fence !== undefined)
        cell = {
          lines: [{ text: `${fence}${language}`, origin }],
          options: head,
          name: `{${language}}`,
          origin,
        };
      else made.push({ text, origin });
      const [value] = (!code && text.includes('`') ? VALUE.exec(text) : null) ?? [];
      if (value !== undefined) remarks.add('folders:not-run', value.slice(1, -1), path, origin);
    } else if (!cell) made.push({ text, origin });
    else if (OPTION.test(text)) cell.options += `\n${text}`;
    else cell.lines.push({ text, origin });
  }
  end();
  return made;

  function end(): void {
    if (!cell) return;
    if (!SILENT.test(cell.options)) remarks.add('folders:not-run', cell.name, path, cell.origin);
    if (!HIDDEN.test(cell.options)) made.push(...cell.lines);
    cell = undefined;
  }
}

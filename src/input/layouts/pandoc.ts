/**
 * pandoc: texts in the order of their names, metadata in `metadata.yaml`, `title.txt` or at the top of the first text.
 *
 * @see https://pandoc.org/MANUAL.html#epub-metadata
 */
import { info, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { inNaturalOrder } from '../order.js';
import type { Entry } from '../front/yaml.js';
import { chaptersOfScript } from './build-script.js';
import { readSettings } from './data.js';
import { TITLE_BLOCK } from './detect.js';
import { mergedMeta, metadataFrom, NO_METADATA, type Metadata } from './meta.js';
import { outlineOf, type Item } from './outline.js';
import { fromPandoc } from './pandoc-marks.js';
import { PANDOC, withSubtitle } from './pandoc-meta.js';
import { shown, textsIn, type Reader, type Site } from './plan.js';
import { textsHeld } from './wrapper.js';

const SETTINGS = ['metadata.yaml', 'metadata.yml', 'metadata.json', 'title.txt'];
const DEFAULTS = ['defaults.yaml', 'defaults.yml'];

/** Reads a folder that is built with pandoc. */
export const readPandoc: Reader = async (site) => {
  const messages: Message[] = [];
  const keep = <T>({ value, messages: said }: Result<T>): T => {
    messages.push(...said);
    return value;
  };
  const named = SETTINGS.filter((name) => site.files.has(name));
  let metadata: Metadata = NO_METADATA;
  for (const name of named) metadata = mergedMeta(metadata, keep(await metadataIn(name, site)).metadata);

  const given = keep(await inputFiles(site));
  const built = given ? undefined : await chaptersOfScript(site);
  if (built) messages.push(inOrderOf(shown(site, built.script)));
  const order = given ?? built?.files;
  const all = textsIn(site, '').filter(
    (file) => !/(?:^|\/)readme\.[a-z]+$/i.test(file) && !/^book\.md$/i.test(file),
  );
  // Where no file of settings stands, a text beside the chapters may have the metadata.
  const held = named.length > 0 && order === undefined ? textsHeld(all, site) : undefined;
  messages.push(...(held?.messages ?? []));
  const texts = held ? [...held.pages, ...held.inside] : all;
  const names = order ?? inNaturalOrder(texts.map((rel) => ({ rel, path: rel }))).map(({ rel }) => rel);
  const [first] = names.filter((name) => site.files.has(name) && !SETTINGS.includes(name));
  const opening = first === undefined ? undefined : keep(await metadataIn(first, site, true));
  // What a text says of itself stands before what a file beside it says.
  if (opening) metadata = mergedMeta(opening.metadata, metadata);

  const items = names
    .filter((name) => !SETTINGS.includes(name) && !(name === first && opening?.alone))
    .map((name): Item => ({
      url: encodeURI(name).replaceAll('#', '%23'),
      place: { line: 1, column: 1 },
      children: [],
    }));
  const list = shown(site, built?.script ?? DEFAULTS.find((name) => site.files.has(name)) ?? '');
  const outline = outlineOf(items, { list: 'list', path: list, files: site.files, remarks: site.remarks });
  messages.push(...outline.messages);
  const { math = true } = metadata.meta;
  const from = opening?.lines ?? 0;
  return {
    value: {
      found: 'is laid out for pandoc',
      differs:
        'Fenced divs, spans, inline notes and line blocks are read; filters and templates are not run.',
      metadata: { ...metadata, meta: { ...metadata.meta, math } },
      metaPath: shown(site, named[0] ?? first ?? ''),
      // By name alone, pages of the front and the back stand where their kind does; a number puts them where it says.
      listed: order
        ? outline.value
        : outline.value.map((one) => (NUMBERED.test(one.rel ?? '') ? one : { ...one, free: true as const })),
      ...(built ? { texts: { files: all.filter((name) => name !== first), list } } : {}),
      split: true,
      anchors: 'book',
      images: [''],
      dialect: (lines, source) => ({
        value: fromPandoc(source.rel === first ? lines.slice(from) : lines, source, site.remarks),
        messages: [],
      }),
    },
    messages,
  };
};

const inOrderOf = (path: string): Message =>
  info('folders:order', 'The chapters stand in the order in which this file names them', {
    path,
    hint: 'For another order, name the files under `input-files` in `defaults.yaml`.',
  });

/** A file or folder whose name begins with a number. */
const NUMBERED = /(?:^|\/)\d/;

/** The texts that a defaults file names, in its order. */
async function inputFiles(site: Site): Promise<Result<string[] | undefined>> {
  const name = DEFAULTS.find((one) => site.files.has(one));
  if (name === undefined) return { value: undefined, messages: [] };
  const text = await site.text(name);
  const { value, messages } = readSettings(text.value ?? '', shown(site, name));
  const list = value.find(({ key }) => key === 'input-files')?.value;
  const files = Array.isArray(list) ? list.filter((one) => typeof one === 'string') : undefined;
  return { value: files, messages: [...text.messages, ...messages] };
}

interface Opening {
  metadata: Metadata;
  /** Lines that the metadata take up. */
  lines: number;
  /** Whether nothing stands below them. */
  alone: boolean;
}

/** The metadata at the top of a file; `only` for a text, which may have none. */
export async function metadataIn(name: string, site: Site, isText = false): Promise<Result<Opening>> {
  const { value: text = '', messages } = await site.text(name);
  const path = shown(site, name);
  const block = isText || TITLE_BLOCK.test(text) ? blockOf(text) : { yaml: text, lines: 0 };
  const settings = block.entries
    ? { value: block.entries, messages: [] }
    : readSettings(block.yaml ?? '', path);
  const metadata = metadataFrom(withSubtitle(settings.value), PANDOC, path, site.remarks);
  const rest = text.split('\n').slice(block.lines).join('\n');
  return {
    value: { metadata: metadata.value, lines: block.lines, alone: block.lines > 0 && !/\S/.test(rest) },
    messages: [...messages, ...settings.messages, ...metadata.messages],
  };
}

interface Block {
  yaml?: string;
  entries?: Entry[];
  lines: number;
}

/** Between `---` and `---` or `...`, with something on its first line: else the `---` is a rule. */
const YAML_BLOCK = /^---[ \t]*\n(?=[^\S\n]*\S)[^]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** The metadata block at the beginning of a text: YAML between its lines, or a title block. */
function blockOf(text: string): Block {
  if (TITLE_BLOCK.test(text)) return titleBlock(text);
  const [yaml] = YAML_BLOCK.exec(text) ?? [];
  // The fences stay empty lines, so that places count in the file.
  return yaml === undefined || !/^[\w-]+:/m.test(yaml)
    ? { yaml: '', lines: 0 }
    : { yaml: yaml.replace(/\n$/, ''), lines: yaml.replace(/\n$/, '').split('\n').length };
}

/** `% title`, `% authors`, `% date`; a line that is indented goes on with the one before. */
function titleBlock(text: string): Block {
  const keys = ['title', 'author', 'date'];
  const entries: Entry[] = [];
  const all = text.split('\n');
  let lines = 0;
  for (const key of keys) {
    if (!all[lines]?.startsWith('%')) break;
    const line = lines + 1;
    const parts = [(all[lines] ?? '').slice(1)];
    for (lines += 1; /^[ \t]+\S/.test(all[lines] ?? ''); lines += 1) parts.push(all[lines] ?? '');
    const texts = parts
      .flatMap((part) => (key === 'author' ? part.split(';') : [part]))
      .map((part) => part.trim());
    const given = texts.filter((part) => part !== '');
    if (given.length === 0) continue;
    const place = { line, column: 3 };
    const value = key === 'author' ? given : given.join(' ');
    entries.push({ key, value, keyPlace: place, valuePlace: place, node: null });
  }
  return { entries, lines };
}

/**
 * Longform, Obsidian's plugin for novels: an index note whose `longform` names the scenes in their order.
 *
 * @see https://github.com/kevboh/longform/blob/main/docs/INDEX_FILE.md
 */
import { posix } from 'node:path';
import { fatal } from '../../diagnostics.js';
import { splitFront } from '../front/split.js';
import type { Listed, Message, Place } from '../../types.js';
import { literally } from '../../text/pattern.js';
import type { Entry } from '../front/yaml.js';
import { withLineEnds } from './line-ends.js';
import type { Line } from './lines.js';
import { mergedMeta, metadataFrom, sameKeys, type MetaTable } from './meta.js';
import { noteMarks, partedFront } from './notes.js';
import { outlineOf, type Item } from './outline.js';
import { shown, textsIn, type Plan, type Reader, type Site } from './plan.js';
import { firstHeading, isCalledChapter, isCalledPart, titleOfNote } from './scenes.js';
import { frontOf } from './weights.js';
import { isIndexText } from '../vaults.js';

/** What the index note's own keys say of the book. */
const INDEX: MetaTable = {
  ...sameKeys('title', 'subtitle', 'author', 'authors', 'language', 'publisher', 'rights', 'cover', 'series'),
  ...sameKeys('dedication', 'epigraph', 'numbering', 'theme', 'description'),
  lang: ['language'],
  longform: false,
};

/** Keys of a note that a book reads; all others are for the vault: tags, dates, summaries for the author's own eyes. */
const OF_BOOK =
  /^(?:title|subtitle|kind|authors?|dedication|epigraph|toc|language|lang|numbering|rights|source)$/;

interface Scene {
  name: string;
  children: Scene[];
}

/** Reads the folder of a Longform project. */
export const readLongform: Reader = async (site) => {
  const indexes = await indexesIn(site);
  const [first, ...others] = indexes;
  if (!first) throw new TypeError('This folder has no index note of Longform’s');
  const { rel, entries } = first;
  const path = shown(site, rel);
  const messages: Message[] =
    others.length > 0
      ? [
          several(
            indexes.map((one) => one.rel),
            site,
          ),
        ]
      : [];
  const { value: own = {}, place } = longformIn(entries);
  const title = textOf(own['title']) ?? titleOfNote(rel);
  const keys = metadataFrom(
    entries.filter(({ key }) => Object.hasOwn(INDEX, key)),
    INDEX,
    path,
    site.remarks,
  );
  const name = metadataFrom([{ ...blankEntry, key: 'title', value: title }], INDEX, path, site.remarks);
  messages.push(...keys.messages);

  const isSingle = own['format'] === 'single';
  const folder = posix.normalize(posix.join(posix.dirname(rel), textOf(own['sceneFolder']) ?? '/', '.'));
  const base = folder === '.' || folder === './' ? '' : `${folder.replace(/\/$/, '')}/`;
  const scenes = isSingle ? [{ name: rel, children: [] }] : scenesIn(own['scenes']);
  const fileOf = (scene: string): string => (isSingle ? rel : `${base}${scene}.md`.normalize('NFC'));
  const read = await Promise.all(
    flat(scenes).map(async (scene) => {
      const text = (await site.text(fileOf(scene.name))).value ?? '';
      return [scene.name, noteOf(text)] as const;
    }),
  );
  const notes = new Map(read);
  const joined = new Set<string>();
  const items = scenes.map((scene) => itemOf(scene));
  const outline = outlineOf(items, { list: 'list', path, files: site.files, remarks: site.remarks });
  messages.push(...outline.messages);
  const listed = outline.value.map((one): Listed =>
    one.rel !== undefined && joined.has(one.rel) ? { ...one, joins: true } : one,
  );
  const inBook = new Set(listed.flatMap((one) => one.rel ?? []));
  const marks = noteMarks(site, inBook);
  const dialect: Plan['dialect'] = (lines, source) =>
    marks(chapterLines(lines, source.rel, joined.has(source.rel)), source);
  return {
    value: {
      found: 'is a project of Longform',
      differs:
        'Its scenes stand in the order of the index note; what is listed below a chapter goes on in it, unless it has a heading of its own.',
      metadata: mergedMeta(keys.value, name.value),
      metaPath: path,
      listed,
      texts: { files: unlisted(), list: path },
      split: isSingle,
      anchors: 'file',
      dialect,
    },
    messages,
  };

  function itemOf({ name, children }: Scene): Item {
    const own = notes.get(name);
    const isPart =
      children.length > 0 &&
      (isCalledPart(name) ||
        children.some(
          (child) => isCalledChapter(child.name) || notes.get(child.name)?.heading !== undefined,
        ));
    const item: Item = {
      url: encodeURI(fileOf(name)).replaceAll('#', '%23'),
      place,
      children: children.map(itemOf),
    };
    if (isPart) return own?.isBlank === true ? { ...item, kind: 'part' } : item;
    for (const below of flat(children)) joined.add(fileOf(below.name));
    return item;
  }

  /** The notes beside the scenes that are none, unless the project ignores them. */
  function unlisted(): string[] {
    const patterns = Array.isArray(own['ignoredFiles']) ? own['ignoredFiles'].map(String) : [];
    const ignored = patterns.map(
      (pattern) => new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`, 'i'),
    );
    return textsIn(site, base.replace(/\/$/, '')).filter((file) => {
      const note = posix.basename(file).replace(/\.md$/i, '');
      return (
        posix.dirname(file) === (base.replace(/\/$/, '') || '.') &&
        file !== rel &&
        !ignored.some((one) => one.test(note))
      );
    });
  }
};

interface Index {
  rel: string;
  entries: readonly Entry[];
}

/**
 * The index notes of a folder that a book can be made of: that of the folder itself before those further in, and of the
 * drafts of one project the latest. More than one where nothing tells which is meant.
 */
async function indexesIn(site: Site): Promise<Index[]> {
  const found: Index[] = [];
  for (const rel of textsIn(site, '')) {
    const { value: text = '' } = await site.text(rel);
    if (isIndexText(text)) found.push({ rel, entries: await frontOf(rel, site) });
  }
  const filled = found.filter(({ entries }) => {
    const { value = {} } = longformIn(entries);
    return value['format'] === 'single' || scenesIn(value['scenes']).length > 0;
  });
  const all = filled.length > 0 ? filled : found;
  const top = all.filter(({ rel }) => !rel.includes('/'));
  const near = top.length > 0 ? top : all;
  const titles = new Set(near.map(({ entries, rel }) => textOf(longformIn(entries).value?.['title']) ?? rel));
  const draftOf = ({ entries }: Index): number => Number(longformIn(entries).value?.['draftNumber'] ?? 0);
  return titles.size === 1 ? [...near].sort((a, b) => draftOf(b) - draftOf(a)).slice(0, 1) : near;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

function longformIn(entries: readonly Entry[]): { value?: Record<string, unknown>; place: Place } {
  const entry = entries.find(({ key }) => key === 'longform');
  const place = entry?.keyPlace ?? { line: 1, column: 1 };
  const { value } = entry ?? {};
  // Its keys stand beside it where `longform` is the format alone.
  if (value === 'scenes' || value === 'single')
    return {
      value: { ...Object.fromEntries(entries.map((one) => [one.key, one.value])), format: value },
      place,
    };
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { value: value as Record<string, unknown>, place }
    : { place };
}

/** A list of names; a list within it holds what stands below the name before. */
function scenesIn(value: unknown): Scene[] {
  const scenes: Scene[] = [];
  for (const item of Array.isArray(value) ? (value as unknown[]) : []) {
    if (!Array.isArray(item)) scenes.push({ name: String(item), children: [] });
    else {
      const last = scenes.at(-1);
      if (last) last.children.push(...scenesIn(item));
      else scenes.push(...scenesIn(item));
    }
  }
  return scenes;
}

const flat = (scenes: readonly Scene[]): Scene[] =>
  scenes.flatMap((scene) => [scene, ...flat(scene.children)]);

interface Note {
  heading?: string;
  /** Whether nothing stands in it but links to other notes. */
  isBlank: boolean;
}

function noteOf(text: string): Note {
  const { body, yaml } = splitFront(text, '').value;
  const heading = firstHeading(body.text) ?? /^title:[ \t]*(\S.*)$/m.exec(yaml?.text ?? '')?.[1];
  const isBlank = !/[^\s*+|,;-]/u.test(withoutLinks(body.text).replace(/^#[^\n]*/, ''));
  return { ...(heading === undefined ? {} : { heading }), isBlank };
}

const withoutLinks = (text: string): string => text.replaceAll(/!?\[\[[^[\]\n]*\]\]/g, '');

/** A note's lines as a chapter's: without what its front matter says to the vault alone, headed by its name where it has no heading. */
function chapterLines(lines: readonly Line[], rel: string, isJoined: boolean): Line[] {
  const [head, body] = partedFront(lines);
  const front = ofBook(head);
  const text = body.map((line) => line.text).join('\n');
  const { isBlank, heading } = noteOf([...head, ...body].map((line) => line.text).join('\n'));
  const kept =
    isBlank && !text.includes('![[') ? body.filter((line) => line.text.startsWith('#')) : withLineEnds(body);
  const name = titleOfNote(rel);
  if (isJoined || heading !== undefined || name === '') return [...front, ...kept];
  const origin = body[0]?.origin ?? 1;
  return [...front, { text: `# ${name}`, origin }, { text: '', origin }, ...kept];
}

function ofBook(head: readonly Line[]): Line[] {
  let isKept = true;
  return head.filter(({ text }, index) => {
    if (index === 0 || index === head.length - 1) return true;
    const [, key] = /^["']?([\w-][\w -]*)["']?[ \t]*:/.exec(text) ?? [];
    if (key !== undefined) isKept = OF_BOOK.test(key) || /^draft:[ \t]*(?:true|false)[ \t]*$/.test(text);
    return isKept;
  });
}

const blankEntry: Omit<Entry, 'key' | 'value'> = {
  keyPlace: { line: 1, column: 1 },
  valuePlace: { line: 1, column: 1 },
  node: null,
};

const several = (indexes: readonly string[], { folder }: Site): Message =>
  fatal(
    'folders:several',
    `This folder holds ${String(indexes.length)} projects of Longform: ${indexes.map((rel) => `\`${rel}\``).join(', ')}`,
    {
      path: folder.path,
      hint: 'Build the folder of one of them.',
    },
  );

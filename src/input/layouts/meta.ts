/** What tools say of a book, in Octavo's keys. */
import { bookMeta } from '../front/meta.js';
import type { Result } from '../../diagnostics.js';
import type { BookMeta, Places } from '../../types.js';
import type { Entry } from '../front/yaml.js';
import type { Remarks } from './remarks.js';

/** A key of ours, and how its value follows from the tool's; nothing where it says nothing. */
type Rule = readonly [
  key: keyof BookMeta | 'author',
  value?: (value: unknown, all: ReadonlyMap<string, unknown>) => unknown,
];

/** The tool's keys that say something of the book, by name; `false` for those that are read elsewhere. */
export type MetaTable = Readonly<Record<string, Rule | false>>;

/** Rows for keys that a tool has under our names. */
export const sameKeys = (...keys: Rule[0][]): Record<string, Rule> =>
  Object.fromEntries(keys.map((key) => [key, [key] as const]));

/** A key's row; nothing for a name that the table does not hold, such as one of every object. */
export const ruleOf = (table: MetaTable, key: string): Rule | false | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

export interface Metadata {
  meta: BookMeta;
  places: Places;
  description?: string;
}

/** A book's metadata from a tool's entries; keys that the table does not hold are remarked on. */
export function metadataFrom(
  entries: readonly Entry[],
  table: MetaTable,
  path: string,
  remarks: Remarks,
): Result<Metadata> {
  const all = new Map(entries.map(({ key, value }) => [key, value]));
  const ours: Entry[] = [];
  for (const entry of entries) {
    const rule = ruleOf(table, entry.key);
    if (rule === undefined) remarks.add('folders:config', entry.key, path, entry.keyPlace.line);
    if (!rule) continue;
    const [key, convert = (value: unknown) => value] = rule;
    const value = convert(entry.value, all);
    if (value === undefined && says(entry.value))
      remarks.add('folders:config', entry.key, path, entry.keyPlace.line);
    if (value !== undefined && value !== '' && !ours.some((other) => other.key === key))
      ours.push({ ...entry, key, value, node: value === entry.value ? entry.node : null });
  }
  return checked(ours, path);
}

const says = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function checked(entries: readonly Entry[], path: string): Result<Metadata> {
  const { value: meta, messages } = bookMeta(entries, path);
  const places = Object.fromEntries(entries.map(({ key, valuePlace }) => [key, valuePlace]));
  const { description } = meta;
  return { value: { meta, places, ...(description === undefined ? {} : { description }) }, messages };
}

/** Two sources of metadata as one: what the first says stands. */
export const mergedMeta = (first: Metadata, second: Metadata): Metadata => ({
  ...second,
  ...first,
  meta: { ...second.meta, ...first.meta },
  places: { ...second.places, ...first.places },
});

/** The metadata with the cover that a tool finds by its name, where none is named and one of `files` is there. */
export function withCover(
  metadata: Metadata,
  files: readonly string[],
  folder: { files: ReadonlySet<string> },
): Metadata {
  const cover = files.find((file) => folder.files.has(file));
  if (cover === undefined || metadata.meta.cover !== undefined) return metadata;
  return { ...metadata, meta: { ...metadata.meta, cover } };
}

export const NO_METADATA: Metadata = { meta: {}, places: {} };

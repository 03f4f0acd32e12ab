/** Front matter checked against its schema, each finding at its place. */
import type { ZodType } from 'zod';
import { ALIASES, plainKey, SITE_KEYS } from '../../config/aliases.js';
import { didYouMean } from '../../config/nearest.js';
import {
  BOOK_FIELDS,
  SECTION_FIELDS,
  type BookMeta,
  type Person,
  type SectionMeta,
} from '../../config/schema.js';
import { info, warning, type Result } from '../../diagnostics.js';
import { own } from '../../text/own.js';
import type { Message } from '../../types.js';
import { remarksOn, remarksOnMarkup } from './remarks.js';
import { accept, saysNothing } from './values.js';
import type { Entry } from './yaml.js';

/** A book's metadata from its entries. Unknown keys are warnings, wrong values errors; both are left out. */
export function bookMeta(entries: readonly Entry[], path: string): Result<BookMeta> {
  const { value, messages } = check<BookMeta>(entries, BOOK_FIELDS, path);
  return { value, messages: [...messages, ...remarksOn(value, entries, path)] };
}

/** A section's metadata from its entries. Unknown keys are warnings, wrong values errors; both are left out. */
export function sectionMeta(entries: readonly Entry[], path: string): Result<SectionMeta> {
  return check<SectionMeta>(entries, SECTION_FIELDS, path);
}

interface Authors {
  author?: Person[];
  authors?: Person[];
}

function check<Meta extends object>(
  entries: readonly Entry[],
  fields: Readonly<Record<string, ZodType>>,
  path: string,
): Result<Meta> {
  const messages: Message[] = [];
  const values: Record<string, unknown> = {};
  const ofSite: Entry[] = [];
  const accepted: Entry[] = [];
  for (const entry of entries) {
    const schema = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
    if (!schema && isOfSite(entry.key, fields)) {
      ofSite.push(entry);
      continue;
    }
    if (!schema) {
      messages.push(unknownKey(entry, fields, path));
      continue;
    }
    if (saysNothing(entry)) continue;
    const { value, messages: said } = accept(entry, schema, path);
    if (value !== undefined) {
      values[entry.key] = value;
      accepted.push(entry);
    }
    messages.push(...said);
  }
  messages.push(...remarksOnMarkup(accepted, path));
  const [first] = ofSite;
  if (first) messages.push(siteKeys(ofSite, first, path));
  return { value: joinAuthors(values) as Meta, messages };
}

/** Whether a key is a site's, and no other word for one that a book has here. */
const isOfSite = (key: string, fields: Readonly<Record<string, ZodType>>): boolean =>
  SITE_KEYS.has(plainKey(key)) && !Object.hasOwn(fields, own(ALIASES, plainKey(key)) ?? '');

const siteKeys = (entries: readonly Entry[], { keyPlace }: Entry, path: string): Message =>
  info(
    'front-matter:site-keys',
    `These keys are for a web page, and the book does not use them: ${entries.map(({ key }) => `\`${key}\``).join(', ')}`,
    { path, place: keyPlace },
  );

function joinAuthors(values: Record<string, unknown> & Authors): Record<string, unknown> {
  const { author, authors, ...rest } = values;
  const all = [...(author ?? []), ...(authors ?? [])];
  return all.length === 0 ? rest : { ...rest, authors: all };
}

const unknownKey = (
  { key, keyPlace }: Entry,
  fields: Readonly<Record<string, ZodType>>,
  path: string,
): Message =>
  warning(
    'front-matter:unknown-key',
    `There is no key \`${key}\` here; the keys are in docs/front-matter.md`,
    { path, place: keyPlace, ...hintFor(key, fields) },
  );

/** Where the key belongs, what Octavo calls the same, or the key that looks most like it. */
function hintFor(key: string, fields: Readonly<Record<string, ZodType>>): { hint?: string } {
  if (Object.hasOwn(BOOK_FIELDS, key)) return { hint: 'It is a key of the whole book: set it in `book.md`.' };
  if (Object.hasOwn(SECTION_FIELDS, key))
    return { hint: 'It is a key of a section: set it in the section’s own file.' };
  const ours = own(ALIASES, plainKey(key));
  const [name = ''] = ours?.split(':') ?? [];
  return ours !== undefined && Object.hasOwn(fields, name)
    ? { hint: `Did you mean \`${ours}\`?` }
    : didYouMean(key, Object.keys(fields));
}

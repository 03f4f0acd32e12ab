/** Front matter checked against its schema, each finding at its place. */
import type { ZodType } from 'zod';
import { expectations } from '../config/fields.js';
import { didYouMean } from '../config/nearest.js';
import {
  BOOK_FIELDS,
  SECTION_FIELDS,
  type BookMeta,
  type Person,
  type SectionMeta,
} from '../config/schema.js';
import { error, quotable, warning, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { remarksOn } from './remarks.js';
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
  for (const entry of entries) {
    // A key with nothing after it says nothing.
    if (entry.value === null || entry.value === undefined) {
      if (!Object.hasOwn(fields, entry.key)) messages.push(unknownKey(entry, fields, path));
      continue;
    }
    const schema = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
    if (!schema) {
      messages.push(unknownKey(entry, fields, path));
      continue;
    }
    const parsed = schema.safeParse(entry.value);
    if (parsed.success) values[entry.key] = parsed.data;
    else messages.push(wrongValue(entry, schema, path));
  }
  return { value: joinAuthors(values) as Meta, messages };
}

function joinAuthors(values: Record<string, unknown> & Authors): Record<string, unknown> {
  const { author, authors, ...rest } = values;
  const all = [...(author ?? []), ...(authors ?? [])];
  return all.length === 0 ? rest : { ...rest, authors: all };
}

function unknownKey(
  { key, keyPlace }: Entry,
  fields: Readonly<Record<string, ZodType>>,
  path: string,
): Message {
  return warning(
    'front-matter:unknown-key',
    `Unexpected key \`${key}\`, expected one of the keys in docs/front-matter.md`,
    { path, place: keyPlace, ...didYouMean(key, Object.keys(fields)) },
  );
}

function wrongValue({ key, value, valuePlace }: Entry, schema: ZodType, path: string): Message {
  const { expected, example } = expectations.get(schema) ?? { expected: 'another value', example: '' };
  return error('front-matter:value', `Unexpected \`${shown(value)}\` for \`${key}\`, expected ${expected}`, {
    path,
    place: valuePlace,
    hint: `For example \`${example}\`. The value is left out.`,
  });
}

const shown = (value: unknown): string => quotable(typeof value === 'string' ? value : JSON.stringify(value));

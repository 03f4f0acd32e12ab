/**
 * The kinds of value that front matter holds.
 *
 * Numbers reach the schema as they are written (`1.10` stays `1.10`), so that a title or a version may look
 * like one; the fields that count take the digits.
 */
import * as z from 'zod';
import { outwardAddress } from '../text/address.js';
import { normalDate } from './dates.js';
import { FORMATS } from './formats.js';
import { roleCode } from './roles.js';

/** Somebody who made the book. */
export interface Person {
  name: string;
  /** The name to sort by: `Austen, Jane`. */
  sort?: string;
  /** MARC relator code. */
  role: string;
}

/** What a key takes, in the words of a message ("expected …") and of the documentation. */
interface Expected {
  expected: string;
  example: string;
}

/** For each field's schema, what it takes. */
export const expectations = z.registry<Expected>();

/** A key: its value's schema, what it is for, what it takes, and an example in YAML. */
export function field<T extends z.ZodType>(schema: T, description: string, details: Expected): T {
  const described = schema.describe(description);
  expectations.add(described, details);
  return described;
}

/** Text on one or more lines, not blank. */
export const text = z.union([z.string().regex(/\S/), z.number()]).transform((value) => String(value).trim());

/** A number, in digits. */
const number = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
  .transform(Number)
  .pipe(z.number());

/** One text, or a list of them; one text is cut at `separator` where there is one. */
export const list = (separator?: RegExp) =>
  z.union([z.array(text), text]).transform((value) => {
    if (Array.isArray(value)) return value;
    return separator ? value.split(separator).filter((part) => part !== '') : [value];
  });

/** A language tag, put in its usual form: `en-gb` becomes `en-GB`. */
export const language = z.string().transform((value, context) => {
  const tag = languageTag(value.trim());
  if (tag !== undefined) return tag;
  context.addIssue({ code: 'custom', message: 'No language tag' });
  return z.NEVER;
});

/** BCP 47 tags begin with two or three letters; the longer ones that the grammar allows are registered for nobody. */
function languageTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** A date in one of the forms of `dates.ts`, as ISO 8601. */
export const date = text.transform((value, context) => {
  const iso = normalDate(value);
  if (iso !== undefined) return iso;
  context.addIssue({ code: 'custom', message: 'No date' });
  return z.NEVER;
});

const role = z.string().transform((value, context) => {
  const code = roleCode(value);
  if (code !== undefined) return code;
  context.addIssue({ code: 'custom', message: 'No role' });
  return z.NEVER;
});

/** One person or a list of them: a name, or a name with what to sort by and a role; `fallback` by default. */
export const people = (fallback: string) => {
  const person = z
    .union([text, z.strictObject({ name: text, sort: text.optional(), role: role.optional() })])
    .transform((value): Person => {
      if (typeof value === 'string') return { name: value, role: fallback };
      const { name, sort, role: given = fallback } = value;
      return sort === undefined ? { name, role: given } : { name, sort, role: given };
    });
  return z.union([z.array(person), person]).transform((value) => (Array.isArray(value) ? value : [value]));
};

/** A series by its name, or with the book's number in it. */
export const series = z
  .union([text, z.strictObject({ name: text, number: number.optional() })])
  .transform((value): { name: string; number?: number } => {
    if (typeof value === 'string') return { name: value };
    return value.number === undefined ? { name: value.name } : { name: value.name, number: value.number };
  });

/** An address on the web, with all escaped in it that has to be. */
const webAddress = text.transform((value, context) => {
  const address = /^https?:/i.test(value) ? outwardAddress(value) : undefined;
  if (address !== undefined) return address;
  context.addIssue('No address on the web');
  return z.NEVER;
});

/** Who vouches for a claim: a name, or with the credential and the address of a report. */
export const certifier = z
  .union([text, z.strictObject({ name: text, credential: text.optional(), report: webAddress.optional() })])
  .transform((value): { name: string; credential?: string | undefined; report?: string | undefined } =>
    typeof value === 'string' ? { name: value } : value,
  );

/** Why the European Accessibility Act asks less of a book: https://www.w3.org/TR/epub-a11y-exemption/ */
export const exemption = z.enum([
  'eaa-microenterprise',
  'eaa-disproportionate-burden',
  'eaa-fundamental-alteration',
]);

/** The author's note: after the text where it is one text, else before and after. */
export const note = z
  .union([text, z.strictObject({ before: text.optional(), after: text.optional() })])
  .transform((value): { before?: string; after?: string } => {
    if (typeof value === 'string') return { after: value };
    return {
      ...(value.before === undefined ? {} : { before: value.before }),
      ...(value.after === undefined ? {} : { after: value.after }),
    };
  });

/** Names with what they say: a text or a list of texts each. A list alone, as sites have it, stands under no name. */
export const tags = z.union([
  z.record(z.string(), list()),
  list(/\s*,\s*/).transform((words): Record<string, string[]> => ({ '': words })),
]);

/** A number, with or without a sign. */
export const weight = number;

const setting = z
  .union([z.boolean(), z.number(), z.string()])
  .transform((value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value));

/** The typography as a whole on or off, or a setting for each rule. */
export const typography = z.union([z.boolean(), z.record(z.string(), setting)]);

/** Whether there is a table of contents, or how deep it goes. */
export const contents = z.union([z.boolean(), z.strictObject({ depth: number.pipe(z.int().min(1).max(6)) })]);

const NUMBER_STYLE = z.enum(['words', 'arabic', 'roman', 'none']);

/** How chapters and parts are numbered: one way for both, or one for each. */
export const numbering = z
  .union([
    NUMBER_STYLE,
    z.strictObject({
      chapters: NUMBER_STYLE.optional(),
      parts: NUMBER_STYLE.optional(),
      restart: z.boolean().optional(),
    }),
  ])
  .transform((value) => (typeof value === 'string' ? { chapters: value, parts: value } : value));

/** The cover: the path of an image, `true` for one that is drawn, `false` for none at all. */
export const cover = z.union([text, z.boolean()]);

/** Lower-case ASCII words joined by hyphens. */
export const slug = text.pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** One of the formats or a list of them, each once. */
export const formats = z
  .union([z.enum(FORMATS), z.array(z.enum(FORMATS)).min(1)])
  .transform((value) => [...new Set([value].flat())]);

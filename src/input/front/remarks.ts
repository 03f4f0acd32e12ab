/** Front matter that is allowed but most likely a mistake, each with a message at its place. */
import { isbnOf } from '../../config/isbn.js';
import { isUnknownUuid } from '../../config/uuid.js';
import type { BookMeta } from '../../config/schema.js';
import { quotable, warning } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { markupIn } from './titles.js';
import type { Entry } from './yaml.js';

interface Remark {
  id: string;
  reason: string;
  hint: string;
}

type Remarks = { [K in keyof BookMeta]?: (value: NonNullable<BookMeta[K]>) => Remark | undefined };

const REMARKS: Remarks = {
  identifier: (identifier) => {
    if (isUnknownUuid(identifier)) {
      return {
        id: 'book:uuid',
        reason: `\`${quotable(identifier)}\` is not a UUID`,
        hint: 'A UUID has 32 hexadecimal digits: `urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8`. It stays as typed, and is not marked as a UUID.',
      };
    }
    const isbn = isbnOf(identifier);
    if (!isbn || isbn.valid) return undefined;
    return {
      id: 'book:isbn',
      reason: `The ISBN \`${isbn.shown}\` is not valid: its last digit does not fit the others`,
      hint: 'A digit is wrong, or two have changed places. It stays as typed, and is not marked as an ISBN.',
    };
  },
  series: ({ name, number }) =>
    number !== undefined
      ? undefined
      : {
          id: 'book:series-number',
          reason: `The series \`${name}\` has no \`number\`, the book\u2019s place in it`,
          hint: `Readers and shops sort a series by it: \`series: { name: ${name}, number: 1 }\`.`,
        },
};

/** Keys of names and facts, which are text without markup, wherever the book prints them. */
const PLAIN: ReadonlySet<string> = new Set([
  'author',
  'authors',
  'contributors',
  'publisher',
  'rights',
  'series',
  'source',
  'subjects',
  'tags',
  'certified-by',
]);

/** Messages about markup where front matter takes text alone: it is printed as typed. */
export const remarksOnMarkup = (entries: readonly Entry[], path: string): Message[] =>
  entries.flatMap(({ key, value, valuePlace }) => {
    const markup = PLAIN.has(key) ? textsOf(value).map(markupIn).find(Boolean) : undefined;
    return markup === undefined
      ? []
      : [
          warning('front-matter:markup', `\`${quotable(markup)}\` in \`${key}\` is printed as typed`, {
            path,
            place: valuePlace,
            hint: `\`${key}\` is text without markup: type the letters and signs themselves.`,
          }),
        ];
  });

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** Messages about the accepted values of a book's front matter. */
export function remarksOn(meta: BookMeta, entries: readonly Entry[], path: string): Message[] {
  return Object.entries(REMARKS as Record<string, (value: unknown) => Remark | undefined>).flatMap(
    ([key, check]) => {
      const value = meta[key as keyof BookMeta];
      const remark = value === undefined ? undefined : check(value);
      if (!remark) return [];
      const place = entries.find((entry) => entry.key === key)?.valuePlace;
      return [warning(remark.id, remark.reason, { path, place, hint: remark.hint })];
    },
  );
}

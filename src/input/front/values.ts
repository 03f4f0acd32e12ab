/** The value of a key against its schema: what fits is kept, and the rest becomes a message at its place. */
import type { ZodType } from 'zod';
import { expectations } from '../../config/fields.js';
import { didYouMean, nearest } from '../../config/nearest.js';
import { roleCode, ROLES } from '../../config/roles.js';
import { error, quotable, warning, type Result } from '../../diagnostics.js';
import type { Message, Place } from '../../types.js';
import { wordsOf } from './words.js';
import type { Entry } from './yaml.js';

/** Whether nothing stands behind a key. `null` is what programs write for that; `Null` is a name. */
export const saysNothing = ({ value, node }: Entry): boolean =>
  value === undefined || (value === null && !/^Null$|^NULL$/.test(String(wordsOf(node))));

/** A value as the schema has it; nothing, and an error, if it does not fit. Of a list, the items that fit are kept. */
export function accept(entry: Entry, schema: ZodType, path: string): Result<unknown> {
  const typed = schema.safeParse(entry.value);
  if (typed.success) return { value: typed.data, messages: [] };
  const words = withoutNothing(entry.node ? wordsOf(entry.node) : entry.value);
  const asWords = schema.safeParse(words);
  if (asWords.success) return { value: asWords.data, messages: [] };
  if (!Array.isArray(words)) return acceptOne(entry, words, schema, path);
  const items = words.map((word, index) => acceptOne(itemOf(entry, index), [word], schema, path));
  const taken = items.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : []));
  return {
    value: taken.length > 0 ? taken : undefined,
    messages: items.flatMap(({ messages }) => messages),
  };
}

/** A value that is no list, or a list of one: what its table holds too much is left out. */
function acceptOne(entry: Entry, value: unknown, schema: ZodType, path: string): Result<unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, messages: [] };
  const [table] = [value].flat();
  if (isTable(table)) {
    const role = table['role'];
    if (typeof role === 'string' && roleCode(role) === undefined)
      return { value: undefined, messages: [unknownRole(entry, role, table, path)] };
    const known = new Set(unknownIn(parsed.error.issues));
    const rest = Object.fromEntries(Object.entries(table).filter(([key]) => !known.has(key)));
    const isNothing = known.size === 0 || Object.keys(rest).length === 0;
    const again = isNothing ? parsed : schema.safeParse(Array.isArray(value) ? [rest] : rest);
    if (again.success)
      return { value: again.data, messages: [...known].map((key) => unknownKey(entry, key, path)) };
  }
  return { value: undefined, messages: [wrongValue(entry, value, schema, path)] };
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tables without the keys behind which nothing stands. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNothing);
  if (!isTable(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNothing(inner)]])),
  );
}

/** Keys that a strict table does not have, among the issues of a schema that may be a union. */
const unknownIn = (issues: readonly object[]): string[] =>
  issues.flatMap((issue) => {
    if ('keys' in issue && 'code' in issue && issue.code === 'unrecognized_keys')
      return issue.keys as string[];
    return 'errors' in issue ? (issue.errors as object[][]).flatMap(unknownIn) : [];
  });

/** An item of a list as an entry, at its own place. */
function itemOf(entry: Entry, index: number): Entry {
  const item = entry.items?.[index];
  return item ? { ...entry, valuePlace: item } : entry;
}

const placed = ({ valuePlace }: Entry, path: string): { path: string; place: Place } => ({
  path,
  place: valuePlace,
});

function wrongValue(entry: Entry, value: unknown, schema: ZodType, path: string): Message {
  const { expected, example } = expectations.get(schema) ?? { expected: 'another value', example: '' };
  const [one] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : [value];
  return error(
    'front-matter:value',
    `Unexpected \`${shown(one)}\` for \`${entry.key}\`, expected ${expected}`,
    { ...placed(entry, path), hint: `For example \`${example}\`. The value was left out.` },
  );
}

function unknownRole(entry: Entry, role: string, table: Record<string, unknown>, path: string): Message {
  const near = nearest(role, Object.keys(ROLES));
  const who = typeof table['name'] === 'string' ? `\`${quotable(table['name'])}\`` : 'The person';
  return error(
    'front-matter:role',
    `Octavo knows no role \`${quotable(role)}\`, in \`${entry.key}\`; the roles are in docs/front-matter.md`,
    {
      ...placed(entry, path),
      hint: `${near === undefined ? '' : `Did you mean \`${near}\`? `}${who} was left out.`,
    },
  );
}

function unknownKey(entry: Entry, key: string, path: string): Message {
  return warning(
    'front-matter:unknown-key',
    `\`${entry.key}\` takes no key \`${quotable(key)}\`, only \`name\` and the keys in docs/front-matter.md`,
    { ...placed(entry, path), ...didYouMean(key, ['name', 'sort', 'role', 'number', 'before', 'after']) },
  );
}

const shown = (value: unknown): string => quotable(typeof value === 'string' ? value : JSON.stringify(value));

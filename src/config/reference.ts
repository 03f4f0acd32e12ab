/** The documentation of front matter, out of its schema: the table in `docs/` and the JSON Schemas in `schema/`. */
import * as z from 'zod';
import { compareTexts } from '../text/compare.js';
import { expectations } from './fields.js';
import { ROLES } from './roles.js';
import { BOOK_FIELDS, BOOK_SCHEMA, SECTION_FIELDS, SECTION_SCHEMA } from './schema.js';

const TABLES = { book: BOOK_FIELDS, section: SECTION_FIELDS };

/** The keys of a book's or a section's front matter as a table in Markdown. */
function fieldTable(of: keyof typeof TABLES): string {
  const rows = Object.entries(TABLES[of]).map(([key, schema]: [string, z.ZodType]) => {
    const { expected = '', example = '' } = expectations.get(schema) ?? {};
    return `| \`${key}\` | ${cell(schema.description ?? '')} | ${cell(expected)} | \`${cell(example)}\` |`;
  });
  return ['| key | what it is | what it takes | for example |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

/** The words for roles and their codes, in a sentence of Markdown. */
function roleList(): string {
  const words = Object.entries(ROLES).sort(([a], [b]) => compareTexts(a, b));
  return `${words.map(([word, code]) => `${word} (\`${code}\`)`).join(', ')}.`;
}

const SCHEMAS = {
  book: { schema: BOOK_SCHEMA, title: "Octavo: a book's front matter" },
  section: { schema: SECTION_SCHEMA, title: "Octavo: a section's front matter" },
};

/** The JSON Schema (draft 7, which editors know) of a book's or a section's front matter, as a file's text. */
function jsonSchema(of: keyof typeof SCHEMAS): string {
  const { schema, title } = SCHEMAS[of];
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** The files that follow from the schema, by path in the project; `read` gives a file's present text. */
export function referenceFiles(read: (path: string) => string): Record<string, string> {
  const tables = { book: fieldTable('book'), section: fieldTable('section'), roles: roleList() };
  const page = Object.entries(tables).reduce(
    (text, [name, content]) => fillMarkers(text, name, content),
    read('docs/front-matter.md'),
  );
  return {
    'docs/front-matter.md': page,
    'schema/book.json': jsonSchema('book'),
    'schema/section.json': jsonSchema('section'),
  };
}

/** `text` with what stands between `<!-- begin NAME -->` and `<!-- end NAME -->` replaced by `content`. */
export function fillMarkers(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The text lacks the markers \`${begin}\` and \`${end}\``);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

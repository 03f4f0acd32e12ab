import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectations } from '../../src/config/fields.js';
import { fillMarkers, referenceFiles } from '../../src/config/reference.js';
import { BOOK_FIELDS, SECTION_FIELDS } from '../../src/config/schema.js';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe('what follows from the schema', () => {
  // Stale: run `node scripts/schema.mjs`.
  test.each(['docs/front-matter.md', 'schema/book.json', 'schema/section.json'])('%s is fresh', (path) => {
    expect(read(path)).toBe(referenceFiles(read)[path]);
  });

  test.each(Object.entries({ ...BOOK_FIELDS, ...SECTION_FIELDS }))('%s is described', (key, schema) => {
    const details = expectations.get(schema);
    expect(schema.description).toMatch(/\.$/);
    expect(details?.expected).toMatch(/\S/);
    expect(details?.example).toMatch(new RegExp(`^${key}: |^authors?: `));
  });

  test('a page without markers is our own mistake', () => {
    expect(() => fillMarkers('text', 'book', 'table')).toThrow('<!-- begin book -->');
  });
});

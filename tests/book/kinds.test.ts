import { readdirSync } from 'node:fs';
import { KINDS } from '../../src/book/kinds.js';

const templates = readdirSync('templates/pages');

test.each(KINDS.map((row) => [row.kind, row] as const))(
  '%s has a template and names of its own',
  (_, row) => {
    expect(templates).toContain(`${row.template}.ejs`);
    const others = KINDS.filter((other) => other !== row).flatMap((other) => other.names);
    expect(row.names.filter((name) => others.includes(name))).toEqual([]);
  },
);

test('every template belongs to a kind', () => {
  const used = new Set(KINDS.map((row) => `${row.template}.ejs`));
  expect(templates.filter((name) => !used.has(name))).toEqual([]);
});

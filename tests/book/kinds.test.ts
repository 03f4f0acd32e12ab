import { readdirSync } from 'node:fs';
import { fileName } from '../../src/book/names.js';
import { kindNamed, KINDS } from '../../src/book/kinds.js';

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

test.each([
  ['Посвящение.md', 'dedication'],
  ['αφιέρωση.md', 'dedication'],
  ['эпилог.md', 'epilogue'],
  ['Widmung.md', 'dedication'],
  ['nachwort.md', 'afterword'],
  ['dedicatoria.md', 'dedication'],
  ['dédicace.md', 'dedication'],
  ['Előszó.md', 'foreword'],
  ['utószó.md', 'afterword'],
  ['karta.md', 'map'],
  ['Карта.md', 'map'],
  ['02-map.md', 'map'],
  ['cast.md', undefined],
  ['Tak.md', undefined],
  ['the-ferry.md', undefined],
])('%s is a page of the kind %s', (name, kind) => {
  expect(kindNamed(fileName(name).slug)?.kind).toBe(kind);
});

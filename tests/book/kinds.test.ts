import { readdirSync, readFileSync } from 'node:fs';
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

/** What the build makes for a book without a file of the kind, by its front matter. */
const MADE = 'cover half-title title-page imprint dedication epigraph contents endnotes index'.split(' ');

test('the sample of every kind has a file for each that the build does not make', () => {
  const folder = 'tests/slow/fixtures/manuscripts/every-kind';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const shown = new Set(files.map((name) => kindNamed(fileName(name).slug)?.kind ?? 'chapter'));
  expect(KINDS.map(({ kind }) => kind).filter((kind) => !shown.has(kind))).toEqual(MADE);
});

test('docs/pages.md has every kind in its table, in order', () => {
  const rows = readFileSync('docs/pages.md', 'utf8').matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm);
  const kinds = [...rows].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(', '));
  expect(kinds).toEqual(KINDS.map(({ kind }) => kind));
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

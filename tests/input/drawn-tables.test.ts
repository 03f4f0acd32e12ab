import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../src/input/markdown.js';
import { hideDrawn } from '../../src/input/markup/drawn-tables.js';

const GRID = [
  '+--------+-----------+',
  '| Boat   | Load      |',
  '+:=======+==========:+',
  '| Gull   | - *tar*   |',
  '|        | - rope    |',
  '+--------+-----------+',
  '| Tern   | salt and  |',
  '|        | a lamp    |',
  '+--------+-----------+',
];
const MULTILINE = [
  '---------------------------',
  ' Boat        Load  Crew',
  '               in',
  '             tons',
  '-------- -------- ---------',
  'Gull          12  three and',
  '                  a boy',
  '',
  'Tern           5  two',
  '---------------------------',
];
const HEADLESS = [
  '-------- -------- ---------',
  'Gull          12  three',
  'Tern           5  two',
  '-------- -------- ---------',
];

const read = (lines: readonly string[]) =>
  parseMarkdown(lines.join('\n'), { path: 'a.md', line: 1, offset: 0 }).value.children;

const shown = (node: Nodes): string =>
  node.type === 'break' ? '/' : 'children' in node ? node.children.map(shown).join('') : toString(node);

function rowsOf(lines: readonly string[]) {
  const [, table] = read(['Before.', '', ...lines, '', 'After.']);
  return table?.type === 'table'
    ? {
        align: table.align,
        rows: table.children.map(({ children }) => children.map((cell) => shown(cell).replaceAll('\n', ' '))),
        headless: table.data?.headless,
      }
    : undefined;
}

test('a grid table is a table, and lists in its cells are lines', () => {
  expect(rowsOf(GRID)).toEqual({
    align: ['left', 'right'],
    rows: [
      ['Boat', 'Load'],
      ['Gull', '• tar/• rope'],
      ['Tern', 'salt and a lamp'],
    ],
    headless: undefined,
  });
});

test('a multiline table is a table, aligned as its head stands over the dashes', () => {
  expect(rowsOf(MULTILINE)).toEqual({
    align: ['center', 'right', 'center'],
    rows: [
      ['Boat', 'Load in tons', 'Crew'],
      ['Gull', '12', 'three and a boy'],
      ['Tern', '5', 'two'],
    ],
    headless: undefined,
  });
});

test('a table without a head has none', () => {
  expect(rowsOf(HEADLESS)).toMatchObject({
    headless: true,
    rows: [['', '', ''], ['Gull', '12', 'three'], {}],
  });
  expect(rowsOf(['+---+---+', '| a | b |', '+---+---+'])).toMatchObject({
    headless: true,
    rows: [
      ['', ''],
      ['a', 'b'],
    ],
  });
});

test('its caption stands below it, and notes in it are notes', () => {
  expect(read([...GRID, '', ': Boats']).map(({ type }) => type)).toEqual(['containerDirective']);
  const [table] = read(['+------+', '| a[^1] |', '+------+', '', '[^1]: A note.']);
  expect(table).toMatchObject({
    children: [{}, { children: [{ children: [{}, { type: 'footnoteReference' }] }] }],
  });
});

test.each([
  ['prose between two breaks of dashes', ['-- -- --', '', 'He went out, and so did she.', '', '-- -- --']],
  ['prose right below one', ['-- -- --', 'He went out, and so did she.', '', '-- -- --']],
  ['a cell across two columns', ['+---+---+', '| across |', '+---+---+']],
  ['a block of code', ['~~~', ...GRID, '~~~']],
  ['two breaks', ['-------', '', 'He went out.', '', '-------']],
])('%s is no table', (_, lines) => {
  expect(rowsOf(lines)).toBeUndefined();
  expect(hideDrawn(lines.join('\n')).drawn).toEqual([]);
});

test('no place in the text moves', () => {
  for (const lines of [GRID, MULTILINE, HEADLESS]) {
    const text = lines.join('\n');
    expect(
      hideDrawn(text)
        .text.split('\n')
        .map(({ length }) => length),
    ).toEqual(lines.map(({ length }) => length));
    expect(hideDrawn(text).drawn).toHaveLength(1);
  }
});

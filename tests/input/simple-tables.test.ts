import { parseMarkdown } from '../../src/input/markdown.js';
import { withBars } from '../../src/input/markup/simple-tables.js';

const TABLE = [
  'Before.',
  '',
  '  Right     Left     Center     Default',
  '-------     ------ ----------   -------  ',
  '     12     12        12            12',
  '    123     *a* b     123          123',
  '      1',
  '',
  'After.',
].join('\n');

const cells = (markdown: string) => {
  const { value } = parseMarkdown(markdown, { path: 'a.md', line: 1, offset: 0 });
  const table = value.children.find(({ type }) => type === 'table');
  return table?.type === 'table'
    ? {
        align: table.align,
        rows: table.children.map(({ children }) =>
          children.map(({ position }) =>
            markdown.slice(position?.start.offset, position?.end.offset).replaceAll('|', '').trim(),
          ),
        ),
      }
    : undefined;
};

test('is a table, aligned as its head stands over the dashes', () => {
  expect(cells(TABLE)).toEqual({
    align: ['right', null, 'center', null],
    rows: [
      ['Right', 'Left', 'Center', 'Default'],
      ['12', '12', '12', '12'],
      ['123', '*a* b', '123', '123'],
      ['1'],
    ],
  });
});

test('set in by two spaces', () => {
  expect(cells('  Boat   Day\n  ------ -----\n  one    Mon\n  two    Tue\n')?.rows).toEqual([
    ['Boat', 'Day'],
    ['one', 'Mon'],
    ['two', 'Tue'],
  ]);
});

test('no character of its words moves', () => {
  const made = withBars(TABLE).split('\n');
  expect(made.map(({ length }) => length)).toEqual(TABLE.split('\n').map(({ length }) => length));
  TABLE.split('\n').forEach((line, index) => {
    for (const [at, character] of [...line].entries())
      if (/[\w*.]/.test(character)) expect(made[index]?.charAt(at)).toBe(character);
  });
});

test.each([
  ['a break between scenes', 'One.\n\n--- ---\n\nTwo.\n'],
  ['words across its columns', 'A head here\n---- ----\nwords all along\n'],
  ['code', '```\nA    B\n---- ----\n1    2\n```\n'],
  ['without rows', 'A    B\n---- ----\n\nText.\n'],
  ['bars', 'A    B\n---- ----\n1    2 | 3\n'],
])('%s stays', (_name, text) => {
  expect(withBars(text)).toBe(text);
});

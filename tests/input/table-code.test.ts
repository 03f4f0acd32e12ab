import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../src/input/markdown.js';

const rows = (text: string) => {
  const [table] = parseMarkdown(text, { path: 'a.md', line: 1, offset: 0 }).value.children;
  return table?.type === 'table'
    ? table.children.map(({ children }) => children.map((cell) => toString(cell)))
    : [];
};

const HEAD = '| code | means |\n|---|---|\n';

test.each([
  ['| `a|b` | either |', ['a|b', 'either']],
  ['`x || y` | one of them', ['x || y', 'one of them']],
  ['| ``a`|b`` and `c|d` | both |', ['a`|b and c|d', 'both']],
  ['| `a\\|b` | escaped |', ['a|b', 'escaped']],
  // Two cells, each with a backtick of its own.
  ['| ` | ` |', ['`', '`']],
  ['| `a` | `b` |', ['a', 'b']],
  ['| a | b | c |', ['a', 'b', 'c']],
])('%j', (row, cells) => {
  expect(rows(HEAD + row)).toEqual([['code', 'means'], cells]);
});

test('in the head as well, and nowhere else', () => {
  expect(rows('| `a|b` | c |\n|---|---|\n| 1 | 2 |')).toEqual([
    ['a|b', 'c'],
    ['1', '2'],
  ]);
  const [, code] = parseMarkdown(`${HEAD}\n\`a|b\` | c | d`, { path: 'a.md', line: 1, offset: 0 }).value
    .children;
  expect(code && toString(code)).toBe('a|b | c | d');
});

import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../src/input/markdown.js';

const parse = (markdown: string, language = 'en') =>
  parseMarkdown(markdown, { path: 'a.md', line: 1, offset: 0, language });

/** A tree in short: `ul(li(p) li(p))`, a list of numbers with its first. */
const shape = (node: Nodes): string => {
  const names: Partial<Record<Nodes['type'], string>> = { paragraph: 'p', listItem: 'li', blockquote: 'q' };
  const name =
    node.type === 'list'
      ? node.ordered === true
        ? `ol${String(node.start ?? 1)}`
        : 'ul'
      : (names[node.type] ?? node.type);
  const inner = 'children' in node && node.type !== 'paragraph' ? node.children.map(shape).join(' ') : '';
  return inner === '' ? name : `${name}(${inner})`;
};

const shapeOf = (markdown: string, language?: string): string =>
  parse(markdown, language).value.children.map(shape).join(' ');

test.each<[string, string, string]>([
  [
    'below a number of three figures',
    '100. a\n    - b\n    - c\n101. d',
    'ol100(li(p ul(li(p) li(p))) li(p))',
  ],
  ['counted on from another number', '1. a\n   3. b\n   4. c', 'ol1(li(p ol3(li(p) li(p))))'],
  ['below a paragraph, set in by four spaces', 'Take:\n    - a *b*\n    - c', 'p ul(li(p) li(p))'],
  ['with numbers', 'Take:\n    1. a\n    2. b', 'p ol1(li(p) li(p))'],
  ['one in another', 'Take:\n    - a\n      - b\n    - c', 'p ul(li(p ul(li(p))) li(p))'],
  ['in a quotation', '> Take:\n>     - a\n>     - b', 'q(p ul(li(p) li(p)))'],
  ['by tabs', '- a\n- b\n\nTake:\n\t- c\n\t- d', 'ul(li(p) li(p)) p ul(li(p) li(p))'],
])('a list %s', (_name, markdown, expected) => {
  expect(shapeOf(markdown)).toBe(expected);
});

test.each<[string, string, string]>([
  ['who said it', 'Time and tide.\n    - Ann Lee', 'en'],
  ['a year that was wrapped', 'It was in the year\n    1986. It was good.', 'en'],
  ['speech', 'Dijo:\n    - Hola.\n    - Adiós.', 'es'],
  ['what its author escaped', 'Take:\n    \\- a\n    \\- b', 'en'],
])('%s is no list', (_name, markdown, language) => {
  expect(shapeOf(markdown, language)).toBe('p');
});

test('where speech stands after a dash, one after a colon', () => {
  expect(shapeOf('Lista:\n    - uno\n    - dos', 'es')).toBe('p ul(li(p) li(p))');
});

test('lines of verse stay as they are', () => {
  expect(shapeOf(':::verse\nA\n    - b\n    - c\n:::')).toBe('containerDirective(p)');
});

test('items have their places', () => {
  const markdown = '7. a\n   3. b *c*\n   4. d';
  const [list] = parse(markdown).value.children;
  const inner = list?.type === 'list' ? list.children[0]?.children[1] : undefined;
  expect(inner?.type === 'list' && inner.children.map(({ position }) => position?.start)).toEqual([
    { line: 2, column: 4, offset: 8 },
    { line: 3, column: 4, offset: 20 },
  ]);
});

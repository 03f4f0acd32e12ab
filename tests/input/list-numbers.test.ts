import type { List } from 'mdast';
import { parseMarkdown } from '../../src/input/markdown.js';

const numbersOf = (markdown: string) => {
  const { value, messages } = parseMarkdown(markdown, { path: 'a.md', line: 1, offset: 0 });
  const [list] = value.children as List[];
  return { numbers: list?.children.map(({ data }) => data?.number), ids: messages.map(({ id }) => id) };
};

test.each<[string, string, (number | undefined)[]]>([
  ['counted by ones', '7. a\n8. b\n9. c', [undefined, undefined, undefined]],
  ['all the same, as many write them', '1. a\n1. b\n1. c', [undefined, undefined, undefined]],
  ['years', '1986. a\n\n1990. b\n\n1991. c', [undefined, 1990, undefined]],
  ['a count down', '3) a\n2) b\n1) c', [undefined, 2, 1]],
])('%s', (_name, markdown, numbers) => {
  expect(numbersOf(markdown)).toEqual({ numbers, ids: [] });
});

test('numbers in no order are a message', () => {
  expect(numbersOf('1. a\n2. b\n2. c')).toEqual({
    numbers: [undefined, undefined, undefined],
    ids: ['markdown:list-numbers'],
  });
});

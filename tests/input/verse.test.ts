/** How deep the lines of a poem are set in, told of its stanzas. */
import type { Paragraph } from 'mdast';
import { settleVerse } from '../../src/input/markup/verse.js';

/** A poem of one stanza, which is the whole text. */
function indentsOf(text: string): number[] | undefined {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  const position = { start: point(text.search(/\S/)), end: point(text.length) };
  const stanza: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }], position };
  settleVerse(
    { type: 'containerDirective', name: 'verse', children: [stanza] },
    { text, offset: 0 },
    () => undefined,
  );
  return stanza.data?.indents;
}

test.each([
  ['A\nb', undefined],
  ['A\n  b', [0, 1]],
  ['A\n b\n   c', [0, 1, 2]],
  ['  A\n    b', [0, 1]],
  ['  A\nb', [1, 0]],
  ['A\n\tb', [0, 2]],
  ['> A\n>   b', [0, 1]],
  [`A\n${' '.repeat(99)}b`, [0, 6]],
])('%j', (text, indents) => {
  expect(indentsOf(text)).toEqual(indents);
});

test('of more lines than a call takes arguments', () => {
  const indents = indentsOf('a line\n  and one set in\n'.repeat(200_000).trimEnd());
  expect(indents).toHaveLength(400_000);
  expect(indents?.slice(-2)).toEqual([0, 1]);
});

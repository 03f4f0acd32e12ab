/** What a whole book may take: small bounds stand in for those of the build. */
import { compose } from '../src/compose/index.js';
import { checkLimits } from '../src/input/limits.js';
import { parse } from '../src/input/parse.js';
import { read } from '../src/input/read.js';
import { BOUNDS, nodesIn } from '../src/text/bounds.js';
import { book, section } from './compose/book.js';
import { bookOf, lines } from './input/parsed.js';

test('nodes are counted with all that they hold', () => {
  expect(nodesIn({ children: [{ children: [{}, {}] }, {}] })).toBe(5);
});

test('the nodes of all manuscripts together', () => {
  const raw = bookOf({ '1.md': '# One\n\nIt rained.', '2.md': '# Two\n\nIt *rained*.', '3.md': 'The end.' });
  const files = read(raw).value;
  // Root, heading and its text, paragraph and its text: five, and eight with a word that is marked.
  expect(parse(raw, files, undefined, { nodes: 16 }).value?.manuscripts).toHaveLength(3);
  const { value, messages } = parse(raw, files, undefined, { nodes: 12 });
  expect(value).toBeUndefined();
  expect(messages).toMatchObject([{ id: 'limits:book', fatal: true, path: 'book/2.md' }]);
  expect(messages[0]?.reason).toContain('more than 12 ');
});

test('the nodes of all documents together, also those that HTML makes', () => {
  const made = book([
    section('a.md', '# A\n\nOne.'),
    section('b.md', `# B\n\n${'<p>x<b>y</b></p>'.repeat(9)}`),
    section('c.md', 'Never composed.'),
  ]);
  const { value, messages } = compose(made, new Map(), { bounds: { ...BOUNDS, nodes: 30 } });
  expect(messages).toMatchObject([{ id: 'limits:book', fatal: true, path: 'manuscripts/book/b.md' }]);
  expect(value.documents).toHaveLength(2);
});

test('the marks of a file', () => {
  const text = 'One.\n\n*a* | b\n\n[c]';
  expect(checkLimits(text, 'a.md', 1, { marks: 5 })).toEqual([]);
  expect(lines(checkLimits(text, 'a.md', 1, { marks: 4 }))).toEqual([
    'fatal limits:markdown 5:3 This file has 5 marks such as `*`, `[` and `|`; the most is 4',
  ]);
});

test('the elements of HTML in a section, whose Markdown stays', () => {
  const made = book([section('a.md', 'One <b>two</b> <i>*three*</i> <s>four</s>.')]);
  const { value, messages } = compose(made, new Map(), { bounds: { ...BOUNDS, elements: 2 } });
  expect(messages).toMatchObject([{ id: 'html:too-many', severity: 'error', place: { line: 1, column: 5 } }]);
  expect(JSON.stringify(value.documents[0]?.body)).not.toMatch(/"tagName":"[bis]"/);
  expect(JSON.stringify(value.documents[0]?.body)).toContain('"em"');
});

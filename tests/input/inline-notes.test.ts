/** Notes within a line: which brackets are theirs, and where they stand. */
import { toString } from 'mdast-util-to-string';
import { single } from './parsed.js';

const read = (text: string) => {
  const nodes =
    single(`---\ntitle: T\nlanguage: en\n---\n${text}`).value?.manuscripts[0]?.tree.children ?? [];
  return nodes.map((node) => {
    const { line, column } = node.position?.start ?? { line: 0, column: 0 };
    return `${node.type}@${String(line)}:${String(column)} ${toString(node)}`;
  });
};

test.each([
  ['One^[a *note*] and two^[b [c] d].', ['One and two.', 'a note', 'b [c] d']],
  ['One^[a\nnote]\nand two^[b].', ['One\nand two.', 'a\nnote', 'b']],
  ['One^[a ^[b] c].', ['One.', 'a ^[b] c']],
  ['A ] first^[a].', ['A ] first.', 'a']],
  ['Left open ^[a, then^[b].', ['Left open ^[a, then.', 'b']],
  ['None ^[] and \\^[a] and ^\\[b].', ['None ^[] and ^[a] and ^[b].']],
])('%j', (text, [paragraph, ...notes]) => {
  const [first, ...others] = read(text);
  expect(first).toBe(`paragraph@5:1 ${paragraph ?? ''}`);
  expect(others.map((note) => note.replace(/^footnoteDefinition@\d+:\d+ /, ''))).toEqual(notes);
});

test('each note is where its mark is', () => {
  const notes = read('One^[a] two^[b],\nthree^[c].').filter((node) => node.startsWith('footnote'));
  expect(notes).toEqual([
    'footnoteDefinition@5:4 a',
    'footnoteDefinition@5:12 b',
    'footnoteDefinition@6:6 c',
  ]);
});

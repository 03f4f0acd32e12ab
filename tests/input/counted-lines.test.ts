import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../src/input/markdown.js';

const shown = (node: Nodes): string =>
  node.type === 'break' ? ' / ' : 'children' in node ? node.children.map(shown).join('') : toString(node);

const read = (text: string) =>
  parseMarkdown(text, { path: 'a.md', line: 1, offset: 0 }).value.children.map(shown).join(' // ');

test.each([
  ['I. The quay\nII. The lamp -- lit\nIII. The moth', 'I. The quay / II. The lamp -- lit / III. The moth'],
  ['I.—The quay\nII.—The lamp', 'I.—The quay / II.—The lamp'],
  ['III. The moth\nIV. The rope', 'III. The moth / IV. The rope'],
  ['a. first\nb. *second*\nc. third', 'a. first / b. second / c. third'],
  ['i) one\nii) two', 'i) one / ii) two'],
  ['h. one\ni. two\nj. three', 'h. one / i. two / j. three'],
  ['(1) alpha\n(2) beta', '(1) alpha / (2) beta'],
  ['(1) alpha\ngoes on\n(2) beta', '(1) alpha\ngoes on / (2) beta'],
  ['I. one  \nII. two\nIII. three', 'I. one / II. two / III. three'],
  ['> A. one\n> B. two', 'A. one / B. two'],
])('%j keeps its lines', (typed, printed) => {
  expect(read(typed)).toBe(printed);
});

test.each([
  'Henry\nII. was king, and so was\nIII. of them.',
  'I. Newton and\nV. Hugo met.',
  'I met a. and\nb. at the quay.',
  'I\\. one\nII. two',
])('%j is a paragraph', (typed) => {
  expect(read(typed)).toBe(typed.replace('\\', ''));
});

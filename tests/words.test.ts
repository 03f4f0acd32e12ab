import type { Paragraph } from 'mdast';
import { wordsIn } from '../src/text/words.js';
import { tree } from './parsed.js';

test.each([
  ['', 0],
  ['One two  three.', 3],
  ['“Don’t—” she *said*, half-asleep.', 4],
  ['word\u2014word', 2],
  ['— … * 5 o’clock', 2],
  ['Über Ärger und Žiži', 4],
  ['# Title\n\n> Quoted text.\n\n- item', 4],
])('%j has %i words', (text, count) => {
  expect(wordsIn([tree(text)])).toBe(count);
});

test('a text of very many paragraphs has its words counted', () => {
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'Two words.' }] };
  expect(wordsIn([{ type: 'root', children: Array<Paragraph>(300_000).fill(paragraph) }])).toBe(600_000);
});

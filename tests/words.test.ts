import { wordsIn } from '../src/words.js';
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

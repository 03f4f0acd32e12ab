/** Words of a manuscript that would steer the terminal, or turn its lines, are shown and never sent. */
import { place, type Place } from './octavo.js';

let at: Place;
beforeEach(() => {
  at = place();
});
afterEach(() => {
  at.remove();
});

/** A title for the window, a colour, another direction in three ways, a line's separator, a mark of 8 bits. */
const CONTROLS = ['\u001B]0;a\u0007', '\u001B[35m', '\u202E', '\u2066', '\u200F', '\u2028', '\u009B2J'];
const STEERS =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const word = CONTROLS.join('x');

/** Text of an author in every place that a message quotes. */
const BOOK = `---
title: "${JSON.stringify(word).slice(1, -1)}"
author: ["${JSON.stringify(word).slice(1, -1)}"]
cover: "${JSON.stringify(word).slice(1, -1)}.png"
fonts: false
"k${JSON.stringify(word).slice(1, -1)}": 1
---

![a](<${word}.png>) [b](<${word}.md>) <i ${word}="a">c</i> <x${word}>d</x> :span[e]{${word}=f}

:::${word}
g
:::
`;

test.each([
  ['build', 'book.md'],
  ['build', 'book.md', '--verbose'],
  ['build', 'book.md', '--json'],
  ['check', 'book.md'],
  ['proof', 'book.md'],
  ['import', 'book.txt'],
  ['build', `${CONTROLS.slice(1).join('')}.md`],
  [`x${word.replaceAll('\u0000', '')}`],
])('%s %s %s', (...argv) => {
  at.write({ 'book.md': BOOK, 'book.txt': `${word}\n\nby ${word}\n\nIt rained. ${word}\n` });
  const { out, err } = at.run(...argv);
  expect(out + err).not.toBe('');
  expect(out).not.toMatch(STEERS);
  expect(err).not.toMatch(STEERS);
});

/** How the first paragraph of a text tells a theme what it begins with. */
import { printOne } from './book.js';

const REST = ' was laid down in a ring that a boot could stand inside of;'.repeat(4);
const classesOf = (text: string) =>
  /<p (?:id="[^"]*" )?class="([^"]*)">/u.exec(printOne(`# A\n\n${text}\n`).xhtml)?.[1];

test.each([
  ['The rope', 'first opening'],
  ['*The* rope', 'first opening'],
  ['Just a rope', 'first opening opening-tail'],
  ['Quickly it', 'first opening opening-tail'],
  ['Çelik', 'first opening opening-tail'],
  ['Щука', 'first opening opening-tail'],
  ['Élan', 'first opening'],
  ['“Rope”', 'first opening-speech'],
  ['“Jack”', 'first opening-speech'],
  ['it', 'first'],
  ['1914', 'first'],
])('%s', (start, classes) => {
  expect(classesOf(start + REST)).toBe(classes);
});

test('a short paragraph has no large initial, and none behind it has', () => {
  expect(classesOf('I ran.')).toBe('first');
  expect(classesOf(`I ran.\n\nThe rope${REST}`)).toBe('first');
});

test('what follows a heading or a break is set flush, as what opens the text', () => {
  const { xhtml } = printOne('# A\n\nOne.\n\nTwo.\n\n## B\n\nThree.\n\nFour.\n\n***\n\nFive.\n');
  const first = [...xhtml.matchAll(/class="first"[^>]*>(\w+)/gu)].map(([, word]) => word);
  expect(first).toEqual(['One', 'Three', 'Five']);
});

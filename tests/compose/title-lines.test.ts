/** Titles on the pages that show them alone. */
import { element, text } from '../../src/compose/elements.js';
import { heldTogether } from '../../src/compose/title-lines.js';
import { textOf } from '../../src/text/hast.js';

const SPACE = '\u00A0';

test.each([
  ['A Family Story', `A${SPACE}Family Story`],
  ['The Sea', `The${SPACE}Sea`],
  ['Long Before It', `Long Before${SPACE}It`],
  ['Four Long Words There', 'Four Long Words There'],
  ['A Congregation', 'A Congregation'],
  ['It', 'It'],
  ['Rain — Now', 'Rain — Now'],
])('%j', (title, expected) => {
  expect(textOf(heldTogether([text(title)]))).toBe(expected);
});

test('each line is one by itself, whatever stands in it', () => {
  const title = [text('A '), element('em', {}, [text('Sea')]), element('br'), text('Lost Again By')];
  expect(textOf(heldTogether(title))).toBe(`A${SPACE}SeaLost Again${SPACE}By`);
  expect(textOf(title)).toBe('A SeaLost Again By');
});

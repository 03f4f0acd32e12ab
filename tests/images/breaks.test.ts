/** Where titles break. */
import fc from 'fast-check';
import { balanced, pieces } from '../../src/images/cover/text/breaks.js';

/** Every letter as wide as the next, spaces a quarter. */
const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter === ' ' ? 0.25 : 1), 0);
const lines = (text: string, count: number) =>
  balanced(pieces(text), count, width)?.lines.map((line) => line.text);

test.each([
  ['Until Wanted', 2, ['Until', 'Wanted']],
  ['The Man in the High Castle', 3, ['The Man', 'in the High', 'Castle']],
  ['One Flew Over the Cuckoo’s Nest', 3, ['One Flew Over', 'the Cuckoo’s', 'Nest']],
  ['Catch-as-can', 2, ['Catch-', 'as-can']],
  ['紅樓夢', 2, ['紅樓', '夢']],
  ['吾輩は猫である', 2, ['吾輩は', '猫である']],
  ['三体、黒暗森林', 2, ['三体、', '黒暗森林']],
])('%s in %d lines', (text, count, expected) => {
  expect(lines(text, count)).toEqual(expected);
});

test('there are no more lines than pieces', () => {
  expect(lines('One', 2)).toBeUndefined();
});

test('no letter is lost, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      (text, count) => {
        const letters = (value: string) => value.replaceAll(/[ \t\n]+/gu, '');
        const set = lines(text, count);
        if (set) {
          expect(set).toHaveLength(count);
          expect(letters(set.join(''))).toBe(letters(text));
        }
      },
    ),
  );
});

import fc from 'fast-check';
import { lettersOf, sameLetters, sameLettersInAnyOrder } from '../../src/import/write/letters.js';
import { runs } from '../seed.js';

const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '\u00A0', '\u200B', '\u00AD', '\u{1F6A2}', '\u3000'), {
    maxLength: 8,
  })
  .map((letters) => letters.join(''));

test('two texts have the same letters where they are the same without white space', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sameLetters(a, b)).toBe(lettersOf(a) === lettersOf(b));
    }),
    runs(200),
  );
});

test('in any order, each letter stands as often', () => {
  const sorted = (texts: readonly string[]) => lettersOf(texts.join('')).split('').sort().join('');
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (some, others) => {
      expect(sameLettersInAnyOrder(some, others)).toBe(sorted(some) === sorted(others));
      expect(sameLettersInAnyOrder(some, [...some].reverse())).toBe(true);
    }),
  );
});

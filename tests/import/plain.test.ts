/** What is known of blocks without reading them is what the parser reads. */
import fc from 'fast-check';
import { reread } from '../../src/import/write/check.js';
import { plainText, proofOf } from '../../src/import/write/plain.js';
import { runs } from '../seed.js';

const PIECES = [
  ...['the', 'Kiln', 'a', 'I', '1', 'été', '猫', 'Mr.', 'said'],
  ...[
    ' ',
    ' ',
    ' ',
    '*',
    '*',
    '**',
    '***',
    '_',
    '"',
    '“',
    '”',
    '(',
    ')',
    '—',
    '-',
    ' - ',
    '.',
    ',',
    '!',
    '?',
    '…',
  ],
  ...[
    ':',
    ': ',
    ';',
    "'",
    '/',
    '[',
    ']',
    '<',
    '&',
    '\\',
    '`',
    '~',
    '|',
    '#',
    '+',
    '=',
    'http://a.b',
    '@',
    '\t',
  ],
];
const block = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((all) => all.join('').trim());

test('a block whose reading is known is read so', () => {
  let known = 0;
  fc.assert(
    fc.property(block, (one) => {
      const text = plainText(one);
      if (text === undefined) return;
      known += 1;
      expect(reread(`Above.\n\n${one}\n\nBelow.\n`).blocks).toEqual(['Above.', text, 'Below.']);
    }),
    { ...runs(400), seed: 3 },
  );
  expect(known).toBeGreaterThan(20);
});

test.each([
  ['It was *hers* and **his**, "*theirs*."', 'It was hers and his, "theirs."'],
  ['*Later,* said Ann. *No!*', 'Later, said Ann. No!'],
  ['*No!*"', undefined],
  ['a*b*c', undefined],
  ['2 * 3 * 4', undefined],
  ['- a list', undefined],
  ['See [this](that).', undefined],
])('%s', (one, text) => {
  expect(plainText(one)).toBe(text);
});

test('rows of such blocks are one word to prove, and come back', () => {
  const blocks = ['One.', 'Two.', '*a*b', 'Three.', 'Four.', '- five', 'Six.'];
  const proof = proofOf(blocks);
  expect(proof.blocks).toHaveLength(5);
  expect(proof.firsts).toEqual([0, 2, 3, 5, 6]);
  expect(proof.whole(proof.blocks)).toEqual(blocks);
});

import { counted, grouped } from '../src/text/numbers.js';

test.each([0, 7, 999, 1000, 12_345, 563_307, 1_000_000, -1234])('%d is grouped as English does', (count) => {
  expect(grouped(count)).toBe(count.toLocaleString('en'));
});

test('one is singular, nothing and many are plural', () => {
  expect([0, 1, 1234].map((count) => counted(count, 'error'))).toEqual([
    '0 errors',
    '1 error',
    '1,234 errors',
  ]);
  expect(counted(2, 'story', 'stories')).toBe('2 stories');
});

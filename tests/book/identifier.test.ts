import { asUrn, isbnIn } from '../../src/book/identifier.js';

test.each([
  ['978-3-16-148410-0', 'urn:isbn:9783161484100'],
  ['ISBN 0 8044 2957 x', 'urn:isbn:080442957X'],
  ['urn:isbn:9780306406157', 'urn:isbn:9780306406157'],
  ['F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6', 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
  ['https://example.org/ferry', 'https://example.org/ferry'],
  ['URN:UUID:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6', 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
  ['urn:uuid:ferry', 'ferry'],
  ['urn:uuid:', 'uuid'],
  ['2024010112', '2024010112'],
  ['978-3-16-148410-1', '978-3-16-148410-1'],
])('%s is %s', (text, urn) => {
  expect(asUrn(text)).toBe(urn);
});

test('an ISBN keeps its hyphens for the imprint', () => {
  expect(isbnIn('urn:isbn:978-3-16-148410-0')).toBe('978-3-16-148410-0');
  expect(isbnIn('2024010112')).toBeUndefined();
});

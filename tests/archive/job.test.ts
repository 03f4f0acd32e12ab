import { inOrder, keyOf, orderIn, resultName, sourcesName, type JobOrder } from '../../src/archive/job.js';
import { sha256 } from '../../src/text/digest.js';

const ORDER: JobOrder = { octavo: '0.1.0', sources: sha256('a'), book: 'ferry' };

test('the same order has the same key, however its facts stand; another has another', () => {
  const { octavo, sources, book } = ORDER;
  expect(keyOf({ book, sources, octavo })).toBe(keyOf(ORDER));
  const others: Partial<JobOrder>[] = [
    { octavo: '0.1.1' },
    { sources: sha256('b') },
    { book: 'ferry.md' },
    { formats: ['epub'] },
    { formats: ['epub', 'kepub'] },
    { theme: 'modern' },
    { epoch: 0 },
    { config: sha256('c') },
    { config: sha256('d') },
    { epoch: 0, config: sha256('c') },
  ];
  const keys = new Set([ORDER, ...others.map((other) => ({ ...ORDER, ...other }))].map(keyOf));
  expect(keys.size).toBe(others.length + 1);
});

test('formats are asked for in one order', () => {
  expect(inOrder(['kepub', 'epub', 'kepub'])).toEqual(['epub', 'kepub']);
});

test('a key never changes: what lies in a store is found by it', () => {
  expect(keyOf({ ...ORDER, formats: ['epub'], theme: 'modern', epoch: 1 })).toBe(
    '4853d5fe9210d33f4f4f7f3c8bf22990b014189897c66eec2ac747d6b1d03e21',
  );
});

test('a job is taken for what its id says, and for nothing else', () => {
  expect(orderIn({ ...ORDER }, keyOf(ORDER))).toEqual(ORDER);
  expect(orderIn({ ...ORDER, theme: 'modern' }, keyOf(ORDER))).toBeUndefined();
  const config = sha256('c');
  expect(orderIn({ ...ORDER, config }, keyOf({ ...ORDER, config }))).toEqual({ ...ORDER, config });
  expect(orderIn({ ...ORDER, config }, keyOf(ORDER))).toBeUndefined();
  const wrong: unknown[] = [
    undefined,
    null,
    'x',
    { ...ORDER, sources: '../../../etc/passwd' },
    { ...ORDER, book: '../ferry' },
    { ...ORDER, book: '..' },
    { ...ORDER, book: 'a\\b' },
    { ...ORDER, book: 'c:' },
    { ...ORDER, formats: ['azw3'] },
    { ...ORDER, theme: 1 },
    { ...ORDER, epoch: '1' },
    { ...ORDER, config: 1 },
    { ...ORDER, config: '../octavo.config.mjs' },
  ];
  for (const data of wrong) expect(orderIn(data, keyOf((data ?? {}) as JobOrder))).toBeUndefined();
});

test('names in a store are spread over folders', () => {
  expect(sourcesName('abcd12')).toBe('sources/ab/cd/abcd12.zip');
  expect(resultName('abcd12', '.kepub.epub')).toBe('books/ab/cd/abcd12.kepub.epub');
});

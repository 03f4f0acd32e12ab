import { dateIn } from '../../src/locales/date.js';
import { localeOf, locales } from '../../src/locales/index.js';

test.each([
  ['en', '2026-05-03', 'May 3, 2026'],
  ['en-GB', '2026-05-03', '3 May 2026'],
  ['en', '2026-05', 'May 2026'],
  ['en', '2026', '2026'],
  ['en', '2026-05-03T23:30:00-05:00', 'May 3, 2026'],
  ['de', '2026-05-03', '3. Mai 2026'],
  ['fr', '2026-05-01', '1er mai 2026'],
  ['fr', '2026-05-11', '11 mai 2026'],
  ['pt-BR', '2026-05-01', '1º de maio de 2026'],
  ['pt-PT', '2026-05-01', '1 de maio de 2026'],
  ['pl', '2026-05-03', '3 maja 2026'],
  ['pl', '2026-05', 'maj 2026'],
  ['ru', '2026-05-03', '3 мая 2026\u202Fг.'],
  ['hu', '2026-05-03', '2026. május 3.'],
  ['he', '2026-05-03', '3 במאי 2026'],
  ['xh', '2026-05-03', '2026-05-03'],
])('in %s, %s is written %s', (tag, date, written) => {
  expect(dateIn(date, localeOf(tag))).toBe(written);
});

test.each(locales)('$language has twelve months, which differ', (locale) => {
  const months = Array.from({ length: 12 }, (_, index) =>
    dateIn(`2026-${String(index + 1).padStart(2, '0')}`, locale),
  );
  expect(new Set(months).size).toBe(12);
  expect(months.filter((month) => /[{}]|undefined|-/.test(month))).toEqual([]);
});

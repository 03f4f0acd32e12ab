/** Dates as a language writes them. */
import type { Locale } from './types.js';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/**
 * An ISO 8601 date in the words of a language, as precise as it is given: `May 1, 2026`, `May 2026`, `2026`. Of an
 * instant, the day. As it stands where the language has no words. From a table rather than from `Intl`, whose data
 * differ from one version of Node to the next.
 */
export function dateIn(date: string, { dates }: Pick<Locale, 'dates'>): string {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (!dates || year === undefined || month === undefined) return date;
  const names = day === undefined ? (dates.alone ?? dates.months) : dates.months;
  const number = day === '01' ? (dates.first ?? '1') : String(Number(day));
  return (day === undefined ? dates.month : dates.day)
    .replace('{day}', number)
    .replace('{month}', names.split(' ')[Number(month) - 1] ?? month)
    .replace('{year}', String(Number(year)));
}

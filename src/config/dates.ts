/** Dates as people, Hugo and Jekyll write them, and as ISO 8601. */

/** `2026`, `2026-05`, `2026-05-01`, and with a time and its zone: https://www.w3.org/TR/NOTE-datetime */
const DATE =
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Seconds since 1970, as Unix counts them, from 2001 to 2286; or thousandths of them. */
const UNIX = /^(?<seconds>\d{10})(?:\d{3})?$/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** As in mail, `Sun, 20 Aug 2023 03:49:17 +0000`, which sites take too; its day: RFC 5322, 3.3 */
const MAIL = new RegExp(
  `^(?:[a-z]{3},? +)?(?<day>\\d{1,2}) (?<month>${MONTHS.join('|')})[a-z]* (?<year>\\d{4})(?: .{0,20})?$`,
  'i',
);

/** A date in mail's form as `2023-08-20`; any other as it is. */
function plainDate(text: string): string {
  const { day = '', month = '', year } = MAIL.exec(text)?.groups ?? {};
  if (year === undefined) return text;
  return `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1)}-${day}`;
}

/** A date as a year, a month, a day or an instant with its zone; nothing for a text that is not a real date. */
export function normalDate(text: string): string | undefined {
  const { seconds } = UNIX.exec(text)?.groups ?? {};
  if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const { year, month, day, time, zone } = DATE.exec(plainDate(text))?.groups ?? {};
  // There was no year 0, and EPUBCheck's OPF-053 refuses it.
  if (year === undefined || year === '0000') return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined);
  const date = parts.map((part) => part.padStart(2, '0')).join('-');
  if (!dayExists(date)) return undefined;
  // A time without its zone is no instant: the day is what it says.
  if (time === undefined || zone === undefined) return date;
  const instant = `${date}T${time}${zoneOf(zone)}`;
  return Number.isNaN(Date.parse(instant)) ? undefined : instant;
}

const zoneOf = (zone: string): string => (zone === 'UTC' ? 'Z' : zone.replace(/(?<=\d{2})(?=\d{2}$)/, ':'));

function dayExists(date: string): boolean {
  const [, , day = '01'] = date.split('-');
  const instant = new Date(`${date.padEnd(10, '-01')}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.getUTCDate() === Number(day);
}

/** Names that survive every file system and reader: ASCII, lower case, hyphens. */
import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';

/** A slug longer than this is cut at a hyphen: file systems count bytes, and people read names. */
const LONGEST = 60;

/** Told by name, as in ASCII. */
const AMPERSAND: readonly [string, string][] = [['&', ' and ']];

/**
 * The text as a slug: letters transliterated to ASCII, `hash-` and eight hexadecimal digits of its SHA-1 where
 * nothing of it can be (a title in Chinese). The same text gives the same slug on every machine.
 */
export function slug(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/['\u2018\u2019\u02BC]/gu, '');
  // Most titles have nothing to transliterate; slugify compiles five patterns a call, one of them for 5 ms.
  const whole = /^[\0-\x7F]*$/u.test(plain)
    ? hyphened(plain)
    : slugify(plain, { decamelize: false, customReplacements: AMPERSAND });
  if (whole.length === 0)
    return `hash-${createHash('sha1').update(text.normalize('NFC')).digest('hex').slice(0, 8)}`;
  if (whole.length <= LONGEST) return whole;
  const cut = whole.lastIndexOf('-', LONGEST);
  return whole.slice(0, cut > 0 ? cut : LONGEST);
}

/** What slugify makes of ASCII without apostrophes. */
const hyphened = (text: string): string =>
  text
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Names that Windows keeps for its devices, whatever the extension: no file can have them there. */
export const DEVICE_NAMES = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\s*(\.|$))/iu;

/** A slug for a file: *Con* gives `con-book`, since Windows takes no `con.epub`. */
export const fileSlug = (text: string): string => slug(text).replace(DEVICE_NAMES, '$&-book');

/** Makes slugs unique in the order in which they are asked for: `ferry`, `ferry-2`, `ferry-3`; none is one of `others`. */
export function uniqueSlugs(others: readonly string[] = []): (wanted: string) => string {
  const taken = new Set(others);
  const next = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    let n = next.get(wanted) ?? 2;
    for (; taken.has(name); n += 1) name = `${wanted}-${String(n)}`;
    next.set(wanted, n);
    taken.add(name);
    return name;
  };
}

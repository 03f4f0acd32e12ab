/**
 * The order of an index or a list of sources: by the alphabet of the language, the same on every machine. A collator of
 * `Intl` is not: its order comes with the ICU of each version of Node.
 */
import { compareTexts } from './compare.js';

/** Letters of their own beyond those of the script: each stands behind the one before the `<`; `=` has the same place. */
const ALPHABETS: Readonly<Record<string, string>> = {
  cs: 'c<č h<ch r<ř s<š z<ž',
  da: 'z<æ=ä<ø=ö<å=aa',
  es: 'n<ñ',
  fa: 'ب<پ ج<چ ز<ژ ق<ک ک<گ',
  fi: 'z<å<ä=æ<ö=ø',
  hu: 'c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs',
  nb: 'z<æ=ä<ø=ö<å=aa',
  pl: 'a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż',
  ro: 'a<ă<â i<î s<ș=ş t<ț=ţ',
  ru: 'и<й',
  sk: 'a<ä c<č h<ch o<ô s<š z<ž',
  sv: 'z<å<ä=æ<ö=ø',
  tr: 'c<ç g<ğ h<ı o<ö s<ş u<ü',
  uk: 'г<ґ е<є и<і<ї<й щ<ь',
};

/** Letters without accents that stand for others. */
const OTHERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
};

/** Behind every letter that may follow the one before it. */
const LAST = 0xf000;

const tables = new Map<string, ReadonlyMap<string, string>>();

/** The letters of an alphabet, each with what it is sorted as. */
function tableOf(language: string): ReadonlyMap<string, string> {
  const known = tables.get(language);
  if (known) return known;
  const made = new Map<string, string>();
  for (const chain of (ALPHABETS[language] ?? '').split(' ').filter((one) => one !== '')) {
    const [first = '', ...more] = chain.split('<');
    more.forEach((same, index) => {
      for (const letter of same.split('=')) made.set(letter, first + String.fromCharCode(LAST + index));
    });
  }
  tables.set(language, made);
  return made;
}

/** What a text is sorted by first: its letters without accents, its numbers by what they count. */
export function sortKey(text: string, language: string): string {
  const [base = ''] = language.split('-');
  const table = tableOf(base);
  const lower = base === 'tr' ? text.replaceAll('I', 'ı') : text;
  const letters = [...lower.normalize('NFC').toLowerCase()];
  let key = '';
  for (let at = 0; at < letters.length; at += 1) {
    const [three, two, one = ''] = [3, 2, 1].map((size) => letters.slice(at, at + size).join(''));
    const found = [three, two, one].find((letter) => letter !== undefined && table.has(letter));
    key += found === undefined ? plain(one) : (table.get(found) ?? '');
    at += found === undefined ? 0 : [...found].length - 1;
  }
  return key.replaceAll(/\d+/g, (digits) => digits.padStart(9, '0')).trim();
}

const plain = (letter: string): string =>
  [...letter.normalize('NFD')]
    .map((part) => OTHERS[part] ?? part)
    .join('')
    .replaceAll(/\s+|\p{Pd}/gu, ' ')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '');

/** Compares texts by the alphabet of a language; accents and capitals decide where nothing else does. */
export function collate(a: string, b: string, language: string): number {
  return (
    compareTexts(sortKey(a, language), sortKey(b, language)) ||
    compareTexts(a.normalize('NFD').toLowerCase(), b.normalize('NFD').toLowerCase()) ||
    compareTexts(a, b)
  );
}

import { countedLabel, roman } from '../../src/locales/counted.js';
import { localeOf, locales } from '../../src/locales/index.js';
import { SPELT, spelt, type SpeltRow } from '../../src/locales/spelt.js';

const label = (kind: 'chapter' | 'part', number: number, style: 'words' | 'arabic' | 'roman', tag = 'en') =>
  countedLabel(kind, number, style, localeOf(tag));

test.each([
  ['ar', 'الفصل الأول', 'الجزء الثاني والعشرون'],
  ['cs', 'Kapitola první', 'Část dvacátá druhá'],
  ['da', 'Første kapitel', 'Toogtyvende del'],
  ['de', 'Erstes Kapitel', 'Zweiundzwanzigster Teil'],
  ['de-CH', 'Erstes Kapitel', 'Zweiundzwanzigster Teil'],
  ['el', 'Κεφάλαιο πρώτο', 'Μέρος εικοστό δεύτερο'],
  ['en', 'Chapter One', 'Part Twenty-Two'],
  ['en-GB', 'Chapter One', 'Part Twenty-Two'],
  ['es', 'Capítulo uno', 'Vigésima segunda parte'],
  ['fa', 'فصل یک', 'بخش بیست و دو'],
  ['fi', 'Ensimmäinen luku', 'Kahdeskymmenestoinen osa'],
  ['fr', 'Chapitre premier', 'Vingt-deuxième partie'],
  ['fr-CA', 'Chapitre premier', 'Vingt-deuxième partie'],
  ['he', 'פרק ראשון', 'חלק עשרים ושניים'],
  ['hu', 'Első fejezet', 'Huszonkettedik rész'],
  ['it', 'Capitolo primo', 'Parte ventiduesima'],
  ['nb', 'Første kapittel', 'Tjueandre del'],
  ['nl', 'Hoofdstuk een', 'Deel tweeëntwintig'],
  ['pl', 'Rozdział pierwszy', 'Część dwudziesta druga'],
  ['pt', 'Capítulo um', 'Vigésima segunda parte'],
  ['pt-BR', 'Capítulo um', 'Vigésima segunda parte'],
  ['pt-PT', 'Capítulo um', 'Vigésima segunda parte'],
  ['ro', 'Capitolul unu', 'Partea douăzeci și doi'],
  ['ru', 'Глава первая', 'Часть двадцать вторая'],
  ['sk', 'Prvá kapitola', 'Dvadsiata druhá časť'],
  ['sv', 'Kapitel ett', 'Del tjugotvå'],
  ['tr', 'Birinci Bölüm', 'Yirmi İkinci Kısım'],
  ['uk', 'Розділ перший', 'Частина двадцять друга'],
])('%s: %s, %s', (tag, chapter, part) => {
  expect([label('chapter', 1, 'words', tag), label('part', 22, 'words', tag)]).toEqual([chapter, part]);
});

test('figures follow the term, unless the language has another order', () => {
  expect(label('chapter', 12, 'arabic')).toBe('Chapter 12');
  expect(label('part', 4, 'roman', 'fr')).toBe('Partie IV');
  expect(label('chapter', 12, 'arabic', 'hu')).toBe('12. fejezet');
});

test('beyond its words a language has figures, and a language that is not in the table is numbered in English', () => {
  expect(label('chapter', 99, 'words')).toBe('Chapter Ninety-Nine');
  expect(label('chapter', 100, 'words')).toBe('Chapter 100');
  expect(label('chapter', 3, 'words', 'cy')).toBe('Chapter Three');
});

test('what each language lacks to number chapters in words', () => {
  const lacking = locales.flatMap(({ language, counted }) => (counted ? [] : [language]));
  expect(lacking).toEqual([]);
});

test.each(Object.keys(SPELT) as SpeltRow[])('%s: 99 words, each once and in lower case', (row) => {
  const words = spelt(row);
  expect(words).toHaveLength(99);
  expect(new Set(words).size).toBe(99);
  expect(words.filter((word) => word !== word.toLowerCase() || !/^[\p{L}\p{M}’ -]+$/u.test(word))).toEqual(
    [],
  );
});

test.each([
  [1, 'I'],
  [4, 'IV'],
  [49, 'XLIX'],
  [1994, 'MCMXCIV'],
])('%d is %s', (number, letters) => {
  expect(roman(number)).toBe(letters);
});

/** The order of an index, by the alphabet of its language. */
import { collate } from '../../src/text/collate.js';

const sorted = (language: string, words: string): string =>
  words
    .split(' ')
    .sort()
    .sort((a, b) => collate(a, b, language))
    .join(' ');

test.each([
  ['en', 'able Äpfel apple Œdipus oeuvre ox zoo'],
  ['de', 'Apfel Äpfel Arzt Straße Strasse Zahn'],
  ['sv', 'anka zon åka älg öl'],
  ['da', 'abe zebra ægte øl år'],
  ['cs', 'cena čas hrad chata jablko řeka'],
  ['es', 'nube nunca ñandú oso'],
  ['pl', 'lato łapa mapa źle żaba'],
  ['hu', 'cukor csak dal gél gyár óra öt zár zseb'],
  ['tr', 'cam çam ılık iyi şal'],
  ['uk', 'гора ґава ера єнот иній інжир їжак йод щука'],
  ['ru', 'ель ёлка езда игла йод'],
])('%s', (language, words) => {
  const wanted = language === 'ru' ? 'езда ёлка ель игла йод' : words;
  if (language === 'de') expect(sorted(language, words)).toBe('Apfel Äpfel Arzt Strasse Straße Zahn');
  else expect(sorted(language, words)).toBe(wanted);
});

test('numbers count, hyphens part words, and nothing is equal to another text', () => {
  expect(sorted('en', 'v10 v9')).toBe('v9 v10');
  expect(collate('re-read', 'reader', 'en')).toBeLessThan(0);
  expect(collate('Ferry', 'ferry', 'en')).not.toBe(0);
});

/** Languages by their names. */

/** Languages that sites of stories name most. */
const CODES = (
  'en de fr es it pt nl sv da nb nn no fi is pl cs sk hu ro bg hr sr sl uk ru be el tr he ar fa hi bn ta th vi id ms tl ' +
  'zh ja ko ca gl eu cy ga gd la eo et lv lt sq mk ka hy af sw'
).split(' ');

/** The code of a language by its name in English or in itself, or by a code; undefined where nobody knows it. */
export function languageOf(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(wanted) && CODES.includes(wanted.split('-')[0] ?? ''))
    return name.trim();
  return CODES.find((code) => namesOf(code).includes(wanted));
}

const namesOf = (code: string): string[] =>
  ['en', code].map((language) =>
    (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? '').toLowerCase(),
  );

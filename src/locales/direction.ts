/** Which way a language is written. */

/** Scripts that run from right to left: https://www.unicode.org/iso15924/ */
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  'adlm arab aran armi avst hebr mand nkoo rohg samr syrc syre syrj syrn thaa'.split(' '),
);

/** Languages that are written in one of these where their tag names no script (CLDR, likely subtags). */
const RIGHT_TO_LEFT_LANGUAGES = new Set(
  'ar arc arz ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd skr syr ug ur yi'.split(' '),
);

/** The direction of a BCP 47 tag: that of its script, else that of its language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...others] = tag.toLowerCase().split('-');
  const script = others.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft =
    script === undefined ? RIGHT_TO_LEFT_LANGUAGES.has(language) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

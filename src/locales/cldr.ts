/** Quotation marks and direction by language, from CLDR 48.2.0. Written by scripts/locales.mjs: do not edit. */
import type { QuotePair } from '../types.js';

export interface CldrRow {
  direction: 'ltr' | 'rtl';
  outer: QuotePair;
  inner: QuotePair;
}

export const CLDR = {
  cs: { direction: 'ltr', outer: ['„', '“'], inner: ['‚', '‘'] },
  da: { direction: 'ltr', outer: ['“', '”'], inner: ['‘', '’'] },
  de: { direction: 'ltr', outer: ['„', '“'], inner: ['‚', '‘'] },
  'de-CH': { direction: 'ltr', outer: ['„', '“'], inner: ['‚', '‘'] },
  el: { direction: 'ltr', outer: ['«', '»'], inner: ['“', '”'] },
  en: { direction: 'ltr', outer: ['“', '”'], inner: ['‘', '’'] },
  'en-GB': { direction: 'ltr', outer: ['“', '”'], inner: ['‘', '’'] },
  es: { direction: 'ltr', outer: ['“', '”'], inner: ['‘', '’'] },
  fi: { direction: 'ltr', outer: ['”', '”'], inner: ['’', '’'] },
  fr: { direction: 'ltr', outer: ['«', '»'], inner: ['«', '»'] },
  'fr-CA': { direction: 'ltr', outer: ['«', '»'], inner: ['”', '“'] },
  hu: { direction: 'ltr', outer: ['„', '”'], inner: ['»', '«'] },
  it: { direction: 'ltr', outer: ['«', '»'], inner: ['“', '”'] },
  nb: { direction: 'ltr', outer: ['«', '»'], inner: ['‘', '’'] },
  nl: { direction: 'ltr', outer: ['‘', '’'], inner: ['‘', '’'] },
  pl: { direction: 'ltr', outer: ['„', '”'], inner: ['«', '»'] },
  pt: { direction: 'ltr', outer: ['“', '”'], inner: ['‘', '’'] },
  'pt-PT': { direction: 'ltr', outer: ['«', '»'], inner: ['“', '”'] },
  ro: { direction: 'ltr', outer: ['„', '”'], inner: ['«', '»'] },
  ru: { direction: 'ltr', outer: ['«', '»'], inner: ['„', '“'] },
  sk: { direction: 'ltr', outer: ['„', '“'], inner: ['‚', '‘'] },
  sv: { direction: 'ltr', outer: ['”', '”'], inner: ['’', '’'] },
  tr: { direction: 'ltr', outer: ['“', '”'], inner: ['‘', '’'] },
  uk: { direction: 'ltr', outer: ['«', '»'], inner: ['„', '“'] },
} satisfies Record<string, CldrRow>;

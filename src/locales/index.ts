/** The table of languages: one row a language, found by its BCP 47 tag. */
import { once } from '../memo.js';
import type { Locale } from './types.js';
import { ar } from './ar.js';
import { cs } from './cs.js';
import { da } from './da.js';
import { de, deCH } from './de.js';
import { el } from './el.js';
import { en, enGB } from './en.js';
import { es } from './es.js';
import { fa } from './fa.js';
import { fi } from './fi.js';
import { fr, frCA } from './fr.js';
import { he } from './he.js';
import { hu } from './hu.js';
import { it } from './it.js';
import { nb } from './nb.js';
import { neutral } from './neutral.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt, ptBR, ptPT } from './pt.js';
import { ro } from './ro.js';
import { ru } from './ru.js';
import { sk } from './sk.js';
import { sv } from './sv.js';
import { tr } from './tr.js';
import { uk } from './uk.js';

/** Every language that has conventions of its own, in the order of its tag. */
export const locales: readonly Locale[] = [
  ar,
  cs,
  da,
  de,
  deCH,
  el,
  en,
  enGB,
  es,
  fa,
  fi,
  fr,
  frCA,
  he,
  hu,
  it,
  nb,
  nl,
  pl,
  pt,
  ptBR,
  ptPT,
  ro,
  ru,
  sk,
  sv,
  tr,
  uk,
];

const byTag = new Map(locales.map((locale) => [locale.language.toLowerCase(), locale]));
/** Norwegian without a form is most often Bokmål. */
byTag.set('no', nb);

let added: ReadonlyMap<string, Locale> = new Map();

/** What a work gives that knows further languages, or others of the same tags (in lower case); it must not wait. */
export function withLocales<T>(more: ReadonlyMap<string, Locale>, work: () => T): T {
  const before = added;
  added = more;
  try {
    return work();
  } finally {
    added = before;
  }
}

const listOf = once((more: ReadonlyMap<string, Locale>): readonly Locale[] => [...more.values(), ...locales]);

/** Every language that is known now: the same list for the same work. */
export const knownLocales = (): readonly Locale[] => listOf(added);

/**
 * The conventions for a BCP 47 tag: its own, else those of the tag with its last subtags cut off (`en-AU` → `en`).
 * A language that is not in the table gets neutral ones, whose `language` is `und`.
 *
 * @example
 * ```js
 * import { localeOf } from 'octavo';
 *
 * localeOf('en-AU').language; // en
 * localeOf('de').quotes.outer; // ["„","“"]
 * ```
 */
export function localeOf(tag: string): Locale {
  const subtags = tag.toLowerCase().replaceAll('_', '-').split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const name = subtags.join('-');
    const locale = added.get(name) ?? byTag.get(name);
    if (locale) return locale;
  }
  return neutral;
}

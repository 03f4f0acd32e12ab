/** The table of languages: one row a language, found by its BCP 47 tag. */
import type { Locale } from '../types.js';
import { en, enGB } from './en.js';
import { neutral } from './neutral.js';

/** Every language that has conventions of its own, in the order of its tag. */
export const locales: readonly Locale[] = [en, enGB];

const byTag = new Map(locales.map((locale) => [locale.language.toLowerCase(), locale]));

/**
 * The conventions for a BCP 47 tag: its own, else those of the tag with its last subtags cut off (`en-AU` → `en`).
 * A language that is not in the table gets neutral ones, whose `language` is `und`.
 */
export function localeOf(tag: string): Locale {
  const subtags = tag.toLowerCase().replaceAll('_', '-').split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const locale = byTag.get(subtags.join('-'));
    if (locale) return locale;
  }
  return neutral;
}

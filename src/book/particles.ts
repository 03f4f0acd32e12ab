/** Where the particles of a surname stand when people are filed, by language. */

/**
 * `before` the surname, `behind` the given name, `articles` before and prepositions behind; `asked` where both are
 * usual and the guess is before.
 */
export type Usage = 'before' | 'behind' | 'articles' | 'asked';

/** By language; a region may differ. All others put them behind, as the languages do that the particles come from. */
const USAGES: Readonly<Record<string, Usage>> = {
  af: 'before',
  en: 'asked',
  fr: 'articles',
  it: 'before',
  'nl-be': 'before',
  ro: 'before',
};

/** The usage of a language tag. */
export function usageOf(tag: string): Usage {
  const lower = tag.toLowerCase();
  return USAGES[lower] ?? USAGES[lower.split('-')[0] ?? ''] ?? 'behind';
}

/** Small words of surnames. With a capital they belong to the surname in every language. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'af am av bin da das de dei del dela della degli den der des di do dos du het ibn im la las le les lo los ' +
    "'t ’t st st. saint te ten ter van ver vom von vonder y zu zum zur und"
  ).split(' '),
);

/** A word without its stops and commas, in small letters. */
export const leaf = (word: string): string => word.toLowerCase().replaceAll(/[.,]+$/gu, '');

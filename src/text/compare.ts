/** How texts are put in order, and when two are the same: alike on every machine. */

/** Compares by code units: the same on every machine, while a locale's collation differs between versions of ICU. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The letters and figures of a text in lower case: marks and spaces that somebody set right do not tell it from itself. */
export const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

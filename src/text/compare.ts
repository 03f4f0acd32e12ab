/** The one way to sort texts, the same on every machine. */

/** Compares by code units: the same on every machine, while a locale's collation differs between versions of ICU. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

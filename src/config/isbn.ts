/** International Standard Book Numbers: https://www.isbn-international.org/content/isbn-users-manual */

/** What an author writes before the number, and the number with its hyphens or spaces. */
const WRITTEN = /^(?:urn:isbn:|isbn(?:-1[03])?:?)?\s*(\d(?:[\d\u2010\u2011 -]*)[\dX])$/i;

export interface Isbn {
  /** Ten or thirteen characters, without hyphens. */
  digits: string;
  /** As it is printed: with the hyphens that its author gave it. */
  shown: string;
  /** Whether its last digit is the one that follows from the others. */
  valid: boolean;
}

/** The ISBN that a text is meant to be, if it has the length and the beginning of one. */
export function isbnOf(text: string): Isbn | undefined {
  const shown = WRITTEN.exec(text.trim())?.[1];
  if (shown === undefined) return undefined;
  const digits = shown.replaceAll(/[^\dX]/gi, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits))
    return { digits, shown, valid: weighted(digits, (at) => 10 - at) % 11 === 0 };
  if (!/^97[89]\d{10}$/.test(digits)) return undefined;
  return { digits, shown, valid: weighted(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0 };
}

const weighted = (digits: string, weight: (at: number) => number): number =>
  [...digits].reduce((sum, digit, at) => sum + weight(at) * (digit === 'X' ? 10 : Number(digit)), 0);

/** What a book shows of a form at an apostrophe, as the price of the apostrophe there. */
import type { Count } from './forms.js';

/** The book's own evidence of a form. */
export interface Shown {
  /** Whether the author lists it as elided. */
  listed: boolean;
  /** Whether the book writes it without the apostrophe far more often than with it. */
  usual: boolean;
  /** The price of the apostrophe, in nats. */
  price: number;
}

/** Prices by what the book shows of a form. */
export interface Scale {
  /** The form stands without the apostrophe too, and seldom or never with it amid a sentence. */
  unknown: number;
  /** The same, and it is a known word with letters lost. */
  clipped: number;
  /** No such word, by the number of times that it stands with the apostrophe amid a sentence. */
  noWord: readonly number[];
  /** No such word, but one with the letters that are lost. */
  clippedNoWord: number;
}

export const HEAD: Scale = { unknown: 6.5, clipped: 5, noWord: [4.5, 3.5, 2, 0.8], clippedNoWord: 1 };
export const TAIL: Scale = { unknown: 5.5, clipped: 4.5, noWord: [3.5, 3, 2, 0.8], clippedNoWord: 0.8 };

export const PERHAPS = 2.5;
/** So many times as often without as with the apostrophe: a word in its own right. */
const USUAL = 5;

/** What is shown of a form that stands `elided` times with the apostrophe amid a sentence. */
export const shownOf = (listed: boolean, elided: number, count: Count, scale: Scale): Shown => ({
  listed,
  usual: count.bare > USUAL * (elided + 1),
  price: priceOf(elided, count, scale),
});

function priceOf(elided: number, { bare, whole }: Count, scale: Scale): number {
  if (bare === 0) {
    const price = scale.noWord[Math.min(elided, scale.noWord.length - 1)] ?? scale.unknown;
    return whole > 0 ? Math.min(price, scale.clippedNoWord) : price;
  }
  if (elided > bare) return PERHAPS - 1;
  const price = whole > 0 && elided > 0 ? scale.clipped : scale.unknown;
  return price - Math.min(2, Math.log(1 + elided) * Math.sqrt(elided / (elided + bare)) * 3);
}

/** symbols and shouting: what is changed only on request. */
import type { Edit, Rule } from '../types.js';

const SYMBOLS: Readonly<Record<string, string>> = {
  '(c)': '\u00A9',
  '(C)': '\u00A9',
  '(r)': '\u00AE',
  '(R)': '\u00AE',
  '(tm)': '\u2122',
  '(TM)': '\u2122',
  '+-': '\u00B1',
  '+/-': '\u00B1',
  '1/2': '\u00BD',
  '1/3': '\u2153',
  '2/3': '\u2154',
  '1/4': '\u00BC',
  '3/4': '\u00BE',
  '1/8': '\u215B',
};
/** `(c)`, `(r)`, `(tm)`, `+-` and fractions, but not within a date or a longer fraction. */
const SYMBOL = /\((?:c|r|tm)\)|\+\/?-|(?<![\d/])(?:1\/[2348]|[23]\/[34])(?![\d/])/gi;

export const symbols: Rule = {
  id: 'symbols',
  onRequest: true,
  apply: ({ text }) =>
    [...text.matchAll(SYMBOL)].flatMap(({ 0: typed, index }): Edit[] => {
      const symbol = SYMBOLS[typed];
      return symbol
        ? [{ start: index, end: index + typed.length, text: symbol, confidence: 0.95, instead: typed }]
        : [];
    }),
};

const SHOUTS = /[!?]{2,}/g;

/** `!!!!!` to `!`, `?!?!` to `?!`. */
export const shouting: Rule = {
  id: 'shouting',
  onRequest: true,
  apply: ({ text }) =>
    [...text.matchAll(SHOUTS)].flatMap(({ 0: shout, index }): Edit[] => {
      const calm = (shout.includes('?') ? '?' : '') + (shout.includes('!') ? '!' : '');
      return calm === shout ? [] : [{ start: index, end: index + shout.length, text: calm, confidence: 1 }];
    }),
};

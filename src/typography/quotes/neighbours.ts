/** The prices of opening and closing marks, in nats, by the kind of their neighbours. */
import {
  CLOSER,
  COMMA,
  DASH,
  DIGIT,
  EDGE,
  ELLIPSIS,
  HYPHEN,
  LETTER,
  OPENER,
  SPACE,
  STOP,
  SYMBOL,
} from '../characters.js';
import { ALL_KIND_COUNT, HANGUL, IDEOGRAPH, WIDE_COMMA, WIDE_STOP } from './scripts.js';

/** Prices by kind. */
export function table(
  fallback: number,
  rows: readonly (readonly [kind: number, price: number])[],
): Float64Array {
  const prices = new Float64Array(ALL_KIND_COUNT).fill(fallback);
  for (const [kind, price] of rows) prices[kind] = price;
  return prices;
}

/** An opening mark, by what stands before it and after it. */
export const OPEN_BEFORE = table(5, [
  [EDGE, 0],
  [SPACE, 0],
  [OPENER, 0],
  [DASH, 1],
  [HYPHEN, 3],
  [ELLIPSIS, 3],
  [LETTER, 6],
  [DIGIT, 6],
  [SYMBOL, 2],
  [HANGUL, 3],
  [IDEOGRAPH, 1],
  [WIDE_COMMA, 0.3],
  [WIDE_STOP, 1],
]);
export const OPEN_AFTER = table(5, [
  [LETTER, 0],
  [DIGIT, 0.2],
  [OPENER, 0.3],
  [ELLIPSIS, 0.5],
  [DASH, 1],
  [HYPHEN, 2],
  [SYMBOL, 0.5],
  [STOP, 4],
  [COMMA, 7],
  [SPACE, 6],
  [EDGE, 8],
  [HANGUL, 0],
  [IDEOGRAPH, 0.2],
  [WIDE_COMMA, 6],
  [WIDE_STOP, 6],
]);
/** A closing mark, by what stands before it and after it. */
export const CLOSE_BEFORE = table(1, [
  [STOP, 0],
  [COMMA, 0],
  [ELLIPSIS, 0],
  [CLOSER, 0.3],
  [DASH, 0.5],
  [HYPHEN, 0.8],
  [LETTER, 0.7],
  [DIGIT, 0.8],
  [SYMBOL, 0.7],
  [SPACE, 6],
  [OPENER, 7],
  [EDGE, 8],
  [HANGUL, 0.5],
  [IDEOGRAPH, 0.5],
  [WIDE_COMMA, 2],
  [WIDE_STOP, 0],
]);
export const CLOSE_AFTER = table(2, [
  [SPACE, 0],
  [EDGE, 0],
  [STOP, 0.2],
  [COMMA, 0.2],
  [CLOSER, 0.2],
  [DASH, 0.3],
  [ELLIPSIS, 1],
  [HYPHEN, 2],
  [OPENER, 3],
  [LETTER, 5],
  [DIGIT, 6],
  [HANGUL, 0.2],
  [IDEOGRAPH, 0.5],
  [WIDE_COMMA, 0],
  [WIDE_STOP, 0],
]);

/** Numbers as text for people. */

/** A whole number as English groups it: `563,307`. Not by `toLocaleString`, whose first call loads ICU: 25 ms. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 error`, `2 errors`; `many` where the plural has no `s` alone. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** Letters that are variables where they stand alone: those that are a word in no language are left. */
const VARIABLE = 'bcdfghjlmnpqrtx';
const BEFORE = /[\d)]$|(?<![\p{L}\p{N}'\u2019])\p{Ll}$/u;
const AFTER = /^(?:[\d(]|\p{Ll}(?![\p{L}\p{N}'\u2019]))/u;

/** What a hyphen with spaces on both sides does: `n - 1` and `f(x) - g(y)` are sums, `3 - 5` may be a range, too. */
export function sumAt(text: string, from: number, to: number): 'sum' | 'numbers' | undefined {
  const before = BEFORE.exec(text.slice(Math.max(0, from - 2), from))?.[0];
  const after = AFTER.exec(text.slice(to, to + 2))?.[0];
  if (before === undefined || after === undefined) return undefined;
  if (/\d/.test(before) && /\d/.test(after)) return 'numbers';
  return VARIABLE.includes(before) || VARIABLE.includes(after) ? 'sum' : undefined;
}

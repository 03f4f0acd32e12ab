/**
 * What `fast-check` is for the tests: what is generated is the same on every run, so that the gate judges the change
 * and not the dice. `npm run check:properties` tries each property ten times as often; `OCTAVO_FUZZ=1` does so with other
 * dice each time, for an evening, and for whoever changes a rule.
 */
import fc from 'fast-check';

const FACTOR = process.env.OCTAVO_FUZZ || process.env.OCTAVO_LONG ? 10 : 1;

/** How often a property is tried, given how often in `npm test`. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: count * FACTOR });

/** Of cases that are many, `npm test` tries each fifth, beginning with the `nth`: others for each test of a table. */
export const some = <T>(cases: readonly T[], nth: number): readonly T[] =>
  FACTOR > 1 ? cases : cases.filter((_, index) => index % 5 === nth % 5);

fc.configureGlobal({ ...runs(100), ...(process.env.OCTAVO_FUZZ ? {} : { seed: 20261120 }) });

export * from 'fast-check';
export { fc as default };

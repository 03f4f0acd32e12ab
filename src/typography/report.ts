/** What the typography changed: always counted, and listed change by change on request. */
import type { Change } from '../types.js';

/** Under this confidence a mark is listed for the author to settle. */
export const UNSURE = 0.9;

export interface Report {
  /** Changes made, and marks left as they were that may be read otherwise. */
  count: number;
  /** How many of them are unsure. */
  unsure: number;
  /** Each of them; absent where nobody asks, since telling places and contexts takes as long as a rule. */
  changes?: Change[];
}

/** An empty report; `told` if each change is wanted, not only their number. */
export const newReport = (told: boolean): Report => ({
  count: 0,
  unsure: 0,
  ...(told ? { changes: [] } : {}),
});

/** Adds what a part of the work reports to the report of the whole. */
export function addReport(whole: Report, { count, unsure, changes }: Report): void {
  whole.count += count;
  whole.unsure += unsure;
  for (const change of changes ?? []) whole.changes?.push(change);
}

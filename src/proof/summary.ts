/** What the typography did to a book, in numbers, and the part of it that an author asks to see. */
import { compareTexts } from '../text/compare.js';
import type { Change } from '../types.js';
import { UNSURE } from '../typography/index.js';

/** How often a rule changed something or weighed it. */
export interface RuleCount {
  rule: string;
  changes: number;
  /** Those of them that it is not sure of. */
  unsure: number;
}

export interface Selection {
  /** Only this rule's. */
  rule?: string;
  /** Sure ones too. */
  all?: boolean;
}

/** Whether the author should look at a change. */
export const isUnsure = ({ confidence }: Pick<Change, 'confidence'>): boolean => confidence < UNSURE;

/** The rules that had something to do, the busiest first. */
export function summarize(changes: readonly Change[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const change of changes) {
    const count = counts.get(change.rule) ?? { rule: change.rule, changes: 0, unsure: 0 };
    counts.set(change.rule, count);
    count.changes += 1;
    if (isUnsure(change)) count.unsure += 1;
  }
  return [...counts.values()].sort((a, b) => b.changes - a.changes || compareTexts(a.rule, b.rule));
}

/** The changes that are asked for, in the order of the text. */
export function selectChanges(changes: readonly Change[], { rule, all }: Selection): Change[] {
  const files = new Map([...new Set(changes.map(({ path }) => path))].map((path, index) => [path, index]));
  return changes
    .filter((change) => (all === true || isUnsure(change)) && (rule === undefined || change.rule === rule))
    .sort(
      (a, b) =>
        (files.get(a.path) ?? 0) - (files.get(b.path) ?? 0) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column,
    );
}

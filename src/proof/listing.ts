/** The marks of a book as lines for people. */
import type { Change } from '../types.js';
import { described } from './characters.js';
import { isUnsure, selectChanges, summarize, type RuleCount, type Selection } from './summary.js';
import { grouped } from '../text/numbers.js';

/** How a mark is set off in its line. */
export type Emphasis = (mark: string) => string;

const BRACKETS: Emphasis = (mark) => `[${mark}]`;

/** How an author settles an unsure mark. */
export const SETTLE =
  'To settle a mark, type the character itself in the manuscript (\u2019 or \u2018), name the elided word in `words:`, ' +
  'or set its rule in `typography:`. A settled mark is not asked again.';

/** The changes that are asked for as text, with the sums of each rule; without a change, one line that says so. */
export function listing(
  title: string,
  changes: readonly Change[],
  selection: Selection = {},
  emphasis: Emphasis = BRACKETS,
): string {
  const shown = selectChanges(changes, selection);
  const counts = summarize(changes).filter(
    ({ rule }) => selection.rule === undefined || rule === selection.rule,
  );
  return [
    ...shown.flatMap((change) => [entry(change, emphasis), '']),
    sums(title, counts),
    ...(shown.some(isUnsure) ? ['', SETTLE] : []),
  ].join('\n');
}

function entry(change: Change, emphasis: Emphasis): string {
  const { path, place, rule, confidence, before, after, instead } = change;
  const where = `${path}:${String(place.line)}:${String(place.column)}`;
  const { left, right } = contextOf(change);
  const other = instead === undefined || instead === after ? '' : `; or ${described(instead)}`;
  const typed = before === after ? 'left as typed' : `typed ${described(before)}`;
  return [
    `${where}: ${rule}, ${percent(confidence)}`,
    `  ${left}${emphasis(oneLine(after))}${right}`,
    `  reads ${described(after)}${other}; ${typed}`,
  ].join('\n');
}

/** So many characters of context are the most that a report carries: the last word may be cut. */
const WHOLE = 40;

/** What stands round a change, in whole words on one line, with an ellipsis where the text goes on. */
export function contextOf({ context }: Pick<Change, 'context'>): { left: string; right: string } {
  const [left, right] = [oneLine(context.left), oneLine(context.right)];
  return {
    left: left.length < WHOLE ? left : left.replace(/^\S*\s/u, '\u2026'),
    right: right.length < WHOLE ? right : right.replace(/\s\S*$/u, '\u2026'),
  };
}

const oneLine = (text: string): string => text.replaceAll(/[\n\u2028]/g, ' ').replaceAll('\uFFFC', '\u25A1');

/** 0 to 1 as a whole percentage that never rounds up to certainty. */
export const percent = (confidence: number): string =>
  `${String(confidence < 1 ? Math.min(99, Math.round(confidence * 100)) : 100)} %`;

function sums(title: string, counts: readonly RuleCount[]): string {
  if (counts.length === 0) return `${title}: nothing to change`;
  const total = counts.reduce(
    (sum, { changes, unsure }) => ({ changes: sum.changes + changes, unsure: sum.unsure + unsure }),
    { changes: 0, unsure: 0 },
  );
  const rows = [...counts, { rule: 'together', ...total }];
  const cells = rows.map(({ rule, changes, unsure }) => [rule, grouped(changes), grouped(unsure)]);
  const table = [['rule', 'changes', 'unsure'], ...(counts.length > 1 ? cells : cells.slice(0, 1))];
  const width = (column: number): number => Math.max(...table.map((row) => row[column]?.length ?? 0));
  const lines = table.map(
    ([rule = '', changes = '', unsure = '']) =>
      `  ${rule.padEnd(width(0))}  ${changes.padStart(width(1))}  ${unsure.padStart(width(2))}`,
  );
  return [title, ...lines].join('\n');
}

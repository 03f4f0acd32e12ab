/** A part of the book that reads as one text, a manuscript or one piece of front matter, from its tree to its tree. */
import type { Nodes } from 'mdast';
import { areKept, keptWith } from '../memo.js';
import type { Locale, Prose } from '../types.js';
import { applyEdits, draftOf, type Batch, type Draft } from './edits.js';
import { noted, type Holds } from './quotes/answers.js';
import { readRuns } from './quotes/runs.js';
import { newReport, type Report } from './report.js';
import type { rules } from './rules/index.js';
import { runOfText, runsOf } from './runs.js';
import { breakScenes, typesetTree } from './trees.js';
import type { BookStyle, Run } from './types.js';

/** A part before its book was studied. */
export interface Part {
  /** With scene breaks in place of what is drawn. */
  tree: Prose;
  runs: readonly Run[];
  /** The scene breaks. */
  report: Report;
}

export interface PartOptions {
  locale: Locale;
  /** Its manuscript's. */
  path: string;
  /** Blocks that keep their lines because of the section that they stand in. */
  lined: ReadonlySet<Nodes> | undefined;
  /** Whether drawn scene breaks are read. */
  scenes: boolean;
  /** Whether each change is told. */
  told: boolean;
}

/** A part's runs, and its scene breaks. */
export function preparedPart(tree: Prose, { locale, path, lined, scenes, told }: PartOptions): Part {
  const kept = lined?.size ? tree.children.map((child) => Number(lined.has(child))).join('') : '';
  return keptWith('part', tree, [locale, path, kept.includes('1') ? kept : '', scenes, told], () => {
    const report = newReport(told);
    const whole = scenes ? breakScenes(tree, path, report) : tree;
    return { tree: whole, runs: runsOf(whole, locale, path, lined), report };
  });
}

/** How the runs of a book are set. */
export interface Setting extends BookStyle {
  /** The rules that run. */
  active: typeof rules;
  /** Whether capitals are set as small ones. */
  capitals: boolean;
  told: boolean;
  /** All that its author set, as a text that is the same where that is. */
  key: string;
}

/** A part set. */
interface Settled {
  tree: Prose;
  report: Report;
}

/** What was set, by the setting and as long as the study says the same of all that was asked. */
interface Before {
  key: string;
  holds: Holds;
  settled: Settled;
}

/** A part's tree with its typography normalised, and what was changed. */
export function settledPart(part: Part, setting: Setting): Settled {
  if (!areKept()) return settle(part, setting);
  const last = keptWith<{ before?: Before }>('settled', part, [], () => ({}));
  if (last.before?.key === setting.key && last.before.holds(setting.study)) return last.before.settled;
  const { study, holds } = noted(setting.study);
  const settled = settle(part, { ...setting, study });
  last.before = { key: setting.key, holds, settled };
  return settled;
}

function settle({ tree, runs }: Part, setting: Setting): Settled {
  const report = newReport(setting.told);
  readRuns(runs, setting.study);
  const drafts = runs.map((run) => draftRun(run, setting, report));
  return { tree: typesetTree(tree, drafts, setting.capitals), report };
}

/** A run with every rule applied in turn. */
function draftRun(run: Run, setting: Setting, report: Report): Draft {
  const draft = draftOf(run);
  const current = { ...run };
  let batches: Batch[] = [];
  for (const rule of setting.active) {
    if (!rule.inPlace && batches.length > 0) {
      applyEdits(draft, batches, report);
      current.text = draft.text;
      batches = [];
    }
    const edits = rule.apply(current, run.locale, setting);
    if (edits.length > 0) batches.push({ rule: rule.id, edits });
  }
  if (batches.length > 0) applyEdits(draft, batches, report);
  return draft;
}

/** A plain text, such as a title, set as a part of its own. */
export function settledText(text: string, locale: Locale, setting: Setting): string {
  const run = runOfText(text, locale);
  readRuns([run], setting.study);
  return draftRun(run, setting, newReport(false)).values.join('');
}

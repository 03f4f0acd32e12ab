/** The controls of the proof page. Without a script they still filter; to go from mark to mark takes one. */
import type { RuleCount } from '../summary.js';
import { grouped } from '../../text/numbers.js';

/** Filters by confidence and by rule, and the way from mark to mark. */
export function toolbar(counts: readonly RuleCount[]): string {
  const rules = counts
    .map(
      ({ rule, changes, unsure }) =>
        `<label><input type="checkbox" id="rule-${rule}" value="${rule}" data-changes="${String(changes)}" data-unsure="${String(unsure)}" checked> ` +
        `${rule.replaceAll('-', ' ')} <span class="count">${grouped(changes)}</span></label>`,
    )
    .join('\n');
  return `<div class="bar" lang="en" role="region" aria-label="Marks">
<div class="steps">
<button type="button" id="previous" aria-keyshortcuts="p" aria-label="Previous unsure mark" disabled>Previous</button>
<button type="button" id="next" aria-keyshortcuts="n" aria-label="Next unsure mark" disabled>Next</button>
<output id="count" aria-live="polite"></output>
</div>
<fieldset><legend>Marks shown</legend>
<label><input type="radio" name="shown" id="all" checked> all</label>
<label><input type="radio" name="shown" id="unsure-only"> unsure</label>
<label><input type="checkbox" id="typed"> as typed</label>
</fieldset>
<details><summary>Rules</summary>
<fieldset><legend>Marks of these rules</legend>
${rules}
</fieldset>
<fieldset><legend>Keys</legend>
<label><input type="checkbox" id="keys" checked> <kbd>n</kbd> next unsure mark, <kbd>p</kbd> previous; with <kbd>shift</kbd>, any mark</label>
</fieldset>
</details>
</div>`;
}

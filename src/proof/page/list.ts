/** The unsure marks of the proof page as a list that leads to each. */
import { described } from '../characters.js';
import { contextOf, percent } from '../listing.js';
import type { Mark } from '../marks.js';
import { isUnsure } from '../summary.js';
import { escaped } from '../../text/markup.js';

/** Each unsure mark with its context, both readings and its place; a line where there is none. */
export function unsureList(marks: readonly Mark[]): string {
  if (marks.length === 0) return '<p class="settled" lang="en">No mark is unsure.</p>';
  return `<details class="list" lang="en"><summary>The unsure marks as a list</summary>
<ol>
${marks.map(item).join('\n')}
</ol>
<p>To settle a mark, type the character itself in the manuscript, name the elided word in <code>words:</code>, or set its rule in <code>typography:</code>.</p>
</details>`;
}

function item({ changes }: Mark, index: number): string {
  const change = changes.find(isUnsure);
  if (!change) return '';
  const { path, place, rule, confidence, after, instead } = change;
  const { left, right } = contextOf(change);
  const other = instead === undefined || instead === after ? '' : ` or ${described(instead)}`;
  const where = `${path}:${String(place.line)}:${String(place.column)}`;
  return (
    `<li><a href="#u${String(index + 1)}"><q>${escaped(left)}<mark>${escaped(after)}</mark>${escaped(right)}</q></a>\n` +
    `<span class="facts">${escaped(described(after) + other)}; ${rule}, ${percent(confidence)}; ${escaped(where)}</span></li>`
  );
}

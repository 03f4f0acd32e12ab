/** A text node of the typeset book as HTML, its marks in place. */
import type { Change } from '../../types.js';
import { described } from '../characters.js';
import { percent } from '../listing.js';
import type { Mark } from '../marks.js';
import { isUnsure } from '../summary.js';
import { attribute, escaped } from '../../text/markup.js';

/** Counts the unsure marks of a page: each has an id and stands in its list. */
export interface Register {
  unsure: Mark[];
}

/** The text with each mark as `del` (what was typed) and `ins` (what it reads now). */
export function markedText(value: string, marks: readonly Mark[], register: Register): string {
  const parts: string[] = [];
  let done = 0;
  for (const mark of marks) {
    parts.push(
      escaped(value.slice(done, mark.start)),
      markHtml(mark, value.slice(mark.start, mark.end), register),
    );
    done = mark.end;
  }
  parts.push(escaped(value.slice(done)));
  return parts.join('');
}

/** A drawn scene break in the place of the rule that it became. */
export const sceneHtml = (change: Change): string =>
  `<p class="scene">${pair(change.before, '\u2042', [change])}</p>\n`;

function markHtml(mark: Mark, text: string, register: Register): string {
  const change = mark.changes.find(isUnsure);
  const body = pair(mark.typed, text, mark.changes);
  if (!change) return body;
  const number = register.unsure.push(mark);
  const { path, place, rule, instead } = change;
  const data =
    attribute('data-place', `${path}:${String(place.line)}:${String(place.column)}`) +
    attribute('data-other', instead === undefined || instead === text ? '' : described(instead));
  return (
    `<span class="unsure ${rule}" id="u${String(number)}" role="button" tabindex="0"` +
    `${attribute('aria-label', `Unsure: ${described(text)}`)}${data}>${body}</span>`
  );
}

/** Both readings; the names of the rules are its classes. */
function pair(typed: string, text: string, changes: readonly Change[]): string {
  const names = [...new Set(changes.map(({ rule }) => rule))].join(' ');
  const confidence = percent(Math.min(...changes.map((change) => change.confidence))).replace(' %', '');
  const before = typed === text ? '' : `<del class="${names}">${escaped(typed)}</del>`;
  return `${before}<ins class="${names}" data-sure="${confidence}">${escaped(text)}</ins>`;
}

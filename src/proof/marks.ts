/** Replays a passage's changes on the text as typed, to find each in the text as set. */
import type { Change, Place } from '../types.js';

/** One stretch of the typeset text that the typography made or weighed, and what stood there before. */
export interface Mark {
  /** Offsets in the typeset text, in UTF-16 code units; equal where characters were only taken out. */
  start: number;
  end: number;
  /** What the author typed there. */
  typed: string;
  /** The changes that made it, in their order: more than one where a rule went on from another's work. */
  changes: Change[];
}

/** What `replay` makes of a passage. */
export interface Replayed {
  text: string;
  /** In the order of the text; none overlap. */
  marks: Mark[];
}

/** A mark at work: it covers `from` to `to` of the typed text. */
interface Draft {
  start: number;
  end: number;
  from: number;
  to: number;
  changes: Change[];
}

interface State {
  text: string;
  drafts: Draft[];
}

interface Edit {
  at: number;
  change: Change;
}

/** How many characters before a change have to be those that it was reported with. */
const LOOK_BACK = 12;
/** Characters that stand in a report for what typography does not read: an object, a line break. */
const MASKS = '\uFFFC\u2028';

/**
 * The passage after all its changes, which come in the order in which they were made. `offsetOf` tells where in the
 * typed text a change's place is, where that is known. Undefined where a change cannot be found.
 */
export function replay(
  typed: string,
  changes: readonly Change[],
  offsetOf: (place: Place) => number | undefined,
): Replayed | undefined {
  let state: State = { text: typed, drafts: [] };
  for (let index = 0; index < changes.length;) {
    const edits = nextEdits(state, changes, index, offsetOf);
    if (edits.length === 0) return undefined;
    state = applied(state, edits);
    index += edits.length;
  }
  const marks = state.drafts.map(({ from, to, ...mark }) => ({ ...mark, typed: typed.slice(from, to) }));
  return { text: state.text, marks };
}

/** The changes from `index` on that one rule made in one go through the text: each stands behind the one before. */
function nextEdits(
  state: State,
  changes: readonly Change[],
  index: number,
  offsetOf: (place: Place) => number | undefined,
): Edit[] {
  const edits: Edit[] = [];
  const rule = changes[index]?.rule;
  let done = 0;
  let tail = '';
  for (let next = index; next < changes.length; next += 1) {
    const change = changes[next] as Change;
    if (change.rule !== rule) break;
    const at = find(state, change, offsetOf(change.place), done, tail);
    if (at === undefined) break;
    edits.push({ at, change });
    tail = (tail + state.text.slice(done, at)).slice(-LOOK_BACK) + change.after;
    done = at + change.before.length;
  }
  return edits;
}

/** Where a change stands in the text so far, at `done` or later; `tail` is what stands before `done` by now. */
function find(
  { text, drafts }: State,
  change: Change,
  offset: number | undefined,
  done: number,
  tail: string,
): number | undefined {
  const [first, last] = offset === undefined ? [done, text.length] : candidates(drafts, offset);
  let fallback: number | undefined;
  for (let at = Math.max(first, done); at <= last; at += 1) {
    at = text.indexOf(change.before, at);
    if (at < 0 || at > last) break;
    const left = (tail + text.slice(Math.max(done, at - LOOK_BACK), at)).slice(-LOOK_BACK);
    if (endsAlike(left, change.context.left)) return at;
    if (offset !== undefined) fallback ??= at;
  }
  return fallback;
}

/** The first and last offset in the text so far that an offset of the typed text may mean. */
function candidates(drafts: readonly Draft[], offset: number): [first: number, last: number] {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle] as Draft).from <= offset) low = middle + 1;
    else high = middle;
  }
  const last = drafts[low - 1];
  if (!last) return [offset, offset];
  if (offset > last.from && offset >= last.to) {
    const at = last.end + offset - last.to;
    return [at, at];
  }
  let first = last;
  for (let index = low - 2; drafts[index]?.from === last.from; index -= 1) first = drafts[index] as Draft;
  return [first.start, last.end];
}

function endsAlike(left: string, context: string): boolean {
  for (let back = 1; back <= LOOK_BACK && back <= context.length; back += 1) {
    const expected = context.charAt(context.length - back);
    if (MASKS.includes(expected)) return true;
    if (left.charAt(left.length - back) !== expected) return false;
  }
  return true;
}

/** The text with edits made that come in order and do not overlap, and its marks. */
function applied({ text, drafts: old }: State, edits: readonly Edit[]): State {
  const parts: string[] = [];
  const drafts: Draft[] = [];
  let next = 0;
  let done = 0;
  let shift = 0;
  /** The mark of the edit before and where it ends in the old text. */
  let open: Draft | undefined;
  let openEnd = -1;
  for (const { at, change } of edits) {
    const end = at + change.before.length;
    for (let mark = old[next]; mark && isBefore(mark, at, end); mark = old[++next]) {
      drafts.push(moved(mark, shift));
      open = undefined;
    }
    if (!open || at >= openEnd) {
      const before = old[next - 1];
      const from = before ? before.to + at - before.end : at;
      open = { start: at + shift, end: 0, from, to: from, changes: [] };
      openEnd = at;
      drafts.push(open);
    }
    const taken = open;
    for (let mark = old[next]; mark && touches(mark, at, end); mark = old[++next]) {
      if (mark.start <= at) {
        taken.start = Math.min(taken.start, mark.start + shift);
        taken.from = Math.min(taken.from, mark.from);
      }
      taken.to = mark.to;
      openEnd = mark.end;
      taken.changes.push(...mark.changes);
    }
    taken.to += Math.max(0, end - openEnd);
    openEnd = Math.max(openEnd, end);
    taken.changes.push(change);
    shift += change.after.length - change.before.length;
    taken.end = openEnd + shift;
    parts.push(text.slice(done, at), change.after);
    done = end;
  }
  for (const mark of old.slice(next)) drafts.push(moved(mark, shift));
  parts.push(text.slice(done));
  return { text: parts.join(''), drafts };
}

const moved = (mark: Draft, shift: number): Draft => ({
  ...mark,
  start: mark.start + shift,
  end: mark.end + shift,
});

const isBefore = (mark: Draft, start: number, end: number): boolean =>
  mark.end <= start && !touches(mark, start, end);

/** Whether an edit reaches into a mark; one that only meets its border does not. */
function touches(mark: Draft, start: number, end: number): boolean {
  if (start === end && mark.start === mark.end) return start === mark.start;
  if (start === end) return mark.start < start && start < mark.end;
  if (mark.start === mark.end) return start < mark.start && mark.start < end;
  return mark.start < end && start < mark.end;
}

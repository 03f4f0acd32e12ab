/** Applying edits to a run, and reporting them. */
import type { Change, Place } from '../types.js';
import { LINE_FEED_CODE, LINE_SEPARATOR, PLACEHOLDER } from './characters.js';
import { UNSURE, type Report } from './report.js';
import type { Edit, Run, Segment } from './types.js';

/** A run at work: its text so far, and where each part of it came from. */
export interface Draft {
  run: Run;
  text: string;
  segments: Segment[];
  /** New value of each segment's node. */
  values: string[];
  /** Offset in the run's first text by offset in the text so far; absent while they are the same. */
  origin?: Int32Array;
}

const MASKS = new RegExp(`[${PLACEHOLDER}${LINE_SEPARATOR}]`);

/** How many characters of context a report carries on either side. */
const CONTEXT = 40;

/** A run before any rule was applied. */
export const draftOf = (run: Run): Draft => ({
  run,
  text: run.text,
  segments: run.segments,
  values: run.segments.map(({ node }) => node.value),
});

/** One rule's edits, in order and without overlap. */
export interface Batch {
  rule: string;
  edits: readonly Edit[];
}

/** Batches as one list in order, and the rule of each edit. */
function mergeBatches(batches: readonly Batch[]): {
  edits: readonly Edit[];
  rules: readonly string[] | string;
} {
  const [only] = batches;
  if (batches.length === 1 && only) return { edits: only.edits, rules: only.rule };
  const edits: Edit[] = [];
  const rules: string[] = [];
  const heads = batches.map(() => 0);
  for (;;) {
    let first = -1;
    let least = Infinity;
    for (let index = 0; index < batches.length; index += 1) {
      const start = batches[index]?.edits[heads[index] as number]?.start ?? Infinity;
      if (start < least) {
        least = start;
        first = index;
      }
    }
    const batch = batches[first];
    if (!batch) return { edits, rules };
    edits.push(batch.edits[heads[first] as number] as Edit);
    rules.push(batch.rule);
    heads[first] = (heads[first] as number) + 1;
  }
}

/**
 * Applies the edits of rules that read the same text, and reports them in order. An edit that would touch what is
 * masked is left out; one that reaches over the border of two text nodes is split there, and its text goes to the
 * first of them.
 */
export function applyEdits(draft: Draft, batches: readonly Batch[], report: Report): void {
  const { edits, rules } = mergeBatches(batches);
  const masked = !isWhole(draft) && MASKS.test(draft.text);
  const sound = masked ? edits.filter((edit) => isSound(draft.text, edit)) : edits;
  if (sound.length === 0) return;
  const before = draft.text;
  const places = report.changes ? placesOf(draft, sound) : [];
  if (sound.some((edit) => changes(before, edit))) rewrite(draft, sound);
  report.count += sound.length;
  for (const { confidence } of sound) if (confidence < UNSURE) report.unsure += 1;
  if (!report.changes) return;
  const ruleOf = (edit: Edit, index: number): string =>
    typeof rules === 'string' ? rules : (rules[masked ? edits.indexOf(edit, index) : index] ?? '');
  let shift = 0;
  for (let index = 0; index < sound.length; index += 1) {
    const edit = sound[index] as Edit;
    const at = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    const end = at + edit.text.length;
    const change: Change = {
      rule: ruleOf(edit, index),
      confidence: edit.confidence,
      path: draft.run.path,
      place: places[index] as Place,
      before: before.slice(edit.start, edit.end),
      after: edit.text,
      context: {
        left: draft.text.slice(Math.max(0, at - CONTEXT), at),
        right: draft.text.slice(end, end + CONTEXT),
      },
    };
    if (edit.instead !== undefined) change.instead = edit.instead;
    report.changes.push(change);
  }
}

const changes = (before: string, { start, end, text }: Edit): boolean =>
  text.length !== end - start || !before.startsWith(text, start);

function isSound(text: string, { start, end }: Edit): boolean {
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === PLACEHOLDER || character === LINE_SEPARATOR) return false;
  }
  return true;
}

function splice(text: string, edits: readonly Edit[], base: number, from: number, to: number): string {
  const parts: string[] = [];
  let done = base;
  for (let index = from; index < to; index += 1) {
    const edit = edits[index] as Edit;
    parts.push(text.slice(done - base, edit.start - base), edit.text);
    done = edit.end;
  }
  parts.push(text.slice(done - base));
  return parts.join('');
}

/** Whether a run is the value of one text node, nothing masked. */
const isWhole = ({ segments, values, text }: Draft): boolean => segments.length === 1 && values[0] === text;

function rewrite(draft: Draft, edits: readonly Edit[]): void {
  const whole = isWhole(draft);
  const pieces: readonly Piece[] = whole ? edits : splitAtBorders(edits, draft.segments);
  const segments: Segment[] = [];
  let index = 0;
  let shift = 0;
  draft.values = draft.segments.map((segment, place) => {
    const from = index;
    let grown = 0;
    for (; index < pieces.length && ((pieces[index] as Piece).place ?? 0) === place; index += 1) {
      const piece = pieces[index] as Edit;
      grown += piece.text.length - (piece.end - piece.start);
    }
    const value = draft.values[place] ?? '';
    segments.push({
      ...segment,
      start: segment.start + shift,
      end: segment.end + shift + grown,
    });
    shift += grown;
    return from === index ? value : splice(value, pieces, segment.start, from, index);
  });
  if (draft.origin ?? shiftsText(pieces)) draft.origin = originOf(draft, pieces);
  draft.text = whole ? (draft.values[0] ?? '') : splice(draft.text, pieces, 0, 0, pieces.length);
  draft.segments = segments;
}

const shiftsText = (edits: readonly Edit[]): boolean =>
  edits.some(({ start, end, text }) => text.length !== end - start);

/** An edit within one segment. */
type Piece = Edit & { place?: number };

/** Whether an edit begins after a segment; at its very end only where the next one begins there. */
function belongsLater({ start }: Edit, segments: readonly Segment[], place: number): boolean {
  const { end } = segments[place] as Segment;
  return end < start || (end === start && (segments[place + 1] as Segment).start === start);
}

/** Pieces that each lie in one segment; an insertion at a border goes to the segment that begins there. */
function splitAtBorders(edits: readonly Edit[], segments: readonly Segment[]): Piece[] {
  const pieces: Piece[] = [];
  let place = 0;
  for (const edit of edits) {
    while (place < segments.length - 1 && belongsLater(edit, segments, place)) place += 1;
    let start = edit.start;
    let text = edit.text;
    for (let at = place; at < segments.length; at += 1) {
      const { start: first, end: last } = segments[at] as Segment;
      if (first >= edit.end && at > place) break;
      const end = Math.min(edit.end, last);
      pieces.push({ ...edit, start, end, text, place: at });
      start = end;
      text = '';
      if (end === edit.end) break;
    }
  }
  return pieces;
}

function originOf(draft: Draft, edits: readonly Edit[]): Int32Array {
  const old = draft.origin ?? Int32Array.from({ length: draft.text.length + 1 }, (_, at) => at);
  const growth = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const fresh = new Int32Array(old.length + growth);
  let read = 0;
  let write = 0;
  for (const { start, end, text } of edits) {
    fresh.set(old.subarray(read, start), write);
    write += start - read;
    fresh.fill(old[start] ?? 0, write, write + text.length);
    write += text.length;
    read = end;
  }
  fresh.set(old.subarray(read), write);
  return fresh;
}

/** Where edits stand in the manuscript. Lines after a text's first are counted from their first character. */
function placesOf(draft: Draft, edits: readonly Edit[]): Place[] {
  const { segments } = draft.run;
  let place = 0;
  let at = 0;
  let line = 0;
  let begin = 0;
  return edits.map(({ start }) => {
    const offset = draft.origin?.[start] ?? start;
    while (place < segments.length - 1 && (segments[place] as Segment).end <= offset) {
      place += 1;
      at = 0;
      line = 0;
      begin = 0;
    }
    const segment = segments[place] as Segment;
    const { value, position } = segment.node;
    const inside = Math.max(0, offset - segment.start);
    for (; at < inside; at += 1)
      if (value.charCodeAt(at) === LINE_FEED_CODE) {
        line += 1;
        begin = at + 1;
      }
    const first = position?.start ?? { line: 1, column: 1 };
    return { line: first.line + line, column: (line === 0 ? first.column : 1) + inside - begin };
  });
}

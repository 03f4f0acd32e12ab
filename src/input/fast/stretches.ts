/** Stretches of a text, each at its place. */
import type { Nodes, PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';

/** A stretch of a text, at its place. */
export const part = (node: Text, from: number, to?: number): Text => stretchesOf(node)(from, to);

/** Gives stretches of a text, at their places: in the order of the text, they cost together what it is long. */
export function stretchesOf(node: Text): (from: number, to?: number) => Text {
  const { value, data, position } = node;
  const escaped = data?.escaped ?? [];
  const pointAt = position ? pointsOf(value, position.start) : undefined;
  let passed = 0;
  const escapedIn = (from: number, to: number): number[] => {
    if ((escaped[passed - 1] ?? -1) >= from) passed = 0;
    while ((escaped[passed] ?? from) < from) passed += 1;
    let end = passed;
    while ((escaped[end] ?? to) < to) end += 1;
    return escaped.slice(passed, end).map((offset) => offset - from);
  };
  return (from, to = value.length) => {
    const own = escapedIn(from, to);
    return {
      type: 'text',
      value: value.slice(from, to),
      ...(own.length > 0 ? { data: { escaped: own } } : {}),
      ...(pointAt ? { position: { start: pointAt(from), end: pointAt(to) } } : {}),
    };
  };
}

/**
 * A text with what a pattern finds in it as nodes, each at its place. `make` gives nothing for what stays text, and is
 * not asked for what holds an escape.
 */
export function withFound(
  node: Text,
  pattern: RegExp,
  make: (found: RegExpExecArray) => PhrasingContent | undefined,
): PhrasingContent[] {
  const { value, data } = node;
  const stretch = stretchesOf(node);
  const made: Nodes[] = [];
  let from = 0;
  for (const found of value.matchAll(pattern)) {
    const to = found.index + found[0].length;
    if (data?.escaped?.some((at) => at >= found.index && at < to)) continue;
    const one = make(found);
    if (!one) continue;
    const { position } = stretch(found.index, to);
    if (found.index > from) made.push(stretch(from, found.index));
    made.push(position ? { ...one, position } : one);
    from = to;
  }
  if (from === 0) return [node];
  if (from < value.length) made.push(stretch(from));
  return made as PhrasingContent[];
}

/** Gives points in a text that begins at `start`; it goes back to its head only where an earlier one is asked for. */
function pointsOf(value: string, start: Point): (length: number) => Point {
  let [feeds, lineStart, feed] = [0, 0, value.indexOf('\n')];
  return (length) => {
    if (length < lineStart) [feeds, lineStart, feed] = [0, 0, value.indexOf('\n')];
    while (feed >= 0 && feed < length) {
      feeds += 1;
      lineStart = feed + 1;
      feed = value.indexOf('\n', lineStart);
    }
    return {
      line: start.line + feeds,
      column: feeds === 0 ? start.column + length : length - lineStart + 1,
      ...(start.offset === undefined ? {} : { offset: start.offset + length }),
    };
  };
}

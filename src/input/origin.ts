/** Places in a text whose lines were rewritten, as places in the author's file. */
import type { Nodes } from 'mdast';
import type { Message } from '../types.js';

/** The line of the file for one of the text. */
const originOf = (line: number, lines: readonly number[]): number => lines[line - 1] ?? lines.at(-1) ?? line;

/** A message with its place in the file. */
export const atOrigin = (message: Message, lines: readonly number[] | undefined): Message =>
  lines && message.place
    ? { ...message, place: { ...message.place, line: originOf(message.place.line, lines) } }
    : message;

/** Moves the lines of a tree's positions to those of the file, in place. */
export function moveToOrigin(top: Nodes, lines: readonly number[] | undefined): void {
  if (!lines) return;
  const open: Nodes[] = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const point of [node.position?.start, node.position?.end])
      if (point) point.line = originOf(point.line, lines);
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}

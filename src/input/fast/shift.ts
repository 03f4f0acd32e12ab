/** Positions of a tree that was parsed by itself, as those of the text that it stands in. */
import type { Nodes } from 'mdast';
import type { Point } from 'unist';

/** Moves the positions of a node and all below it by lines and characters, in place. */
export function shiftNode(top: Nodes, lines: number, offset: number): void {
  if (lines === 0 && offset === 0) return;
  const open: Nodes[] = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.position) {
      for (const point of [node.position.start, node.position.end]) {
        point.line += lines;
        point.offset = (point.offset ?? 0) + offset;
      }
    }
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}

/** Puts the points of a node and all below it where `move` says. */
export function movePoints(node: Nodes, move: (point: Point) => Point): void {
  if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) };
  if ('children' in node) for (const child of node.children) movePoints(child, move);
}

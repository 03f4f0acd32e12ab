/** A tree's blocks as lines of plain text. */
import type { Nodes } from 'mdast';

const INLINE_BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

function inlineText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(inlineText).join('') : '';
}

/** One line a block; a thematic break is `* * *`. */
export function linesOf(node: Nodes): string[] {
  if (node.type === 'thematicBreak') return ['* * *'];
  if (node.type === 'code') return [node.value];
  if (INLINE_BLOCKS.has(node.type)) return [inlineText(node)];
  return 'children' in node ? (node.children as Nodes[]).flatMap(linesOf) : [];
}

import type { NodeHandler } from './handler.js';
import type { Text } from 'mdast';
import type { Place } from '../../types.js';
import { text as textNode } from '../elements.js';
import { noteLeftovers } from '../leftovers.js';
import { undefinedNote } from './note.js';

/** The parser takes a reference without a definition for text. */
const REFERENCE = /\[\^([^\]\s[]+)\]/g;

/** Text; a reference in it to a note that nobody wrote is a message, and so is markup that nothing read. */
export const text: NodeHandler<Text> = (node, context) => {
  if (node.value.includes('[^')) {
    for (const { 1: label = '', index } of node.value.matchAll(REFERENCE)) {
      const start = placeIn(node, index);
      undefinedNote(label, context, start ? { position: { start } } : node);
    }
  }
  const { source, shared } = context;
  noteLeftovers(node, source.path, (index) => placeIn(node, index), shared.leftovers);
  return textNode(node.value);
};

/** Where a character of a text stands: its line, and the column where the typography changed no length before it. */
function placeIn({ value, position }: Text, index: number): Place | undefined {
  if (!position) return undefined;
  const { start, end } = position;
  const lines = value.slice(0, index).split('\n');
  const isAsTyped = value.length === (end.offset ?? 0) - (start.offset ?? 0);
  const first = lines.length === 1 ? start.column : 1;
  return {
    line: start.line + lines.length - 1,
    column: first + (isAsTyped ? (lines.at(-1)?.length ?? 0) : 0),
  };
}

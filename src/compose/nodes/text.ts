import type { Text } from 'mdast';
import { text as textNode } from '../elements.js';
import { undefinedNote } from './note.js';
import type { NodeHandler } from './index.js';

/** The parser takes a reference without a definition for text. */
const REFERENCE = /\[\^([^\]\s[]+)\]/g;

export const text: NodeHandler<Text> = (node, context) => {
  if (node.value.includes('[^')) {
    for (const [, label] of node.value.matchAll(REFERENCE)) undefinedNote(label ?? '', context, node);
  }
  return textNode(node.value);
};

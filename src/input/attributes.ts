/**
 * Attributes of paragraphs and headings: `{.class #id lang=fr}` at their end.
 *
 * Only braces that begin with a class, an id or a language are attributes: a story may hold others.
 */
import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import type { Attributes } from '../types.js';

/** `{.class #id lang=fr}` at the end of a line or on one of its own. */
const TRAILING =
  /(?:^|[ \t]+|\n)\{((?:[.#][\w-]+|lang=[A-Za-z\d-]+)(?:[ \t]+(?:[.#][\w-]+|lang=[A-Za-z\d-]+))*)\}$/;

/** Whether a text can hold attributes at all. */
export const hasAttributes = (text: string): boolean => /\{(?:[.#]|lang=)/.test(text);

/** Takes attributes from the end of paragraphs and headings into their `data.attributes`. */
export function settleAttributes(node: Root | Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading') take(node);
  else if ('children' in node) for (const child of node.children) settleAttributes(child);
}

function take(node: Paragraph | Heading): void {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return;
  const found = TRAILING.exec(last.value);
  const at = found ? found.index + found[0].indexOf('{') : 0;
  // An escaped brace is text.
  if (!found || last.data?.escaped?.includes(at)) return;
  node.data = { ...node.data, attributes: read(found[1] ?? '') };
  last.value = last.value.slice(0, found.index);
  if (last.value === '') node.children.pop();
}

function read(text: string): Attributes {
  const attributes: Attributes = {};
  for (const word of text.split(/[ \t]+/)) {
    if (word.startsWith('.'))
      attributes['class'] = [attributes['class'], word.slice(1)].filter(Boolean).join(' ');
    else if (word.startsWith('#')) attributes['id'] = word.slice(1);
    else attributes['lang'] = word.slice('lang='.length);
  }
  return attributes;
}

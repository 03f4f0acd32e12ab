/** Inline content cut at its line ends. */
import type { ElementContent } from 'hast';
import { element, isElement, isNamed, text } from './elements.js';

/** Inline content with each of its lines but the last ended by a `br`. */
export const brokenLines = (nodes: readonly ElementContent[]): ElementContent[] =>
  splitLines(nodes).flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));

/**
 * The lines of inline content: it is cut at `br` and at line feeds, and an element that runs over a line end is
 * closed and opened again. A line feed behind a `br` is no second line end.
 */
export function splitLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const add = (node: ElementContent) => lines.at(-1)?.push(node);
  for (const node of nodes) {
    if (isNamed(node, 'br')) lines.push([]);
    else if (node.type === 'text') {
      node.value.split('\n').forEach((part, index) => {
        if (index > 0) lines.push([]);
        if (part !== '') add(text(part));
      });
    } else if (isElement(node) && node.children.length > 0) {
      splitLines(node.children).forEach((children, index) => {
        if (index > 0) lines.push([]);
        // An id may stand once only.
        const { id, ...others } = node.properties;
        const properties = index === 0 && id !== undefined ? { ...others, id } : others;
        if (children.length > 0) add({ ...node, properties, children });
      });
    } else add(node);
  }
  return lines;
}

/**
 * Lines put together again as the content that they are cut from: ended where its author ended them, else only
 * wrapped.
 */
export function joinLines(
  lines: readonly ElementContent[][],
  whole: readonly ElementContent[],
): ElementContent[] {
  const end = (): ElementContent => (hasBreak(whole) ? element('br') : text('\n'));
  return lines.flatMap((line, index) => (index === 0 ? line : [end(), ...line]));
}

const hasBreak = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => isElement(node) && (node.tagName === 'br' || hasBreak(node.children)));

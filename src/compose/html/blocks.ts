/** Blocks in raw HTML, and inline elements round them. */
import type { Element, ElementContent } from 'hast';
import { ALSO, FLOW, PARTS, VOID } from '../../content-model.js';
import { isBlank, isElement } from '../elements.js';
import { givenName } from './left-open.js';
import { REMOVED, RENAMED } from './names.js';

/**
 * Whether a node stands between paragraphs, or one within it that only tags hold in a line; a part of its parent does
 * not, as a reading in ruby.
 */
export const isBlock = (node: ElementContent, parent: string): boolean =>
  isElement(node) && (isFlow(node, parent) || holdsBlock(node));

const holdsBlock = (node: Element): boolean =>
  !isFlow(node) &&
  !REMOVED.has(givenName(node.tagName)) &&
  node.children.some((child) => isBlock(child, node.tagName));

/** Whether an element is one that stands between paragraphs. */
export const isFlow = ({ tagName }: Element, parent = ''): boolean => {
  const name = RENAMED.get(tagName)?.tagName ?? tagName;
  return (FLOW.has(name) || PARTS.has(name)) && ALSO.get(parent)?.has(name) !== true;
};

/** `<b><p>…</p></b>` as `<p><b>…</b></p>`: an inline element round blocks goes into each of them. */
export function spread(node: Element): Element[] {
  // An id may stand once only.
  const properties = { ...node.properties };
  delete properties.id;
  return node.children.flatMap((child, index): Element[] => {
    if (isBlank(child)) return [];
    if (!isElement(child) || !isBlock(child, node.tagName)) {
      return [{ ...node, properties: index === 0 ? node.properties : properties, children: [child] }];
    }
    if (VOID.has(child.tagName)) return [child];
    const inner = child.children.some((inner) => isBlock(inner, child.tagName))
      ? spread({ ...node, properties, children: child.children })
      : [{ ...node, properties, children: child.children }];
    return [{ ...child, children: inner }];
  });
}

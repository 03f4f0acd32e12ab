/** Links within links, which no browser follows: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element */
import type { Element, ElementContent, Properties } from 'hast';
import { element, isElement, isNamed } from './elements.js';

/** Whether an element's properties are those of a reference to a note. */
export const isNoteReference = (properties: Properties | undefined): boolean =>
  properties?.role === 'doc-noteref';

/** Whether a reference to a note stands in an element. */
export const holdsReference = (node: Element): boolean =>
  isNoteReference(node.properties) ||
  node.children.some((child) => isElement(child) && holdsReference(child));

/**
 * A link as links that hold no other: it ends before a reference to a note and goes on behind it, since nothing else
 * leads to the note; of other links in it the text stays.
 */
export function withoutInnerLinks(link: Element): ElementContent[] {
  if (!link.children.some(holdsLink)) return [link];
  return pieces(link.children.flatMap(unlinked)).map((piece, index) =>
    Array.isArray(piece) ? { ...link, properties: once(link, index), children: piece } : piece,
  );
}

const holdsLink = (node: ElementContent): boolean =>
  isElement(node) && (node.tagName === 'a' || node.children.some(holdsLink));

/** An id may stand once only. */
function once({ properties }: Element, index: number): Properties {
  const { id, ...others } = properties;
  return index === 0 || id === undefined ? properties : others;
}

/** A node without links that lead to no note; an id of theirs stays. */
function unlinked(node: ElementContent): ElementContent[] {
  if (!isElement(node) || isNoteReference(node.properties)) return [node];
  const children = node.children.flatMap(unlinked);
  if (!isNamed(node, 'a')) return [{ ...node, children }];
  const { id } = node.properties;
  return id === undefined ? children : [element('span', { id }, children)];
}

/** The nodes cut at references to notes: these, and what stands between them, in elements closed and opened again. */
function pieces(nodes: readonly ElementContent[]): (Element | ElementContent[])[] {
  const found: (Element | ElementContent[])[] = [];
  const add = (node: ElementContent) => {
    const last = found.at(-1);
    if (Array.isArray(last)) last.push(node);
    else found.push([node]);
  };
  for (const node of nodes) {
    if (!isElement(node)) add(node);
    else if (isNoteReference(node.properties)) found.push(node);
    else if (!holdsLink(node)) add(node);
    else {
      pieces(node.children).forEach((piece, index) => {
        if (Array.isArray(piece)) add({ ...node, properties: once(node, index), children: piece });
        else found.push(piece);
      });
    }
  }
  return found;
}

/** parse5's tree as hast: each of its nodes is let go as soon as it is read, since a long page has two trees else. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import type { DefaultTreeAdapterMap } from 'parse5';

type Document = DefaultTreeAdapterMap['document'];
type Child = DefaultTreeAdapterMap['childNode'];

/** A document as hast, with the line and the column where a node begins if that is known; the document is emptied. */
export const hastOf = (document: Document): Root => ({ type: 'root', children: childrenOf(document) });

function childrenOf(parent: { childNodes: Child[] }): RootContent[] {
  const given = parent.childNodes;
  parent.childNodes = [];
  return given.map((node) => placed(node, nodeOf(node)));
}

function nodeOf(node: Child): RootContent {
  if ('value' in node) return { type: 'text', value: node.value };
  if ('data' in node) return { type: 'comment', value: node.data };
  if (!('tagName' in node)) return { type: 'doctype' };
  const children = childrenOf(node) as ElementContent[];
  // What attributes mean, and templates and drawings, the library knows.
  const isPlain = node.attrs.length === 0 && !('content' in node);
  const element: Element = isPlain
    ? { type: 'element', tagName: node.tagName, properties: {}, children: [] }
    : (fromParse5(node) as Element);
  element.children = children;
  return element;
}

function placed<Node extends RootContent>({ sourceCodeLocation: at }: Child, node: Node): Node {
  if (!at) return node;
  const point = { line: at.startLine, column: at.startCol };
  node.position = { start: point, end: point };
  return node;
}

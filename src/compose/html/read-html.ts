/** The one way into the HTML parser. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { VFile } from 'vfile';
import { withoutLeftOpen } from './left-open.js';

/**
 * A tree with the raw HTML in it read as an HTML parser reads it; where it comes from the source, with positions.
 * `tell` hears of elements that no book holds and nothing closes: only their tags go.
 */
// With a file, be it empty, elements carry their positions.
export function readHtml(tree: Root, tell: Parameters<typeof withoutLeftOpen>[1] = () => undefined): Nodes {
  const { children } = withoutLeftOpen(tree, tell);
  const between = { ...tree, children: [IN_BODY, ...withWayBack(children), END] };
  const read = raw(between, { file: new VFile() }) as Root;
  return {
    ...read,
    children: read.children.slice(1, read.children.at(-1)?.type === END.type ? -1 : undefined),
  };
}

/**
 * The parser begins as within a `<template>`, where a stray `<col>` would have it drop all that follows; after the tag
 * of a block it reads as within a body.
 */
const IN_BODY: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };

/** Text in a table waits in the parser for what comes next, be it a comment. */
const END = { type: 'comment', value: '' } as const;

/**
 * HTML that ends within a tag or a comment leaves the parser there, and the next tag is read into nothing. A text
 * takes it back to where it was, be it an empty one.
 */
const BACK: ElementContent = { type: 'text', value: '' };

const withWayBack = <Node extends Root['children'][number] | Element['children'][number]>(
  nodes: readonly Node[],
): (Node | ElementContent)[] =>
  nodes.flatMap((node) => {
    if (node.type === 'raw') return [node, BACK];
    return [node.type === 'element' ? { ...node, children: withWayBack(node.children) } : node];
  });

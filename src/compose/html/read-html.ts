/** The one way into the HTML parser. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { VFile } from 'vfile';

/** A tree with the raw HTML in it read as an HTML parser reads it; where it comes from the source, with positions. */
// With a file, be it empty, elements carry their positions.
export const readHtml = (tree: Root): Nodes =>
  raw({ ...tree, children: withWayBack(tree.children) }, { file: new VFile() });

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

/** The text of a tree with raw HTML in it, which is read as HTML parsers read it. */
import type { Nodes as HastNodes } from 'hast';
import { raw } from 'hast-util-raw';
import type { Nodes } from 'mdast';
import { toHast, type Handler, type State } from 'mdast-util-to-hast';
import { VFile } from 'vfile';
import { REMOVED } from '../../compose/html/names.js';
import type { MdastRoot } from '../../types.js';
import { add, imageText, read, type Collecting } from './pieces.js';

/** Property of the elements that stand for Markdown which HTML does not know. */
const STAND_IN = 'dataProof';
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

/** Reads a tree by way of hast. Elements that no book holds are left out with what is in them. */
export function readRaw(tree: MdastRoot, collecting: Collecting): void {
  const nodes: Nodes[] = [];
  const standIn: Handler = (_state: State, node: Nodes) => ({
    type: 'element',
    tagName: 'span',
    properties: { [STAND_IN]: String(nodes.push(node) - 1) },
    children: [],
  });
  const inside: Handler = (state: State, node: Extract<Nodes, { type: 'linkReference' }>) => state.all(node);
  const handlers = {
    footnoteReference: standIn,
    image: standIn,
    imageReference: standIn,
    inlineMath: standIn,
    math: standIn,
    leafDirective: standIn,
    linkReference: inside,
    textDirective: standIn,
  };
  const made = toHast(withoutNotes(tree), { handlers, allowDangerousHtml: true });
  // With a file, be it empty, elements carry their positions.
  readHast(raw(made, { file: new VFile() }), nodes, collecting);
}

const withoutNotes = (tree: MdastRoot): MdastRoot => ({
  ...tree,
  children: tree.children.filter(({ type }) => type !== 'footnoteDefinition'),
});

function readHast(node: HastNodes, standIns: readonly Nodes[], collecting: Collecting): void {
  if (node.type === 'text') add(node.value, collecting, node.position?.start);
  else if (node.type === 'element') {
    const { tagName, properties } = node;
    if (tagName === 'img') {
      add(imageText(properties['alt'], properties['title']), collecting, node.position?.start);
      return;
    }
    const standIn = properties[STAND_IN] === undefined ? undefined : standIns[Number(properties[STAND_IN])];
    if (standIn) read(standIn, collecting);
    if (REMOVED.has(tagName)) return;
    for (const child of node.children) readHast(child, standIns, collecting);
    if (!INLINE.test(tagName)) add('\n', collecting);
  } else if (node.type === 'root') {
    for (const child of node.children) readHast(child, standIns, collecting);
  }
}

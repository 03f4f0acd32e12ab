/** The text of a tree with raw HTML in it, which is read as HTML parsers read it. */
import type { Element, ElementContent, Nodes as HastNodes } from 'hast';
import type { Nodes } from 'mdast';
import { defaultHandlers, toHast, type Handler, type State } from 'mdast-util-to-hast';
import { REMOVED } from '../../compose/html/names.js';
import { CHILDREN, HOLDS_PHRASING } from '../../content-model.js';
import { readHtml } from '../../compose/html/read-html.js';
import { isRuby } from '../../compose/html/repair.js';
import type { MdastRoot } from '../../types.js';
import { EITHER, LINE_END, marksOf } from './marks.js';
import { add, imageText, read, wrapIn, type Collecting } from './pieces.js';

/** Property of the elements that stand for Markdown which HTML does not know. */
const STAND_IN = 'dataProof';
/** Property of the elements that say what a line's end in them is. */
const WRAPS = 'dataWraps';

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
  const { wrap } = collecting;
  const container: Handler = (state: State, node: Extract<Nodes, { type: 'containerDirective' }>) => ({
    type: 'element',
    tagName: 'div',
    properties: {},
    children: node.children.map((child) => ({
      type: 'element',
      tagName: 'div',
      properties: { [WRAPS]: String(wrapIn(node, child, { wrap }).charCodeAt(0)) },
      children: [state.one(child, node) ?? []].flat(),
    })),
  });
  const handlers = {
    containerDirective: container,
    footnoteReference: standIn,
    image: standIn,
    imageReference: standIn,
    inlineMath: standIn,
    math: standIn,
    leafDirective: standIn,
    listItem,
    linkReference: inside,
    table,
    tableCell: (state: State, node: Extract<Nodes, { type: 'tableCell' }>) => cell(state.all(node)),
    textDirective: standIn,
  };
  const made = toHast(withoutNotes(tree), { handlers, allowDangerousHtml: true });
  readHast(made.type === 'root' ? readHtml(made) : made, nodes, collecting);
}

const withoutNotes = (tree: MdastRoot): MdastRoot => ({
  ...tree,
  children: tree.children.filter(({ type }) => type !== 'footnoteDefinition'),
});

function readHast(
  node: HastNodes,
  standIns: readonly Nodes[],
  collecting: Collecting,
  within: Within = {},
): void {
  if (node.type === 'text') {
    const text = within.isPre ? node.value : node.value.replaceAll('\n', collecting.wrap);
    add(text, collecting, node.position?.start);
  } else if (node.type === 'element') {
    const { tagName, properties } = node;
    if (tagName === 'img') {
      add(imageText(properties['alt'], properties['title']), collecting, node.position?.start);
      return;
    }
    const standIn = properties[STAND_IN] === undefined ? undefined : standIns[Number(properties[STAND_IN])];
    if (standIn) read(standIn, collecting);
    if (REMOVED.has(tagName)) return;
    const [opening, closing] = marksFor(node, within);
    add(opening, collecting, node.position?.start);
    const wraps =
      properties[WRAPS] === undefined ? undefined : String.fromCharCode(Number(properties[WRAPS]));
    const inner = wraps === undefined ? collecting : { ...collecting, wrap: wraps as Collecting['wrap'] };
    const inside = {
      parent: tagName,
      isRuby: tagName === 'ruby' ? isRuby(node) : within.isRuby === true,
      isPre: within.isPre === true || tagName === 'pre',
      isPhrasing: within.isPhrasing === true || HOLDS_PHRASING.has(tagName),
    };
    for (const child of node.children) readHast(child, standIns, inner, inside);
    add(closing, collecting);
  } else if (node.type === 'root') {
    for (const child of node.children) readHast(child, standIns, collecting);
  }
}

/** Where an element of HTML stands. */
interface Within {
  parent?: string;
  isPre?: boolean;
  /** Whether only inline content may stand there: a block becomes a line, or goes on in it. */
  isPhrasing?: boolean;
  isRuby?: boolean;
}

/** What an element says beside its text. */
function marksFor({ tagName, properties }: Element, { parent = '', ...within }: Within): [string, string] {
  if (tagName === 'rt' && within.isRuby !== true) return ['', ''];
  const only = CHILDREN.get(parent)?.only;
  // What cannot stand there may get an element of its own.
  if (only && !only.has(tagName)) return [EITHER, EITHER];
  // Only an ordered list shows numbers.
  const marks = marksOf(tagName, tagName === 'li' && parent !== 'ol' ? {} : properties);
  return within.isPhrasing === true && tagName !== 'br' && marks[0].startsWith(LINE_END)
    ? [EITHER, EITHER]
    : marks;
}

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const cell = (children: ElementContent[]): Element => element('td', children);

const listItem: Handler = (state: State, node: Extract<Nodes, { type: 'listItem' }>, parent) => {
  const made = defaultHandlers.listItem(state, node, parent as never);
  const { number } = node.data ?? {};
  return number === undefined ? made : { ...made, properties: { value: String(number) } };
};

/** All cells of each row: GitHub's rule leaves out those that the head does not have. */
const table: Handler = (state: State, node: Extract<Nodes, { type: 'table' }>) =>
  element('table', [
    element(
      'tbody',
      node.children.map((row) => element('tr', state.all(row) as ElementContent[])),
    ),
  ]);

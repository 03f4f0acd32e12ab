/** The text of a tree with raw HTML in it, which is read as HTML parsers read it. */
import type { Element, ElementContent, Nodes as HastNodes, Properties } from 'hast';
import type { Nodes } from 'mdast';
import { defaultHandlers, toHast, type Handler, type State } from 'mdast-util-to-hast';
import { givenName } from '../../compose/html/left-open.js';
import { isKnown, REMOVED, RENAMED } from '../../compose/html/names.js';
import { readHtml } from '../../compose/html/read-html.js';
import { repaired } from '../../compose/html/repair.js';
import { plainRuby } from '../../compose/html/ruby.js';
import { mayStand, OUTSIDE, PHRASING, within, type Place } from '../../content-model.js';
import type { DefinitionDescription, DefinitionList, DefinitionTerm, MdastRoot } from '../../types.js';
import { EITHER, marksOf } from './marks.js';
import { add, imageText, read, wrapIn, wrapInParagraph, type Collecting } from './pieces.js';

/** Property of the elements that stand for Markdown which HTML does not know. */
const STAND_IN = 'dataProof';
/** Property of the elements that say what a line's end in them is. */
const WRAPS = 'dataWraps';

/** Reads a tree by way of hast, without elements that run or load something; in a title blocks are lines. */
export function readRaw(tree: MdastRoot, collecting: Collecting, isTitle = false): void {
  const nodes: Nodes[] = [];
  const standIn: Handler = (_state: State, node: Nodes) => ({
    type: 'element',
    tagName: 'span',
    properties: {
      [STAND_IN]: String(nodes.push(node) - 1),
      ...(node.type === 'footnoteReference' ? { role: 'doc-noteref' } : {}),
    },
    children: [],
  });
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
    citation: standIn,
    crossReference: standIn,
    definitionDescription: entry('dd'),
    definitionList: (state: State, node: DefinitionList) => element('dl', state.all(node)),
    definitionTerm: entry('dt'),
    footnoteReference: standIn,
    image: standIn,
    imageReference: standIn,
    indexMark: () => undefined,
    inlineMath: standIn,
    math: standIn,
    leafDirective: standIn,
    listItem,
    paragraph: (state: State, node: Extract<Nodes, { type: 'paragraph' }>) => {
      const made = element('p', state.all(node));
      const lineEnd = wrapInParagraph(node);
      return lineEnd ? { ...made, properties: { [WRAPS]: String(lineEnd.charCodeAt(0)) } } : made;
    },
    linkReference: (state: State, node: Extract<Nodes, { type: 'linkReference' }>) =>
      element('a', state.all(node)),
    table,
    tableCell: (state: State, node: Extract<Nodes, { type: 'tableCell' }>) => cell(state.all(node)),
    textDirective: (state: State, node: Extract<Nodes, { type: 'textDirective' }>) =>
      node.name === 'span' ? element('span', state.all(node)) : standIn(state, node, undefined),
  };
  const made = toHast(withoutNotes(tree), { handlers, allowDangerousHtml: true });
  const children = made.type === 'root' ? made.children : [made as Element];
  const top = { ...OUTSIDE, phrasing: isTitle, isPre: false, isRuby: false };
  readHast(readHtml({ type: 'root', children }), nodes, collecting, top);
}

const withoutNotes = (tree: MdastRoot): MdastRoot => ({
  ...tree,
  children: tree.children.filter(({ type }) => type !== 'footnoteDefinition'),
});

function readHast(
  node: HastNodes,
  standIns: readonly Nodes[],
  collecting: Collecting,
  place: Standing,
): void {
  if (node.type === 'text') {
    const text = place.isPre ? node.value : node.value.replaceAll('\n', collecting.wrap);
    add(text, collecting, node.position?.start);
  } else if (node.type === 'element') {
    const { properties } = node;
    if (node.tagName === 'img') {
      add(imageText(properties.alt, properties.title), collecting, node.position?.start);
      return;
    }
    const standIn = properties[STAND_IN] === undefined ? undefined : standIns[Number(properties[STAND_IN])];
    if (standIn) read(standIn, collecting);
    if (REMOVED.has(givenName(node.tagName))) {
      for (const reference of noteReferences(node, standIns)) read(reference, collecting);
      return;
    }
    const tagName = RENAMED.get(node.tagName)?.tagName ?? node.tagName;
    const given = tagName === 'ruby' ? plainRuby(node) : { ...node, tagName };
    // Elsewhere it is none, and what it holds stays.
    const named = tagName === 'rp' && !place.isRuby ? given : repaired(given);
    const [[opening, closing], inside] = marksFor(named, place);
    add(opening, collecting, node.position?.start);
    const wraps =
      properties[WRAPS] === undefined ? undefined : String.fromCharCode(Number(properties[WRAPS]));
    const inner = wraps === undefined ? collecting : { ...collecting, wrap: wraps as Collecting['wrap'] };
    for (const child of named.children) readHast(child, standIns, inner, inside);
    add(closing, collecting);
  } else if (node.type === 'root') {
    for (const child of node.children) readHast(child, standIns, collecting, place);
  }
}

/** The references to notes in an element that no book holds, which stay. */
const noteReferences = (node: Element, standIns: readonly Nodes[]): Nodes[] =>
  node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const standIn = standIns[Number(child.properties[STAND_IN] ?? -1)];
    return standIn?.type === 'footnoteReference' ? [standIn] : noteReferences(child, standIns);
  });

/** Where a node of HTML stands. */
interface Standing extends Place {
  isPre: boolean;
  isRuby: boolean;
}

/** What an element says beside its text, and where its children stand. */
function marksFor({ tagName, properties }: Element, place: Standing): [[string, string], Standing] {
  if (tagName === 'rt' && place.isRuby) return [marksOf(tagName, {}), { ...place, phrasing: true }];
  // An inline element round blocks goes into each of them, so that these stand where it stood.
  if (PHRASING.has(tagName)) {
    return [marksOf(tagName, {}), { ...place, isRuby: tagName === 'ruby' || place.isRuby }];
  }
  if (!isKnown(tagName)) return [[EITHER, EITHER], place];
  const inside = { ...place, ...within(tagName, place), isPre: place.isPre || tagName === 'pre' };
  if (mayStand(tagName, place)) return [marksOf(tagName, numbersOf(properties)), inside];
  // An item without its list is a block of its own, without a number; any other gives its content alone.
  const isItem = ITEMS.has(tagName) && mayStand('div', place);
  return isItem ? [marksOf('div', {}), { ...inside, ...within('div', place) }] : [[EITHER, EITHER], place];
}

/** The numbers that a list or an item has: those that are whole, as the book takes them. */
const numbersOf = (properties: Properties): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, value]) => [name, String(value)] as const)
      .filter(([, value]) => /^-?\d{1,9}$/.test(value)),
  );

const ITEMS = new Set(['li', 'dt', 'dd']);

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const cell = (children: ElementContent[]): Element => element('td', children);

/** A term or a definition: one paragraph alone is a line of it. */
const entry =
  (tagName: string): Handler =>
  (state: State, node: DefinitionTerm | DefinitionDescription) => {
    const [first, ...more] = node.children;
    return element(tagName, state.all(first?.type === 'paragraph' && more.length === 0 ? first : node));
  };

const listItem: Handler = (state: State, node: Extract<Nodes, { type: 'listItem' }>, parent) => {
  const made = defaultHandlers.listItem(state, node, parent);
  const { number } = node.data ?? {};
  return number === undefined ? made : { ...made, properties: { value: String(number) } };
};

/** All cells of each row: GitHub's rule leaves out those that the head does not have. */
const table: Handler = (state: State, node: Extract<Nodes, { type: 'table' }>) => {
  const [head, ...body] = node.children.map((row) => element('tr', state.all(row)));
  // HTML in a cell may begin a head of its own, which goes to where there is none yet.
  return element('table', [
    ...(head ? [element('thead', [head])] : []),
    ...(body.length > 0 ? [element('tbody', body)] : []),
  ]);
};

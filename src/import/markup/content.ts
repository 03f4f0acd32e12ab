/** One block of hast as mdast: what a manuscript can hold of it, every letter that a browser shows among it. */
import type { Element } from 'hast';
import { toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type {
  FootnoteDefinition,
  FootnoteReference,
  Html,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { attribute, element } from './elements.js';
import { plainParagraph } from './plain.js';
import { tidy } from './tidy.js';

/** Elements of our own, which stand for what footnotes were: no page has such names. */
export const NOTE_REFERENCE = 'octavo-note-reference';
export const NOTE = 'octavo-note';

/** Holds one block while all of them are made at once, which takes half the time. */
const HOLDER = 'octavo-block';

const ABSOLUTE = /^(https?|mailto):/i;

const children: Handle = (state, node) => state.all(node);
const flow: Handle = (state, node) => state.toFlow(state.all(node));
const nothing: Handle = () => undefined;

/** Text above or below the line is HTML within Markdown. */
const html: Handle = (state, node): Nodes[] => {
  const tag = (value: string): Html => ({ type: 'html', value });
  return [tag(`<${node.tagName}>`), ...state.all(node), tag(`</${node.tagName}>`)];
};

/** Addresses in the page itself and in pages beside it lead nowhere from a manuscript: their words stay. */
const link: Handle = (state, node) => {
  const inside = state.all(node);
  const url = attribute(node, 'href').trim();
  if (!ABSOLUTE.test(url) || inside.length === 0) return inside;
  return { type: 'link', url, title: null, children: inside as PhrasingContent[] };
};

/** One that no file was found for has no source any more. */
const image: Handle = (_state, node) => {
  const url = attribute(node, 'src');
  return url === '' ? undefined : { type: 'image', url, title: null, alt: attribute(node, 'alt').trim() };
};

const quoted: Handle = (state, node) => [
  { type: 'text', value: '“' },
  ...state.all(node),
  { type: 'text', value: '”' },
];

const noteReference: Handle = (_state, node): FootnoteReference => ({
  type: 'footnoteReference',
  identifier: attribute(node, 'label'),
});

const note: Handle = (state: State, node: Element): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier: attribute(node, 'label'),
  children: state.toFlow(state.all(node)),
});

function held(state: State, node: Element): Nodes {
  return { type: HOLDER, children: state.toFlow(state.all(node)) } as unknown as Nodes;
}

/** Where the library's own handlers would lose letters, or make a link or code of what is none. */
const HANDLERS: Readonly<Record<string, Handle>> = {
  [HOLDER]: held,
  [NOTE_REFERENCE]: noteReference,
  [NOTE]: note,
  a: link,
  audio: children,
  caption: flow,
  dialog: flow,
  iframe: nothing,
  image,
  img: image,
  input: nothing,
  kbd: children,
  mark: children,
  math: children,
  menu: flow,
  noscript: nothing,
  object: nothing,
  option: children,
  q: quoted,
  samp: children,
  select: children,
  sub: html,
  sup: html,
  textarea: children,
  tt: children,
  video: children,
};

/** The content of blocks: for each, nodes as a Markdown parser would give them, without positions. */
export function contentsOf(blocks: readonly Element[]): RootContent[][] {
  const plain = blocks.map((block) => plainParagraph(block));
  const converted = convertedOf(blocks.filter((_, index) => plain[index] === undefined));
  let next = 0;
  return plain.map((paragraph) => {
    if (!paragraph) return converted[next++] ?? [];
    tidy(paragraph);
    return [paragraph];
  });
}

/** The same by the library's converter, which knows all of HTML. */
export function convertedOf(blocks: readonly Element[]): RootContent[][] {
  if (blocks.length === 0) return [];
  const children = blocks.map((block) => element(HOLDER, [block]));
  const root = toMdast({ type: 'root', children }, { document: true, handlers: HANDLERS }) as Root;
  tidy(root);
  return root.children.map((holder) => (holder as unknown as Root).children);
}

/** The letters of content: a line for each paragraph, item and row, a tab between cells. */
export function textOfContent(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => lineOf(node))
    .filter((text) => text !== '')
    .join('\n');
}

function lineOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'tableRow')
    return node.children
      .map((cell) => lineOf(cell))
      .join('\t')
      .trimEnd();
  if (BLOCKS.has(node.type)) return textOfContent(node.children);
  return node.children.map((child) => lineOf(child)).join('');
}

const BLOCKS: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'footnoteDefinition',
]);

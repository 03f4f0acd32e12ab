/** The text of Markdown nodes in the order in which it is read, in pieces that know their place. */
import type { Definition, FootnoteDefinition, Nodes, Parents } from 'mdast';
import type {} from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../../types.js';
import type { WRAP } from './marks.js';
import { EITHER, LINE_END, marksOf } from './marks.js';

/** A piece of text as it stands in a manuscript. */
export interface Piece {
  text: string;
  path: string;
  place?: Place | undefined;
}

/** The text of a tree, and the notes that it refers to, in order. */
export interface Passage {
  pieces: Piece[];
  references: FootnoteDefinition[];
}

/** What the labels of a file mean, by label in capitals. */
export interface Labels {
  notes: Map<string, FootnoteDefinition>;
  definitions: Map<string, Definition>;
}

/** A tree that is read: where its pieces go. */
export interface Collecting extends Passage {
  labels: Labels;
  path: string;
  /** True within a note, where a printed page cannot begin. */
  isNote: boolean;
  /** What a line's end in the manuscript is in the book. */
  wrap: typeof LINE_END | typeof WRAP | typeof EITHER;
}

type Reader = (node: never, collecting: Collecting) => void;

const READERS: Readonly<Record<string, Reader>> = {
  text: ({ value, position }: Extract<Nodes, { type: 'text' }>, collecting) => {
    add(wrapped(value, position, collecting), collecting, position?.start);
  },
  inlineCode: ({ value, position }: Extract<Nodes, { type: 'inlineCode' }>, collecting) => {
    add(wrapped(value, position, collecting), collecting, position?.start);
  },
  code: ({ value, position }: Extract<Nodes, { type: 'code' }>, collecting) => {
    add(value + LINE_END, collecting, position?.start);
  },
  break: (_node, collecting) => {
    add(LINE_END, collecting);
  },
  image: ({ alt, title, position }: Extract<Nodes, { type: 'image' }>, collecting) => {
    add(imageText(alt, title), collecting, position?.start);
  },
  imageReference: (node: Extract<Nodes, { type: 'imageReference' }>, collecting) => {
    const definition = collecting.labels.definitions.get(node.identifier.toUpperCase());
    add(imageText(node.alt, definition?.title), collecting, node.position?.start);
  },
  footnoteReference: (node: Extract<Nodes, { type: 'footnoteReference' }>, collecting) => {
    const note = collecting.labels.notes.get(node.identifier.toUpperCase());
    if (note) collecting.references.push(note);
    else add(`[^${node.label ?? node.identifier}]`, collecting, node.position?.start);
  },
  containerDirective: (node: Extract<Nodes, { type: 'containerDirective' }>, collecting) => {
    for (const child of node.children) read(child, { ...collecting, wrap: wrapIn(node, child, collecting) });
    add(LINE_END, collecting);
  },
  list: (node: Extract<Nodes, { type: 'list' }>, collecting) => {
    const [opening, closing] = marksOf(node.ordered === true ? 'ol' : 'ul', { start: node.start ?? 1 });
    around(opening, node, closing, collecting);
  },
  paragraph: (node: Extract<Nodes, { type: 'paragraph' }>, collecting) => {
    readAll(node.children, { ...collecting, wrap: wrapInParagraph(node) ?? collecting.wrap });
    add(LINE_END, collecting);
  },
  listItem: (node: Extract<Nodes, { type: 'listItem' }>, collecting) => {
    const [opening, closing] = marksOf('li', { value: node.data?.number });
    around(opening, node, closing, collecting);
  },
  leafDirective: (node: Extract<Nodes, { type: 'leafDirective' }>, collecting) => {
    if (isPageBreak(node, collecting)) return;
    directive(node, collecting);
    add(LINE_END, collecting);
  },
  textDirective: (node: Extract<Nodes, { type: 'textDirective' }>, collecting) => {
    if (node.name === 'span') readAll(node.children, collecting);
    else if (!isPageBreak(node, collecting)) directive(node, collecting);
  },
  definition: () => undefined,
  footnoteDefinition: () => undefined,
  html: () => undefined,
  yaml: () => undefined,
};

/** A text with its line ends as the book has them; one that a reference such as `&NewLine;` made is none. */
function wrapped(
  text: string,
  position: { start: Place; end: Place } | undefined,
  { wrap }: Pick<Collecting, 'wrap'>,
): string {
  if (!text.includes('\n')) return text;
  const isTyped = !position || text.split('\n').length - 1 === position.end.line - position.start.line;
  return text.replaceAll('\n', isTyped ? wrap : EITHER);
}

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'subscript', 'superscript']);

/** Adds the text of a node. */
export function read(node: Nodes, collecting: Collecting): void {
  const reader = READERS[node.type];
  if (reader) reader(node as never, collecting);
  else if ('children' in node) {
    readAll(node.children, collecting);
    if (!INLINE.has(node.type)) add(LINE_END, collecting);
  }
}

function around(
  opening: string,
  { children, position }: Parents,
  closing: string,
  collecting: Collecting,
): void {
  add(opening, collecting, position?.start);
  readAll(children, collecting);
  add(closing, collecting);
}

/** Blocks that keep the lines of their own paragraphs, and those in which the sort of paragraph decides. */
const LINES: Readonly<Record<string, typeof LINE_END | typeof EITHER>> = {
  dedication: LINE_END,
  epigraph: EITHER,
  letter: EITHER,
  message: LINE_END,
  play: EITHER,
  sign: LINE_END,
  verse: LINE_END,
};

/** What a line's end is in a child of a block: a label is no line of it. */
export const wrapIn = (
  { name }: { name: string },
  child: Nodes,
  { wrap: outer }: Pick<Collecting, 'wrap'>,
): Collecting['wrap'] => {
  const isLabel = child.type === 'paragraph' && child.data?.directiveLabel === true;
  const wrap = Object.hasOwn(LINES, name) && !isLabel ? LINES[name] : undefined;
  return wrap === LINE_END && child.type !== 'paragraph' ? EITHER : (wrap ?? outer);
};

/** What a line's end is in a paragraph whose lines its author set in: it is printed as a stanza. */
export const wrapInParagraph = ({
  data,
}: Extract<Nodes, { type: 'paragraph' }>): typeof LINE_END | undefined =>
  data?.indents ? LINE_END : undefined;

function readAll(nodes: readonly Nodes[], collecting: Collecting): void {
  for (const node of nodes) read(node, collecting);
}

/** Adds text to what has been read. */
export function add(text: string, { pieces, path }: Collecting, place?: Place): void {
  if (text !== '') pieces.push({ text, path, place });
}

/**
 * What an image says: its description, then its title. It counts as text, since it is shown where the image is not;
 * as a caption the title stands on a line of its own.
 */
export const imageText = (alt: unknown, title: unknown): string =>
  [alt, title]
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => EITHER + String(part).replaceAll('\n', EITHER) + EITHER)
    .join('');

type Directive = Extract<Nodes, { type: 'leafDirective' | 'textDirective' }>;

/** Whether a directive is the number of a printed page, which the book holds as a label and not as text. */
const isPageBreak = (node: Directive, { isNote }: Collecting): boolean =>
  node.name === 'page' && !isNote && toString(node).trim() !== '';

/** A directive that is none of ours stays as it was typed. */
function directive({ name, children, attributes, position }: Directive, collecting: Collecting): void {
  add(name, collecting, position?.start);
  readAll(children, collecting);
  for (const [key, value] of Object.entries(attributes ?? {})) add(`${key} ${value ?? ''} `, collecting);
}

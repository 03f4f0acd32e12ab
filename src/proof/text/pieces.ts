/** The text of Markdown nodes in the order in which it is read, in pieces that know their place. */
import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Place } from '../../types.js';

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
}

/** Between two blocks, so that their words do not run together in a message. */
const BLOCK_END = '\n';

type Reader = (node: never, collecting: Collecting) => void;

const READERS: Readonly<Record<string, Reader>> = {
  text: ({ value, position }: Extract<Nodes, { type: 'text' }>, collecting) => {
    add(value, collecting, position?.start);
  },
  inlineCode: ({ value, position }: Extract<Nodes, { type: 'inlineCode' }>, collecting) => {
    add(value, collecting, position?.start);
  },
  code: ({ value, position }: Extract<Nodes, { type: 'code' }>, collecting) => {
    add(value + BLOCK_END, collecting, position?.start);
  },
  break: (_node, collecting) => {
    add(BLOCK_END, collecting);
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
  leafDirective: (node: Extract<Nodes, { type: 'leafDirective' }>, collecting) => {
    if (isPageBreak(node, collecting)) return;
    directive(node, collecting);
    add(BLOCK_END, collecting);
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

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** Adds the text of a node. */
export function read(node: Nodes, collecting: Collecting): void {
  const reader = READERS[node.type];
  if (reader) reader(node as never, collecting);
  else if ('children' in node) {
    readAll(node.children, collecting);
    if (!INLINE.has(node.type)) add(BLOCK_END, collecting);
  }
}

function readAll(nodes: readonly Nodes[], collecting: Collecting): void {
  for (const node of nodes) read(node, collecting);
}

/** Adds text to what has been read. */
export function add(text: string, { pieces, path }: Collecting, place?: Place): void {
  if (text !== '') pieces.push({ text, path, place });
}

/** What an image says: its description, then its title. It counts as text, since it is shown where the image is not. */
export const imageText = (alt: unknown, title: unknown): string =>
  [alt, title]
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => `${String(part)} `)
    .join('');

type Directive = Extract<Nodes, { type: 'leafDirective' | 'textDirective' }>;

/** Whether a directive is the number of a printed page, which the book holds as a label and not as text. */
function isPageBreak({ name, children }: Directive, { isNote }: Collecting): boolean {
  return (
    name === 'page' && !isNote && children.some((child) => 'value' in child && child.value.trim() !== '')
  );
}

/** A directive that is none of ours stays as it was typed. */
function directive({ name, children, attributes, position }: Directive, collecting: Collecting): void {
  add(name, collecting, position?.start);
  readAll(children, collecting);
  for (const [key, value] of Object.entries(attributes ?? {})) add(`${key} ${value ?? ''} `, collecting);
}

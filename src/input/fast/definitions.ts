/**
 * Definitions of links and footnotes, which work across a whole text, made known to the pieces it is parsed in.
 *
 * What a definition says is of no consequence to its references, only that there is one. So each piece is given a
 * stub for every label that it names, and the stubs are taken out of its tree.
 *
 * @see https://spec.commonmark.org/0.31.2/#link-reference-definitions
 */
import type { Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

/** A definition as people write it: its label at the beginning of a line. */
const DEFINITION = /^ {0,3}\[([^[\]\\\n]*[^[\]\\\s][^[\]\\\n]*)\]:/gm;

/** What may name a label: as a reference does, over lines too. */
const NAMED = /\[([^[\]\\]+)\]/g;

/** What stands before the lines of a quotation, and belongs to no label. */
const QUOTED = /\n[ \t>]+/g;

/** The labels of a text as they are written, by what they are compared by. */
export type Labels = ReadonlyMap<string, string>;

/** The labels that `text` seems to define; nothing if its lines do not show it. */
export function definedLabels(text: string): Labels | undefined {
  const labels = [...text.matchAll(DEFINITION)].map(([, label = '']) => label);
  if (labels.length !== text.split(']:').length - 1) return undefined;
  return new Map(labels.map((label) => [normalizeIdentifier(label), label]));
}

/** A piece of text followed by a stub for each of the labels that it names. */
export function withStubs(piece: string, labels: Labels | undefined): string {
  if (!labels || labels.size === 0) return piece;
  const named = [...piece.matchAll(NAMED)].flatMap(
    ([, name = '']) => labels.get(normalizeIdentifier(name.replaceAll(QUOTED, '\n'))) ?? [],
  );
  const stubs = [...new Set(named)].map((label) => `[${label}]: #\n\n`);
  return stubs.length === 0 ? piece : `${piece}\n\n${stubs.join('')}`;
}

/** Takes the stubs out of a piece's tree: what begins beyond its `length`. */
export function removeStubs(tree: Root, length: number): void {
  tree.children = tree.children.filter(({ position }) => (position?.start.offset ?? 0) < length);
}

/** Whether the tree of the whole text defines every label: what looked like a definition was one. */
export function defines(tree: Root, labels: Labels): boolean {
  const defined = new Set<string>();
  for (const node of tree.children) {
    if (node.type === 'definition') defined.add(normalizeIdentifier(node.identifier));
    if (node.type === 'footnoteDefinition') defined.add(normalizeIdentifier(`^${node.identifier}`));
  }
  return [...labels.keys()].every((label) => defined.has(label));
}

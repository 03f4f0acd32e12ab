/**
 * Definitions of links and footnotes, which work across a whole text, made known to the pieces it is parsed in.
 *
 * What a definition says is of no consequence to its references, only that there is one. So each piece is given a
 * stub for every label, and the stubs are taken out of its tree.
 *
 * @see https://spec.commonmark.org/0.31.2/#link-reference-definitions
 */
import type { Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

/** A definition as people write it: its label at the beginning of a line. */
const DEFINITION = /^ {0,3}\[([^[\]\\\n]*[^[\]\\\s][^[\]\\\n]*)\]:/gm;

/** The most labels that each piece gets: more would take as long as the text. */
const MAX_LABELS = 500;

/** The labels that `text` seems to define; nothing if its lines do not show it, or if there are too many. */
export function definedLabels(text: string): string[] | undefined {
  const labels = [...text.matchAll(DEFINITION)].map(([, label = '']) => label);
  if (labels.length > MAX_LABELS) return undefined;
  return labels.length === text.split(']:').length - 1 ? [...new Set(labels)] : undefined;
}

/** A piece of text followed by a stub for each label. */
export function withStubs(piece: string, labels: readonly string[]): string {
  const stubs = labels.map((label) => `[${label}]: #\n\n`);
  return labels.length === 0 ? piece : `${piece}\n\n${stubs.join('')}`;
}

/** Takes the stubs out of a piece's tree: what begins beyond its `length`. */
export function removeStubs(tree: Root, length: number): void {
  tree.children = tree.children.filter(({ position }) => (position?.start.offset ?? 0) < length);
}

/** Whether the tree of the whole text defines every label: what looked like a definition was one. */
export function defines(tree: Root, labels: readonly string[]): boolean {
  const defined = new Set<string>();
  for (const node of tree.children) {
    if (node.type === 'definition') defined.add(normalizeIdentifier(node.identifier));
    if (node.type === 'footnoteDefinition') defined.add(normalizeIdentifier(`^${node.identifier}`));
  }
  return labels.every((label) => defined.has(normalizeIdentifier(label)));
}

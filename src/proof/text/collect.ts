/** The text of a tree. */
import type { Nodes } from 'mdast';
import type { MdastRoot } from '../../types.js';
import { WRAP } from './marks.js';
import { read, type Collecting, type Labels, type Passage } from './pieces.js';
import { readRaw } from './raw.js';

/** Reads a tree. One with raw HTML goes through an HTML parser, as it does on its way into the book. */
export function collect(
  tree: MdastRoot,
  labels: Labels,
  path: string,
  {
    isNote = false,
    isTitle = false,
    wrap = WRAP,
  }: Partial<Pick<Collecting, 'isNote' | 'wrap'>> & { isTitle?: boolean } = {},
): Passage {
  const collecting: Collecting = { pieces: [], references: [], labels, path, isNote, wrap };
  if (hasRaw(tree)) readRaw(tree, collecting, isTitle);
  else read(tree, collecting);
  return { pieces: collecting.pieces, references: collecting.references };
}

const hasRaw = (node: Nodes): boolean =>
  node.type === 'html' ||
  ('children' in node && node.type !== 'footnoteDefinition' && node.children.some(hasRaw));

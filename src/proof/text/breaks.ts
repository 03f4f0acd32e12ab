/** The scene breaks that the typography drew, in the parsed book. */
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import type { FrontProse, ParsedBook } from '../../types.js';
import { lettersOf } from './letters.js';

/** The parsed book with thematic breaks where the typeset book has them; a block with letters in it stays. */
export function withBreaks(parsed: ParsedBook, typeset: ParsedBook): ParsedBook {
  return {
    ...parsed,
    front: inFront(parsed.front, typeset.front),
    manuscripts: parsed.manuscripts.map((manuscript, index) => {
      const other = typeset.manuscripts[index] ?? manuscript;
      return {
        ...manuscript,
        front: inFront(manuscript.front, other.front),
        tree: inNode(manuscript.tree, other.tree),
      };
    }),
  };
}

const inFront = (parsed: FrontProse, typeset: FrontProse): FrontProse =>
  Object.fromEntries(
    Object.entries(parsed as Required<FrontProse>).map(([key, prose]) => [
      key,
      inNode(prose, typeset[key as keyof FrontProse] ?? prose),
    ]),
  );

function inNode<T extends Nodes>(parsed: T, typeset: Nodes): T {
  if (parsed === typeset) return parsed;
  if (typeset.type === 'thematicBreak' && lettersOf(toString(parsed)) === '') return typeset as T;
  if (!('children' in parsed) || !('children' in typeset)) return parsed;
  let changed = false;
  const children = parsed.children.map((child, index) => {
    const other = typeset.children[index];
    const own = other ? inNode(child, other) : child;
    changed ||= own !== child;
    return own;
  });
  return changed ? { ...parsed, children } : parsed;
}

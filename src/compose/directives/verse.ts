import type { ElementContent } from 'hast';
import { element } from '../elements.js';
import { splitLines } from '../lines.js';
import type { Container } from './container.js';

/** A poem: a paragraph is a stanza, each line an element of its own, and a `br` for readers without styles. */
export const verse: Container = (node, state) => [
  'div',
  { className: ['verse'] },
  node.children.flatMap((child) => {
    if (child.type !== 'paragraph') return state.one(child, node) ?? [];
    const isLabel = child.data?.directiveLabel === true;
    return element(
      'p',
      { className: [isLabel ? 'label' : 'stanza'] },
      isLabel ? state.all(child) : lines(state.all(child), child.data?.indents),
    );
  }),
];

/**
 * The `br` stands within the line: behind a line set as a block it would print an empty one. Where code or a link runs
 * over a line's end, nobody knows which of the lines are set in.
 */
export function lines(children: ElementContent[], indents: readonly number[] = []): ElementContent[] {
  const cut = splitLines(children);
  const depths = indents.length === cut.length ? indents : [];
  return cut.map((line, index) => {
    const depth = depths[index] ?? 0;
    const className = ['line', ...(depth > 0 ? [`in-${String(depth)}`] : [])];
    return element('span', { className }, index < cut.length - 1 ? [...line, element('br')] : line);
  });
}

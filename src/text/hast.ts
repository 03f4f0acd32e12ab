import type { Nodes } from 'hast';

/** The text of a hast node, or of several in a row; comments have none. */
export function textOf(of: Nodes | readonly Nodes[]): string {
  if ('length' in of) return of.map((node) => textOf(node)).join('');
  if (of.type === 'text') return of.value;
  return 'children' in of ? textOf(of.children) : '';
}

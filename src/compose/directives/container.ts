/** What the blocks of the table in `index.ts` share. */
import type { ElementContent, Properties } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { element } from '../elements.js';

/** Name, properties and children of the element that a container becomes; its author's own properties are added. */
export type Container = (
  node: ContainerDirective,
  state: State,
) => [tagName: string, properties: Properties, children: ElementContent[]];

/** A container's children; its label, `:::letter[To Ada]`, is a line above them, in an element of that name. */
export function blocks(node: ContainerDirective, state: State, labelName = 'p'): ElementContent[] {
  return node.children.flatMap((child) => {
    const isLabel = child.type === 'paragraph' && child.data?.directiveLabel === true;
    const label = labelName === 'p' ? { className: ['label'] } : {};
    return isLabel ? element(labelName, label, state.all(child)) : (state.one(child, node) ?? []);
  });
}

/** What is left out from within a paragraph: page numbers, counts of comments, what a page does not show. */
import type { Element, Root } from 'hast';
import type { Part } from './blocks.js';
import { classesOf, element, isElement, isUnseen } from './elements.js';
import type { Containers } from './flow.js';

/** What readers open to read on: hidden, and the story's. */
const OPENS = /spoiler|accordion|collaps|toggle/i;

export const isOpened = (it: Element): boolean => classesOf(it).some((name) => OPENS.test(name));

/** Takes inline elements that are furniture out of their paragraphs, each a paragraph after it, in place. */
export function setAside(root: Root, containers: Containers, parts: Map<Element, Part>): void {
  const descend = (parent: Element | Root): void => {
    for (let at = 0; at < parent.children.length; at += 1) {
      const child = parent.children[at];
      if (!isElement(child) || isUnseen(child) || parts.get(child) === 'furniture') continue;
      if (containers.has(child)) {
        descend(child);
        continue;
      }
      const taken: Element[] = [];
      take(child, taken);
      const aside = taken.map((one) => element('p', [one], one));
      for (const one of aside) parts.set(one, 'furniture');
      parent.children.splice(at + 1, 0, ...aside);
      at += aside.length;
    }
  };
  const take = (parent: Element, taken: Element[]): void => {
    parent.children = parent.children.filter((child) => {
      if (!isElement(child)) return true;
      if (parts.get(child) === 'furniture') {
        taken.push(child);
        return false;
      }
      take(child, taken);
      return true;
    });
  };
  descend(root);
}

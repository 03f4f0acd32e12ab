import type { Element, ElementContent } from 'hast';
import { addClass, classesOf, hasClass, isBlank, isNamed } from '../elements.js';
import { blocks, type Container } from './container.js';

/**
 * A figure: an image, a table or whatever else stands in it. Its label is its caption, or else its last paragraph
 * behind something that is no paragraph.
 */
export const figure: Container = (node, state) => {
  const children = blocks(node, state, 'figcaption')
    .filter((child) => !isBlank(child))
    .map((child) =>
      // An image alone in its paragraph is a figure already: one is enough.
      isNamed(child, 'figure') && !child.children.some((inner) => isNamed(inner, 'figcaption'))
        ? child.children.map((inner) => withClasses(inner, child))
        : [child],
    )
    .flat();
  const last = children.at(-1);
  const captioned = children.some((child) => isNamed(child, 'figcaption'));
  const isCaption = !captioned && children.length > 1 && isNamed(last, 'p') && !isNamed(children[0], 'p');
  if (isCaption && !hasClass(last, 'label')) {
    children.splice(-1, 1, { ...last, tagName: 'figcaption' });
  }
  return ['figure', { className: ['figure'] }, children];
};

/** A picture with the classes of the figure that it was: its width, and what its author gave it. */
function withClasses(image: ElementContent, { properties }: Element): ElementContent {
  if (!isNamed(image, 'img')) return image;
  for (const name of classesOf(properties)) if (name !== 'image') addClass(image, name);
  return image;
}

import type { ElementContent, Properties } from 'hast';
import type { Image, ImageReference, Paragraph } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { attributesOf } from '../directives/attributes.js';
import { lines } from '../directives/verse.js';
import { addClass, classesOf, element, isNamed, text } from '../elements.js';
import { brokenLines } from '../lines.js';
import { withNumber } from '../numbered.js';
import { definitionOf } from './image.js';
import { paragraphId } from './paragraph-id.js';

/** A paragraph; a figure where it holds one image and nothing else. */
export const paragraph: NodeHandler<Paragraph> = (node, context, state) => {
  const [only, ...others] = node.children;
  if (others.length === 0 && (only?.type === 'image' || only?.type === 'imageReference')) {
    return figure(only, attributesOf(node, context), node, context, state);
  }
  const children = state.all(node);
  // Lines that are set in by their author are as those of a poem.
  const { indents } = node.data ?? {};
  if (indents)
    return element('p', { ...attributesOf(node, context), className: ['stanza'] }, lines(children, indents));
  const id = paragraphId(node);
  const own = attributesOf(node, context);
  return element(
    'p',
    id === undefined || own.id !== undefined ? own : { id: context.page.uniqueId(id), ...own },
    context.keepLines ? brokenLines(children) : children,
  );
};

/** The title stands below as a caption; no reader shows it on touch. */
function figure(
  node: Image | ImageReference,
  own: Properties,
  paragraph: Paragraph,
  context: Context,
  state: State,
): ElementContent | undefined {
  const [image] = state.all({ type: 'paragraph', children: [node] });
  if (image === undefined) return undefined;
  if (!isNamed(image, 'img')) return element('p', {}, [image]);
  const title = node.type === 'image' ? node.title : definitionOf(node, context)?.title;
  delete image.properties.title;
  const caption = title ? [element('figcaption', {}, [text(title)])] : [];
  const given = classesOf(image.properties);
  const { id } = image.properties;
  delete image.properties.className;
  delete image.properties.id;
  const properties = { ...(id === undefined ? {} : { id }), ...own, className: ['image'] };
  const { numbers } = context.page;
  const numbered = numbers.has(node) ? node : paragraph;
  const children = withNumber([image, ...caption], numbered, context.page, context.shared.book.locale);
  const made = element('figure', properties, children);
  for (const name of [...classesOf(own), ...given]) addClass(made, name);
  return made;
}

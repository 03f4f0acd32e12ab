/** Captions in the titles of images, `![A bay](bay.png "The *bay*, by night[^1]")`, which Markdown takes for text alone. */
import type { Image, Nodes, Paragraph, Parents, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { definedLabels, removeStubs, withStubs, type Labels } from '../fast/definitions.js';
import { markupIn } from '../front/titles.js';
import { movePoints } from '../fast/shift.js';

/** Whether a text can hold an image with a title at all. */
export const hasCaption = (text: string): boolean => text.includes('![') && /["']\s*\)/.test(text);

const NOTE = /\[\^[^\]\s]+\]|\^\[/;

/** Makes figures of the images that are alone in their paragraphs and have markup in their titles, in place. */
export function settleImageCaptions(tree: Root, text: string, parse: (markdown: string) => Root): void {
  let labels: Labels | undefined;
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).map((child) => {
      const image = child.type === 'paragraph' ? captionedIn(child) : undefined;
      if (image && child.type === 'paragraph') {
        labels ??= definedLabels(text);
        return figure(child, image, captionOf(image, labels, parse)) ?? child;
      }
      if ('children' in child) settle(child);
      return child;
    }) as typeof parent.children;
  };
  settle(tree);
}

function captionedIn({ children: [only, ...others] }: Paragraph): Image | undefined {
  if (others.length > 0 || only?.type !== 'image' || !only.title) return undefined;
  return NOTE.test(only.title) || markupIn(only.title) !== undefined ? only : undefined;
}

/** The caption as inline content, each node at the image's place; nothing where it reads as a block. */
function captionOf(
  { title, position }: Image,
  labels: Labels | undefined,
  parse: (markdown: string) => Root,
): Paragraph | undefined {
  const markdown = title ?? '';
  const tree = parse(withStubs(markdown, labels));
  removeStubs(tree, markdown.length);
  const [line, ...others] = tree.children;
  if (others.length > 0 || line?.type !== 'paragraph') return undefined;
  const { start } = position ?? { start: { line: 1, column: 1, offset: 0 } };
  movePoints({ type: 'root', children: [line] }, () => ({ offset: 0, ...start }));
  return { ...line, data: { ...line.data, directiveLabel: true } };
}

function figure(
  { position, data }: Paragraph,
  image: Image,
  caption: Paragraph | undefined,
): ContainerDirective | undefined {
  if (!caption) return undefined;
  const at = position ? { position } : {};
  const picture: Paragraph = { type: 'paragraph', children: [{ ...image, title: null }], ...at };
  return {
    type: 'containerDirective',
    name: 'figure',
    attributes: data?.attributes ?? {},
    children: [picture, caption],
    ...at,
  };
}

/**
 * Attributes of paragraphs, headings, images and links: `{.class #id lang=fr}` at their end, as pandoc has them, and
 * `{: .class}`, as Kramdown and Python's Markdown do.
 *
 * In a paragraph only braces that begin with a class, an id or a language are attributes: a story may hold others.
 */
import type { Heading, Image, ImageReference, Link, Nodes, Paragraph, Root, Text } from 'mdast';
import type { Attributes } from '../../types.js';
import { part } from '../fast/stretches.js';

/** `{.class #id lang=fr}` at the end of a line or on one of its own. */
const TRAILING =
  /(?<=^|[ \t\n])\{(?::[ \t]*)?((?:[.#][\w:-]+|lang=[A-Za-z\d-]+)(?:[ \t]+(?:[.#][\w:-]+|lang=[A-Za-z\d-]+))*)[ \t]*\}$/;
const WORD = /[.#][\w:.-]+|[\w-]+=(?:"[^"{}]*"|[^\s"{}]+)|-/;
/** All that pandoc reads, behind a heading or an image: also other keys, and `-` for one without a number. */
const ANY = new RegExp(
  `\\{:?[ \\t]*((?:${WORD.source})(?:(?:[ \\t]+|(?<=[{ \\t]-))(?:${WORD.source}))*)[ \\t]*\\}`,
);
const BEHIND_HEADING = new RegExp(`${ANY.source}$`);
/** Behind an image they may go on over lines. */
const BEHIND_IMAGE = new RegExp(`^${ANY.source.replaceAll('[ \\t]', '[ \\t\\n]')}`);
/** In a line below an image that is alone in its paragraph. */
const BELOW_IMAGE = new RegExp(`^\\n${ANY.source}$`);

/** Whether a text can hold attributes at all. */
export const hasAttributes = (text: string): boolean => /\{:?[ \t]*(?:[.#-]|[\w-]+=)/.test(text);

/** What Obsidian has in a description: `A bay|200`, `A bay|200x150`, `200x150`; the first number is the width in pixels. */
const SIZED = /^(?:([\s\S]*?)[ \t]*\|[ \t]*(\d{2,4})(?:x\d{1,4})?|(\d{2,4})x\d{1,4})$/;

/** Whether a text can hold an image with its size in its description. */
export const hasImageSize = (text: string): boolean => /!\[[^\]\n]*\d\]/.test(text);

/** Takes the sizes of images out of their descriptions, in place. */
export function settleImageSizes(node: Root | Nodes): void {
  if (node.type === 'image' || node.type === 'imageReference') {
    const [whole, words = '', behind, width = behind] = SIZED.exec(node.alt ?? '') ?? [];
    if (whole === undefined || width === undefined) return;
    node.alt = words;
    node.data = { ...node.data, attributes: { width, ...node.data?.attributes } };
  } else if ('children' in node) for (const child of node.children) settleImageSizes(child);
}

/** Takes attributes from the end of paragraphs and headings, and from behind images and links, into their `data.attributes`. */
export function settleAttributes(node: Root | Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading') {
    takeBehindImages(node);
    take(node);
  } else if ('children' in node) for (const child of node.children) settleAttributes(child);
}

/** What bookdown writes before the title of a part. */
const PART = /^\((?:PART|APPENDIX)\\?\*?\)[ \t]+(?=\S)/;

function take(node: Paragraph | Heading): void {
  const [first] = node.children;
  const mark = node.type === 'heading' && first?.type === 'text' ? PART.exec(first.value) : null;
  if (mark && first?.type === 'text') node.children[0] = part(first, mark[0].length);
  const last = node.children.at(-1);
  if (last?.type !== 'text') return;
  const found = (node.type === 'heading' ? BEHIND_HEADING : TRAILING).exec(last.value);
  if (!found || isEscaped(last, found)) return;
  // Alone in a paragraph they stand behind nothing, and stay as typed with a message.
  if (node.type === 'paragraph' && node.children.length === 1 && found.index === 0) return;
  node.data = { ...node.data, attributes: readAttributes(found[1] ?? '') };
  last.value = withoutGap(last.value.slice(0, found.index));
  if (last.value === '') node.children.pop();
}

/** A text without the spaces at its end, or without the line end there. */
function withoutGap(text: string): string {
  let end = text.length;
  while (/[ \t]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end === text.length && text.endsWith('\n') ? -1 : end);
}

function takeBehindImages(node: Paragraph | Heading): void {
  node.children.forEach((child, index) => {
    const isImage = child.type === 'image' || child.type === 'imageReference';
    if (!isImage && child.type !== 'link') return;
    const next = node.children[index + 1];
    if (next?.type !== 'text') return;
    const isAlone = isImage && node.children.length === 2;
    const found = BEHIND_IMAGE.exec(next.value) ?? (isAlone ? BELOW_IMAGE.exec(next.value) : null);
    if (!found || isEscaped(next, found)) return;
    give(child, readAttributes(found[1] ?? ''));
    node.children[index + 1] = part(next, found[0].length);
  });
  node.children = node.children.filter((child) => child.type !== 'text' || child.value !== '');
}

function give(image: Image | ImageReference | Link, attributes: Attributes): void {
  image.data = { ...image.data, attributes };
}

/** An escaped brace is text. */
const isEscaped = ({ data }: Text, { index, 0: whole }: RegExpExecArray): boolean =>
  data?.escaped?.includes(index + whole.indexOf('{')) === true;

/** The attributes that stand between braces. */
export function readAttributes(text: string): Attributes {
  const attributes: Attributes = {};
  for (const [word] of text.matchAll(new RegExp(WORD, 'g'))) {
    const [, key = '', value = ''] = /^([\w-]+)=(.*)$/.exec(word) ?? [];
    if (word.startsWith('.'))
      attributes['class'] = [attributes['class'], word.slice(1)].filter(Boolean).join(' ');
    // XML allows no colon in an id: https://www.w3.org/TR/xml-names/#NT-NCName
    else if (word.startsWith('#')) attributes['id'] = word.slice(1).replaceAll(/[:.]/g, '-');
    else if (key !== '') attributes[key] = value.replaceAll('"', '');
    else attributes['class'] = [attributes['class'], 'unnumbered'].filter(Boolean).join(' ');
  }
  return attributes;
}

/**
 * Words between angle brackets that HTML has no element for, `<Bob> hello` in a chat and `<Skill acquired>` in a game, are
 * text: as tags, they would be lost.
 */
import type { Html, Nodes, Parents, Root } from 'mdast';
import { isElement } from '../../content-model.js';

/** Whether a text can hold one at all. */
export const hasUnknownTag = (text: string): boolean => /<[A-Za-z][^<>=/\n]*>/.test(text);

/** A tag with nothing but words: no values, and not closed at once. */
const WORDS = /^<([A-Za-z][\w:'\u2019-]*)(?:\s[^<>=/]*)?>$/;

/** Elements of other languages stand within these. */
const OTHERS = /^<(?:svg|math|template|object)\b/i;

/** Makes text of such tags that nothing closes, in place. */
export function settleUnknownTags(tree: Root): void {
  const settle = (parent: Parents): void => {
    const siblings = parent.children as Nodes[];
    if (siblings.some((node) => node.type === 'html' && OTHERS.test(node.value))) return;
    const closed = closedIn(siblings);
    parent.children = siblings.map((child): Nodes => {
      if ('children' in child) settle(child);
      if (child.type !== 'html') return child;
      const name = WORDS.exec(child.value.trim())?.[1];
      if (name === undefined || isElement(name.toLowerCase()) || closed.has(name.toLowerCase())) return child;
      return textOf(child, parent);
    }) as typeof parent.children;
  };
  settle(tree);
}

/** The names of the elements that a tag among these nodes ends, as it stands around a block. */
const closedIn = (siblings: readonly Nodes[]): Set<string> =>
  new Set(
    siblings.flatMap((node) =>
      node.type === 'html' ? [...node.value.matchAll(END)].map(([, name = '']) => name.toLowerCase()) : [],
    ),
  );

const END = /<\/([A-Za-z][\w:'\u2019-]*)/g;

function textOf({ value, position }: Html, parent: Parents): Nodes {
  const at = position ? { position } : {};
  const text: Nodes = { type: 'text', value: value.trim(), ...at };
  const isInLine = parent.type === 'paragraph' || 'depth' in parent || INLINE.has(parent.type);
  return isInLine ? text : { type: 'paragraph', children: [text], ...at };
}

const INLINE = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
  'textDirective',
]);

/** What titles say, and how they are set. */
import type { Nodes } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Locale, MdastRoot, Section } from '../types.js';

/** Where a title stands: how many letters of its largest size a phone's line holds. */
export const TITLE_ROOM = { page: 10, section: 15 } as const;

/** A title of more lines than these is set smaller. */
const LINES = 3;

/** Whether a title wants a smaller size: a word of it would not fit into a phone's line, or it would fill a page. */
export const isLongTitle = (title: string, room: number): boolean =>
  title.length > LINES * room || title.split(/[\s\u2010-\u2015-]+/u).some((word) => [...word].length > room);

/** A title with its number before it, as contents have it: `Chapter One: The Ferry`. */
export function numberedTitle(
  { label, title = '' }: Pick<Section, 'label' | 'title'>,
  locale: Locale,
): string {
  if (label === undefined) return title;
  return title === '' ? label : `${label}${locale.spaceBefore[':'] ?? ''}: ${title}`;
}

/**
 * Whether a title stands above a section's text without a heading that gives it: not where the text has its own, and not
 * above a map, which is a picture with its caption and has its title for the contents alone.
 */
export function isTitleAbove({ kind, title, tree }: Pick<Section, 'kind' | 'title' | 'tree'>): boolean {
  if (title === undefined || tree.children.length === 0) return false;
  if (kind.kind === 'map' && isPicture(tree)) return false;
  return !tree.children.some((node) => node.type === 'heading' && node.depth === 1);
}

/** Whether a text is one picture, with or without a caption. */
export function isPicture({ children }: MdastRoot): boolean {
  const [only, ...others] = children.filter(({ type }) => type !== 'definition');
  if (others.length > 0 || !only) return false;
  if (only.type === 'containerDirective') return only.name === 'figure';
  return (
    only.type === 'paragraph' &&
    only.children.length === 1 &&
    only.children.every(({ type }) => type === 'image' || type === 'imageReference')
  );
}

/** What an HTML parser leaves out of a title with its content: comments, and the readings of ruby. */
const UNSAID = /<!--[\s\S]*?(?:-->|$)|<(rt|rp|rtc|script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const LINE_END = /<br\b[^>]*>/gi;
const TAG = /<\/?[a-z][^>]*>/gi;

/**
 * A heading as plain text, for contents and file names: its HTML as it reads, line ends as spaces, without numbers of
 * notes and printed pages. Where pictures alone stand in it, what their descriptions say.
 */
export function plainTitle(node: Nodes | undefined): string {
  if (!node) return '';
  const words = textOf(node, false);
  return words === '' ? textOf(node, true) : words;
}

function textOf(node: Nodes, pictures: boolean): string {
  const said = sayings(node, pictures);
  const isRaw = said.some(({ raw }) => raw);
  // Only what was HTML is read as such: `<` in a text is a sign. One that stands for it is put back afterwards.
  const joined = said.map(({ text, raw }) => (raw || !isRaw ? text : text.replaceAll('<', LESS))).join('');
  const plain = isRaw
    ? joined.replaceAll(UNSAID, '').replaceAll(LINE_END, ' ').replaceAll(TAG, '').replaceAll(LESS, '<')
    : joined;
  return plain.replaceAll(/\s+/gu, ' ').trim();
}

/** In no text: a character that XML forbids. */
const LESS = '\u0001';

interface Saying {
  text: string;
  raw?: boolean;
}

function sayings(node: Nodes, pictures: boolean): Saying[] {
  switch (node.type) {
    case 'html':
      return [{ text: node.value, raw: true }, ...(pictures ? descriptions(node.value) : [])];
    case 'break':
      return [{ text: ' ' }];
    case 'image':
    case 'imageReference':
      return pictures ? [{ text: `${node.alt ?? ''} ` }] : [];
    case 'textDirective':
      return node.name === 'page' ? [] : node.children.flatMap((child) => sayings(child, pictures));
    default:
      if ('value' in node) return [{ text: node.value }];
      return 'children' in node ? node.children.flatMap((child) => sayings(child, pictures)) : [];
  }
}

const ALT = /<img\b[^>]*?\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const descriptions = (html: string): Saying[] =>
  [...html.matchAll(ALT)].map(([, double, single]) => ({ text: `${double ?? single ?? ''} ` }));

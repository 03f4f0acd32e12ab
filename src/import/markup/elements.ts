/** Small questions that readers of markup ask of hast. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';

/**
 * What HTML itself takes for white space: no no-break space, which authors use to leave a line empty. So much at a time:
 * V8 once gave up on 13 MB of it, and nobody knows why.
 */
const WHITE_SPACE = /[\t\n\f\r ]{1,4096}/g;
const BLANK = /^[\t\n\f\r \u00A0\u200B\uFEFF]*$/;

export const isElement = (node: Nodes | undefined): node is Element => node?.type === 'element';

export const childElements = ({ children }: Element | Root): Element[] =>
  (children as Nodes[]).filter(isElement);

/** An attribute as text; empty where there is none. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value)
    ? value.join(' ')
    : value === undefined || value === null || value === false
      ? ''
      : String(value);
}

export const classesOf = (element: Element): string[] => {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
};

export const idOf = (element: Element): string => attribute(element, 'id');

/** An id without the path of its document, which those of a book's have before them. */
export const ownId = (element: Element): string => idOf(element).replace(/^.*#/, '');

/** Content that no browser shows as text. */
const UNSEEN: ReadonlySet<string> = new Set([
  'datalist',
  'embed',
  'head',
  'iframe',
  'link',
  'meta',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'script',
  'style',
  'svg',
  'template',
  'title',
]);

export const isUnseen = (node: Nodes): boolean =>
  node.type === 'comment' ||
  node.type === 'doctype' ||
  (node.type === 'element' && UNSEEN.has(node.tagName)) ||
  node.type === ('template' as string);

/** The text that a browser shows of a node: white space as one space, a line end for each `br` and between rows. */
export function textOf(node: Nodes): string {
  let text = rawText(node).replace(WHITE_SPACE, ' ');
  while (text.includes('  ')) text = text.replace(WHITE_SPACE, ' ');
  if (text.search(MARKS) < 0) return text.trim();
  return text
    .replace(/ ?\uE000 ?/g, '\n')
    .replace(/[ \n]*\uE001[ \n\uE001]*/g, '\n')
    .trim();
}

/** A line break, and the end of a line among others, while white space is collapsed round them. */
const BREAK = '\uE000';
const LINE_END = '\uE001';
const MARKS = /[\uE000\uE001]/g;

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(MARKS, ' ');
  if (!('children' in node) || isUnseen(node)) return '';
  if (isElement(node) && node.tagName === 'br') return BREAK;
  let text = '';
  for (const child of node.children) text += rawText(child);
  return isElement(node) && LINES.test(node.tagName) ? LINE_END + text + LINE_END : text;
}

/** Elements that begin and end a line. */
const LINES = /^(blockquote|dd|div|dt|h[1-6]|li|p|tr)$/;

/** How many characters of an element's text stand in links. */
export function linked(node: Element): number {
  let length = 0;
  eachElement(node, (child) => {
    if (child.tagName !== 'a') return undefined;
    length += textOf(child).length;
    return false;
  });
  return length;
}

/** Whether a node shows nothing: white space and no-break spaces at most. */
export const isBlank = (node: Nodes): boolean =>
  node.type === 'text'
    ? BLANK.test(node.value)
    : isUnseen(node) ||
      !('children' in node) ||
      (!(isElement(node) && SHOWN.has(node.tagName)) && node.children.every((child) => isBlank(child)));

const SHOWN: ReadonlySet<string> = new Set(['hr', 'img', 'image']);

export const element = (tagName: string, children: ElementContent[] = [], from?: Nodes): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  ...(from?.position ? { position: from.position } : {}),
});

/** Calls `visit` for each element below a node, in document order; `false` keeps it from going into that one. */
export function eachElement(node: Element | Root, visit: (element: Element) => boolean | undefined): void {
  for (const child of node.children) {
    if (isElement(child) && visit(child) !== false) eachElement(child, visit);
  }
}

/** The first element below a node that is wanted, in document order. */
export function findElement(
  node: Element | Root,
  wanted: (element: Element) => boolean,
): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = wanted(child) ? child : findElement(child, wanted);
    if (found) return found;
  }
  return undefined;
}

/** The document's body, or all of it where it has none. */
export const bodyOf = (root: Root): Element | Root =>
  findElement(root, ({ tagName }) => tagName === 'body') ?? root;

/** The same content, as the children of an element: no doctype can stand there. */
export const contentOf = (nodes: readonly RootContent[]): ElementContent[] =>
  nodes.filter((node): node is ElementContent => node.type !== 'doctype');

const SELECTOR = /^([a-z0-9]*)((?:[.#][\w-]+)*)$/i;

/** Whether an element fits a selector of one tag, ids and classes: `div#preface`, `h2.heading`. */
export function fits(subject: Element, selector: string): boolean {
  const [, tag = '', rest = ''] = SELECTOR.exec(selector) ?? [];
  if (tag !== '' && tag !== subject.tagName) return false;
  const classes = classesOf(subject);
  return (rest.match(/[.#][^.#]+/g) ?? []).every((part) =>
    part.startsWith('#') ? idOf(subject) === part.slice(1) : classes.includes(part.slice(1)),
  );
}

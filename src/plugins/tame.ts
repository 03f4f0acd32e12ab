/**
 * Markdown's tree after a plugin, as its author could have typed it: what plugins say of HTML (`hName`, `hProperties`,
 * `hChildren`) becomes HTML in the text, so that it is read, and cleaned, as all HTML of manuscripts.
 */
import type { Nodes as HastNodes, Properties } from 'hast';
import type { Html, Nodes, Paragraph, Root, Text } from 'mdast';
import { warning } from '../diagnostics.js';
import { REMOVED } from '../content-model.js';
import { escaped } from '../text/markup.js';
import type { Message } from '../types.js';
import { LEFT_OUT } from './run.js';
import { tagOf, tamedHtml } from './tags.js';

interface HtmlData {
  hName?: unknown;
  hProperties?: Properties;
  hChildren?: HastNodes[];
}

/** Parents whose children are blocks. */
const FLOW = new Set(['root', 'blockquote', 'listItem', 'containerDirective', 'footnoteDefinition']);
/** Nodes within a line; others are asked what they hold. */
const PHRASING = new Set(
  'text emphasis strong delete inlineCode link image break html linkReference imageReference footnoteReference textDirective'.split(
    ' ',
  ),
);
/** The elements of nodes that plugins give classes. */
const ELEMENTS: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  inlineCode: 'code',
  blockquote: 'blockquote',
};
/** Nodes that keep what their author put between braces: a plugin's id and classes are entered there. */
const BRACED = new Set(['heading', 'paragraph', 'link', 'image']);
/** Octavo's own, which say so too. */
const OWN = new Set(['subscript', 'superscript']);

/** HTML that stands in a tree before a plugin runs: it is its author's. */
export function htmlIn(tree: Root): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (node: Nodes): void => {
    if (node.type === 'html') found.add(node.value);
    else if ('children' in node) node.children.forEach(look);
  };
  look(tree);
  return found;
}

/** A tree after a plugin; `before` is the HTML that was there. Elements that no book holds are told of once. */
export function tamed(
  tree: Root,
  plugin: string,
  { before, path }: { before: ReadonlySet<string>; path: string },
): { value: Root; messages: Message[] } {
  const removed = new Set<string>();
  const clean = (html: string): string => {
    const made = tamedHtml(html);
    for (const name of made.removed) removed.add(name);
    return made.html;
  };
  const all = (nodes: readonly Nodes[], isFlow: boolean): Nodes[] => {
    const made = nodes.flatMap((node) => one(node, isFlow));
    return made.length === nodes.length && made.every((node, index) => node === nodes[index])
      ? (nodes as Nodes[])
      : made;
  };
  const one = (node: Nodes, isFlow: boolean): Nodes[] => {
    if (node.type === 'html') {
      if (before.has(node.value)) return [node];
      const html = clean(node.value);
      return html.trim() === '' ? [] : [html === node.value ? node : { ...node, value: html }];
    }
    const data = node.data as HtmlData | undefined;
    const isHtml =
      data && !OWN.has(node.type) && (data.hName ?? data.hProperties ?? data.hChildren) !== undefined;
    if (isHtml) return htmlOf(node, data, isFlow);
    if (!('children' in node)) return [node];
    const children = all(node.children, FLOW.has(node.type));
    return [children === node.children ? node : ({ ...node, children } as Nodes)];
  };
  const htmlOf = (node: Nodes, data: HtmlData, isFlow: boolean): Nodes[] => {
    const { hName, hProperties, hChildren, ...rest } = data;
    const bare = { ...node, data: rest } as Nodes;
    const name = typeof hName === 'string' ? hName.toLowerCase() : undefined;
    if (name !== undefined && REMOVED.has(name) && name !== 'svg' && name !== 'math' && name !== 'img') {
      removed.add(name);
      return [];
    }
    if (!hChildren && BRACED.has(node.type) && (name === undefined || name === 'p'))
      return one({ ...bare, data: { ...rest, attributes: bracedOf(node, hProperties) } } as Nodes, isFlow);
    const element = name ?? ELEMENTS[node.type] ?? (node.type === 'code' ? 'code' : undefined);
    if (element === undefined && !hChildren) return one(bare, isFlow);
    if (name === 'svg' || node.type === 'code' || (isFlow && hChildren)) {
      const inner = hChildren ? hChildren.map(printed).join('') : escaped('value' in node ? node.value : '');
      const own = tagOf(element ?? 'div', hProperties) + inner + `</${element ?? 'div'}>`;
      return htmlNode(node, clean(node.type === 'code' && element === 'code' ? `<pre>${own}</pre>` : own));
    }
    const children: Nodes[] = hChildren
      ? hChildren.flatMap(mdastOf)
      : 'children' in bare
        ? bare.children
        : 'value' in bare
          ? [{ type: 'text', value: bare.value }]
          : [];
    const isLine = children.every(({ type }) => PHRASING.has(type));
    const inner = all(children, !isLine);
    const tag = element ?? 'span';
    const open = htmlNode(node, tagOf(tag, hProperties));
    const close = htmlNode(node, EMPTY.has(tag) ? '' : `</${tag}>`);
    if (!isFlow || !isLine) return [...open, ...inner, ...close];
    // A parser ends the paragraph where the element is a block.
    const line = [...open, ...inner, ...close] as Paragraph['children'];
    return [{ ...(node.position ? { position: node.position } : {}), type: 'paragraph', children: line }];
  };
  const children = all(tree.children, true);
  const value = children === tree.children ? tree : ({ ...tree, children } as Root);
  return { value, messages: [...removed].map((name) => leftOut(plugin, name, path)) };
}

const EMPTY = new Set(['br', 'hr', 'img', 'wbr', 'col']);

const htmlNode = (from: Nodes, value: string): Html[] =>
  value === '' ? [] : [{ type: 'html', value, ...(from.position ? { position: from.position } : {}) }];

/** The message about an element that a plugin added and no book holds. */
export const leftOut = (plugin: string, name: string, path: string): Message =>
  warning(LEFT_OUT, `${plugin} added \`<${name}>\`, which does not belong in a book and was left out`, {
    path,
    hint: name === 'script' ? 'Octavo’s books run no scripts.' : 'An option of the plugin may leave it away.',
  });

/** Id, classes and language as between braces. */
function bracedOf(node: Nodes, properties: Properties = {}): Record<string, string> {
  const own = (node.data as { attributes?: Record<string, string> } | undefined)?.attributes ?? {};
  const { id, className, lang } = properties;
  const classes = [own['class'], className].flat().filter((one) => typeof one === 'string' && one !== '');
  return {
    ...own,
    ...(typeof id === 'string' && id !== '' && !own['id'] ? { id } : {}),
    ...(classes.length > 0 ? { class: classes.join(' ') } : {}),
    ...(typeof lang === 'string' ? { lang } : {}),
  };
}

/** A node of hast as Markdown's tree: HTML round its text. */
function mdastOf(node: HastNodes): Nodes[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value } satisfies Text];
  if (node.type === 'root') return node.children.flatMap(mdastOf);
  const html = printed(node);
  if (node.type !== 'element') return html === '' ? [] : [{ type: 'html', value: html }];
  return [
    { type: 'html', value: tagOf(node.tagName, node.properties) },
    ...node.children.flatMap(mdastOf),
    ...(EMPTY.has(node.tagName) ? [] : [{ type: 'html', value: `</${node.tagName}>` } satisfies Html]),
  ];
}

/** A node of hast as HTML. */
function printed(node: HastNodes): string {
  if (node.type === 'text') return escaped(node.value);
  if (node.type === 'root') return node.children.map(printed).join('');
  if (node.type === 'element') {
    const inner = node.children.map(printed).join('');
    return (
      tagOf(node.tagName, node.properties) + (EMPTY.has(node.tagName) ? '' : `${inner}</${node.tagName}>`)
    );
  }
  return 'value' in node && node.type !== 'comment' ? node.value : '';
}

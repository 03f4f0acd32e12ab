/** Markdown nodes as the HTML of the proof page: plain elements, no address and no attribute of an author's. */
import type { Nodes, Text } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Located } from '../passages.js';
import { attribute, escaped } from '../../text/markup.js';
import { markedText, sceneHtml, type Register } from './marks.js';

/** What the nodes of a page are printed with. */
export interface Printing {
  located: Located;
  register: Register;
}

type Printer<T extends Nodes = Nodes> = (node: T, printing: Printing) => string;
type Table = { [K in Nodes['type']]?: Printer<Extract<Nodes, { type: K }>> };

/** A node as HTML. */
export function print(node: Nodes, printing: Printing): string {
  const printer = TABLE[node.type] as Printer | undefined;
  return printer ? printer(node, printing) : inside(node, printing);
}

const inside: Printer = (node, printing) =>
  'children' in node ? node.children.map((child) => print(child, printing)).join('') : '';

const around =
  (tagName: string): Printer =>
  (node, printing) =>
    `<${tagName}>${inside(node, printing)}</${tagName}>`;

/** A block, with the line of the manuscript that it begins in. */
const block =
  (tagName: string): Printer =>
  (node, printing) =>
    `<${tagName}${attribute('data-line', node.position?.start.line)}>${inside(node, printing)}</${tagName}>\n`;

const text: Printer<Text> = (node, { located, register }) =>
  markedText(node.value, located.marks.get(node) ?? [], register);

/** Blocks whose lines end where their author ended them. */
const LINED = new Set(['verse', 'sign', 'message']);

const TABLE: Table = {
  blockquote: block('blockquote'),
  break: () => '<br>\n',
  code: ({ value }) => `<pre><code>${escaped(value)}</code></pre>\n`,
  containerDirective: (node, printing) =>
    `<div class="box${LINED.has(node.name) ? ' lined' : ''}"><p class="kind">${escaped(node.name)}</p>\n${inside(node, printing)}</div>\n`,
  definition: () => '',
  delete: around('s'),
  emphasis: (node, printing) =>
    node.data?.hName === 'span'
      ? `<span class="small-caps">${inside(node, printing)}</span>`
      : around('em')(node, printing),
  footnoteDefinition: (node, printing) =>
    `<div class="box" role="note"><p class="kind">Note ${escaped(node.label ?? node.identifier)}</p>\n${inside(node, printing)}</div>\n`,
  footnoteReference: ({ label, identifier }) => `<sup>${escaped(label ?? identifier)}</sup>`,
  heading: (node, printing) => block(`h${String(Math.min(node.depth + 1, 6))}`)(node, printing),
  html: ({ value }) => `<code class="raw">${escaped(value)}</code>`,
  image: ({ alt }) => picture(alt),
  imageReference: ({ alt }) => picture(alt),
  inlineCode: ({ value }) => `<code>${escaped(value)}</code>`,
  leafDirective: (node, printing) => `<p class="kind">${escaped(node.name)} ${inside(node, printing)}</p>\n`,
  link: (node, printing) => `<span class="link">${inside(node, printing)}</span>`,
  linkReference: (node, printing) => `<span class="link">${inside(node, printing)}</span>`,
  list: (node, printing) =>
    node.ordered
      ? `<ol${attribute('start', node.start ?? undefined)}>\n${inside(node, printing)}</ol>\n`
      : `<ul>\n${inside(node, printing)}</ul>\n`,
  listItem: (node, printing) => `<li>${BOXES[String(node.checked)] ?? ''}${inside(node, printing)}</li>\n`,
  paragraph: block('p'),
  strong: around('strong'),
  table: (node, printing) => `<table>\n${inside(node, printing)}</table>\n`,
  tableCell: block('td'),
  tableRow: (node, printing) => `<tr>${inside(node, printing)}</tr>\n`,
  text,
  textDirective: (node, printing) =>
    `<span${attribute('lang', node.attributes?.['lang'] ?? undefined)}>${inside(node, printing)}</span>`,
  thematicBreak: (node, { located }) => {
    const change = located.scenes.get(node);
    return change ? sceneHtml(change) : '<hr>\n';
  },
  yaml: () => '',
};

/** U+2610 and U+2611, the boxes of a task list. */
const BOXES: Readonly<Record<string, string>> = { false: '\u2610 ', true: '\u2611 ' };

const picture = (alt: string | null | undefined): string =>
  `<span class="picture">${escaped(alt || 'picture')}</span>`;

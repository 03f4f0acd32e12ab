/** Directives: `:::verse`, `::page[42]`, `:span[…]{lang=fr}` and the others that a manuscript may hold. */
import type { ElementContent, Properties } from 'hast';
import type { ContainerDirective, Directives, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { Context } from '../context.js';
import { attributed } from '../attribution.js';
import { element, isNamed, text } from '../elements.js';
import { brokenLines } from '../lines.js';
import { withNumber } from '../numbered.js';
import { pageBreak } from '../nodes/page-break.js';
import { attributesOf } from './attributes.js';
import { blocks, type Container } from './container.js';
import { figure } from './figure.js';
import { letter } from './letter.js';
import { play } from './play.js';
import { verse } from './verse.js';

const box =
  (tagName: string, className: string, properties: Properties = {}): Container =>
  (node, state) => [tagName, { className: [className], ...properties }, blocks(node, state)];

/** A block whose lines end where its author ended them. */
const lined =
  (className: string): Container =>
  (node, state) => [
    'div',
    { className: [className] },
    blocks(node, state).map((child) =>
      isNamed(child, 'p') ? { ...child, children: brokenLines(child.children) } : child,
    ),
  ];

const epigraph: Container = (node, state) => [
  'blockquote',
  { className: ['epigraph'], 'epub:type': 'epigraph', role: 'doc-epigraph' },
  attributed(blocks(node, state)),
];

/** The blocks that stand as containers, by name. A new one is a line here, one in `input/` and a fixture. */
const CONTAINERS = new Map<string, Container>([
  ['aside', box('aside', 'aside', { role: 'note' })],
  ['dedication', lined('dedication')],
  ['epigraph', epigraph],
  ['equation', box('div', 'equation')],
  ['figure', figure],
  ['letter', letter],
  ['message', lined('message')],
  ['note', box('aside', 'note', { role: 'note' })],
  ['play', play],
  ['sign', lined('sign')],
  ['verse', verse],
]);

/** A directive as HTML; a `page` without a number stays as it was typed. Names that are not ours end at `input`. */
export function directive(
  node: Directives,
  context: Context,
  state: State,
): ElementContent | ElementContent[] | undefined {
  if (node.type === 'containerDirective') return container(node, context, state);
  if (node.name === 'page') {
    const mark = pageBreak(node, context);
    if (mark) return mark;
  }
  if (node.name === 'span') return element('span', attributesOf(node, context), state.all(node));
  return node.type === 'textDirective' ? typed(node, state) : element('p', {}, typed(node, state));
}

function container(node: ContainerDirective, context: Context, state: State): ElementContent {
  const { citations } = context.shared;
  // It stands where its author wanted it first.
  if (node.name === 'refs' && citations?.page === context.page && !citations.isPlaced) {
    citations.isPlaced = true;
    return citations.list;
  }
  const make = CONTAINERS.get(node.name) ?? box('div', node.name);
  const [tagName, properties, children] = make(node, state);
  const own = attributesOf(node, context);
  const className = [properties.className, own.className].flatMap((names) =>
    Array.isArray(names) ? names : [],
  );
  const { page, shared } = context;
  if (className.includes('listing')) page.parts.add('figures');
  const numbered = withNumber(children, node, page, shared.book.locale);
  return element(tagName, { ...properties, ...own, className }, numbered);
}

/** A text or leaf directive as its author typed it. */
function typed(node: LeafDirective | TextDirective, state: State): ElementContent[] {
  const mark = `${node.type === 'textDirective' ? ':' : '::'}${node.name}`;
  const attributes = Object.entries(node.attributes ?? {}).map(([key, value]) =>
    value ? `${key}="${value}"` : key,
  );
  const braces = attributes.length > 0 ? `{${attributes.join(' ')}}` : '';
  const label = node.children.length > 0 ? [text('['), ...state.all(node), text(']')] : [];
  return [text(mark), ...label, ...(braces === '' ? [] : [text(braces)])];
}

/** Directives: `:::verse`, `::page[42]`, `:span[…]{lang=fr}` and the others that a manuscript may hold. */
import type { ElementContent, Properties } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import { attributed } from '../attribution.js';
import { element, isNamed, text } from '../elements.js';
import { brokenLines } from '../lines.js';
import { pageBreak } from '../nodes/page-break.js';
import { attributesOf } from './attributes.js';
import { blocks, type Container } from './container.js';
import { figure } from './figure.js';
import { letter } from './letter.js';
import { play } from './play.js';
import { verse } from './verse.js';

type Directive = ContainerDirective | LeafDirective | TextDirective;

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
  ['figure', figure],
  ['letter', letter],
  ['message', lined('message')],
  ['note', box('aside', 'note', { role: 'note' })],
  ['play', play],
  ['sign', lined('sign')],
  ['verse', verse],
]);

/** A directive that is none of ours stays in the book: its text as it was typed, its content as it is. */
export function directive(
  node: Directive,
  context: Context,
  state: State,
): ElementContent | ElementContent[] | undefined {
  if (node.name === 'page' && node.type !== 'containerDirective') {
    const mark = pageBreak(node, context);
    if (mark) return mark;
  }
  if (node.type === 'containerDirective') return container(node, context, state);
  if (node.type === 'textDirective') {
    if (node.name === 'span') return element('span', attributesOf(node, context), state.all(node));
    return typed(node, context, state);
  }
  return element('p', {}, typed(node, context, state));
}

function container(node: ContainerDirective, context: Context, state: State): ElementContent {
  const make = CONTAINERS.get(node.name);
  if (!make) unknown(node, `:::${node.name}`, context);
  const [tagName, properties, children] = (make ?? box('div', 'block'))(node, state);
  const own = attributesOf(node, context);
  const className = [properties['className'], own['className']].flatMap((names) =>
    Array.isArray(names) ? names : [],
  );
  return element(tagName, { ...properties, ...own, className }, children);
}

/**
 * A text or leaf directive as its author typed it: `Re:Zero` and `a:b` were never meant as one. Only one with
 * brackets is worth a message.
 */
function typed(node: LeafDirective | TextDirective, context: Context, state: State): ElementContent[] {
  const mark = `${node.type === 'textDirective' ? ':' : '::'}${node.name}`;
  const attributes = Object.entries(node.attributes ?? {}).map(([key, value]) =>
    value ? `${key}="${value}"` : key,
  );
  const braces = attributes.length > 0 ? `{${attributes.join(' ')}}` : '';
  if (node.children.length > 0 || braces !== '') unknown(node, mark, context);
  const label = node.children.length > 0 ? [text('['), ...state.all(node), text(']')] : [];
  return [text(mark), ...label, ...(braces === '' ? [] : [text(braces)])];
}

function unknown(node: Directive, mark: string, context: Context): void {
  const known = [...CONTAINERS.keys()].map((name) => `\`:::${name}\``).join(', ');
  context.shared.messages.push(
    warning(
      'directive:unknown',
      `Unexpected directive \`${mark}\`, expected ${known}, \`::page\` or \`:span\``,
      {
        ...at(context, node),
        hint: 'Its content stays. For a colon that is no directive, write `\\:`.',
      },
    ),
  );
}

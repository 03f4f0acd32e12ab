/** Elements whose children must stand in a certain order; what a writer of HTML left open is settled here. */
import type { Element, ElementContent } from 'hast';
import { textOf } from '../../text/hast.js';
import { holdsReference } from '../inner-links.js';
import { element, isBlank, isElement, isNamed, text, without } from '../elements.js';

/** The element with its children in order, or a plainer one where they fit no order. */
export const repaired = (node: Element): Element => REPAIRS.get(node.tagName)?.(node) ?? node;

const renamed = (node: ElementContent, names: ReadonlySet<string>, tagName: string): ElementContent =>
  isElement(node) && names.has(node.tagName) ? { ...node, tagName } : node;

/** The names of the children as words, `x` for those that are not among `names`. */
const order = ({ children }: Element, names: ReadonlySet<string>): string =>
  children
    .filter((node) => !isBlank(node))
    .map((node) => (isElement(node) && names.has(node.tagName) ? `${node.tagName} ` : 'x '))
    .join('');

const SUMMARY = new Set(['summary']);
const CAPTION = new Set(['figcaption']);
const TERMS = new Set(['dt', 'dd']);
const READINGS = new Set(['rt', 'rp']);

/** `summary` once, as the first child: https://html.spec.whatwg.org/multipage/interactive-elements.html#the-details-element */
function details(node: Element): Element {
  const summary = node.children.find((child) => isNamed(child, 'summary'));
  const others = node.children.filter((child) => child !== summary);
  if (summary)
    return { ...node, children: [summary, ...others.map((child) => renamed(child, SUMMARY, 'div'))] };
  const properties = { ...node.properties };
  delete properties.open;
  return element('div', properties, others);
}

/** One or more terms, one or more descriptions, and again: https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element */
function dl(node: Element): Element {
  if (/^(?:(?:dt )+(?:dd )+)*$/.test(order(node, TERMS))) return node;
  return { ...node, tagName: 'div', children: node.children.map((child) => renamed(child, TERMS, 'div')) };
}

/** Whether an element is a base and its reading, or several in a row. */
const isRuby = (node: Element): boolean =>
  !node.children.some((child) => isNamed(child, 'rp') && holdsReference(child)) &&
  /^(?:(?:x )+(?:(?:rt )+|rp (?:rt rp )+))+$/.test(order(node, READINGS));

/** A base and its reading: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-ruby-element */
function ruby(node: Element): Element {
  if (isRuby(node)) return node;
  return {
    ...node,
    tagName: 'span',
    children: node.children.map((child) => renamed(child, READINGS, 'span')),
  };
}

/** Only the items of an ordered list have numbers: https://html.spec.whatwg.org/multipage/grouping-content.html#attr-li-value */
function ul(node: Element): Element {
  const children = node.children.map((child) => {
    if (!isElement(child) || child.properties.value === undefined) return child;
    return { ...child, properties: without(child.properties, 'value') };
  });
  return { ...node, children };
}

/** Text alone, unless a note hangs on it: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-rp-element */
const rp = (node: Element): Element =>
  holdsReference(node) ? node : { ...node, children: [text(textOf(node.children))] };

/** One caption, at the end. */
function figure(node: Element): Element {
  const caption = node.children.find((child) => isNamed(child, 'figcaption'));
  const isFirst = node.children.find((child) => !isBlank(child)) === caption;
  if (!caption || (isFirst && order(node, CAPTION).split('figcaption').length === 2)) return node;
  const others = node.children.filter((child) => child !== caption);
  return { ...node, children: [...others.map((child) => renamed(child, CAPTION, 'div')), caption] };
}

/** The parts of a table in the order in which they must stand. */
const TABLE_PARTS = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'];

/** One caption, one head and one foot; a second head or foot is a body as any other. */
function table(node: Element): Element {
  const parts = node.children.filter((child) => isElement(child));
  const single = (name: string) => parts.find((part) => part.tagName === name);
  const captions = parts.filter((part) => part.tagName === 'caption').flatMap(({ children }) => children);
  const rows = parts
    .filter((part) => part.tagName !== 'caption')
    .map((part): Element => {
      const isSecond = /^t(?:head|foot)$/.test(part.tagName) && part !== single(part.tagName);
      return isSecond ? { ...part, tagName: 'tbody' } : part;
    });
  const caption = single('caption');
  const all = caption ? [{ ...caption, children: captions }, ...rows] : rows;
  const rank = ({ tagName }: Element) => TABLE_PARTS.indexOf(tagName === 'tr' ? 'tbody' : tagName);
  return { ...node, children: all.sort((a, b) => rank(a) - rank(b)) };
}

const REPAIRS: ReadonlyMap<string, (node: Element) => Element> = new Map([
  ['details', details],
  ['dl', dl],
  ['figure', figure],
  ['rp', rp],
  ['ruby', ruby],
  ['table', table],
  ['ul', ul],
]);

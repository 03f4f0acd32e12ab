/** Paragraphs of words and emphasis alone, which most of a story is: read here at a tenth of what a converter takes. */
import type { Element, ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import { isElement } from './elements.js';

const EMPHASIS = { em: 'emphasis', strong: 'strong', del: 'delete' } as const;

/** What HTML collapses; https://infra.spec.whatwg.org/#ascii-whitespace, and the tabulator that the converter takes too. */
const SPACES = /[\t\n\v\f\r ]+/g;
const PADDED = /^[\t\n\v\f\r ]|[\t\n\v\f\r ]$/;

/** A paragraph as Markdown has it; undefined where it holds more than text, and emphasis without space at its edges. */
export function plainParagraph(block: Element): Paragraph | undefined {
  if (block.tagName !== 'p') return undefined;
  const children: PhrasingContent[] = [];
  if (!addAll(block.children, children)) return undefined;
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') first.value = first.value.replace(/^[\t\n\v\f\r ]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[\t\n\v\f\r ]+$/, '');
  collapse(children);
  const isFull = children.every((node) => node.type !== 'text' || node.value !== '');
  return isFull && children.length > 0 ? { type: 'paragraph', children } : undefined;
}

/** Adds what elements say to a list; false where one of them says more than this file knows. */
function addAll(nodes: readonly ElementContent[], list: PhrasingContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return addText(node.value, list);
    if (!isElement(node)) return false;
    if (node.tagName === 'span') return node.properties.hidden === undefined && addAll(node.children, list);
    const type = EMPHASIS[node.tagName as keyof typeof EMPHASIS] as (typeof EMPHASIS)['em'] | undefined;
    const inside: PhrasingContent[] = [];
    if (!type || !addAll(node.children, inside) || inside.length !== 1) return false;
    collapse(inside);
    const [only] = inside;
    if (only?.type === 'text' && (only.value === '' || PADDED.test(only.value))) return false;
    list.push({ type, children: inside });
    return true;
  });
}

function collapse(nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) if (node.type === 'text') node.value = node.value.replaceAll(SPACES, ' ');
}

function addText(value: string, list: PhrasingContent[]): true {
  const last = list.at(-1);
  if (last?.type === 'text') last.value += value;
  else list.push({ type: 'text', value });
  return true;
}

/** Who is quoted: the last line of an epigraph, where it begins with a dash. */
import type { Element, ElementContent } from 'hast';
import { textOf } from '../text/hast.js';
import { addClass, element, isBlank, isNamed, text } from './elements.js';
import { joinLines, splitLines } from './lines.js';

/** HYPHEN-MINUS to HORIZONTAL BAR, and what may stand before it. */
const DASH = /^\s*[-\u2010-\u2015]+\s*\S/;

/**
 * The blocks of a quotation with the source at its end as a paragraph of its own, class `attribution`. A line that
 * begins with a dash is a source only with a text before it. `- Ann` at the end is one, too: Markdown reads a single
 * hyphen as a list, which no quotation ends with.
 */
export function attributed(children: readonly ElementContent[]): ElementContent[] {
  const index = children.findLastIndex((node) => !isBlank(node));
  const last = children[index];
  const only = index > 0 ? onlyItem(last) : undefined;
  if (only)
    return [
      ...children.slice(0, index),
      element('p', { className: ['attribution'] }, [text('\u2014 '), ...only]),
      ...children.slice(index + 1),
    ];
  if (!isNamed(last, 'p')) return [...children];
  const lines = splitLines(last.children);
  const source = lines.findLastIndex((line) => DASH.test(textOf(line)));
  if (source < 0 || (source === 0 && index === 0)) return [...children];
  return [...children.slice(0, index), ...cut(last, lines, source), ...children.slice(index + 1)];
}

/** What the only item of a list says in its only paragraph; nothing of any other block. */
function onlyItem(node: ElementContent | undefined): ElementContent[] | undefined {
  if (!isNamed(node, 'ul')) return undefined;
  const [item, ...others] = node.children.filter((child) => !isBlank(child));
  if (!isNamed(item, 'li') || others.length > 0) return undefined;
  const blocks = item.children.filter((child) => !isBlank(child));
  if (blocks.some((child) => isNamed(child, 'ul') || isNamed(child, 'ol'))) return undefined;
  const [paragraph] = blocks;
  if (!isNamed(paragraph, 'p')) return item.children;
  return blocks.length === 1 ? paragraph.children : undefined;
}

/** A paragraph cut before one of its lines. */
function cut(paragraph: Element, lines: ElementContent[][], source: number): Element[] {
  if (source === 0) {
    addClass(paragraph, 'attribution');
    return [paragraph];
  }
  return [
    { ...paragraph, children: joinLines(lines.slice(0, source), paragraph.children) },
    element('p', { className: ['attribution'] }, joinLines(lines.slice(source), paragraph.children)),
  ];
}

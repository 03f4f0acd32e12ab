/** Who is quoted: the last line of an epigraph, where it begins with a dash. */
import type { Element, ElementContent } from 'hast';
import { textOf } from '../text/hast.js';
import { addClass, element, isBlank, isNamed } from './elements.js';
import { joinLines, splitLines } from './lines.js';

/** HYPHEN-MINUS to HORIZONTAL BAR, and what may stand before it. */
const DASH = /^\s*[-\u2010-\u2015]+\s*\S/;

/**
 * The blocks of a quotation with the source at its end as a paragraph of its own, class `attribution`. A line that
 * begins with a dash is a source only with a text before it.
 */
export function attributed(children: readonly ElementContent[]): ElementContent[] {
  const index = children.findLastIndex((node) => !isBlank(node));
  const last = children[index];
  if (!isNamed(last, 'p')) return [...children];
  const lines = splitLines(last.children);
  const source = lines.findLastIndex((line) => DASH.test(textOf(line)));
  if (source < 0 || (source === 0 && index === 0)) return [...children];
  return [...children.slice(0, index), ...cut(last, lines, source), ...children.slice(index + 1)];
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

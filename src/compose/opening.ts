/** The paragraph that opens a text: whether a theme may set a large initial there. */
import type { Element, ElementContent } from 'hast';

/** An initial is three lines high, and a line of a phone holds about forty characters. */
const LONG_ENOUGH = 140;
/** A capital of a script that has them, behind quotation marks or without. */
const INITIAL = /^\s*(?<marks>[\p{Pi}\p{Pf}\p{Ps}"'\u2014]*)\s*(?<letter>\p{Lu}\p{M}*)/u;
/** Capitals that reach below their line in most typefaces, and marks that do: comma, dot, cedilla, ogonek, line. */
const TAILED = /^[JQ\u0402\u040F\u0414\u0426\u0429]|[\u0323-\u0328\u032D-\u0331]/u;

/**
 * The classes that tell a theme how a text begins: `opening` where its first paragraph is long enough for a large
 * initial and begins with a capital, `opening-tail` as well where the capital reaches below its line, and
 * `opening-speech` alone where quotation marks stand before the capital; else none. No letter gets an element of its
 * own, which screen readers would read apart from its word: style sheets have `::first-letter`.
 */
export function openingClasses(paragraph: Element): string[] {
  const text = textOf(paragraph, LONG_ENOUGH);
  const { marks, letter = '' } = INITIAL.exec(text)?.groups ?? {};
  if (marks === undefined || text.length < LONG_ENOUGH) return [];
  if (marks !== '') return ['opening-speech'];
  return TAILED.test(letter.normalize('NFD')) ? ['opening', 'opening-tail'] : ['opening'];
}

/** The text of a node, at least its first `enough` characters. */
function textOf(node: ElementContent, enough: number): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  let text = '';
  for (const child of node.children) {
    if (text.length >= enough) break;
    text += textOf(child, enough - text.length);
  }
  return text;
}

/** Inline content cut at its line ends. */
import type { ElementContent } from 'hast';
import { element, isElement, isNamed, text } from './elements.js';

/** Inline content with each of its lines but the last ended by a `br`. */
export const brokenLines = (nodes: readonly ElementContent[]): ElementContent[] =>
  splitLines(nodes).flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));

/**
 * The lines of inline content: it is cut at `br` and at line feeds, and an element that runs over a line end is
 * closed and opened again. A line feed behind a `br` is no second line end, and one in a formula none at all.
 */
export function splitLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const add = (node: ElementContent) => lines.at(-1)?.push(node);
  for (const node of nodes) {
    if (isNamed(node, 'br')) lines.push([]);
    else if (node.type === 'text') {
      node.value.split('\n').forEach((part, index) => {
        if (index > 0) lines.push([]);
        if (part !== '') add(text(part));
      });
    } else if (isElement(node) && node.children.length > 0 && node.tagName !== 'math') {
      splitLines(node.children).forEach((children, index) => {
        if (index > 0) lines.push([]);
        // An id may stand once only.
        const { id, ...others } = node.properties;
        const properties = index === 0 && id !== undefined ? { ...others, id } : others;
        if (children.length > 0) add({ ...node, properties, children });
      });
    } else add(node);
  }
  return lines;
}

/**
 * Lines put together again as the content that they are cut from: ended where its author ended them, else only
 * wrapped.
 */
export function joinLines(
  lines: readonly ElementContent[][],
  whole: readonly ElementContent[],
): ElementContent[] {
  const end = (): ElementContent => (hasBreak(whole) ? element('br') : text('\n'));
  return lines.flatMap((line, index) => (index === 0 ? line : [end(), ...line]));
}

const hasBreak = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => isElement(node) && (node.tagName === 'br' || hasBreak(node.children)));

/** Han and kana with their punctuation: no space stands between these. Hangul has spaces between its words. */
const SPACELESS =
  '\\u2E80-\\u312F\\u31A0-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF01-\\uFF65\\u{20000}-\\u{3FFFF}';
/** Marks that belong to whatever stands on their other side. */
const SHARED = '\\u2018-\\u201D\\u2014\\u2026';
const WRAPPED = new RegExp(
  `(?<=[${SPACELESS}][${SHARED}]*)[ \\t]*\\n[ \\t]*(?=[${SHARED}]*[${SPACELESS}])`,
  'gu',
);
const ENDS = new RegExp(`[${SPACELESS}][${SHARED}]*$`, 'u');
const BEGINS = new RegExp(`^[${SHARED}]*[${SPACELESS}]`, 'u');

/**
 * Content whose lines of the manuscript end between two characters of Chinese or Japanese as one line: what is left of
 * the line's end would be shown as a space. https://www.w3.org/TR/css-text-4/#line-break-transform
 */
export function joinedLines(nodes: ElementContent[]): ElementContent[] {
  nodes.forEach((node, index) => {
    if (isElement(node)) {
      if (node.tagName !== 'pre') joinedLines(node.children);
    } else if (node.type === 'text' && node.value.includes('\n')) {
      node.value = node.value.replaceAll(WRAPPED, '');
      const after = nodes[index + 1];
      let at = index - 1;
      while (at > 0 && isNoteReference(nodes[at])) at -= 1;
      const before = isNoteReference(nodes[at]) ? undefined : nodes[at];
      if (node.value.trim() === '') {
        if (before && after && ENDS.test(edgeText(before, -1)) && BEGINS.test(edgeText(after, 0)))
          node.value = '';
        return;
      }
      if (before && BEGINS.test(node.value.trimStart()) && ENDS.test(edgeText(before, -1)))
        node.value = node.value.replace(/^[ \t]*\n[ \t]*/, '');
      if (after && ENDS.test(node.value.trimEnd()) && BEGINS.test(edgeText(after, 0)))
        node.value = node.value.replace(/[ \t]*\n[ \t]*$/, '');
    }
  });
  return nodes;
}

/** A note's number, which stands above the line and parts no words. */
const isNoteReference = (node: ElementContent | undefined): boolean =>
  node !== undefined && isElement(node) && node.properties['epub:type'] === 'noteref';

/** The text at one end of a node: the first for 0, the last for -1. */
function edgeText(node: ElementContent, end: 0 | -1): string {
  if (node.type === 'text') return node.value;
  const child = isElement(node) ? node.children.at(end) : undefined;
  return child && !(isElement(child) && child.tagName === 'br') ? edgeText(child, end) : '';
}

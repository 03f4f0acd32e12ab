/** What is numbered through the book and referred to by its label: figures, tables, equations, listings. */
import type { Element, ElementContent } from 'hast';
import type { Nodes, Parents } from 'mdast';
import type { Locale } from '../types.js';
import { NO_BREAK_SPACE } from '../locales/language.js';
import type { Numbered, Page } from './context.js';
import { element, isNamed, text } from './elements.js';

/** The kinds by how their labels begin, with the word for each. */
const KINDS: Readonly<Record<string, string>> = {
  fig: 'figure',
  tbl: 'table',
  eq: 'equation',
  lst: 'listing',
};

/** Whether a node that its author called so is numbered. */
export function isNumbered(node: Nodes, id: string): boolean {
  const [kind = ''] = id.split('-');
  if (!Object.hasOwn(KINDS, kind)) return false;
  if (node.type === 'containerDirective')
    return node.name === 'figure' || (node.name === 'equation' && kind === 'eq');
  if (node.type === 'paragraph') return node.children.length === 1 && isImage(node.children[0]);
  return isImage(node);
}

const isImage = (node: Nodes | undefined): boolean =>
  node?.type === 'image' || node?.type === 'imageReference';

/**
 * Numbers what the pages have, in reading order, each kind by itself, and within a numbered chapter from 1; returns them
 * by their labels.
 */
export function numberAll(pages: readonly Page[], locale: Locale): Map<string, Numbered> {
  const counts = new Map<string, number>();
  const labels = new Map<string, Numbered>();
  for (const page of pages) {
    for (const [node, label] of page.labelled) {
      const [kind = ''] = label.split('-');
      const chapter = page.section.number === undefined ? '' : `${String(page.section.number)}.`;
      const count = (counts.get(chapter + kind) ?? 0) + 1;
      counts.set(chapter + kind, count);
      const number = `${chapter}${String(count)}`;
      const made = { page, id: page.ids.get(node) ?? label, words: wordsFor(kind, number, locale), number };
      page.numbers.set(node, made);
      if (!labels.has(label)) labels.set(label, made);
    }
  }
  return labels;
}

/** `Figure 3`; `3. ábra` where a language has the number first. */
function wordsFor(kind: string, number: string, { terms }: Locale): string {
  const word = terms[KINDS[kind] ?? ''] ?? '';
  return word.includes('{number}') ? word.replace('{number}', number) : `${word}${NO_BREAK_SPACE}${number}`;
}

/** The children of a figure, its number before its caption; an equation's behind it. */
export function withNumber(
  children: readonly ElementContent[],
  node: Nodes,
  { numbers, parts }: Page,
  locale: Locale,
): ElementContent[] {
  const own = numbers.get(node);
  if (!own) return [...children];
  parts.add('figures');
  if (node.type === 'containerDirective' && node.name === 'equation') {
    const equation = [...children, label(`(${own.number})`)];
    return isWide(node) ? [element('div', { className: ['wide'] }, equation)] : equation;
  }
  const caption = children.find((child): child is Element => isNamed(child, 'figcaption'));
  if (!caption) return [...children, element('figcaption', {}, [label(own.words)])];
  const colon = `${own.words}${locale.spaceBefore[':'] ?? ''}:`;
  const numbered = { ...caption, children: [label(colon), text(' '), ...caption.children] };
  return children.map((child) => (child === caption ? numbered : child));
}

const label = (words: string): Element => element('span', { className: ['caption-number'] }, [text(words)]);

/** The signs of a formula's line beside which a phone has no room for a number: it stands below. */
const WIDE = 24;

/** Whether a formula of an equation, its commands counted as a sign each, is as wide as a page. */
const isWide = ({ children }: Parents): boolean =>
  children.some(
    (child) =>
      child.type === 'math' &&
      child.value
        .split('\\\\')
        .some((line) => line.replaceAll(/\\[a-z]+/gi, 'x').replaceAll(/[\s{}^_&\\]/g, '').length > WIDE),
  );

/**
 * Where in its manuscript each paragraph of a page begins. Composing keeps no places, and need not: a paragraph's
 * letters are the same before and after, and so is the order.
 */
import type { Element, ElementContent, Nodes as HastNodes, Root, RootContent } from 'hast';
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { textOf } from '../text/hast.js';
import type { HastRoot, Section } from '../types.js';

/** The property, `data-line` when it is printed, that gives an element's line in the manuscript. */
const LINE = 'dataLine';

/** Blocks of text that hold no other block of text. */
const TYPED = new Set(['paragraph', 'heading', 'code', 'tableCell', 'definitionListTerm']);
const SET = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'td', 'th', 'dt', 'dd', 'li', 'figcaption'],
  ...['div', 'summary', 'img', 'hr', 'blockquote', 'section', 'header', 'figure', 'table', 'ul', 'ol', 'dl'],
]);

/** As many letters as tell two paragraphs apart. */
const LETTERS = 48;
const OTHER = /\P{L}+/gu;

/** Letters alone: numbers of notes and marks are the build's. */
const keyOf = (text: string): string =>
  text
    .slice(0, 4 * LETTERS)
    .replaceAll(OTHER, '')
    .slice(0, LETTERS);

/** A block of a manuscript's text, and the line that it begins in. */
export interface Typed {
  key: string;
  line: number;
}

/** The blocks of a section in the order of its text. */
export function typedBlocks({ heading, tree, front }: Pick<Section, 'heading' | 'tree' | 'front'>): Typed[] {
  const blocks: Typed[] = [];
  const visit = (node: Nodes): void => {
    const line = node.position?.start.line;
    if (node.type === 'image') add(`image ${keyOf(node.alt ?? '')}`, line);
    else if (TYPED.has(node.type)) add(keyOf(toString(node, { includeImageAlt: false })), line);
    if (node.type === 'thematicBreak') add('hr', line);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  const add = (key: string, line: number | undefined): void => {
    if (line !== undefined && key !== '') blocks.push({ key, line });
  };
  for (const prose of [heading, ...Object.values(front), tree]) if (prose) visit(prose);
  return blocks;
}

/** A copy of a document's body whose paragraphs, headings, cells and pictures have the lines that they begin in. */
export function withLines(body: HastRoot, typed: readonly Typed[]): HastRoot {
  const places = new Map<string, number[]>();
  for (const { key, line } of typed) {
    const lines = places.get(key);
    if (lines) lines.push(line);
    else places.set(key, [line]);
  }
  const taken = new Map<string, number>();
  /** Equal texts are told apart by their order. */
  const lineOf = (key: string): number | undefined => {
    const lines = places.get(key);
    if (!lines) return undefined;
    const count = taken.get(key) ?? 0;
    taken.set(key, count + 1);
    return lines[Math.min(count, lines.length - 1)];
  };
  const copy = <T extends RootContent | ElementContent>(node: T): T => {
    if (node.type !== 'element' || !mayHold(node)) return node;
    const line = isLeaf(node) ? lineOf(setKey(node)) : undefined;
    const properties = line === undefined ? node.properties : { ...node.properties, [LINE]: line };
    return { ...node, properties, children: node.children.map(copy) };
  };
  return { ...body, children: body.children.map(copy) } satisfies Root;
}

/** Whether an element is a block, or may have one in it: pictures stand in paragraphs and links. */
const mayHold = (node: Element): boolean => SET.has(node.tagName) || node.children.some(isElement);
const isElement = (node: HastNodes): node is Element => node.type === 'element';

const isLeaf = (node: Element): boolean =>
  SET.has(node.tagName) && !node.children.some((child) => isElement(child) && holdsBlock(child));

const holdsBlock = (node: Element): boolean =>
  (SET.has(node.tagName) && node.tagName !== 'img') ||
  node.children.some((child) => isElement(child) && holdsBlock(child));

function setKey(node: Element): string {
  if (node.tagName === 'img') return `image ${keyOf(textual(node.properties.alt))}`;
  return node.tagName === 'hr' ? 'hr' : keyOf(textOf(node));
}

const textual = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * A page's blocks made plain: what stands loose becomes paragraphs, two line breaks part them, tables that only lay
 * out a page are undone. Afterwards every container holds blocks alone.
 */
import type { Element, ElementContent, Root, Text } from 'hast';
import { element, findElement, isBlank, isElement, isUnseen, textOf } from './elements.js';

/** Elements that hold blocks. */
const CONTAINERS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center details dialog div fieldset figcaption figure footer form ' +
    'header hgroup html main nav search section'
  ).split(' '),
);
/** Elements that hold a line of text, and stand alone. */
const LINES: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 legend p summary'.split(' '));
/** Elements that are kept as they are. */
const WHOLE: ReadonlySet<string> = new Set('dir dl hr menu ol pre table ul'.split(' '));

export const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

/** Elements that hold blocks, by their name or by what is in them: filled by `plainFlow`. */
export type Containers = ReadonlySet<Element>;

/** Makes a tree's blocks plain, in place, and returns the elements that hold blocks. */
export function plainFlow(root: Root): Containers {
  const containers = new Set<Element>();
  root.children = flowOf(root.children as ElementContent[], containers);
  return containers;
}

const isBlock = (node: ElementContent, containers: Set<Element>): node is Element =>
  isElement(node) &&
  (containers.has(node) ||
    CONTAINERS.has(node.tagName) ||
    LINES.has(node.tagName) ||
    WHOLE.has(node.tagName));

/**
 * Children with their own children settled: those that hold blocks are noted, bottom up. Inline elements without
 * content go and white space stands once, since what collapses it later looks past all of either for what comes next.
 */
function settled(children: readonly ElementContent[], containers: Set<Element>): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const node = isElement(child) && !isUnseen(child) ? settledElement(child, containers) : child;
    const last = result.at(-1);
    if (!node || node.type === 'comment') continue;
    if (!(node.type === 'text' && last?.type === 'text' && isWhiteSpace(node) && isWhiteSpace(last))) {
      result.push(node);
    }
  }
  return result;
}

const isWhiteSpace = ({ value }: Text): boolean => value.length < 200 && /^[\t\n\f\r ]*$/.test(value);

function settledElement(child: Element, containers: Set<Element>): ElementContent | undefined {
  const made = child.tagName === 'table' ? tableOf(child) : child.tagName === 'pre' ? preOf(child) : child;
  settle(made, containers);
  if (
    !INLINE.test(made.tagName) ||
    made.children.some((node) => node.type !== 'text' || !isWhiteSpace(node))
  ) {
    return made;
  }
  return made.children[0];
}

/** Inline elements that are nothing without content. */
const INLINE = /^(a|abbr|b|big|cite|del|em|font|i|ins|s|small|span|strike|strong|sub|sup|tt|u)$/;

function settle(subject: Element, containers: Set<Element>): void {
  const inside = settled(subject.children, containers);
  const holdsBlocks = inside.some((node) => isBlock(node, containers));
  if (KEPT.has(subject.tagName) || (!CONTAINERS.has(subject.tagName) && !holdsBlocks)) {
    subject.children = inside;
    return;
  }
  containers.add(subject);
  subject.children = paragraphs(inside, containers);
}

/** Elements whose children are no blocks of the page's flow: their items and cells are. */
const KEPT: ReadonlySet<string> = new Set('colgroup dir dl menu ol table tbody tfoot thead tr ul'.split(' '));

const flowOf = (children: readonly ElementContent[], containers: Set<Element>): ElementContent[] =>
  paragraphs(settled(children, containers), containers);

/** Blocks as they are, and each run of inline content between them as paragraphs. */
function paragraphs(nodes: readonly ElementContent[], containers: Set<Element>): ElementContent[] {
  const flow: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.some((node) => !isUnseen(node) && !(node.type === 'text' && node.value.trim() === ''))) {
      const pieces = split(run);
      // Two line breaks beside a block part it from the text, and leave no line empty.
      if (pieces.length > 1 && pieces.at(-1)?.every(isIdle) === true) pieces.pop();
      if (pieces.length > 1 && pieces[0]?.every(isIdle) === true) pieces.shift();
      flow.push(...pieces.map((piece) => element('p', piece, placed(piece))));
    }
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node, containers)) {
      run.push(node);
      continue;
    }
    flush();
    if (node.tagName === 'p') parted(node, containers);
    flow.push(node);
  }
  flush();
  return flow;
}

const isIdle = (node: ElementContent): boolean => isUnseen(node) || isBreak(node) || isSpace(node);

/** The first of some nodes whose place is known, or the first in it. */
function placed(nodes: readonly ElementContent[]): ElementContent | undefined {
  for (const node of nodes) {
    const found = node.position || !isElement(node) ? node : placed(node.children);
    if (found?.position) return found;
  }
  return undefined;
}

/** A paragraph that line breaks part holds paragraphs, and is still what it was to whoever knows it. */
function parted(paragraph: Element, containers: Set<Element>): void {
  const pieces = containers.has(paragraph) ? [] : split(paragraph.children);
  if (pieces.length < 2) return;
  containers.add(paragraph);
  paragraph.children = pieces.map((piece) => element('p', piece, placed(piece) ?? paragraph));
}

const isBreak = (node: ElementContent | undefined): boolean => isElement(node) && node.tagName === 'br';
const isSpace = (node: ElementContent | undefined): boolean => node?.type === 'text' && isBlank(node);

/** Inline content parted where line breaks leave a line empty; more empty lines are empty paragraphs. */
function split(nodes: readonly ElementContent[]): ElementContent[][] {
  const pieces: ElementContent[][] = [[]];
  const current = (): ElementContent[] => pieces.at(-1) as ElementContent[];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as ElementContent;
    const breaks = isBreak(node) ? breaksFrom(nodes, at) : { count: 0, end: at };
    if (breaks.count > 1) {
      pieces.push(...Array.from({ length: breaks.count - 1 }, () => []));
      at = breaks.end;
      continue;
    }
    const inside = isElement(node) && holdsBreaks(node) ? split(node.children) : [];
    if (!isElement(node) || inside.length < 2) {
      current().push(node);
      continue;
    }
    // A span round several paragraphs becomes one in each of them.
    inside.forEach((children, index) => {
      if (index > 0) pieces.push([]);
      current().push({ ...node, children });
    });
  }
  return pieces.flatMap((piece) => (isLinePerParagraph(piece) ? atEachBreak(piece) : [piece]));
}

function breaksFrom(nodes: readonly ElementContent[], start: number): { count: number; end: number } {
  let count = 0;
  let end = start;
  for (let at = start; at < nodes.length; at++) {
    if (isBreak(nodes[at])) {
      count += 1;
      end = at;
    } else if (!isSpace(nodes[at])) break;
  }
  return { count, end };
}

const holdsBreaks = (node: Element): boolean =>
  findElement(node, ({ tagName }) => tagName === 'br') !== undefined;

/** Lines of verse are shorter, and so are addresses and signs. */
const PARAGRAPH_LENGTH = 120;
const FEWEST_LINES = 4;

/** Whether single line breaks part paragraphs, as some sites have it: the lines are many, and long as verse is not. */
function isLinePerParagraph(nodes: readonly ElementContent[]): boolean {
  const lines = nodes.filter(isBreak).length + 1;
  if (lines < FEWEST_LINES) return false;
  const length = nodes.reduce((sum, node) => sum + textOf(node).length, 0);
  return length / lines > PARAGRAPH_LENGTH;
}

const atEachBreak = (nodes: readonly ElementContent[]): ElementContent[][] =>
  nodes.reduce<ElementContent[][]>(
    (pieces, node) => {
      if (isBreak(node)) pieces.push([]);
      else pieces.at(-1)?.push(node);
      return pieces;
    },
    [[]],
  );

/** A table of data as it is, its caption before it; one that only lays out a page as containers. */
function tableOf(table: Element): Element {
  const caption = table.children.find(
    (child): child is Element => isElement(child) && child.tagName === 'caption',
  );
  if (isLayout(table)) {
    undo(table);
    return table;
  }
  if (!caption) return table;
  table.children = table.children.filter((child) => child !== caption);
  return element('div', [element('p', caption.children, caption), table], table);
}

const LAID_OUT: ReadonlySet<string> = new Set('caption tbody td tfoot th thead tr'.split(' '));

/** Whether a table lays out a page: one column of cells, or cells with blocks in them that no cell of data has. */
export const isLayout = (table: Element): boolean =>
  findElement(table, ({ tagName }) => /^(table|h[1-6]|hr|blockquote|article|section)$/.test(tagName)) !==
    undefined ||
  findElement(
    table,
    (row) =>
      row.tagName === 'tr' && row.children.filter((cell) => isElement(cell) && !isBlank(cell)).length > 1,
  ) === undefined;

function undo(table: Element): void {
  table.tagName = 'div';
  for (const child of table.children) if (isElement(child) && LAID_OUT.has(child.tagName)) undo(child);
}

/** Text set line by line: its line ends become breaks, so that its paragraphs are found. Code stays code. */
function preOf(pre: Element): Element {
  if (findElement(pre, ({ tagName }) => tagName === 'code')) return pre;
  pre.tagName = 'div';
  // Wattpad sets a page's paragraphs in one: what stands between them is no empty line.
  if (!findElement(pre, ({ tagName }) => tagName === 'p')) breakLines(pre);
  return pre;
}

function breakLines(subject: Element): void {
  subject.children = subject.children.flatMap((child): ElementContent[] => {
    if (isElement(child)) breakLines(child);
    if (child.type !== 'text') return [child];
    return child.value.split('\n').flatMap((value, index) => {
      const text = { ...child, value };
      return index === 0 ? [text] : [element('br', [], child), text];
    });
  });
}

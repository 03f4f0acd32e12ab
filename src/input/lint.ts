/** Text that Markdown reads otherwise than the author surely meant, and trees too deep to work on. */
import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fatal, warning } from '../diagnostics.js';
import type { Message } from '../types.js';

/** How deep a tree may be. */
const MAX_DEPTH = 250;
/** The most characters of a heading that nobody wonders at. */
const LONG_HEADING = 500;

/** Messages about a tree; fatal where it is too deep for the stages to come. */
export function checkTree(tree: Root, path: string): Message[] {
  const messages: Message[] = [];
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, depth } = item;
    if (depth > MAX_DEPTH) return [tooDeep(node, path)];
    if (node.type === 'heading') messages.push(...checkHeading(node, path));
    if (node.type === 'paragraph') messages.push(...checkRows(node, path));
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return messages;
}

/** A row and a line of dashes and bars below it, which Markdown takes for text where their cells differ in number. */
const ROWS = /^\s*\|.*\n\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?(?:\n|$)/;

function checkRows(paragraph: Paragraph, path: string): Message[] {
  const [first] = paragraph.children;
  if (first?.type !== 'text' || !ROWS.test(first.value)) return [];
  for (const child of paragraph.children)
    if (child.type === 'text') child.data = { ...child.data, said: true };
  return [
    warning(
      'markdown:table',
      'These rows are not a table: the first row and the line below it have different numbers of cells',
      {
        path,
        place: paragraph.position?.start,
        hint: 'Give the first row as many cells as the line of dashes; a cell may be empty: `| Name | | |`.',
      },
    ),
  ];
}

function checkHeading(heading: Heading, path: string): Message[] {
  const { length } = toString(heading);
  return length > LONG_HEADING ? [longHeading(heading, length, path)] : [];
}

const tooDeep = ({ position }: Nodes, path: string): Message =>
  fatal('limits:nesting', `Marks are nested more than ${MAX_DEPTH} deep here`, {
    path,
    place: position?.start,
    hint: 'Remove some of the quotes, lists or emphasis that are nested.',
  });

const longHeading = ({ position }: Heading, length: number, path: string): Message =>
  warning('markdown:long-heading', `This heading is very long: ${length} characters`, {
    path,
    place: position?.start,
    hint: 'A line of `---` or `===` right under a paragraph makes it a heading: put an empty line between them.',
  });

/** A book in a single file: its tree split into manuscripts at its top-level headings. */
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { slug } from '../text/slug.js';
import { plainTitle } from '../text/titles.js';
import type { Manuscript } from '../types.js';

/** A piece of a single-file book: a heading (none for what stands before the first) and what follows it. */
export interface Piece {
  heading?: Heading;
  children: RootContent[];
  /** How deep the piece lies in parts: indices of the pieces that hold it, outermost first. */
  parts: number[];
  /** True for a heading with nothing under it that holds the pieces after it: a part. */
  part: boolean;
}

export interface SplitFile {
  /** The heading that names the book, where the front matter does not. */
  title?: Heading;
  pieces: Piece[];
}

/**
 * Splits a manuscript at its top-level headings.
 *
 * Where the front matter gives no title, the file's only level-1 heading is the title, or its first when nothing
 * stands under it; the headings one level down then begin the chapters. A heading with nothing under it, followed
 * by another, is a part: `# Part One`, `# The Ferry`.
 */
export function splitFile(manuscript: Manuscript, titled: boolean): SplitFile {
  const { children } = manuscript.tree;
  const tops = children.filter((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const [first] = tops;
  const namesBook =
    !titled &&
    first !== undefined &&
    isFirst(children, first) &&
    (tops.length === 1 || bodyless(children, first));
  const rest = namesBook ? children.filter((node) => node !== first) : children;
  const pieces = cut(rest, namesBook && tops.length === 1 ? 2 : shallowest(rest));
  // A story alone in its file keeps its title above its text.
  const [only] = pieces;
  if (namesBook && pieces.length === 1 && only && !only.heading) only.heading = first;
  return { ...(namesBook ? { title: first } : {}), pieces: markParts(pieces) };
}

/** How deep the headings are that begin chapters: some people begin at `##`, and some at `###`. */
const shallowest = (children: readonly RootContent[]): number =>
  children.reduce((depth, node) => (node.type === 'heading' ? Math.min(depth, node.depth) : depth), 6);

/** Nodes that print nothing. */
const SILENT = new Set(['definition', 'footnoteDefinition', 'yaml', 'toml']);

const isFirst = (children: RootContent[], heading: Heading): boolean =>
  children.find((node) => !SILENT.has(node.type)) === heading;

function bodyless(children: RootContent[], heading: Heading): boolean {
  const next = children.slice(children.indexOf(heading) + 1).find((node) => !SILENT.has(node.type));
  return next?.type === 'heading' && next.depth === 1;
}

const prints = ({ heading, children }: Piece): boolean =>
  heading !== undefined || children.some((node) => !SILENT.has(node.type) && !isOpening(node));

/** Tags that open a part of a page, and comments: alone, they show nothing. */
const OPENING = /^(?:\s*<(?:article|center|div|main|section)\b[^<>]*>|\s*<!--(?:(?!-->)[\s\S])*-->)+\s*$/i;
const isOpening = (node: RootContent): boolean => node.type === 'html' && OPENING.test(node.value);

function cut(children: RootContent[], depth: number): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { children: [], parts: [], part: false };
  for (const node of children) {
    if (node.type === 'heading' && node.depth <= depth) {
      // Definitions and opened tags alone, above the first heading, make no page of their own.
      const kept = prints(piece) ? [] : piece.children;
      if (prints(piece)) pieces.push(piece);
      piece = { heading: node, children: kept, parts: [], part: false };
    } else piece.children.push(node);
  }
  return prints(piece) ? [...pieces, piece] : pieces;
}

/**
 * Finds the parts. Two in a row nest (`Book I`, `Part I`), and a part of a sort seen before (its first word)
 * closes the parts down to that one.
 */
function markParts(pieces: Piece[]): Piece[] {
  const open: { word: string; index: number }[] = [];
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    piece.part =
      piece.heading !== undefined && piece.children.every((node) => SILENT.has(node.type)) && !!next?.heading;
    if (piece.part) {
      const word = slug(plainTitle(piece.heading)).replace(/-.*$/u, '');
      const same = open.findIndex((part) => part.word === word);
      if (same >= 0) open.length = same;
      else if (!pieces[index - 1]?.part) open.length = 0;
      piece.parts = open.map((part) => part.index);
      open.push({ word, index });
    } else piece.parts = open.map((part) => part.index);
  });
  return pieces;
}

/** A heading's content as a root with one paragraph: what stands at the head of a document. */
export const headingTree = (heading: Heading): Root => ({
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: heading.children,
      ...(heading.data ? { data: heading.data } : {}),
      ...(heading.position ? { position: heading.position } : {}),
    },
  ],
});

/** Plain text as such a root. */
export const textTree = (text: string): Root => linesTree([text]);

/** Lines of plain text as such a root. */
export const linesTree = (lines: readonly string[]): Root => ({
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: lines.flatMap((value, index): PhrasingContent[] => [
        ...(index > 0 ? [{ type: 'break' as const }] : []),
        { type: 'text', value },
      ]),
    },
  ],
});

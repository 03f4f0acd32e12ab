/** Markdown to mdast: CommonMark with GFM and directives, each switched on only for a text that has its trigger. */
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown, type Extension as TreeExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension as SyntaxExtension } from 'micromark-util-types';
import type { Message } from '../types.js';
import type { Result } from '../diagnostics.js';
import { chunksOf } from './chunks.js';
import { definedLabels, defines, removeStubs, withStubs } from './definitions.js';
import { hasDirective, knownDirectives, settleDirectives } from './directives.js';
import { escapesFromMarkdown, hasEscape } from './escapes.js';
import { hasTildeBreak, tildeBreak } from './scene-break.js';

interface Syntax {
  /** Whether a text can need it: a cheap test that may say yes in vain, never no. */
  wanted: (text: string) => boolean;
  syntax?: () => SyntaxExtension;
  tree?: () => TreeExtension;
}

const always = (): boolean => true;

/** Syntax beyond CommonMark, by what it costs: tables and literal links double the time of a novel that has none. */
const SYNTAXES: readonly Syntax[] = [
  { wanted: always, syntax: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  { wanted: always, syntax: gfmStrikethrough, tree: gfmStrikethroughFromMarkdown },
  { wanted: always, syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { wanted: (text) => text.includes('|'), syntax: gfmTable, tree: gfmTableFromMarkdown },
  { wanted: (text) => /https?:|www\.|@/i.test(text), syntax: gfmAutolinkLiteral, tree: literalLinks },
  { wanted: hasDirective, syntax: knownDirectives, tree: directiveFromMarkdown },
  { wanted: hasTildeBreak, syntax: tildeBreak },
  { wanted: hasEscape, tree: escapesFromMarkdown },
];

/** Without its second search in the tree, which finds next to nothing and takes the positions of what it splits. */
function literalLinks(): TreeExtension {
  return { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };
}

/** Where a Markdown text stands in its file. */
export interface Origin {
  path: string;
  /** The line of the file on which the text begins, from 1. */
  line: number;
  /** Its offset in the file. */
  offset: number;
}

/**
 * The tree of a Markdown text, positions counted in its file, and warnings about its directives.
 * `pieces` is the fewest characters of a piece that is parsed by itself.
 */
export function parseMarkdown(text: string, { path, line, offset }: Origin, pieces?: number): Result<Root> {
  const wanted = SYNTAXES.filter((one) => one.wanted(text));
  const extensions = wanted.flatMap((one) => one.syntax?.() ?? []);
  const mdastExtensions = wanted.flatMap((one) => one.tree?.() ?? []);
  const parseWhole = (markdown: string): Root => fromMarkdown(markdown, { extensions, mdastExtensions });
  const { children } = parsePieces(text, parseWhole, pieces) ?? parseWhole(text);
  const tree: Root = { type: 'root', children };
  shift(tree, line - 1, offset);
  const messages: Message[] = hasDirective(text) ? settleDirectives(tree, { text, offset }, path) : [];
  return { value: tree, messages };
}

/** The tree of a text parsed in pieces; nothing where it must be parsed whole. */
function parsePieces(text: string, parsePiece: (piece: string) => Root, length?: number): Root | undefined {
  const labels = definedLabels(text);
  const pieces = chunksOf(text, length);
  if (!labels || pieces.length === 1) return undefined;
  const children = pieces.flatMap((piece) => {
    const tree = parsePiece(withStubs(piece.text, labels));
    removeStubs(tree, piece.text.length);
    shift(tree, piece.lines, piece.offset);
    return tree.children;
  });
  const tree: Root = { type: 'root', children };
  return defines(tree, labels) ? tree : undefined;
}

/** Moves the positions in a tree by lines and characters. */
function shift(tree: Root, lines: number, offset: number): void {
  if (lines === 0 && offset === 0) return;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.position) {
      for (const point of [node.position.start, node.position.end]) {
        point.line += lines;
        point.offset = (point.offset ?? 0) + offset;
      }
    }
    if ('children' in node) open.push(...node.children);
  }
}

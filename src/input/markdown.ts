/** Markdown to mdast: CommonMark with GFM and directives, each switched on only for a text that has its trigger. */
import type { Code, Nodes, Parents, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
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
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Message } from '../types.js';
import type { Result } from '../diagnostics.js';
import { localeOf } from '../locales/index.js';
import { calloutOf, hasCallout, isBox, wordFor, type LabelOf } from './markup/callouts.js';
import { hasCitation, settleCitations } from './markup/citations.js';
import { cjkEmphasis, hasCjkEmphasis } from './markup/cjk.js';
import { hasCountedLines, settleCountedLines } from './markup/counted-lines.js';
import { hasContentsMark, settleContentsMarks } from './markup/contents-marks.js';
import { chunksOf, mayCut } from './fast/chunks.js';
import { hasDated, hideDates, settleDated } from './markup/dated.js';
import { hasDrawnTable, hideDrawn, settleDrawn } from './markup/drawn-tables.js';
import {
  giveDefinitionAttributes,
  hasDefinitionAttributes,
  takeDefinitionAttributes,
} from './markup/definition-attributes.js';
import { definedLabels, defines, removeStubs, withStubs } from './fast/definitions.js';
import {
  angleQuotes,
  hasAngleQuotes,
  hideAngles,
  quotesByAngles,
  restoreAngles,
  settleAngleQuotes,
} from './markup/angle-quotes.js';
import { hasAttributes, hasImageSize, settleAttributes, settleImageSizes } from './markup/attributes.js';
import { hasDefinition, settleDefinitionLists } from './markup/definition-lists.js';
import { hasDirective, knownDirectives, settleDirectives } from './markup/directives.js';
import { escapesFromMarkdown, hasEscape } from './markup/escapes.js';
import { hasGap, settleGaps } from './markup/gaps.js';
import { hasCaption, settleImageCaptions } from './markup/image-captions.js';
import { hasIndexMark, settleIndexMarks } from './markup/index-marks.js';
import { hasInnerList, settleInnerLists } from './markup/inner-lists.js';
import { hasInlineNote, settleInlineNotes } from './markup/inline-notes.js';
import { insetReader } from './markup/inset.js';
import { hasLineBlock, settleLineBlocks } from './markup/line-blocks.js';
import { hasNumbers, settleNumbers } from './markup/list-numbers.js';
import { mathFromMarkdown, mathSyntax, settleMath } from './markup/math.js';
import { captionDefined, hasReference, settleReferences } from './markup/references.js';
import { condense, expand } from './fast/plain.js';
import { hasRaised, raisedFromMarkdown, raisedSyntax } from './markup/raised.js';
import { hasHiddenSpaces, rewritten, spacesBack } from './markup/rewrite.js';
import { hasTableCaption, settleTableCaptions } from './markup/table-captions.js';
import { hasTildeBreak, tildeBreak } from './markup/scene-break.js';
import { shiftNode } from './fast/shift.js';
import type { Speech } from './speech/lines.js';
import { hideHyphens, restoreHyphens, splitSpeeches, STAND_IN } from './speech/stand-in.js';
import { unclosed } from './markup/unclosed.js';
import { LINE_START } from './markup/verse.js';
import { hasVerseLine, hideVerseLines } from './markup/verse-lines.js';
import { restoreHidden } from './markup/hidden.js';
import { hasTableCode, hideTableCode } from './markup/table-code.js';
import { hasUnknownTag, settleUnknownTags } from './markup/unknown-tags.js';
import { linesIn } from './places.js';

interface Syntax {
  /** Whether a text can need it: a cheap test that may say yes in vain, never no. */
  wanted: (text: string) => boolean;
  syntax?: () => SyntaxExtension;
  tree?: () => TreeExtension;
  /** What it reads in a paragraph that holds none of the characters of plain Markdown. */
  reads?: RegExp;
}

const always = (): boolean => true;

/** Syntax beyond CommonMark, by what it costs: tables and literal links double the time of a novel that has none. */
const SYNTAXES: readonly Syntax[] = [
  { wanted: always, syntax: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  { wanted: always, syntax: gfmStrikethrough, tree: gfmStrikethroughFromMarkdown },
  { wanted: always, syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { wanted: hasCjkEmphasis, syntax: () => cjkEmphasis(gfmStrikethrough()) },
  { wanted: hasRaised, syntax: raisedSyntax, tree: raisedFromMarkdown, reads: /\^/ },
  { wanted: (text) => text.includes('|'), syntax: gfmTable, tree: gfmTableFromMarkdown },
  {
    wanted: (text) => /https?:|www\.|@/i.test(text),
    syntax: gfmAutolinkLiteral,
    tree: literalLinks,
    reads: /https?:|www\./,
  },
  { wanted: hasDirective, syntax: knownDirectives, tree: directiveFromMarkdown, reads: /:/ },
  { wanted: hasTildeBreak, syntax: tildeBreak },
  { wanted: hasEscape, tree: escapesFromMarkdown },
  // Read from the tree: `settleAttributes` and `settleDefinitionLists`.
  { wanted: hasAttributes, reads: /\{/ },
  { wanted: hasDefinition, reads: /^:[ \t]/ },
  { wanted: hasReference, reads: /@/ },
  { wanted: hasIndexMark, reads: /\\index|\.index/ },
];

const MATH: Syntax = { wanted: (text) => text.includes('$'), syntax: mathSyntax, tree: mathFromMarkdown };

const ANGLES: Syntax = { wanted: hasAngleQuotes, syntax: angleQuotes, reads: />>/ };

const CITATIONS: Syntax = { wanted: hasCitation, reads: /@/ };

const BYTE_ORDER_MARK = '\uFEFF';

/** Without its second search in the tree, which finds next to nothing and takes the positions of what it splits. */
function literalLinks(): TreeExtension {
  return { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };
}

/** Syntax that plugins add: extensions of micromark, and of mdast-util-from-markdown. */
export interface MoreSyntax {
  syntax: readonly SyntaxExtension[];
  tree: readonly TreeExtension[];
}

/** Where a Markdown text stands in its file. */
export interface Origin {
  path: string;
  /** The line of the file on which the text begins, from 1. */
  line: number;
  /** Its offset in the file. */
  offset: number;
  /** Whether formulas may stand between dollar signs. */
  math?: boolean;
  /** Whether `[@key]` is a citation. */
  cited?: boolean;
  /** The lines of the text that are speeches. */
  speech?: Speech | undefined;
  /** The language of the text, for the words that head its boxes. */
  language?: string | undefined;
  /** What plugins read in it beside. */
  more?: MoreSyntax | undefined;
}

/**
 * The tree of a Markdown text, positions counted in its file, and warnings about its directives.
 * `length` is the fewest characters of a piece that is parsed by itself; with `Infinity`, the parser reads it all.
 */
export function parseMarkdown(typed: string, origin: Origin, length?: number): Result<Root> {
  const { path, line } = origin;
  const speech = typed.includes(STAND_IN) ? undefined : origin.speech;
  const marked = quotesByAngles(localeOf(origin.language ?? 'en')) ? hideAngles(typed) : typed;
  const { text: shown, drawn } = hasDrawnTable(marked) ? hideDrawn(marked) : { text: marked, drawn: [] };
  const made = rewritten(speech ? hideHyphens(shown, speech) : shown);
  const inVerse = hasVerseLine(made) ? hideVerseLines(made) : made;
  const inCells = hasTableCode(inVerse) ? hideTableCode(inVerse) : inVerse;
  const hidden = hasDated(inCells) ? hideDates(inCells) : inCells;
  const { text, taken } = withoutAttributes(hidden);
  const { cuts, messages } = unclosed(text, path, line);
  const labels = cuts.length > 0 ? definedLabels(text) : undefined;
  const starts = [0, ...cuts];
  const parts = starts.map((from, index) => {
    const own = text.slice(from, starts[index + 1]);
    const at = { ...origin, line: line + linesIn(text, from), offset: origin.offset + from };
    const part = parsePart(withStubs(own, labels), at, length);
    removeStubs(part.value, at.offset + own.length);
    return part;
  });
  const tree: Root = { type: 'root', children: parts.flatMap(({ value }) => value.children) };
  if (speech) {
    splitSpeeches(tree, new Set([...speech.starts].map((start) => start + line - 1)));
    restoreHyphens(tree, speech);
  }
  if (hidden !== made) restoreHidden(tree);
  if (drawn.length > 0) {
    const known = definedLabels(text);
    settleDrawn(tree, drawn, (markdown) => {
      const cell = parseMarkdown(withStubs(markdown, known), { ...origin, speech: undefined }).value;
      removeStubs(cell, origin.offset + markdown.length);
      return cell;
    });
    settleTableCaptions(tree);
  }
  if (taken.size > 0) giveDefinitionAttributes(tree, taken);
  if (taken.size > 0 || text.includes('{#fig')) captionDefined(tree);
  if (hasInlineNote(text)) settleInlineNotes(tree);
  if (hasHiddenSpaces(text)) restoreSpaces(tree);
  return { value: tree, messages: [...messages, ...parts.flatMap((part) => part.messages)] };
}

const withoutAttributes = (text: string): ReturnType<typeof takeDefinitionAttributes> =>
  hasDefinitionAttributes(text) ? takeDefinitionAttributes(text) : { text, taken: new Map() };

/** Puts the spaces back that were taken out of addresses. */
function restoreSpaces(tree: Root): void {
  visit(tree, (node) => {
    if ('url' in node) node.url = spacesBack(node.url);
    if ('value' in node) node.value = spacesBack(node.value);
  });
}

/** The tree of a text in which every block ends. */
function parsePart(text: string, origin: Origin, length?: number): Result<Root> {
  const { path, line, offset, math = false, cited = false, language, more } = origin;
  const locale = localeOf(language ?? 'en');
  const { terms } = locale;
  const angles = quotesByAngles(locale) ? [ANGLES] : [];
  const wanted = [...SYNTAXES, ...angles, ...(math ? [MATH] : []), ...(cited ? [CITATIONS] : [])].filter(
    (one) => one.wanted(text),
  );
  // A formula may hold an empty line, and so may whatever a plugin reads.
  const pieces = wanted.includes(MATH) || more ? Infinity : length;
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [...wanted.flatMap((one) => one.syntax?.() ?? []), ...(more?.syntax ?? [])])
    .data('fromMarkdownExtensions', [...wanted.flatMap((one) => one.tree?.() ?? []), ...(more?.tree ?? [])])
    .freeze();
  const excluded = wanted.flatMap((one) => one.reads?.source ?? []).join('|');
  const { text: condensed, rows } =
    pieces !== Infinity && mayCut(text)
      ? condense(text, excluded === '' ? undefined : new RegExp(excluded, 'i'))
      : { text, rows: [] };
  const parseWhole = (markdown: string): Root => {
    const root = processor.parse(markdown);
    // The parser leaves a byte-order mark out and does not count it.
    if (markdown.startsWith(BYTE_ORDER_MARK)) shiftNode(root, 0, 1);
    return root;
  };
  const { children } = expand(parsePieces(condensed, parseWhole, pieces) ?? parseWhole(condensed), rows);
  const tree: Root = { type: 'root', children };
  shiftNode(tree, line - 1, offset);
  restoreAngles(tree, text);
  const messages: Message[] = [];
  const readInset = insetReader({ text, line, offset }, (markdown) =>
    parseMarkdown(markdown, { path, line: 1, offset: 0, math, cited, language, more }),
  );
  const readCode = (code: Code, inset?: RegExp) => {
    const more = readInset(code, inset);
    messages.push(...(more?.messages ?? []));
    return more?.value;
  };
  const labelOf: LabelOf = (name) => (isBox(name) && terms[name.toLowerCase()]) || wordFor(name);
  if (hasCallout(text)) settleCallouts(tree, labelOf);
  if (hasDirective(text)) {
    const readLines = (code: Code) =>
      readCode({ ...code, value: code.value.replaceAll(/^[ \t]+/gm, '') }, LINE_START);
    messages.push(...settleDirectives(tree, { text, offset }, path, readLines, labelOf));
  }
  if (hasDated(text)) settleDated(tree, locale, { text, offset });
  if (hasInnerList(text)) settleInnerLists(tree, { text, offset }, locale.dialogue !== undefined);
  if (hasNumbers(text)) messages.push(...settleNumbers(tree, { text, offset }, path));
  if (wanted.includes(ANGLES)) settleAngleQuotes(tree);
  if (wanted.includes(MATH)) settleMath(tree, { text, offset });
  if (hasIndexMark(text)) settleIndexMarks(tree);
  if (hasAttributes(text)) settleAttributes(tree);
  if (hasImageSize(text)) settleImageSizes(tree);
  if (hasLineBlock(text)) settleLineBlocks(tree);
  if (hasContentsMark(text)) messages.push(...settleContentsMarks(tree, { text, offset }, path));
  if (hasCaption(text)) {
    settleImageCaptions(
      tree,
      text,
      (markdown) => parseMarkdown(markdown, { path, line: 1, offset: 0, math, cited, language, more }).value,
    );
  }
  if (hasCountedLines(text)) settleCountedLines(tree);
  if (hasUnknownTag(text)) settleUnknownTags(tree);
  if (hasGap(text)) settleGaps(tree);
  if (text.includes('|') && hasTableCaption(text)) settleTableCaptions(tree);
  if (hasReference(text)) settleReferences(tree);
  if (wanted.includes(CITATIONS)) settleCitations(tree);
  if (hasDefinition(text)) settleDefinitionLists(tree, (code) => readCode(code));
  return { value: tree, messages };
}

/** Makes boxes of the quotations that begin as such. */
function settleCallouts(parent: Parents, labelOf: LabelOf): void {
  parent.children = (parent.children as Nodes[]).map((child) => {
    if ('children' in child) settleCallouts(child, labelOf);
    return child.type === 'blockquote' ? (calloutOf(child, labelOf) ?? child) : child;
  }) as typeof parent.children;
}

/** The tree of a text parsed in pieces; nothing where it must be parsed whole. */
function parsePieces(text: string, parsePiece: (piece: string) => Root, length?: number): Root | undefined {
  const labels = definedLabels(text);
  const pieces = chunksOf(text, length);
  if (!labels || pieces.length === 1) return undefined;
  const children = pieces.flatMap((piece) => {
    const tree = parsePiece(withStubs(piece.text, labels));
    removeStubs(tree, piece.text.length);
    shiftNode(tree, piece.lines, piece.offset);
    return tree.children;
  });
  const tree: Root = { type: 'root', children };
  return defines(tree, labels) ? tree : undefined;
}

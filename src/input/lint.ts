/** Text that Markdown reads otherwise than the author surely meant, and trees too deep to work on. */
import type { Code, Definition, Heading, Html, Nodes, Paragraph, Root } from 'mdast';
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
  const indented: Code[] = [];
  const definitions: Definition[] = [];
  const used = new Set<string>();
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, depth } = item;
    if (depth > MAX_DEPTH) return [tooDeep(node, path)];
    if (node.type === 'heading') messages.push(...checkHeading(node, path));
    if (node.type === 'code' && isIndentedProse(node)) indented.push(node);
    if (node.type === 'html' && holdsMarkdown(node)) messages.push(unreadMarkdown(node, path));
    if (node.type === 'html' && NEVER_ENDS.test(node.value)) messages.push(endlessComment(node, path));
    if (node.type === 'paragraph') messages.push(...checkRows(node, path));
    if (node.type === 'definition' && WORD.test(node.url)) definitions.push(node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if (!('children' in node)) continue;
    node.children.forEach((child, index) => {
      open.push({ node: child, depth: depth + 1 });
      if (child.type === 'thematicBreak' && isRuleOfTable(child, node.children[index - 1]))
        messages.push(dashedTable(child, path));
      if (child.type === 'heading' && isFenced(child, node.children[index - 1]))
        messages.push(underlined(child, path));
    });
  }
  const unused = definitions.filter(({ identifier }) => !used.has(identifier));
  if (unused.length > 0) messages.push(unusedAddress(unused, path));
  return indented.length > 0 ? [...messages, indentedProse(indented, path)] : messages;
}

/** What is a word in a log of speech, `[Anna]: Hi`, rather than an address. */
const WORD = /^[^./#:@%]+$/;

function unusedAddress(found: readonly Definition[], path: string): Message {
  const [first, more] = firstOf(found);
  const shown = `[${first?.label ?? ''}]: ${first?.url ?? ''}`;
  return warning(
    'link:unused',
    `\`${shown}\` reads as the address of a link that nothing uses, and is not printed${more}`,
    {
      path,
      place: first?.position?.start,
      hint: `If it is text, put a backslash before it: \`\\${shown}\`.`,
    },
  );
}

/** The first in the text of nodes alike, and how many more there are; the tree is walked from its end. */
function firstOf<Node extends Nodes>(found: readonly Node[]): [Node | undefined, string] {
  const [first] = found.toSorted((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
  return [
    first,
    found.length > 1 ? `, and so ${found.length > 2 ? 'are' : 'is'} ${found.length - 1} more` : '',
  ];
}

/** A comment that goes on to the end of the text. */
const NEVER_ENDS = /^\s*<!--(?!-?>|[\s\S]*--!?>)/;

const endlessComment = ({ position }: Nodes, path: string): Message =>
  warning('markdown:comment', 'This comment never ends: all that follows it is left out of the book', {
    path,
    place: position?.start,
    hint: 'End it with `-->`.',
  });

const BLOCK_TAG = /^\s*<(?:div|section|article|aside|center|p|blockquote|details|figure|td)\b/i;
const READ =
  /^#{1,6}[ \t]\S|\*\*[^\s*][^*\n]*\*\*|(?<![\w*])\*[^\s*][^*\n]*[^\s*]\*(?![\w*])|\[[^[\]\n]+\]\([^()\s]+\)/m;
const NOT_TEXT = /<(pre|code|script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^<>]*>/gi;

/** Whether a block of HTML has text in it that looks like Markdown, which is not read there. */
const holdsMarkdown = ({ value }: Html): boolean =>
  BLOCK_TAG.test(value) && READ.test(value.replaceAll(NOT_TEXT, ''));

const unreadMarkdown = ({ position }: Nodes, path: string): Message =>
  warning('markdown:in-html', 'Markdown right below a tag of HTML is printed as typed', {
    path,
    place: position?.start,
    hint: 'Leave an empty line between the tag and the text, or write the text in HTML, too.',
  });

/** What prose has and code has not: words with spaces between them at the head of a line, and a sentence that ends. */
const WORDS = /^(?:[^\s;#]+\s+){5}/m;
const ENDS = /[.!?\u2026,:;]["'\u2019\u201D\u00BB]*$/m;
const CODE = /[{}<>=$|\\]|\(\)|\/\/|^[ \t]*#/m;

/** Code that spaces make, and no fence, and that reads as prose. */
const isIndentedProse = ({ value, lang, position }: Code): boolean =>
  !lang &&
  position !== undefined &&
  value.split('\n').length === position.end.line - position.start.line + 1 &&
  !CODE.test(value) &&
  ENDS.test(value.slice(WORDS.exec(value)?.index ?? value.length));

function indentedProse(found: readonly Code[], path: string): Message {
  const [first, more] = firstOf(found);
  return warning(
    'markdown:indented',
    `This paragraph is set in by four spaces or a tab, and printed as code for that${more}`,
    {
      path,
      place: first?.position?.start,
      hint: 'Take the spaces out: the theme sets the first lines of paragraphs in. For lines of verse there is `:::verse`.',
    },
  );
}

/** A row of dashes right below words, longer than anybody types for a break between scenes. */
const isRuleOfTable = ({ position }: Nodes, before: Nodes | undefined): boolean =>
  before?.type === 'paragraph' &&
  position !== undefined &&
  before.position?.end.line === position.start.line - 1 &&
  position.end.column - position.start.column > LONGEST_BREAK;

const LONGEST_BREAK = 12;

const dashedTable = ({ position }: Nodes, path: string): Message =>
  warning('markdown:table', 'This line of dashes is a break between scenes: no table begins with it', {
    path,
    place: position?.start,
    hint: 'Part the cells by bars, `| Name | Rank |`, and the row below by `| --- | --- |`.',
  });

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
  const text = toString(heading);
  if (text.length > LONG_HEADING) return [longHeading(heading, text.length, path)];
  const { start, end } = heading.position ?? {};
  const lines = (end?.line ?? 1) - (start?.line ?? 1);
  // A title seldom ends as a sentence does, or takes several lines.
  return heading.depth === 2 && lines > 0 && (lines > 1 || SENTENCE_END.test(text))
    ? [underlined(heading, path)]
    : [];
}

/** A line between two rows of hyphens that touch it: metadata, or text between breaks. */
const isFenced = ({ depth, position }: Heading, before: Nodes | undefined): boolean =>
  depth === 2 &&
  before?.type === 'thematicBreak' &&
  position?.end.line === (position?.start.line ?? 0) + 1 &&
  before.position?.end.line === (position?.start.line ?? 0) - 1;

const SENTENCE_END = /[.,;:\u2026]["'\u2019\u201D\u00BB]*$|["\u201D\u00BB]$/;

const underlined = ({ position }: Heading, path: string): Message =>
  warning(
    'markdown:underlined',
    'This paragraph is a heading because of the line of hyphens right below it',
    {
      path,
      place: position?.start,
      hint: 'For a break between scenes, put an empty line above the hyphens. For a heading, begin the line with `## `.',
    },
  );

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

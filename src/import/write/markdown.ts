/** Pieces of a story as Markdown. */
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Emphasis, PhrasingContent, RootContent, Strong, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { escapeAll, escapeText, literal, markdownOf, spansOf } from './inline.js';
import type { Piece } from './piece.js';

/** How a piece is written: with its emphasis, or with every mark of it escaped. */
export type Manner = (piece: Piece) => string;

const SCENE_BREAK = '* * *';

export type Escape = (line: string, atStart: boolean, after: string) => string;

/** Content as Markdown. */
type Writer = (content: readonly RootContent[]) => string;

function writerWith(escape: Escape, resourceLink = false): Writer {
  const writer = libraryWriter(escape, resourceLink);
  return (content) =>
    plainMarkdown(content, escape) ?? writer.stringify({ type: 'root', children: [...content] }).trim();
}

/** The library's writer, which knows all of Markdown. */
export const libraryWriter = (escape: Escape, resourceLink: boolean) =>
  unified()
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      strong: '*',
      rule: '*',
      ruleSpaces: true,
      resourceLink,
      handlers: {
        text: (node: Text, _: unknown, __: unknown, { before, after }: { before: string; after: string }) =>
          node.value
            .split('\n')
            .map((line, index, lines) =>
              escape(line, index > 0 || before === '\n', index === lines.length - 1 ? after : ''),
            )
            .join('\n'),
      },
    })
    .data('toMarkdownExtensions', [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown(),
    ])
    .freeze();

const readableWriter = writerWith(escapeText);
const verbatimWriter = writerWith(escapeAll, true);

/** A letter inside of a mark of emphasis, and none outside: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis */
const WITHIN = /^[\p{L}\p{N}](?:[^\n]*[\p{L}\p{N}])?$/u;
const [BEFORE, AFTER] = [/(?:^|[\s\p{P}])$/u, /^(?:$|[\s\p{P}])/u];

/** A paragraph of text and of emphasis that has one reading, as Markdown; undefined for any other content. */
export function plainMarkdown(content: readonly RootContent[], escape: Escape): string | undefined {
  const [paragraph, more] = content;
  if (paragraph?.type !== 'paragraph' || more) return undefined;
  const { children } = paragraph;
  let written = '';
  for (const [index, node] of children.entries()) {
    if (node.type === 'text') {
      const isFirst = index === 0;
      written += node.value
        .split('\n')
        .map((line, at) => escape(line, isFirst || at > 0, ''))
        .join('\n');
      continue;
    }
    const text = node.type === 'emphasis' || node.type === 'strong' ? onlyText(node) : undefined;
    const [before, after] = [children[index - 1], children[index + 1]];
    const isApart = BEFORE.test(edgeText(before)) && AFTER.test(edgeText(after));
    if (text === undefined || !WITHIN.test(text) || !isApart) return undefined;
    const mark = node.type === 'strong' ? '**' : '*';
    written += mark + escape(text, false, '') + mark;
  }
  return written.trim();
}

const onlyText = ({ children: [only, more] }: Emphasis | Strong): string | undefined =>
  only?.type === 'text' && !more ? only.value : undefined;

/** The text beside a mark; a letter where there is something else. */
const edgeText = (node: PhrasingContent | undefined): string =>
  node === undefined ? '' : node.type === 'text' ? node.value : 'x';

/** A piece as Markdown: emphasis as people mark it is Markdown's. */
export const readable: Manner = ({ content, text }) =>
  content ? readableWriter(content) : markdownOf(text.trim());

/** A piece as Markdown that is nothing but its letters. */
export const verbatim: Manner = ({ content, text }) =>
  content ? verbatimWriter(content) : literal(text.trim());

/** A piece as its letters alone, for markup that Markdown has no words for: lists that stand in none. */
export const bare: Manner = ({ text }) => literal(text.trim());

/** The manners in which a piece is written, one after the other, until its letters come back. */
export const MANNERS: readonly Manner[] = [readable, verbatim, bare];

/** What a reader sees of a piece that was written so: every letter, marks of emphasis apart where they are read. */
export function readsAs(piece: Piece, manner: Manner = readable): string {
  const { content, text, class: of } = piece;
  if (of === 'scene-break') return '';
  if (content && manner !== bare) return content.map((node) => toString(node)).join('\n');
  const words = of === 'chapter' || of === 'part' ? text.replace(HEADING_MARKS, '') : text;
  const lines = words.split('\n');
  return manner !== readable
    ? words
    : lines
        .map((line) =>
          spansOf(line)
            .map((span) => span.text)
            .join(''),
        )
        .join('\n');
}

/** Pieces as paragraphs. */
export function prose(pieces: readonly Piece[], manner: Manner = readable): string {
  return pieces
    .map(manner)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The pieces of a story as Markdown. `depth` is that of its chapters' headings; `manner` is asked for each piece. */
export const bodyMarkdown = (
  body: readonly Piece[],
  depth: number,
  manner: (index: number) => Manner,
): string[] =>
  body.map((piece, index) => {
    const write = manner(index);
    if (piece.class === 'scene-break') return SCENE_BREAK;
    if (piece.class === 'chapter' || piece.class === 'part') return heading(piece, depth, write);
    return isNote(piece) ? `:::note\n${write(piece)}\n:::` : write(piece);
  });

/** Whether a piece of a text is its author's word beside it. */
export const isNote = ({ class: of }: Piece): boolean =>
  of !== 'story' && of !== 'chapter' && of !== 'part' && of !== 'scene-break';

/** Markdown's own marks of a heading. */
const HEADING_MARKS = /^#{1,6}\s+/;
/** Marks that end a heading would be taken for its frame. */
const CLOSING_MARKS = /#+$/;

function heading(piece: Piece, depth: number, write: Manner): string {
  const marked = HEADING_MARKS.exec(piece.text)?.[0] ?? '';
  const own = piece.content?.[0];
  const content: RootContent[] | undefined =
    own?.type === 'heading' ? [{ type: 'paragraph', children: own.children }] : piece.content;
  const text = write({ ...piece, text: piece.text.slice(marked.length), ...(content ? { content } : {}) });
  // After the marks of a heading nothing begins a list.
  const line = text
    .replaceAll(/\\?\n/g, ' ')
    .replace(/^(\d*)\\(?=[.)+-])/, '$1')
    .replace(CLOSING_MARKS, (marks) => marks.replaceAll('#', '\\#'));
  return `${'#'.repeat(depth)} ${line}`;
}

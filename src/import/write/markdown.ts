/** Pieces of a story as Markdown. */
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { escapeAll, escapeText, literal, markdownOf, spansOf } from './inline.js';
import type { Piece } from './piece.js';

/** How a piece is written: with its emphasis, or with every mark of it escaped. */
export type Manner = (piece: Piece) => string;

const SCENE_BREAK = '* * *';

type Escape = (line: string, atStart: boolean, after: string) => string;

const writerWith = (escape: Escape, resourceLink = false) =>
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

/** A tree's content as Markdown. */
export const contentMarkdown = (content: readonly RootContent[], writer = readableWriter): string => {
  const tree: Root = { type: 'root', children: [...content] };
  return writer.stringify(tree).trim();
};

/** A piece as Markdown: emphasis as people mark it is Markdown's. */
export const readable: Manner = ({ content, text }) =>
  content ? contentMarkdown(content) : markdownOf(text.trim());

/** A piece as Markdown that is nothing but its letters. */
export const verbatim: Manner = ({ content, text }) =>
  content ? contentMarkdown(content, verbatimWriter) : literal(text.trim());

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

/** Line blocks, as pandoc and reStructuredText have them: each line begins with a bar, and stays a line. */
import type { Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { part, stretchesOf } from '../fast/stretches.js';

/** Whether a text can hold one at all: a bar at a line's head, and none at its end. */
export const hasLineBlock = (text: string): boolean => /^[ \t>]*\|(?![-:|])[^\n]*[^|\s][ \t]*$/m.test(text);

/** What stands before a line's words: the bar, a space, and those that set it in. */
const HEAD = /^\|(?:[ \t]([ \t\u00A0]*)|$)/;
const SPACES_A_STEP = 2;
const DEEPEST = 6;

type Line = PhrasingContent[];

/** Makes verse of the paragraphs that are line blocks, in place. */
export function settleLineBlocks(tree: Parents): void {
  tree.children = (tree.children as Nodes[]).map((child) => {
    if (child.type === 'paragraph') return verseOf(child) ?? child;
    if ('children' in child) settleLineBlocks(child);
    return child;
  }) as typeof tree.children;
}

function verseOf(paragraph: Paragraph): ContainerDirective | undefined {
  const lines = linesOf(paragraph);
  if (lines.length < 2 || !lines.every(isLine)) return undefined;
  const place = paragraph.position ? { position: paragraph.position } : {};
  const stanzas = lines.reduce<Line[][]>(
    (all, line) => {
      if (isEmpty(line)) all.push([]);
      else all.at(-1)?.push(line);
      return all;
    },
    [[]],
  );
  const children = stanzas
    .filter((stanza) => stanza.length > 0)
    .map((stanza): Paragraph => {
      const indents = stanza.map((line) =>
        Math.min(DEEPEST, Math.ceil((headOf(line)[1]?.length ?? 0) / SPACES_A_STEP)),
      );
      return {
        type: 'paragraph',
        children: stanza.flatMap((line, index) => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          ...wordsOf(line),
        ]),
        ...(indents.some((depth) => depth > 0) ? { data: { indents } } : {}),
        ...place,
      };
    });
  return { type: 'containerDirective', name: 'verse', attributes: {}, children, ...place };
}

/** Inline content by the lines of the manuscript. */
function linesOf({ children }: Paragraph): Line[] {
  const lines: Line[] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else {
      let from = 0;
      const stretch = stretchesOf(child);
      for (const [index, one] of child.value.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (one !== '') lines.at(-1)?.push(stretch(from, from + one.length));
        from += one.length + 1;
      }
    }
  }
  return lines;
}

const headOf = ([first]: Line): RegExpExecArray | [] =>
  first?.type === 'text' && first.data?.escaped?.includes(0) !== true ? (HEAD.exec(first.value) ?? []) : [];

/** A row of a table has a bar at its end, too. */
function isLine(line: Line): boolean {
  const last = line.at(-1);
  const closes = last?.type === 'text' && last.value.length > 1 && /\|\s*$/.test(last.value);
  return headOf(line).length > 0 && !closes;
}

const isEmpty = (line: Line): boolean => line.length === 1 && headOf(line)[0]?.trim() === textOf(line).trim();

const textOf = ([first]: Line): string => (first?.type === 'text' ? first.value : '');

function wordsOf([first, ...others]: Line): Line {
  if (first?.type !== 'text') return [];
  const words = part(first, headOf([first])[0]?.length ?? 0);
  return words.value === '' ? others : [words, ...others];
}

/** Marks that other tools put a table of contents at, `[TOC]` and its like: a book has its contents already. */
import type { Nodes, Parents, Root } from 'mdast';
import { info, quotable } from '../../diagnostics.js';
import type { Message } from '../../types.js';

const MARK =
  /^(?:[*+-][ \t]+[^\n]{0,40}\n[ \t]*|1\.[ \t]+[^\n]{0,40}\n[ \t]*)?(?:\[\[?_?toc_?(?:[ \t][^\]\n]*)?\]?\]|\[\[\.toc\.\]\]|@\[toc\](?:\([^)\n]*\))?|\{\{[ \t]*toc(?::[\d-]+)?[ \t]*\}\}|\$\{toc\}|\{%-?[ \t]*toc[ \t]*-?%\}|\{:[ \t]*toc[^}\n]*\}|\\tableofcontents)$/i;

/** Whether a text can hold one at all. */
export const hasContentsMark = (text: string): boolean =>
  /(?<![a-z])toc(?![a-z])|\\tableofcontents/i.test(text);

/** Takes paragraphs out that are such a mark alone, and lists that Kramdown replaces with the contents. */
export function settleContentsMarks(
  tree: Root,
  { text, offset }: { text: string; offset: number },
  path: string,
): Message[] {
  const messages: Message[] = [];
  const isMark = (node: Nodes): boolean => {
    if (node.type !== 'paragraph' && node.type !== 'list') return false;
    // With a definition it is a link.
    if (node.children[0]?.type === 'linkReference') return false;
    const { start, end } = node.position ?? {};
    const source = text.slice((start?.offset ?? 0) - offset, (end?.offset ?? 0) - offset).trim();
    if (source.length > LONGEST || !MARK.test(source)) return false;
    messages.push(
      info(
        'markdown:contents',
        `\`${quotable(source.replaceAll('\n', ' '))}\` was left out: the book has a page of contents`,
        {
          path,
          place: start,
          hint: '`toc` in the book’s front matter says how deep it goes, or that there is none.',
        },
      ),
    );
    return true;
  };
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).filter((child) => {
      if (isMark(child)) return false;
      if (child.type === 'blockquote' || child.type === 'containerDirective') settle(child);
      return true;
    }) as typeof parent.children;
  };
  settle(tree);
  return messages;
}

/** No such mark is longer. */
const LONGEST = 100;

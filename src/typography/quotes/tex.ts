/** TeX's quotation marks in Markdown: two opening ones of a paragraph enclose what Markdown takes for code. */
import type { InlineCode, Nodes, Text } from 'mdast';

/** What closes a quotation that one or two backticks open, at its place in the text. */
const CLOSING = [/\S'(?=[\s.,;:!?)\]\u2013\u2014-])/, /\S''/] as const;
/** What stands before an opening mark. */
const BEFORE_OPENING = /[\s([{\u2013\u2014-]$/;
const BEFORE_WORD = /^[\p{L}\p{N}]/u;

/**
 * The text that a code span is, where its backticks are quotation marks: another mark closes the first one's quotation
 * within it, and its last backtick stands before a word, after a space.
 */
export function textOfTex(node: InlineCode, next: Nodes | undefined): Text | undefined {
  const { value, position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined) return undefined;
  const fence = (position.end.offset - position.start.offset - value.length) / 2;
  const closing = CLOSING[fence - 1];
  if (!closing?.test(value) || /^\s/.test(value) || !BEFORE_OPENING.test(value) || !beginsWord(next))
    return undefined;
  const backticks = '`'.repeat(fence);
  return { type: 'text', value: `${backticks}${value}${backticks}`, position };
}

function beginsWord(node: Nodes | undefined): boolean {
  if (node?.type === 'text') return BEFORE_WORD.test(node.value);
  return node?.type === 'emphasis' || node?.type === 'strong';
}

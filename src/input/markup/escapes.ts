/** Which characters of a text the author wrote as escapes: typography leaves those alone. */
import type { CompileContext, Extension } from 'mdast-util-from-markdown';

/** Whether a text can hold an escape at all. */
export const hasEscape = (text: string): boolean => text.includes('\\') || text.includes('&');

/**
 * Notes on each text node, as `data.escaped`, the offsets in its value of characters that were escaped (`\'`) or
 * came from a character reference (`&quot;`).
 */
export function escapesFromMarkdown(): Extension {
  return { enter: { characterEscapeValue: noteEscape, characterReferenceValue: noteEscape } };
}

/** The text node is open by now, and its value ends where the character will stand. */
function noteEscape(this: CompileContext): undefined {
  const node = this.stack.at(-1);
  if (node?.type !== 'text') return;
  node.data ??= {};
  (node.data.escaped ??= []).push(node.value.length);
}

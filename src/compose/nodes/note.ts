import type { FootnoteReference } from 'mdast';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { text } from '../elements.js';
import { noteReference } from '../notes.js';

/** A reference to a note, in its file or within the front matter; as it is typed where there is no such note. */
export const footnoteReference: NodeHandler<FootnoteReference> = (node, context) => {
  const { footnotes, fileFootnotes } = context.source;
  const identifier = node.identifier.toUpperCase();
  const definition = footnotes.get(identifier) ?? fileFootnotes.get(identifier);
  if (definition) return noteReference(definition, context);
  const label = node.label ?? node.identifier;
  undefinedNote(label, context, node);
  return text(`[^${label}]`);
};

/** Says that a note's text is nowhere to be found. */
export function undefinedNote(label: string, context: Context, node: Parameters<typeof at>[1]): void {
  context.shared.messages.push(
    warning('note:undefined', `There is no note \`[^${label}]\` in this file`, {
      ...at(context, node),
      hint: `The reference stays as typed. Write the note on a line of its own, \`[^${label}]: \u2026\`; the title of a book can have none.`,
    }),
  );
}

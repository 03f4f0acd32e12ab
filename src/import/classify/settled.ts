/** Decisions that people make: what a block is instead of what it was read as. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../types.js';
import { decide, type Class, type Decision } from './decisions.js';
import { labelOf } from './labels.js';
import { noteLabel } from './notes.js';
import { bylineOf } from './titles.js';

/** The reason of a decision that somebody has made. */
export const ANSWER = 'answer';

/** A decision as somebody has made it; there is nothing more to ask. Where it was right, it stays as it was read. */
export function settled(decision: Decision, answer: Class): Decision {
  const { block, class: read, opens } = decision;
  if (answer === read) {
    const right = { ...decision, confidence: 1 };
    delete right.maybe;
    return right;
  }
  return decide(FRONT.has(answer) ? withoutNotes(block) : block, answer, ANSWER, 1, {
    ...(opens ? { opens } : {}),
    ...(answer === 'author' ? { facts: { author: [bylineOf(block) ?? block.text.trim()] } } : {}),
    ...labelled(answer, block.text),
  });
}

/** What may go into the front matter, where no footnote can be called for: its note stands with the text. */
const FRONT: ReadonlySet<Class> = new Set<Class>([
  'note-before',
  'note-after',
  'dedication',
  'summary',
  'warning',
  'disclaimer',
  'thanks',
  'glossary',
]);

/** A block as its text alone where it calls for a footnote. */
function withoutNotes(block: Block): Block {
  let calls = false;
  visit({ type: 'root', children: block.content ?? [] } as Root, 'footnoteReference', () => {
    calls = true;
  });
  if (!calls) return block;
  const bare = { ...block };
  delete bare.content;
  return bare;
}

/** How much of a text is the label of what it is now: `A/N:` of a note, `Summary:` of a summary. */
function labelled(answer: Class, text: string): Pick<Decision, 'label'> {
  const label =
    answer === 'note-before' || answer === 'note-after' ? noteLabel(text) : proseLabel(answer, text);
  return label === undefined ? {} : { label: Math.min(label.length, text.length) };
}

function proseLabel(answer: Class, text: string): string | undefined {
  const { is, key, form } = labelOf({ text })?.label ?? {};
  return is === 'prose' && key === answer ? form?.exec(text)?.[0] : undefined;
}

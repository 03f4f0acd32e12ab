/** How far an author's note goes that begins with a label. */
import { isBreak } from '../breaks.js';
import { rowOf } from './classes.js';
import { headingOf } from './headings.js';
import { labelOf } from './labels.js';
import { isPlainNote, noteLabel, opensBracket } from './notes.js';
import { SURE, titleConfidence } from './titles.js';
import type { Block } from '../types.js';

/** The most blocks of a note. */
const LONGEST = 15;
/** The most blocks of a note that a rule parts from its story, though they do not speak of writing. */
const FEW = 4;
const PERSON = /\b(?:I|I['\u2019]\p{Ll}+|me|my|you|your)\b/u;
/** What authors write about in notes and hardly in stories. */
const ABOUT_WRITING =
  /\b(?:reviews?|reviewed|chapters?|fics?|fanfics?|fanfiction|one-?shots?|updates?|updated|updating|readers?|enjoy|feedback|beta|betaed|unbeta'?d|prompts?|AU|canon|OOC|disclaimer|kudos|tumblr|ao3|wattpad|POV|OCs?|drabble|hiatus|sequel|prequel|song(?:fic)?|write|writing|wrote|posted|posting|comments?|vote|follow(?:ed|s)?|faved|thanks?|don't own|hope you)\b/i;
/** Speech and its tag, which a note has not. */
const SPEECH = /^["\u201C\u2018']|[,.!?\u2026]["\u201D]\s/u;

/** Whether somebody speaks in a block, as people of a story do. */
export const isSpeech = ({ text }: Block): boolean => SPEECH.test(text);

/** Whether a block without a label may go on with a note. */
export const isNotelike = (block: Block): boolean => ABOUT_WRITING.test(block.text) && !isSpeech(block);

/** The label of the note that a block begins; a plain `Note:` counts where it is borne out, or where it talks of writing. */
export function noteLabelAt(block: Block, isBorne: boolean): string | undefined {
  const label = noteLabel(block.text);
  return label === undefined || !isPlainNote(label) || isBorne || isNotelike(block) ? label : undefined;
}

/** How many blocks from `at` on are the note that begins there; `end` is where it can be at the most. */
export function noteExtent(blocks: readonly Block[], at: number, end: number): number {
  const text = blocks[at]?.text ?? '';
  const label = noteLabel(text) ?? '';
  const last = Math.min(end, at + LONGEST);
  const close = opensBracket(text);
  if (close !== undefined) {
    for (let index = at + 1; index < last; index += 1)
      if (blocks[index]?.text.endsWith(close)) return index - at + 1;
    return 1;
  }
  const stop = firstStop(blocks, at + 1, last);
  const isBare = label.length >= text.trimEnd().length;
  // A label alone on its line names at least what stands under it.
  const least = isBare ? Math.min(last, at + 2) - at : 1;
  let count = least;
  while (at + count < (stop ?? last) && isNotelike(blocks[at + count] as Block)) count += 1;
  if (isBare && stop !== undefined && isRuledOff(blocks, at, stop, end)) return stop - at;
  // A note of several paragraphs ends where something says so; else only what is surely of it belongs to it.
  return stop === at + count || at + count === end
    ? count
    : Math.max(least, Math.min(count, closeTo(blocks, at, count)));
}

/** Whether the only rule of its kind parts a few paragraphs from the story, in which their writer speaks to somebody. */
function isRuledOff(blocks: readonly Block[], at: number, stop: number, end: number): boolean {
  const rule = blocks[stop] as Block;
  return (
    stop - at <= FEW &&
    isBreak(rule) &&
    blocks.slice(stop + 1, end).every(({ text }) => text !== rule.text) &&
    blocks.slice(at + 1, stop).every(({ text }) => PERSON.test(text) && !SPEECH.test(text))
  );
}

/** How many of a note's paragraphs stand nearer to it than the story does. */
function closeTo(blocks: readonly Block[], at: number, count: number): number {
  const after = blocks[at + count]?.gap ?? 0;
  const within = blocks.slice(at + 1, at + count).map(({ gap }) => gap);
  return within.every((gap) => gap < after) ? count : 1;
}

/** The first block that is no note: a rule, a heading, a title, a line of furniture, another label. */
function firstStop(blocks: readonly Block[], from: number, to: number): number | undefined {
  for (let index = from; index < to; index += 1) {
    const block = blocks[index] as Block;
    const around = { next: blocks[index + 1], afterHead: true, beforeHead: false };
    const stops =
      isBreak(block) ||
      headingOf(block) !== undefined ||
      rowOf(block.text, 'head') !== undefined ||
      rowOf(block.text, 'tail') !== undefined ||
      noteLabel(block.text) !== undefined ||
      labelOf(block)?.label.is !== undefined ||
      (block.gap > 0 && titleConfidence(block, around) >= SURE + 0.2);
    if (stops) return index;
  }
  return undefined;
}

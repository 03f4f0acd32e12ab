/** What is seen of a line as an author's word to readers: by itself, and by the notes beside it. */
import { isBreak } from '../breaks.js';
import { rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { ffnFacts } from './labels.js';
import { isOfNoteBlock } from './note-blocks.js';
import { isPlainNote, noteLabel, SIGNATURE } from './notes.js';
import { isStopped, labelText, type Page, type Seen, type Side } from './page.js';
import { isSpeech, isThin, mayBeOfNote, PERSON, speaksToReaders, wordsToReaders } from './readers.js';

export function noteFeatures(page: Page, at: number, side: Side): Seen[] | undefined {
  const { blocks, from } = page;
  const block = blocks[at] as Block;
  const { text } = block;
  if (isMenu(text)) return undefined;
  if (isInLetter(page, at)) return [['speech']];
  const many = wordsToReaders(text);
  const found = noteLabel(labelText(page, block).text);
  if (found !== undefined) {
    const isPlain =
      isPlainNote(found) &&
      !isAboutPost(text) &&
      !(many > 1 || (page.isBorne && isOfNote(text.slice(found.length))));
    if (isPlain || (side === 'foot' && isEditOfStory(text, many)))
      return [['plainNote'], ...(isStopped(text) ? ([['stop']] as const) : [])];
    return [['noteLabel'], ['wordsToReaders', Math.min(many, 2)]];
  }
  if (at > from && isUnderBareNote(page, at, side) && !isSpeech(text)) return [['underLabel']];
  if (many >= 1 && IN_BRACES.test(text) && PERSON.test(text)) return [['noteBlock']];
  if (isOfNoteBlock(page, at, side)) return [['noteBlock']];
  if (isBetweenNotes(page, at) || (side === 'head' && isAboveNote(page, at))) return [['ruledOff']];
  if (many >= 2)
    return isThin(text) && !isAmongNotes(page, at) ? [['thin']] : [['wordsToReaders', Math.min(many, 4)]];
  if (many < 2 && isUnderNote(page, at, side)) return [[side === 'head' ? 'fewWords' : 'ruledOff']];
  const isAuthors = PERSON.test(text) && !isSpeech(text) && text.length < 1000;
  if (isAuthors && isRuledOff(page, at, side)) return [['ruledOff']];
  if (many >= 1 && isAuthors) return [['fewWords']];
  if (side === 'foot' && SIGNATURE.test(text) && maySign(page, at)) return [['signature']];
  return undefined;
}

/** A whole paragraph in braces: no story has one. */
const IN_BRACES = /^\{[^{}]*\}$/u;
/** A line of a list that counts: `(2) The mountain: Mount Weeping.` */
const ITEM = /^[([]?\d{1,2}[.)\]]\s/;

/** Whether a note's label alone on its line stands above a line, or above the list that it goes on with. */
function isUnderBareNote(page: Page, at: number, side: Side): boolean {
  const { blocks, from } = page;
  let above = at - 1;
  while (above > from && ITEM.test(blocks[above + 1]?.text ?? '') && ITEM.test(blocks[above]?.text ?? ''))
    above -= 1;
  return isBareNote(page, above, side);
}

/** Whether several of the lines beside one speak to readers too. */
const isAmongNotes = ({ blocks, from, to }: Page, at: number): boolean =>
  blocks
    .slice(Math.max(from, at - BESIDE), Math.min(to, at + BESIDE + 1))
    .filter(({ text }) => mayBeOfNote(text)).length > 2;

/** Whether what a plain label names is nothing yet, or has a word of notes. */
const isOfNote = (text: string): boolean => text.trim() === '' || mayBeOfNote(text);

/** How a letter to one person begins; a note's is to readers. */
const SALUTATION =
  /^(?:(?:my )?dear(?:est)?|lieber?|liebste[rs]?|querid[oa]|ch[e\u00E8]re?|car[oa]|\u0434\u043E\u0440\u043E\u0433(?:\u043E\u0439|\u0430\u044F)) (?!.*(?:reader|leser|lector|lecteur|lettor|leitor|everyone|all\b|friends|guys|followers|\u0447\u0438\u0442\u0430\u0442\u0435\u043B))\p{L}[^.!?]{0,40}[,:!]?$/iu;
/** How many lines a letter has at the most that a story begins with. */
const LETTER = 12;

/** Whether a line stands in a letter to one person: the story's. */
function isInLetter({ blocks, from, usual }: Page, at: number): boolean {
  for (let index = at; index >= Math.max(from, at - LETTER); index -= 1) {
    if (SALUTATION.test(blocks[index]?.text ?? '')) return true;
    if (index < at && SIGNATURE.test(blocks[index]?.text ?? '')) return false;
    if ((blocks[index]?.gap ?? 0) > Math.max(1, usual)) return false;
  }
  return false;
}

/** Words in columns, or parted by marks: a menu. */
const COLUMNS = /\S\s{3,}\S|(?:\s[|\u00B7\u2022\u00BB\u203A]\s.*){2}/u;

/** Whether a line is a menu's, not a sentence. */
export const isMenu = (text: string): boolean => COLUMNS.test(text) && !isStopped(text);

/** How far from a line the notes may be that it stands between. */
const BESIDE = 2;

/** Whether a paragraph with a word of notes stands between two that are surely of one, or goes on with a list of one. */
function isBetweenNotes({ blocks, from, to }: Page, at: number): boolean {
  const { text } = blocks[at] as Block;
  const isNote = (index: number): boolean =>
    index >= from && index < to && isSurelyNote(blocks[index]?.text ?? '');
  const number = Number(/^\(?(\d)[.)]\s/.exec(text)?.[1] ?? 0);
  if (number > 1 && at > from && isNote(at - 1) && blocks[at - 1]?.text.includes(`${String(number - 1)})`))
    return true;
  if (!mayBeOfNote(text) || text.length > LONGEST_BETWEEN) return false;
  const near = Array.from({ length: BESIDE }, (_, index) => index + 1);
  return near.some((by) => isNote(at - by)) && near.some((by) => isNote(at + by));
}
const LONGEST_BETWEEN = 600;

/** How far down a page, in lines, what stands above a note is of it too, and how far above the note at the most. */
const [TOP, ABOVE] = [10, 4];

/** Whether a line is surely of a note. */
const isSurelyNote = (text: string): boolean => {
  const found = noteLabel(text);
  return (found !== undefined && !isPlainNote(found)) || (wordsToReaders(text) >= 2 && !isMenu(text));
};

/**
 * Whether a line near the top of a page stands above one that is surely of a note, and none between them speaks: in the
 * same block of lines, or with a word of notes itself. No story begins above its note.
 */
function isAboveNote({ blocks, from, to, isDense }: Page, at: number): boolean {
  const { text } = blocks[at] as Block;
  if (at === from || at > from + TOP || isSpeech(text) || text.length > LONGEST_BETWEEN) return false;
  let isBlock = !isDense;
  for (let next = at + 1; next < Math.min(to, at + 1 + ABOVE); next += 1) {
    const other = blocks[next] as Block;
    if (isSpeech(other.text) || isBreak(other)) return false;
    isBlock &&= other.gap === 0 && rowOf(other.text, 'head') === undefined && ffnFacts(other) === undefined;
    if (isSurelyNote(other.text))
      return isBlock || (speaksToReaders(other.text) && mayBeOfNote(text) && PERSON.test(text));
  }
  return false;
}

/** A note's label alone on its line. */
export const isBareNote = (page: Page, at: number, side: Side): boolean => {
  const { text } = labelText(page, page.blocks[at] as Block);
  const found = noteLabel(text);
  const isNoteRow = side === 'foot' && (rowOf(text, 'tail')?.id ?? '').endsWith(':note');
  const isBare = found !== undefined && found.length >= text.trimEnd().length;
  return isNoteRow || (isBare && (page.isBorne || !isPlainNote(found)));
};

/** Whether a paragraph that speaks of writing stands under a note's label, with no others between. */
function isUnderNote({ blocks, from }: Page, at: number, side: Side): boolean {
  for (let index = at; index > Math.max(from, at - FEW); index -= 1) {
    const block = blocks[index] as Block;
    const found = noteLabel(block.text);
    if (found !== undefined) return index < at && !isPlainNote(found);
    if (side === 'foot' && index < at && wordsToReaders(block.text) >= 3) return true;
    if (!mayBeOfNote(block.text) || (side === 'head' && block.gap === 0)) return false;
  }
  return isLabelled(blocks[Math.max(from, at - FEW)]);
}

/** The most blocks of a note that a rule parts from its story, though they do not speak of writing. */
const FEW = 4;

/** Whether a line stands between a note's label and the only rule of its kind, on the side of the page's edge. */
function isRuledOff({ blocks, from, to }: Page, at: number, side: Side): boolean {
  let first = at;
  while (
    first > Math.max(from, at - FEW) &&
    !isLabelled(blocks[first]) &&
    !isSpeech(blocks[first]?.text ?? '')
  )
    first -= 1;
  if (!isLabelled(blocks[first])) return false;
  if (side === 'foot') return first > from && to - first <= FEW && isBreak(blocks[first - 1] as Block);
  let stop = at + 1;
  while (stop < Math.min(to, first + FEW + 1) && !isBreak(blocks[stop] as Block)) stop += 1;
  const rule = blocks[stop];
  if (!rule || stop >= to || stop - first > FEW || !isBreak(rule)) return false;
  const others = blocks.slice(first + 1, stop);
  return (
    others.every(({ text }) => PERSON.test(text) && !isSpeech(text)) &&
    blocks.slice(stop + 1, to).every(({ text }) => text !== rule.text)
  );
}
const isLabelled = (block: Block | undefined): boolean =>
  block !== undefined && noteLabel(block.text) !== undefined;

/** A plain `Note:` or a bracket has no signature: a letter of the story's has. */
function maySign({ blocks, from }: Page, at: number): boolean {
  for (let index = at - 1; index >= Math.max(from, at - FEW); index -= 1) {
    const { text } = blocks[index] as Block;
    const found = noteLabel(text);
    if (found !== undefined) return !isPlainNote(found) && !/^[[({]/.test(found);
    if (wordsToReaders(text) >= 2 && speaksToReaders(text)) return true;
    if (wordsToReaders(text) < 1) return false;
  }
  return false;
}

/** A story told as a post goes on with `Edit:` too. */
const EDIT = /^[[({*_~\-\s]*(?:edit(?: \d)?|update):/i;
const ABOUT_POST =
  /\b(?:for the (?:gold|awards?)|upvotes?|typos?|spelling|grammar|formatting|part (?:\d+|two|three|four|five)|front page|blew up|thank(?:s| you)|asking)\b/i;
const isEditOfStory = (text: string, many: number): boolean =>
  EDIT.test(text) && many < 2 && !ABOUT_POST.test(text);
const isAboutPost = (text: string): boolean => EDIT.test(text) && ABOUT_POST.test(text);

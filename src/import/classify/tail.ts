/** What stands after a story or a chapter: furniture, the readers' comments, the author's last note. */
import { isBreak } from '../breaks.js';
import { gateOf, rowOf, type Row } from './classes.js';
import { decide, type Class, type Decision } from './decisions.js';
import { isNotelike, isSpeech, noteExtent, noteLabelAt } from './extent.js';
import { labelOf } from './labels.js';
import { isPlainNote, noteParts } from './notes.js';
import { isVouched } from './settled.js';
import { SURE } from './titles.js';
import { rowFacts } from './page-heads.js';
import type { Block } from '../types.js';
import type { Stretch } from './walk.js';

/** How far from the end an author's last note may begin, in blocks. */
const NOTE_BLOCKS = 15;
/** The most lines of a page's foot, but for its readers' part. */
const MOST = 500;
/** How many notes may follow one another: `Edit:`, `Edit 2:`. */
const MOST_NOTES = 3;
/** How many sure lines of furniture stand round the one that opens the readers' part. */
const WITNESSES = 3;
const NEAR = 12;

/** The decisions for the blocks at the tail of a stretch, in order: they are its last. `page`: sure lines of its site. */
export function tailOf({ blocks, from, to }: Stretch, page: readonly Decision[] = []): Decision[] {
  const gate = gateIn({ blocks, from, to }, page);
  const readers = blocks.slice(gate, to).map((block, index) => {
    const row = index === 0 ? gateOf(block.text) : rowOf(block.text, 'tail');
    return decide(block, 'furniture', row?.id ?? 'readers', row && !row.weak ? 0.95 : 0.8);
  });
  const outer = edge({ blocks, from, to: gate }, readers, page);
  const isSite = [...page, ...outer, ...readers].some(({ confidence }) => confidence >= SURE);
  const note: Decision[] = [];
  for (let count = 0; count < MOST_NOTES; count += 1)
    note.unshift(...lastNote(blocks, from, gate - outer.length - note.length, isSite));
  const inner = edge({ blocks, from, to: gate - outer.length - note.length }, [...outer, ...readers], page);
  return note.length > 0 ? [...inner, ...note, ...outer, ...readers] : [...outer, ...readers];
}

/** Where the readers' part begins: at a line that says so, among others of a site; else the end. */
function gateIn({ blocks, from, to }: Stretch, page: readonly Decision[]): number {
  for (let at = from; at < to; at += 1) {
    const text = blocks[at]?.text ?? '';
    const row = text.length < LONGEST_GATE ? gateOf(text) : undefined;
    if (!row) continue;
    const isAmong = [blocks[at - 1], blocks[at + 1]].some((near) => near && rowOf(near.text, 'tail'));
    if ((isAmong || !row.under) && isVouched(text, 'tail', page)) return at;
    if (row.under) {
      if (isUnderItsSite(row, blocks[at - 1])) return at;
      continue;
    }
    const near = blocks
      .slice(Math.max(from, at - NEAR), Math.min(to, at + NEAR))
      .filter((block) => isSure(rowOf(block.text, 'tail')));
    if (near.length >= WITNESSES) return at;
  }
  return to;
}

function isUnderItsSite({ id }: Row, above: Block | undefined): boolean {
  const row = above && rowOf(above.text, 'tail');
  return row !== undefined && !row.weak && row.id.split(':')[0] === id.split(':')[0];
}

const LONGEST_GATE = 200;
const isSure = (row: Row | undefined): boolean => row !== undefined && !row.weak;

/** How many lines that no form knows may stand between two that are surely a site's, and the longest. */
const MOST_UNKNOWN = 3;
const LONGEST_UNKNOWN = 100;

/** Whether a line that no form knows stands between lines that are surely a site's: a name, a title. */
function isBetween(blocks: readonly Block[], at: number, from: number, below: readonly Decision[]): boolean {
  if (!below.some(({ class: of, confidence }) => of === 'furniture' && confidence >= SURE)) return false;
  for (let index = at; index > Math.max(from, at - MOST_UNKNOWN); index -= 1) {
    const { text } = blocks[index] as Block;
    if (text.length > LONGEST_UNKNOWN || /^["\u201C\u00AB\u2014]|[.!?,;\u2026"\u201D]$/.test(text))
      return false;
    if (isSure(rowOf(blocks[index - 1]?.text ?? '', 'tail'))) return true;
  }
  return false;
}

/** The lines of furniture that end a stretch. `after` are those beyond it. */
function edge(
  { blocks, from, to }: Stretch,
  after: readonly Decision[],
  page: readonly Decision[],
): Decision[] {
  const found: Decision[] = [];
  for (let at = to - 1; at >= Math.max(from, to - MOST); at -= 1) {
    const block = blocks[at] as Block;
    const row = block.role === 'furniture' ? undefined : rowOf(block.text, 'tail');
    if (block.role === 'furniture') found.unshift(decide(block, 'furniture', 'markup'));
    else if (block.role !== undefined && block.role !== 'metadata') break;
    else if (row) found.unshift(decide(block, 'furniture', row.id, row.weak ? 0.6 : 0.95, said(block)));
    else if (isBreak(block)) found.unshift(decide(block, 'scene-break', 'rule', 0.6));
    else if (NOTE_ROW.test(rowOf(blocks[at - 1]?.text ?? '', 'tail')?.id ?? '') && found[0])
      found.unshift(decide(block, 'note-after', 'page:label', 0.9));
    else if (block.role === undefined && isBetween(blocks, at, from, [...found, ...after]))
      found.unshift(decide(block, 'furniture', 'page:foot', 0.8));
    else break;
  }
  const all = [...page, ...found, ...after];
  const sure = all.filter(({ confidence, class: of }) => of === 'furniture' && confidence >= SURE);
  while (found[0] && isLoose(found, sure)) found.shift();
  return found;
}

/** Whether every sentence of a paragraph is a dedication, thanks or the like. */
const isOfNote = (text: string): boolean => noteParts(text).every(({ key }) => key !== 'note');

/** The name under a note: `XOXO Tessa`, `- Tessa`, `Love, Tessa`; one under a plain `Note:` may end a story's letter. */
const SIGNATURE =
  /^(?:[-\u2013\u2014~]{1,3}\s?\p{Lu}[\p{L}\p{N}_.-]*~?|(?:XO(?:XO)*|[Xx]o(?:xo)*)(?:,?\s[\p{L}\p{N}_.-]+){0,2}|(?:[Ll]ots of l|[Mm]uch l|[Ll])ove,?\s\p{Lu}[\p{L}\p{N}_.-]*)$/u;

/** A site's name for the author's own words. */
const NOTE_ROW = /:note$/;

const said = (block: Block): Partial<Decision> => ({ facts: rowFacts(block, 'tail') });

/** A rule ends a story as it may; a plain word may be a story's last, unless its site is sure. */
function isLoose([first, second]: readonly Decision[], sure: readonly Decision[]): boolean {
  if (first?.class === 'scene-break') return sure.length === 0;
  if (!first || first.confidence >= SURE) return false;
  const isOfRun = second?.block.gap === 0 && second.class === 'furniture' && sure.length > 0;
  return !isOfRun && !isVouched(first.block.text, 'tail', sure);
}

/** What readers are told at the end of a story, without a label. */
const FAREWELL =
  /^(?:[*_~(\[<-]\s*)*(?:thanks?|thank you|thankyou)(?: (?:so|very) much)?(?: (?:all|everyone|guys|to everyone))? (?:for|to all who|to everyone who) (?:the )?(?:read|review|stick|comment|stopp|your (?:review|comment|support|read))|^[~*(<\s-]*(?:(?:please (?:leave (?:a |some )?)?(?:review|r&r|comment)s?|r&r|read (?:&|and) review)\b(?=[^\p{L}]*$|[ ,!.]*(?:and (?:tell|let) me|if you|please)\b)|reviews? (?:are|is) (?:love|loved|appreciated|welcome)|(?:comments? and kudos|kudos and comments?) (?:are|make|mean))/iu;

/** What authors put after a story under a label, with its lines. */
const LAST_WORDS: Readonly<Record<string, RegExp>> = {
  dedication: /./,
  disclaimer:
    /\b(?:own|owns|owned|belongs?|rights|fiction|characters?|copyright|infringement|profit|mine)\b/i,
  glossary: /\s[=\u2013\u2014-]\s|:.*:/s,
  thanks: /\b(?:read|reading|beta|reviews?|comments?|kudos|support|prompt|help|everyone)\b/i,
};

/** Whether what a label names at a story's end is its author's: a story may end with a notice of its own. */
const isLastWord = (key: string, lines: readonly Block[], isBorne: boolean): boolean =>
  key in LAST_WORDS && (isBorne || LAST_WORDS[key]?.test(lines.map(({ text }) => text).join('\n')) === true);

/** A line of a glossary: a word and what it means. */
const ENTRY = /\s[=\u2013\u2014-]\s|:/;

/** How many blocks from a label on are its own: its value, a glossary's entries, what is surely a note's. */
function ownExtent(blocks: readonly Block[], at: number, to: number): number {
  const found = labelOf(blocks[at] as Block);
  const isGlossary = found?.label.key === 'glossary';
  let end = at + (found?.value === '' ? 2 : 1);
  const isOwn = (block: Block) =>
    block.gap === 0 &&
    (isGlossary ? ENTRY.test(block.text) && !isSpeech(block) : isNotelike(block) || isOfNote(block.text));
  while (end < to && isOwn(blocks[end] as Block)) end += 1;
  return Math.min(end, to) - at;
}

/** What somebody who posts a story adds to it later; a story told as a post goes on with `Edit:` too. */
const EDIT = /^[[({*_~\-\s]*(?:edit(?: \d)?|update):/i;
const ABOUT_POST =
  /\b(?:for the (?:gold|awards?)|upvotes?|typos?|spelling|grammar|formatting|part (?:\d+|two|three|four|five)|front page|blew up)\b/i;
const goesOn = (block: Block): boolean =>
  EDIT.test(block.text) && !isNotelike(block) && !ABOUT_POST.test(block.text);

/** The author's note that ends a stretch. */
function lastNote(blocks: readonly Block[], from: number, to: number, isBorne: boolean): Decision[] {
  for (let at = to - 1; at >= Math.max(from, to - NOTE_BLOCKS); at -= 1) {
    const block = blocks[at] as Block;
    if (block.role === 'note-after') continue;
    if (block.role !== undefined) continue;
    const key = labelOf(block)?.label;
    if (key?.is === 'prose' && isLastWord(key.key, blocks.slice(at, to), isBorne))
      return at + ownExtent(blocks, at, to) === to
        ? blocks.slice(at, to).map((one) => decide(one, key.key as Class, `label:${key.key}`, 0.9))
        : [];
    if (isBorne && at + 1 < to && /^(?:(?:End|Chapter End) )?Notes$/i.test(block.text))
      return blocks
        .slice(at, to)
        .map((one, index) => decide(one, index === 0 ? 'label' : 'note-after', 'page:label', 0.9));
    const label = goesOn(block) ? undefined : noteLabelAt(block, isBorne);
    if (label === undefined) continue;
    const count = noteExtent(blocks, at, to);
    const rest = blocks.slice(at + count, to);
    const maySign = !isPlainNote(label) && !/^[[({]/.test(label);
    if (maySign && SIGNATURE.test(rest.at(-1)?.text ?? '')) rest.pop();
    const isWhole = rest.every((one) => isNotelike(one) || isOfNote(one.text));
    if (!isWhole) return [];
    return blocks
      .slice(at, to)
      .map((one, index) =>
        decide(one, 'note-after', 'note:label', 0.9, index === 0 ? { label: label.length } : {}),
      );
  }
  const last = blocks[to - 1];
  if (!last || to - 1 <= from) return [];
  return FAREWELL.test(last.text) && last.text.length < 500
    ? [decide(last, 'note-after', 'note:farewell', 0.8)]
    : [];
}

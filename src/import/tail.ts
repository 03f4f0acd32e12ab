/** What stands after a story or a chapter: furniture, the readers' comments, the author's last note. */
import { isBreak } from './breaks.js';
import { rowOf, type Row } from './classes.js';
import { decide, type Class, type Decision } from './decisions.js';
import { isNotelike, noteExtent, noteLabelAt } from './extent.js';
import { labelOf } from './labels.js';
import { SURE } from './titles.js';
import type { Block } from './types.js';
import type { Stretch } from './walk.js';

/** How far from the end an author's last note may begin, in blocks. */
const NOTE_BLOCKS = 15;
/** How many sure lines of furniture stand round the one that opens the readers' part. */
const WITNESSES = 3;
const NEAR = 12;

/** The decisions for the blocks at the tail of a stretch, in order: they are its last. `isPage`: its site is known. */
export function tailOf({ blocks, from, to }: Stretch, isPage = false): Decision[] {
  const gate = gateIn(blocks, from, to);
  const readers = blocks.slice(gate, to).map((block) => {
    const row = rowOf(block.text, 'tail');
    return decide(block, 'furniture', row?.id ?? 'readers', row && !row.weak ? 0.95 : 0.8);
  });
  const outer = edge({ blocks, from, to: gate }, readers);
  const isSite = [...outer, ...readers].some(({ confidence }) => confidence >= SURE);
  const note = lastNote(blocks, from, gate - outer.length, isPage || isSite);
  const inner = edge({ blocks, from, to: gate - outer.length - note.length }, [...outer, ...readers]);
  return note.length > 0 ? [...inner, ...note, ...outer, ...readers] : [...outer, ...readers];
}

/** Where the readers' part begins: at a line that says so, among others of a site; else the end. */
function gateIn(blocks: readonly Block[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const row = mayBeRow(blocks[at]) ? rowOf(blocks[at]?.text ?? '', 'tail') : undefined;
    if (!row?.gate) continue;
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

const mayBeRow = (block: Block | undefined): boolean => block !== undefined && block.text.length < 200;
const isSure = (row: Row | undefined): boolean => row !== undefined && !row.weak;

/** The lines of furniture that end a stretch. `after` are those beyond it. */
function edge({ blocks, from, to }: Stretch, after: readonly Decision[]): Decision[] {
  const found: Decision[] = [];
  for (let at = to - 1; at >= from; at -= 1) {
    const block = blocks[at] as Block;
    const row = block.role === 'furniture' ? undefined : rowOf(block.text, 'tail');
    if (block.role === 'furniture') found.unshift(decide(block, 'furniture', 'markup'));
    else if (block.role !== undefined && block.role !== 'metadata') break;
    else if (row) found.unshift(decide(block, 'furniture', row.id, row.weak ? 0.6 : 0.95));
    else if (isBreak(block)) found.unshift(decide(block, 'scene-break', 'rule', 0.6));
    else break;
  }
  const all = [...found, ...after];
  const sure = all.filter(({ confidence, class: of }) => of === 'furniture' && confidence >= SURE);
  const weak = all.filter(({ confidence, class: of }) => of === 'furniture' && confidence < SURE).length;
  while (found[0] && isLoose(found[0], sure, weak)) found.shift();
  return found;
}

/** A rule ends a story as it may; a plain word may be a story's last, unless its site is sure. */
function isLoose(first: Decision, sure: readonly Decision[], weak: number): boolean {
  if (first.class === 'scene-break') return sure.length === 0;
  if (first.confidence >= SURE) return false;
  const [site] = first.reason.split(':');
  const isVouched = sure.some(({ reason }) => reason.startsWith(`${site ?? ''}:`));
  return site === 'nav' || !(isVouched || (sure.length > 0 && weak >= 3));
}

/** What readers are told at the end of a story, without a label. */
const FAREWELL =
  /^(?:[*_~(\[<-]\s*)*(?:thanks?|thank you|thankyou)(?: (?:so|very) much)?(?: (?:all|everyone|guys|to everyone))? (?:for|to all who|to everyone who) (?:the )?(?:read|review|stick|comment|stopp|your (?:review|comment|support|read))/i;

/** What authors put after a story under a label, with its lines. */
const LAST_WORDS: ReadonlySet<string> = new Set(['glossary', 'thanks', 'disclaimer', 'dedication']);

/** The author's note that ends a stretch. */
function lastNote(blocks: readonly Block[], from: number, to: number, isBorne: boolean): Decision[] {
  for (let at = to - 1; at >= Math.max(from, to - NOTE_BLOCKS); at -= 1) {
    const block = blocks[at] as Block;
    if (block.role === 'note-after') continue;
    if (block.role !== undefined) continue;
    const key = labelOf(block)?.label;
    if (
      key?.is === 'prose' &&
      LAST_WORDS.has(key.key) &&
      blocks.slice(at + 1, to).every(({ gap }) => gap === 0)
    )
      return blocks.slice(at, to).map((one) => decide(one, key.key as Class, `label:${key.key}`, 0.9));
    const label = noteLabelAt(block, isBorne);
    if (label === undefined) continue;
    const count = noteExtent(blocks, at, to);
    const rest = blocks.slice(at + count, to);
    const isWhole = rest.every((one) => isNotelike(one) || one.text === '');
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

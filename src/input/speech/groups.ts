/** Lines after hyphens in a row: the items of a list, if they are one. */
import type { Candidate } from './candidates.js';

/** Lines with nothing but empty lines between them. */
export interface Group {
  items: Candidate[];
  /** Whether no empty line stands between them. */
  isTight: boolean;
}

/** The groups of a text's lines after hyphens. */
export function groupsOf(candidates: readonly Candidate[]): Group[] {
  const groups: Group[] = [];
  for (const item of candidates) {
    if (!item.isHyphen) continue;
    const group = groups.at(-1);
    if (group && item.gap === 0) {
      group.items.push(item);
      if (item.isBlockStart) group.isTight = false;
    } else groups.push({ items: [item], isTight: true });
  }
  return groups;
}

/** Speech seldom goes on longer than this without an end, in characters. */
const SHORT = 80;

/** Whether a group can be nothing but a list, whatever the rest of the book is. */
export function isPlainList({ items, isTight }: Group): boolean {
  if (items.some(({ isNested }) => isNested)) return true;
  const marked = items.filter(({ isMarkup }) => isMarkup).length;
  if (marked * 2 > items.length) return true;
  if (items.length === 1 || items.some(({ isSpoken }) => isSpoken)) return false;
  const isOpenEnded = items.slice(0, -1).every(({ isClosed, text }) => !isClosed && text.length <= SHORT);
  if (!isOpenEnded) return false;
  return isTight || items[0]?.isAfterColon === true || items.length > 2;
}

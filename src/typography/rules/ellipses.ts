/** ellipses: three full stops, spaced or not, become one character. `spaces` keeps it from beginning a line. */
import {
  ELLIPSIS_MARK,
  FULL_STOP_CODE,
  LETTER,
  LINE_FEED_CODE,
  NO_BREAK_SPACE,
  SPACE,
  kindAt,
} from '../characters.js';
import { doubledEllipses, hasWide, isAmidWide } from '../dashes/doubled.js';
import type { Locale } from '../../types.js';
import type { Edit, Rule } from '../types.js';

/** Full stops in a row: their number, and whether they are spaced. */
interface Stops {
  start: number;
  end: number;
  count: number;
  spaced: boolean;
}

export const ellipses: Rule = {
  id: 'ellipses',
  apply({ text }, locale) {
    const doubled = text.includes(ELLIPSIS_MARK) && hasWide(text) ? doubledEllipses(text) : [];
    if (!MAY_HOLD.test(text)) return doubled;
    const edits: Edit[] = [];
    for (let at = nextDots(text, 0); at >= 0;) {
      const stops = stopsFrom(text, at);
      if (stops.count >= 3) edits.push(...settle(text, stops, locale));
      at = nextDots(text, stops.end);
    }
    return doubled.length === 0 ? edits : inOrder([...doubled, ...edits]);
  },
};

const inOrder = (edits: Edit[]): Edit[] => edits.sort((one, other) => one.start - other.start);

/** A cheap test that most texts fail. */
const MAY_HOLD = /\.[^\S\n]*\./;

/** The next two full stops, spaced or not. */
function nextDots(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FULL_STOP_CODE) {
      const next = text.charCodeAt(at + 1);
      if (next === FULL_STOP_CODE) return at;
      if (gapAt(text, at + 1) > 0) return at;
    }
  }
  return -1;
}

function stopsFrom(text: string, start: number): Stops {
  let end = start + 1;
  let count = 1;
  let spaced = false;
  for (;;) {
    if (text.charCodeAt(end) === FULL_STOP_CODE) end += 1;
    else {
      const gap = gapAt(text, end);
      if (gap === 0) return { start, end, count, spaced };
      spaced = true;
      end += gap + 1;
    }
    count += 1;
  }
}

/** The length of the spaces from an offset to a full stop that `spaces` would print as one; 0 where there are none. */
function gapAt(text: string, start: number): number {
  let end = start;
  while (kindAt(text, end) === SPACE) {
    if (text.charCodeAt(end) === LINE_FEED_CODE) return 0;
    end += 1;
  }
  if (end === start || text.charCodeAt(end) !== FULL_STOP_CODE) return 0;
  const isOne = end - start > 1 || ' \t'.includes(text.charAt(start));
  return isOne ? end - start : 0;
}

/**
 * Four of them after a word: the sentence was finished, and its full stop stays; also behind a quotation mark or a
 * bracket, where it stands apart from three others. These may be in italics, and it not.
 */
function settle(text: string, { start, end, count, spaced }: Stops, locale: Locale): Edit[] {
  const confidence = 0.99;
  if (locale.shortEllipsis && !spaced && '?!'.includes(text.charAt(start - 1) || ' '))
    return [{ start, end, text: '..', confidence }];
  if (isAmidWide(text, start, end)) return [{ start, end, text: ELLIPSIS_MARK.repeat(2), confidence }];
  const gap = gapAt(text, start + 1);
  const isApart = count === 4 && gap > 0 && end === start + gap + 4 && kindAt(text, start - 1) !== SPACE;
  if (isApart && start > 0)
    return [
      { start: start + 1, end: start + 1 + gap, text: NO_BREAK_SPACE, confidence },
      { start: end - 3, end, text: ELLIPSIS_MARK, confidence },
    ];
  const finished = count === 4 && kindAt(text, start - 1) === LETTER;
  const stop = finished ? (spaced ? `.${NO_BREAK_SPACE}` : '.') : '';
  return [{ start, end, text: stop + ELLIPSIS_MARK, confidence }];
}

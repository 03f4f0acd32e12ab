/** ellipses: three full stops, spaced or not, become one character; it never begins a line. */
import {
  CLOSER,
  COMMA,
  DIGIT,
  ELLIPSIS_MARK,
  FULL_STOP_CODE,
  LETTER,
  NO_BREAK_SPACE,
  QUOTE,
  SPACE_CODE,
  STOP,
  kindAt,
} from '../characters.js';
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
  apply({ text }) {
    const edits: Edit[] = [];
    if (!text.includes('..') && !text.includes('. .') && !text.includes(ELLIPSIS_MARK)) return edits;
    for (let at = nextDots(text, 0); at >= 0;) {
      if (text.charCodeAt(at) !== FULL_STOP_CODE) {
        const hold = holdBack(text, at);
        if (hold) edits.push(hold);
        at = nextDots(text, at + 1);
        continue;
      }
      const stops = stopsFrom(text, at);
      const edit = stops.count >= 3 ? settle(text, stops) : undefined;
      if (edit) edits.push(edit);
      at = nextDots(text, stops.end);
    }
    return edits;
  },
};

/** The next two full stops, spaced or not, or the next ellipsis. */
function nextDots(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FULL_STOP_CODE) {
      const next = text.charCodeAt(at + 1);
      if (next === FULL_STOP_CODE) return at;
      if (next === SPACE_CODE && text.charCodeAt(at + 2) === FULL_STOP_CODE) return at;
    } else if (code === 0x2026) return at;
  }
  return -1;
}

function stopsFrom(text: string, start: number): Stops {
  let end = start + 1;
  let count = 1;
  let spaced = false;
  for (;;) {
    if (text.charCodeAt(end) === FULL_STOP_CODE) end += 1;
    else if (text.charCodeAt(end) === SPACE_CODE && text.charCodeAt(end + 1) === FULL_STOP_CODE) {
      spaced = true;
      end += 2;
    } else return { start, end, count, spaced };
    count += 1;
  }
}

const followsText = (text: string, at: number): boolean => {
  const kind = kindAt(text, at);
  return (
    kind === LETTER || kind === DIGIT || kind === STOP || kind === COMMA || kind === CLOSER || kind === QUOTE
  );
};

const isPlainSpace = (text: string, at: number): boolean => text.charCodeAt(at) === SPACE_CODE;

/** Four of them after a word: the sentence was finished, and its full stop stays. */
function settle(text: string, { start, end, count, spaced }: Stops): Edit {
  const finished = count === 4 && kindAt(text, start - 1) === LETTER;
  const stop = finished ? (spaced ? `.${NO_BREAK_SPACE}` : '.') : '';
  const held = isPlainSpace(text, start - 1) && followsText(text, start - 2);
  return {
    start: held ? start - 1 : start,
    end,
    text: (held ? NO_BREAK_SPACE : '') + stop + ELLIPSIS_MARK,
    confidence: 0.99,
  };
}

function holdBack(text: string, at: number): Edit | undefined {
  if (!isPlainSpace(text, at - 1) || !followsText(text, at - 2)) return undefined;
  return { start: at - 1, end: at, text: NO_BREAK_SPACE, confidence: 1 };
}

/** The short way for most paragraphs: double marks alone, each one plain from its neighbours, in pairs. */
import {
  COMMA,
  DASH,
  DIGIT,
  EDGE,
  ELLIPSIS,
  KIND_COUNT,
  LETTER,
  OPENER,
  SPACE,
  STOP,
} from '../characters.js';
import type { Mark } from './marks.js';

const setOf = (...kinds: number[]): readonly boolean[] =>
  Array.from({ length: KIND_COUNT }, (_, kind) => kinds.includes(kind));

const BEFORE_OPENING = setOf(EDGE, SPACE, OPENER);
const AFTER_OPENING = setOf(LETTER, DIGIT, ELLIPSIS);
const BEFORE_CLOSING = setOf(STOP, COMMA, ELLIPSIS, DASH, LETTER);
const AFTER_CLOSING = setOf(EDGE, SPACE);

/** Whether marks are pairs of opening and closing double marks, straight or proper, with nothing in doubt. */
export function arePlainPairs(marks: readonly Mark[]): boolean {
  if (marks.length % 2 === 1) return false;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index] as Mark;
    if (!mark.double) return false;
    if (mark.typed === (index % 2 === 0 ? 'open' : 'close')) continue;
    if (mark.typed !== 'straight') return false;
    const plain =
      index % 2 === 0
        ? BEFORE_OPENING[mark.left] && AFTER_OPENING[mark.right]
        : BEFORE_CLOSING[mark.left] && AFTER_CLOSING[mark.right];
    if (!plain) return false;
  }
  return true;
}

/** Asides between dashes: which side of one a dash stands on, and hyphens that set one apart. */
import { COMMA, EDGE, ELLIPSIS, LETTER, OPENER, QUOTE, SPACE, STOP, isUpper, kindAt } from '../characters.js';
import { formAfter } from '../quotes/forms.js';
import type { Edit } from '../types.js';
import type { Hyphens } from './hyphens.js';

/**
 * Dashes that embrace an aside keep to it: before its first word, after its last, and no space stands before the
 * comma or full stop behind it (Spanish). Where both sides are spaced, one that is open is closed.
 */
export function aside(
  { start, end, from, to, left, right, side }: Hyphens,
  state: { text: string; open: boolean },
  mark: string,
  confidence: number,
): Edit {
  const { text } = state;
  if (endsClause(text, to) || (left === SPACE && right === EDGE)) {
    state.open = false;
    return { start: from, end: to, text: mark, confidence };
  }
  if (side === 'opens' || side === 'closes' || left !== SPACE || right !== SPACE) {
    state.open = side === 'opens';
    return { start, end, text: mark, confidence };
  }
  state.open = !state.open;
  return state.open
    ? { start, end: to, text: mark, confidence }
    : { start: from, end, text: mark, confidence };
}

/** Whether punctuation stands at an offset that belongs to what is before it: no `...`, no `\u00BF`. */
const endsClause = (text: string, at: number): boolean =>
  ',.;:!?'.includes(text.charAt(at) || ' ') && [SPACE, EDGE, QUOTE].includes(kindAt(text, at + 1));

/** Shorter words before a full stop are abbreviations, and those with a capital up to a length: `S.-Pb.`, `Sr.-` */
const SHORTEST = 2;
const LONG = 4;
const ENDS: readonly number[] = [STOP, COMMA, ELLIPSIS];

/**
 * A hyphen right behind the end of a sentence or a comma, before another word: `dijo el paje.-Pues vamos.` Behind a
 * quotation mark, before what begins a sentence or names a speaker: suffixes stand there, too (`„Hol?”-ra`).
 */
export function endsSentence(text: string, hyphens: Hyphens, says: ReadonlySet<string>): boolean {
  const { start, end, left, right } = hyphens;
  if (left === QUOTE)
    return (
      ENDS.includes(kindAt(text, start - 2)) &&
      (right === OPENER || (right === LETTER && (isUpper(text, end) || says.has(formAfter(text, end - 1)))))
    );
  if (!ENDS.includes(left)) return false;
  if (![LETTER, OPENER, QUOTE, SPACE].includes(right)) return false;
  if (text.charAt(start - 1) !== '.') return true;
  let first = start - 1;
  while (kindAt(text, first - 1) === LETTER) first -= 1;
  const length = start - 1 - first;
  if (length < SHORTEST || (length < LONG && isUpper(text, first))) return text.charAt(start - 2) === '.';
  return right !== LETTER || isUpper(text, end);
}

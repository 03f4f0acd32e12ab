/** Marks that an editor's automatic quotation marks turned the wrong way: `with—“`, `said. ”Do you`, `I‘m`, `‘90s`. */
import type { Locale } from '../../types.js';
import { CLOSER, COMMA, DASH, DIGIT, EDGE, ELLIPSIS, LETTER, SPACE, STOP, kindAt } from '../characters.js';
import type { Mark } from './marks.js';

const TURNED: Readonly<Record<string, string>> = {
  '\u201C': '\u201D',
  '\u201D': '\u201C',
  '\u2018': '\u2019',
};

const ENDS = new Set([LETTER, DIGIT, STOP, COMMA, ELLIPSIS, CLOSER, DASH]);
const DECADE = /^\u2018\d0s?(?![\p{L}\p{N}\u2019])/u;
/** One that begins with a capital may begin a speech. */
const WORD = /^\u2018(\p{Ll}+)(?![\p{L}\u2019'])/u;
const LONGEST = 20;

/** Whether a text has a German quotation, of which the high mark closes. */
export const hasGerman = (text: string): boolean => /[\u201A\u201E]/.test(text);

/**
 * The mark that a proper one, which stays as it is typed, would be by all that stands round it; undefined where it is
 * right. `isGerman` is what `hasGerman` says of the text.
 */
export function turnedAt(
  text: string,
  { at, typed }: Mark,
  { elisions }: Locale,
  isGerman: boolean,
): string | undefined {
  const mark = text.charAt(at);
  const other = TURNED[mark];
  if (other === undefined || (typed !== 'open' && typed !== 'close')) return undefined;
  const [left, right] = [kindAt(text, at - 1), kindAt(text, at + 1)];
  if (typed === 'close')
    return (left === SPACE || left === EDGE) && right === LETTER && text.charAt(at + 1) !== mark
      ? other
      : undefined;
  if (isGerman) return undefined;
  if (ENDS.has(left) && (right === SPACE || right === EDGE || right === STOP || right === COMMA))
    return other;
  if (mark !== '\u2018') return undefined;
  if (left === LETTER && right === LETTER) return other;
  const after = text.slice(at, at + LONGEST);
  const word = WORD.exec(after)?.[1] ?? '';
  return DECADE.test(after) || elisions.head.includes(word) ? other : undefined;
}

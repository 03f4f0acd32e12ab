/**
 * Chinese and Japanese set an ellipsis and a dash as wide as two characters: `……`, `——`. A single one is half a mark.
 *
 * @see https://www.w3.org/TR/clreq/#h-pause-or-stop-punctuation-marks
 */
import { EM_DASH } from '../characters.js';
import type { Edit } from '../types.js';

/** Han and kana, and the punctuation set among them. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FC\uFF01-\uFF65]/u;
/** What may stand on one side of a mark among them, or between it and them. */
const QUOTE = /["'\u2018-\u201F]/;
const BLANK = /^\s?$/;
/** A dash between two words alone may join what it stands between: 北京—上海. */
const JOINED = /[\p{Script=Han}\p{Script=Katakana}]/u;
const SENTENCE_END = /[\u3002\uFF01\uFF1F]/;

/** A cheap test that most texts fail. */
const BEYOND = /[\u2E80-\uFF65]/;

/** Whether a text holds Han or kana. */
export const hasWide = (text: string): boolean => BEYOND.test(text) && WIDE.test(text);

/** Whether what stands from one offset to another stands among Han and kana. */
export function isAmidWide(text: string, start: number, end: number): boolean {
  const sides = [-1, 1].map((step) => {
    const at = step < 0 ? start - 1 : end;
    const beside = text.charAt(at);
    const isQuote = QUOTE.test(beside);
    return {
      isWide: WIDE.test(beside) || (isQuote && WIDE.test(text.charAt(at + step))),
      isFree: isQuote || BLANK.test(beside),
    };
  });
  return sides.some(({ isWide }) => isWide) && sides.every(({ isWide, isFree }) => isWide || isFree);
}

const single = (mark: string): RegExp => new RegExp(`(?<![${mark}.-])([${mark}])(?![${mark}.-])`, 'g');
const ELLIPSES = single('\u2026');
const DASHES = single('\u2014\u2015');

/** The single marks of a text that stand among Han and kana. */
const singles = (text: string, marks: RegExp): { start: number; end: number; mark: string }[] =>
  [...text.matchAll(marks)]
    .map(({ 0: mark, index }) => ({ start: index, end: index + 1, mark }))
    .filter(({ start, end }) => isAmidWide(text, start, end));

/** The single ellipses among Han and kana, doubled. */
export const doubledEllipses = (text: string): Edit[] =>
  singles(text, ELLIPSES).map(({ start, end, mark }) => ({
    start,
    end,
    text: mark.repeat(2),
    confidence: 0.97,
  }));

/** The single dashes among Han and kana, doubled; the author is asked about one that may join two names. */
export function doubledDashes(text: string): Edit[] {
  const found = singles(text, DASHES);
  return found.map(({ start, end, mark }, place): Edit => {
    const isPaired = [found[place - 1], found[place + 1]].some(
      (other) =>
        other && !SENTENCE_END.test(text.slice(Math.min(start, other.start), Math.max(start, other.start))),
    );
    const mayJoin = !isPaired && JOINED.test(text.charAt(start - 1)) && JOINED.test(text.charAt(end));
    return {
      start,
      end,
      text: mark.repeat(2),
      ...(mayJoin ? { confidence: 0.8, instead: mark } : { confidence: 0.95 }),
    };
  });
}

/** A dash that was set for hyphens, doubled where it stands among Han and kana. */
export const doubledEdit = (edit: Edit, text: string): Edit =>
  edit.text === EM_DASH && isAmidWide(text, edit.start, edit.end)
    ? { ...edit, text: EM_DASH.repeat(2) }
    : edit;

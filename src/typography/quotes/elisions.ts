/** How likely an apostrophe is at the edge of a word: by the language's words and by the book's own. */
import type { Elisions } from '../../types.js';
import { DIGIT, LETTER, QUOTE, SPACE, isUpper, kindAt } from '../characters.js';
import { formAfter, formBefore, type Count } from './forms.js';
import type { Study } from './study.js';

/** Prices of an apostrophe, in nats. */
export interface ElisionPrices {
  /** Before the word that follows an offset. */
  head(text: string, at: number): number;
  /** After the word that ends at an offset. */
  tail(text: string, at: number): number;
}

/** The author's own word: settled. */
export const LISTED = 0;
/** A word that the language's readers know so. */
export const KNOWN = 0.3;
const PERHAPS = 2.5;
const POSSESSIVE = 1.2;
const NEVER = 9;
/** So many times as often without as with the apostrophe: a word in its own right. */
const USUAL = 5;
const DECADE = /^\d\ds?(?![\d\p{L}\u00B0'"\u2032])/u;
/** Words that stand after an s-less possessive: `for goodness' sake`. */
const SAKE = /^ sakes?\b/;

/** Prices by what the book shows of a form. */
interface Scale {
  /** The form stands without the apostrophe too, and seldom or never with it amid a sentence. */
  unknown: number;
  /** The same, and it is a known word with letters lost. */
  clipped: number;
  /** No such word, by the number of times that it stands with the apostrophe amid a sentence. */
  noWord: readonly number[];
  /** No such word, but one with the letters that are lost. */
  clippedNoWord: number;
}

const HEAD: Scale = { unknown: 6.5, clipped: 5, noWord: [4.5, 3.5, 2, 0.8], clippedNoWord: 1 };
const TAIL: Scale = { unknown: 5.5, clipped: 4.5, noWord: [3.5, 3, 2, 0.8], clippedNoWord: 0.8 };

function shownBy(elided: number, { bare, whole }: Count, scale: Scale): number {
  if (bare === 0) {
    const price = scale.noWord[Math.min(elided, scale.noWord.length - 1)] ?? scale.unknown;
    return whole > 0 ? Math.min(price, scale.clippedNoWord) : price;
  }
  if (elided > bare) return PERHAPS - 1;
  const price = whole > 0 && elided > 0 ? scale.clipped : scale.unknown;
  return price - Math.min(2, Math.log(1 + elided) * Math.sqrt(elided / (elided + bare)) * 3);
}

interface Sets {
  head: ReadonlySet<string>;
  maybeHead: ReadonlySet<string>;
  tail: ReadonlySet<string>;
}

const sets = new WeakMap<Elisions, Sets>();

function setsOf(elisions: Elisions): Sets {
  let known = sets.get(elisions);
  if (!known) {
    known = {
      head: new Set(elisions.head),
      maybeHead: new Set(elisions.maybeHead),
      tail: new Set(elisions.tail),
    };
    sets.set(elisions, known);
  }
  return known;
}

/** Whether the book writes a form without the apostrophe far more often than with it. */
const isUsualWord = (elided: number, { bare }: Count): boolean => bare > USUAL * (elided + 1);

/** The prices in one language and one book. */
export function elisionPrices(elisions: Elisions, study: Study): ElisionPrices {
  const { head, maybeHead, tail } = setsOf(elisions);
  const { after } = elisions;
  return {
    head(text, at) {
      if (kindAt(text, at + 1) === DIGIT) return DECADE.test(text.slice(at + 1, at + 5)) ? KNOWN : NEVER;
      const form = formAfter(text, at);
      if (study.words.head.has(form)) return LISTED;
      if (after[form]?.includes(formBefore(text, at - 1))) return KNOWN;
      const elided = study.heads.get(form) ?? 0;
      const count = study.forms.head(form);
      if (head.has(form)) return isUsualWord(elided, count) ? PERHAPS : KNOWN;
      const shown = shownBy(elided, count, HEAD);
      return maybeHead.has(form) ? Math.min(PERHAPS, shown) : shown;
    },
    tail(text, at) {
      const form = formBefore(text, at);
      if (study.words.tail.has(form)) return LISTED;
      if (isJoined(text, at - form.length - 1)) return TAIL.unknown;
      const elided = study.tails.get(form) ?? 0;
      const count = study.forms.tail(form);
      const usual = isUsualWord(elided, count);
      if (tail.has(form)) return usual ? PERHAPS - 1 : KNOWN;
      if (!usual && elisions.tailEnding !== undefined && isEnding(form, elisions.tailEnding)) return KNOWN;
      return Math.min(shownBy(elided, count, TAIL), possessive(text, at, form));
    },
  };
}

/** An apostrophe between letters: what follows is the rest of a contraction. */
const isJoined = (text: string, at: number): boolean =>
  kindAt(text, at) === QUOTE && kindAt(text, at - 1) === LETTER;

const isEnding = (form: string, ending: string): boolean =>
  form.length > ending.length + 1 && form.endsWith(ending);

/** A plural's possessive stands before what is possessed. */
function possessive(text: string, at: number, form: string): number {
  if (!/[sxz]$/.test(form)) return NEVER;
  if (SAKE.test(text.slice(at + 1, at + 8))) return KNOWN;
  const follows = kindAt(text, at + 1) === SPACE && kindAt(text, at + 2) === LETTER;
  if (!follows) return POSSESSIVE + 2;
  return isUpper(text, at + 2) ? POSSESSIVE + 0.8 : POSSESSIVE;
}

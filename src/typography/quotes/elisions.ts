/** How likely an apostrophe is at the edge of a word: by the language's words and by the book's own. */
import type { Elisions } from '../../types.js';
import { DIGIT, LETTER, SPACE, isUpper, kindAt } from '../characters.js';
import { formAfter, formBefore } from './forms.js';
import type { Study } from './study.js';

/** Prices of an apostrophe, in nepers. */
export interface ElisionPrices {
  /** Before the word that follows an offset. */
  head(text: string, at: number): number;
  /** After the word that ends at an offset. */
  tail(text: string, at: number): number;
}

const KNOWN = 0.3;
const LISTED = 0;
const PERHAPS = 2.5;
const UNKNOWN_HEAD = 6;
const UNKNOWN_TAIL = 5;
const POSSESSIVE = 1.2;
const DECADE = /^\d\ds?(?![\d\p{L}])/u;
/** Words that stand after an s-less possessive: `for goodness' sake`. */
const SAKE = /^ sakes?\b/;

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

/** The prices in one language and one book. */
export function elisionPrices(elisions: Elisions, study: Study): ElisionPrices {
  const { head, maybeHead, tail } = setsOf(elisions);
  return {
    head(text, at) {
      if (kindAt(text, at + 1) === DIGIT)
        return DECADE.test(text.slice(at + 1, at + 5)) ? KNOWN : UNKNOWN_HEAD;
      const form = formAfter(text, at);
      if (study.words.head.has(form)) return LISTED;
      if (head.has(form)) return KNOWN;
      const shown = shownBy(study.heads.get(form) ?? 0, study.bare(form), UNKNOWN_HEAD);
      return maybeHead.has(form) ? Math.min(PERHAPS, shown) : shown;
    },
    tail(text, at) {
      const form = formBefore(text, at);
      if (study.words.tail.has(form)) return LISTED;
      if (tail.has(form) || (form.length > 3 && form.endsWith('in'))) return KNOWN;
      const shown = shownBy(study.tails.get(form) ?? 0, study.bare(form), UNKNOWN_TAIL);
      return Math.min(shown, possessive(text, at, form));
    },
  };
}

/** The price that the book's own use sets: a form that it never writes without the apostrophe is elided. */
function shownBy(elided: number, bare: number, unknown: number): number {
  if (elided === 0) return unknown;
  const share = elided / (elided + bare);
  return Math.max(KNOWN, Math.min(unknown, unknown - 1 - Math.log(elided) - (share > 0.5 ? 2 : 0)));
}

/** A plural's possessive stands before what is possessed. */
function possessive(text: string, at: number, form: string): number {
  if (!/[sxz]$/.test(form)) return UNKNOWN_TAIL;
  if (SAKE.test(text.slice(at + 1, at + 8))) return KNOWN;
  const follows = kindAt(text, at + 1) === SPACE && kindAt(text, at + 2) === LETTER;
  if (!follows) return POSSESSIVE + 2;
  return isUpper(text, at + 2) ? POSSESSIVE + 0.8 : POSSESSIVE;
}

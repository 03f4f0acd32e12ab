/** How likely an apostrophe is at the edge of a word: by the language's words and by the book's own. */
import { own } from '../../text/own.js';
import type { Elisions } from '../../types.js';
import { DIGIT, LETTER, QUOTE, SPACE, isUpper, kindAt } from '../characters.js';
import { formAfter, formBefore } from './forms.js';
import { PERHAPS, TAIL } from './shown.js';
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
const POSSESSIVE = 1.2;
const NEVER = 9;
const DECADE = /^\d\d(?:['\u2019]?s)?(?![\d\p{L}\u00B0'"\u2032])/u;
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
  const { after } = elisions;
  return {
    head(text, at) {
      if (kindAt(text, at + 1) === DIGIT) return DECADE.test(text.slice(at + 1, at + 6)) ? KNOWN : NEVER;
      const form = formAfter(text, at);
      const { listed, usual, price } = study.head(form);
      if (listed) return LISTED;
      if (own(after, form)?.includes(formBefore(text, at - 1))) return KNOWN;
      if (head.has(form)) return usual ? PERHAPS : KNOWN;
      return maybeHead.has(form) ? Math.min(PERHAPS, price) : price;
    },
    tail(text, at) {
      const form = formBefore(text, at);
      const { listed, usual, price } = study.tail(form);
      if (listed) return LISTED;
      if (isJoined(text, at - form.length - 1)) return TAIL.unknown;
      if (tail.has(form)) return usual ? PERHAPS - 1 : KNOWN;
      if (!usual && elisions.tailEnding !== undefined && isEnding(form, elisions.tailEnding)) return KNOWN;
      return Math.min(price, possessive(text, at, form));
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

/** The words beside a mark. */
import { LETTER, kindAt } from '../characters.js';

/** Longest form that is looked up, in UTF-16 code units: what is longer is no elision. */
const LONGEST = 24;

/** The letters right after an offset, lower case: the word that a leading apostrophe would clip. */
export function formAfter(text: string, at: number): string {
  let end = at + 1;
  while (end - at <= LONGEST && kindAt(text, end) === LETTER) end += 1;
  return text.slice(at + 1, end).toLowerCase();
}

/** The letters right before an offset, lower case: the word that a trailing apostrophe would clip. */
export function formBefore(text: string, at: number): string {
  let start = at - 1;
  while (at - start <= LONGEST && kindAt(text, start) === LETTER) start -= 1;
  return text.slice(start + 1, at).toLowerCase();
}

const SLOTS = 1 << 20;

/** A table of word counts without the words: linear in the text, constant in memory. Collisions only blur it. */
export interface WordCounts {
  add(text: string): void;
  count(form: string): number;
}

const isTick = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60;
};

const mix = (hash: number, code: number): number =>
  Math.imul(hash ^ (code < 0x80 ? code | 0x20 : code), 0x01000193);

/** Counts of the words that stand without an apostrophe at either end, case folded (ASCII only). */
export function wordCounts(): WordCounts {
  const counts = new Uint16Array(SLOTS);
  const slot = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
  return {
    add(text) {
      let hash = 0;
      let start = -1;
      for (let at = 0; at <= text.length; at += 1) {
        const code = text.charCodeAt(at);
        const ascii = code | 0x20;
        const letter = code < 0x80 ? ascii >= 0x61 && ascii <= 0x7a : kindAt(text, at) === LETTER;
        if (letter) {
          if (start < 0) start = at;
          hash = mix(hash, code);
        } else if (start >= 0) {
          if (!isTick(text, start - 1) && !isTick(text, at)) {
            const index = slot(hash);
            const count = counts[index] ?? 0;
            if (count < 0xffff) counts[index] = count + 1;
          }
          start = -1;
          hash = 0;
        }
      }
    },
    count(form) {
      let hash = 0;
      for (let at = 0; at < form.length; at += 1) hash = mix(hash, form.charCodeAt(at));
      return counts[slot(hash)] ?? 0;
    },
  };
}

/** The words beside a mark. */
import { LETTER, kindAt, kindOf } from '../characters.js';

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

const isTick = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60;

const mix = (hash: number, code: number): number =>
  Math.imul(hash ^ (code < 0x80 ? code | 0x20 : code), 0x01000193);

function hashOf(form: string): number {
  let hash = 0;
  for (let at = 0; at < form.length; at += 1) hash = mix(hash, form.charCodeAt(at));
  return hash;
}

/** Hashes that may be asked for, as bits: most words of a text are turned away here. */
const FILTER_SIZE = 1 << 16;

/**
 * How often each form stands in the texts without an apostrophe at either end, case folded (ASCII only): one pass
 * over the texts, however many forms there are. Forms of one hash are counted together.
 */
export function countBare(texts: Iterable<string>, forms: Iterable<string>): (form: string) => number {
  const counts = new Map<number, number>();
  const filter = new Uint8Array(FILTER_SIZE);
  for (const form of forms) {
    const hash = hashOf(form);
    counts.set(hash, 0);
    filter[hash & (FILTER_SIZE - 1)] = 1;
  }
  if (counts.size > 0) for (const text of texts) countIn(text, counts, filter);
  return (form) => counts.get(hashOf(form)) ?? 0;
}

function countIn(text: string, counts: Map<number, number>, filter: Uint8Array): void {
  let hash = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const ascii = code | 0x20;
    if (code < 0x80 ? ascii >= 0x61 && ascii <= 0x7a : kindOf(code) === LETTER) {
      if (start < 0) {
        start = at;
        hash = 0;
      }
      hash = mix(hash, code);
    } else if (start >= 0) {
      if (
        filter[hash & (FILTER_SIZE - 1)] &&
        !isTick(code) &&
        !(start > 0 && isTick(text.charCodeAt(start - 1)))
      ) {
        const count = counts.get(hash);
        if (count !== undefined) counts.set(hash, count + 1);
      }
      start = -1;
    }
  }
}

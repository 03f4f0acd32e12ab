/** Phrases in single marks: each of the two marks needs its partner nearby. */
import { CLOSER, COMMA, EDGE, LETTER, OPENER, SPACE, STOP, isUpper, kindAt } from '../characters.js';
import { MAY_BE, SURE, type Edges } from './edges.js';
import { KNOWN } from './elisions.js';
import type { Mark } from './marks.js';
import { table } from './neighbours.js';
import { APOSTROPHE, CLOSE, CLOSE_PHRASE, OPEN, OPEN_PHRASE, ROLE_COUNT } from './stacks.js';

/** A phrase with no other end of it near. */
const LONE_PHRASE = 4;
/** Longest phrase in quotation marks, in UTF-16 code units. */
const PHRASE_LENGTH = 70;

/** So much cheaper is a phrase in a speech in the same marks, where all four marks are plain. */
const PHRASE_PLAINLY_WITHIN = 7;
const SPEECH_PLAINLY = 4;
/** What stands outside of a mark that plainly opens or closes. */
const BESIDE_WORDS = table(0, [
  [EDGE, 1],
  [SPACE, 1],
  [OPENER, 1],
  [CLOSER, 1],
  [STOP, 1],
  [COMMA, 1],
]);
/** Raises the price of a phrase's mark that has no fellow within the sentence and a phrase's length. */
export function pricePhrases(text: string, marks: readonly Mark[], prices: Float64Array): void {
  let opener = -Infinity;
  let done = 0;
  let sentence = 0;
  marks.forEach((mark, index) => {
    if (mark.double) return;
    for (; done < mark.at; done += 1) if (endsSentence(text, done)) sentence = done;
    const close = index * ROLE_COUNT + CLOSE_PHRASE;
    const lone = opener < sentence || mark.at - opener > PHRASE_LENGTH;
    if (lone) prices[close] = (prices[close] as number) + LONE_PHRASE;
    const open = prices[index * ROLE_COUNT + OPEN_PHRASE] as number;
    if (open < MAY_BE) opener = mark.at;
  });
  let closer = Infinity;
  done = text.length;
  sentence = Infinity;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (!mark || mark.double) continue;
    for (; done > mark.at; done -= 1) if (endsSentence(text, done)) sentence = done;
    const open = index * ROLE_COUNT + OPEN_PHRASE;
    if (closer > sentence + 2 || closer - mark.at > PHRASE_LENGTH)
      prices[open] = (prices[open] as number) + LONE_PHRASE;
    if ((prices[index * ROLE_COUNT + CLOSE_PHRASE] as number) < MAY_BE) closer = mark.at;
  }
}

const endsSentence = (text: string, at: number): boolean =>
  kindAt(text, at) === STOP &&
  kindAt(text, at + 1) === SPACE &&
  isUpper(text, at + 2) &&
  kindAt(text, at - 2) === LETTER;

/**
 * Lowers the price of phrases in a speech in the same marks: one mark plainly opens the speech, pairs that plainly open
 * and close follow, and another plainly closes (`'I read 'Emma' and 'Persuasion' in May.'`).
 */
export function nestPhrases(
  text: string,
  marks: readonly Mark[],
  { head, tail }: Edges,
  prices: Float64Array,
): void {
  const isStraight = (index: number): boolean => {
    const mark = marks[index];
    return mark?.double === false && mark.typed === 'straight';
  };
  const opens = (index: number, least: number): boolean =>
    isStraight(index) && BESIDE_WORDS[(marks[index] as Mark).left] === 1 && (head[index] as number) > least;
  const closes = (index: number, least: number): boolean =>
    isStraight(index) && BESIDE_WORDS[(marks[index] as Mark).right] === 1 && (tail[index] as number) > least;
  const lower = (mark: number, role: number, by: number): void => {
    prices[mark * ROLE_COUNT + role] = (prices[mark * ROLE_COUNT + role] as number) - by;
  };
  for (let first = 0; first + 3 < marks.length; first += 1) {
    // A short book may not show that the word at the head of its speech is a whole one.
    if (!opens(first, isUpper(text, (marks[first] as Mark).at + 1) ? KNOWN : MAY_BE)) continue;
    let last = first + 1;
    while (opens(last, MAY_BE) && closes(last + 1, MAY_BE)) last += 2;
    // What the first one opened ends there, though a plural's possessive looks like that too.
    if (last === first + 1 || !closes(last, SURE)) continue;
    lower(first, OPEN, SPEECH_PLAINLY);
    for (let index = first + 1; index < last; index += 2) lower(index, OPEN_PHRASE, PHRASE_PLAINLY_WITHIN);
    lower(last, CLOSE, SPEECH_PLAINLY);
    // As two apostrophes, the outer ones would leave the inner ones as cheap as in a speech.
    for (const outer of [first, last]) lower(outer, APOSTROPHE, -PHRASE_PLAINLY_WITHIN / 2);
    first = last;
  }
}

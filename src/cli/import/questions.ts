/** The questions of `octavo import --interactive`: each unsure line among its neighbours, and what people answer. */
import type { Answers, Class, Unsure } from '../../import/index.js';
import { CLASS_NAMES, meaningOf } from '../../import/index.js';
import { harmless } from '../terminal.js';

/** What a line may be called, by the letter that says so. */
const CLASSES = CLASS_NAMES.filter(({ isRare }) => isRare !== true);

const LETTERS = CLASSES.map(({ letter, words }) => `${letter} ${words}`).join(', ');

/** The most characters of a line of the source that is shown. */
const LONGEST = 100;

/** What an answer says: a class, the way back, the end; undefined for anything else. */
function answerOf(word: string, maybe: Class): Class | 'back' | 'quit' | undefined {
  const answer = word.trim().toLowerCase();
  if (answer === 'y' || answer === 'yes') return maybe;
  if (answer === 'n' || answer === 'no') return 'story';
  if (answer === 'b' || answer === 'back') return 'back';
  if (answer === 'q' || answer === 'quit') return 'quit';
  return CLASSES.find(({ letter }) => letter === answer)?.class;
}

/** A question as it stands on the terminal: the line with what is before and after it, and what it may be. */
export function questionOf({ key, decision, around }: Unsure): string {
  const line = (mark: string, text: string) => `  ${mark} ${short(text)}`;
  return [
    `${key}:`,
    ...around.before.map((text) => line('|', text)),
    line('>', decision.block.text),
    ...around.after.map((text) => line('|', text)),
    `  Is this ${meaningOf(decision)}? y yes, n no, b back, q quit; or ${LETTERS}: `,
  ].join('\n');
}

const short = (text: string): string => {
  const line = harmless(text.replaceAll(/\s+/g, ' ').trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

/**
 * What people answer, by the questions' keys; undefined where they quit. `ask` shows a question and gives the line that
 * is typed, or undefined at the end of the input, which leaves the rest as it is.
 */
export async function answersTo(
  unsure: readonly Unsure[],
  ask: (question: string) => Promise<string | undefined>,
): Promise<Answers | undefined> {
  const answers = new Map<string, Class>();
  let at = 0;
  while (at < unsure.length) {
    const one = unsure[at] as Unsure;
    const word = await ask(questionOf(one));
    if (word === undefined) break;
    const answer = answerOf(word, one.decision.maybe ?? 'story');
    if (answer === 'quit') return undefined;
    if (answer === 'back') at = Math.max(0, at - 1);
    else if (answer !== undefined) {
      answers.set(one.key, answer);
      at += 1;
    }
  }
  return answers;
}

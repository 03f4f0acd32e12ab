/** What people said of paragraphs, kept by their text: the lines of a source that has grown are others. */
import { answerKey } from './settle.js';
import type { Answers, ReadLine, Reading } from './readings.js';
import type { Class } from './classify/decisions.js';
import type { Said } from './write/sidecar.js';

/** For each of some lines, which of those of its text it is, from 1. */
function nthOfText(lines: readonly ReadLine[]): number[] {
  const seen = new Map<string, number>();
  return lines.map(({ decision: { block } }) => {
    const nth = (seen.get(block.text) ?? 0) + 1;
    seen.set(block.text, nth);
    return nth;
  });
}

/** The answers that were given about lines, as a sidecar keeps them. */
export function saidOf(lines: readonly ReadLine[]): Said[] {
  if (!lines.some(({ answer }) => answer !== undefined)) return [];
  const nth = nthOfText(lines);
  return lines.flatMap(({ decision: { block }, answer }, index) => {
    const of = nth[index] ?? 1;
    return answer === undefined ? [] : [{ text: block.text, ...(of > 1 ? { nth: of } : {}), class: answer }];
  });
}

/** What was said once of paragraphs, for the lines of a source that has them still. */
export function answersAgain({ source, lines }: Reading, said: readonly Said[]): Answers {
  const known = new Map(said.map(({ text, nth = 1, class: of }) => [`${String(nth)}:${text}`, of]));
  const nth = nthOfText(lines);
  return new Map(
    lines.flatMap(({ decision: { block }, nth: onLine }, index): [string, Class][] => {
      const of = known.get(`${String(nth[index] ?? 1)}:${block.text}`);
      return of === undefined ? [] : [[answerKey(source.path, block.line, onLine), of]];
    }),
  );
}

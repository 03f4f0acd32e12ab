/** The "did you mean" of messages. */
import { closestMatch } from 'leven';

/** The candidate that `word` was probably meant to be: about a third of its letters differ at most. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const folded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
  const target = fold(word);
  const exact = folded.get(target);
  if (exact !== undefined) return exact;
  const match = closestMatch(target, [...folded.keys()], {
    maxDistance: Math.ceil(target.length / 3),
  });
  return match === undefined ? undefined : folded.get(match);
}

/** A message's hint for a word that is not among `candidates`; nothing if none is near. */
export function didYouMean(word: string, candidates: readonly string[]): { hint?: string } {
  const match = nearest(word, candidates);
  return match === undefined ? {} : { hint: `Did you mean \`${match}\`?` };
}

const fold = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');

// Chance that can be thrown again: every choice of a case follows from the run's seed and the case's number.
import { randomFrom } from '../octavo.mjs';

/** The dice of one case. */
export function diceFor(seed, index) {
  const random = randomFrom(Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  // The first throws of neighbouring seeds are alike.
  random();
  const below = (count) => Math.floor(random() * count);
  const one = (list) => list[below(list.length)];
  const chance = (share) => random() < share;
  const times = (most, make) => Array.from({ length: below(most + 1) }, () => make());
  /** A row of a table of `[weight, make]`, by its weight. */
  const weighted = (rows) => {
    let at = random() * rows.reduce((sum, [weight]) => sum + weight, 0);
    return (rows.find(([weight]) => (at -= weight) < 0) ?? rows[0])[1];
  };
  // How many nodes a text may still have: what is nested in itself would grow without end.
  let left = 0;
  const allow = (count) => {
    left = count;
  };
  const may = () => (left -= 1) > 0;
  return { random, below, one, chance, times, weighted, allow, may };
}

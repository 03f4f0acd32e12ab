/** The rules in the order in which they run. */
import type { Rule } from '../types.js';
import { CAPITALS } from './capitals.js';
import { dashes } from './dashes.js';
import { ellipses } from './ellipses.js';
import { minus, times } from './numbers.js';
import { apostrophes, primes, quotes } from './quotes.js';
import { shouting, symbols } from './requested.js';
import { SCENE_BREAKS } from './scene-breaks.js';
import { spaces } from './spaces.js';

/**
 * Rules on runs. Quotes, apostrophes and primes come first: their reading counts offsets in the text as typed, and
 * they change no length. `times` comes before
 * `minus`, which takes a number with an `x` behind it for a word. `minus` leaves to `dashes` what has no digit after it; `symbols` needs its hyphen (`+-`)
 * before either. `dashes` sees what begins a speech, be it an ellipsis. `spaces` comes last, on what the others have
 * printed.
 */
export const rules: readonly Rule[] = [
  quotes,
  apostrophes,
  primes,
  symbols,
  times,
  minus,
  ellipses,
  dashes,
  shouting,
  spaces,
];

/** Rules on blocks and nodes: they change the tree's shape, and run round those on runs. */
export const treeRules: readonly Pick<Rule, 'id' | 'onRequest'>[] = [
  { id: SCENE_BREAKS },
  { id: CAPITALS, onRequest: true },
];

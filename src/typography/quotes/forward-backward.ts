/** Forward–backward over the states, with least costs in the place of sums: the role of each mark, and how sure it is. */
import type { Mark } from './marks.js';
import { CLOSE, OPEN, PRIME, ROLE_COUNT, STATE_COUNT, type TransitionTables } from './stacks.js';

/** Marks in order, and their prices: index `mark * ROLE_COUNT + role`. */
export interface Stretch {
  marks: readonly Mark[];
  prices: Float64Array;
}

/** What a mark is, how surely (0 to 1), and what else it may be where that would print another character. */
export interface Decoded {
  role: number;
  instead: number;
  confidence: number;
}

/**
 * The nats of margin that multiply the odds by e, by whether double marks are the outer ones: the prices are not as sure
 * as they would be if they were independent. Measured on proofed novels.
 */
const TEMPERATURE = { double: 2.3, single: 1.6 };

/** What a role prints: an opening mark, a closing mark or apostrophe, a prime. */
const printed = (role: number): number => (role < CLOSE ? OPEN : role === PRIME ? PRIME : CLOSE);

/** Least cost of reaching each state before each mark: index `mark * STATE_COUNT + state`. */
export function forwardCosts(
  { marks, prices }: Stretch,
  tables: TransitionTables,
  initial: Float64Array,
): Float64Array {
  const costs = new Float64Array((marks.length + 1) * STATE_COUNT).fill(Infinity);
  costs.set(initial);
  for (let mark = 0; mark < marks.length; mark += 1) {
    const { next, cost } = marks[mark]?.double ? tables.double : tables.single;
    const here = mark * STATE_COUNT;
    const there = here + STATE_COUNT;
    for (let state = 0; state < STATE_COUNT; state += 1) {
      const reached = costs[here + state] as number;
      if (reached === Infinity) continue;
      for (let role = 0; role < ROLE_COUNT; role += 1) {
        const target = next[state * ROLE_COUNT + role] as number;
        if (target < 0) continue;
        const total =
          reached +
          (cost[state * ROLE_COUNT + role] as number) +
          (prices[mark * ROLE_COUNT + role] as number);
        if (total < (costs[there + target] as number)) costs[there + target] = total;
      }
    }
  }
  return costs;
}

/** Least cost from each state before each mark to the end, for the states that `forward` reaches: few of them, mostly. */
export function backwardCosts(
  { marks, prices }: Stretch,
  tables: TransitionTables,
  forward: Float64Array,
  final: Float64Array,
): Float64Array {
  const costs = new Float64Array((marks.length + 1) * STATE_COUNT).fill(Infinity);
  costs.set(final, marks.length * STATE_COUNT);
  for (let mark = marks.length - 1; mark >= 0; mark -= 1) {
    const { next, cost } = marks[mark]?.double ? tables.double : tables.single;
    const here = mark * STATE_COUNT;
    const there = here + STATE_COUNT;
    for (let state = 0; state < STATE_COUNT; state += 1) {
      if (forward[here + state] === Infinity) continue;
      let best = Infinity;
      for (let role = 0; role < ROLE_COUNT; role += 1) {
        const target = next[state * ROLE_COUNT + role] as number;
        if (target < 0) continue;
        const total =
          (costs[there + target] as number) +
          (cost[state * ROLE_COUNT + role] as number) +
          (prices[mark * ROLE_COUNT + role] as number);
        if (total < best) best = total;
      }
      costs[here + state] = best;
    }
  }
  return costs;
}

/** Totals that differ by less are the same but for rounding. */
const ROUNDING = 1e-9;

/**
 * Each mark's role on the Viterbi path from a state on, and how surely that path beats those that print another mark.
 * Of paths that cost the same, all marks follow the one that opens sooner: an apostrophe stands within a speech rather
 * than before it.
 */
export function decode(
  { marks, prices }: Stretch,
  tables: TransitionTables,
  forward: Float64Array,
  backward: Float64Array,
  count: number,
  begun: number,
): Decoded[] {
  const temperature = tables.outerDouble ? TEMPERATURE.double : TEMPERATURE.single;
  const byRole = new Float64Array(ROLE_COUNT);
  let reached = begun;
  return marks.slice(0, count).map(({ double }, mark) => {
    const { next, cost } = double ? tables.double : tables.single;
    byRole.fill(Infinity);
    for (let state = 0; state < STATE_COUNT; state += 1) {
      const before = forward[mark * STATE_COUNT + state] as number;
      if (before === Infinity) continue;
      for (let role = 0; role < ROLE_COUNT; role += 1) {
        const target = next[state * ROLE_COUNT + role] as number;
        if (target < 0) continue;
        const total =
          before +
          (cost[state * ROLE_COUNT + role] as number) +
          (prices[mark * ROLE_COUNT + role] as number) +
          (backward[(mark + 1) * STATE_COUNT + target] as number);
        if (total < (byRole[role] as number)) byRole[role] = total;
      }
    }
    let best = 0;
    let least = Infinity;
    for (let role = 0; role < ROLE_COUNT; role += 1) {
      const target = next[reached * ROLE_COUNT + role] as number;
      if (target < 0) continue;
      const total =
        (cost[reached * ROLE_COUNT + role] as number) +
        (prices[mark * ROLE_COUNT + role] as number) +
        (backward[(mark + 1) * STATE_COUNT + target] as number);
      if (total >= least - ROUNDING) continue;
      best = role;
      least = total;
    }
    reached = next[reached * ROLE_COUNT + best] as number;
    let other = -1;
    byRole.forEach((total, role) => {
      if (printed(role) !== printed(best) && (other < 0 || total < (byRole[other] as number))) other = role;
    });
    const margin = (byRole[other] as number) - (byRole[best] as number);
    return {
      role: best,
      instead: margin === Infinity ? best : other,
      confidence: 1 / (1 + Math.exp(-margin / temperature)),
    };
  });
}

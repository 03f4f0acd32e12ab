/** The reading of a run: what each of its marks is, the best sense of the whole rather than mark by mark. */
import type { Run } from '../types.js';
import { priceMarks } from './costs.js';
import type { Mark } from './marks.js';
import type { Study } from './study.js';
import {
  CLOSE,
  OPEN,
  PRIME,
  ROLE_COUNT,
  STATE_COUNT,
  stacks,
  transitionTables,
  type TransitionTables,
} from './stacks.js';

/** What the marks of a run are, in order of their offsets. */
export interface Reading {
  marks: readonly Mark[];
  /** Role by mark. */
  roles: Uint8Array;
  /** By mark, 0 to 1. */
  confidence: Float64Array;
  /** The other role by mark, where it would print another character; else the role itself. */
  instead: Uint8Array;
  /** Whether double marks are the outer ones here. */
  outerDouble: boolean;
  /** Stack of the quotations left open at the end. */
  open: string;
}

/** What the neighbouring paragraphs say about a run's edges. */
export interface Surroundings {
  /** Quotations that the paragraph before left open. */
  carried: string;
  /** The paragraph after it, if speech can run on into it. */
  next: string | undefined;
}

/** Nepers for a quotation that is left open, by what the next paragraph does. */
const RUN_ON = 0.7;
const LEFT_OPEN = 6;
const LEFT_OPEN_BEFORE_BLOCK = 3;
const CARRIED_ON = 1.5;

/** Nepers of margin that multiply the odds by e: the prices are not as sure as they would be if independent. */
const TEMPERATURE = 1.6;

/** What a role prints: an opening mark, a closing mark or apostrophe, a prime. */
const printed = (role: number): number => (role < CLOSE ? OPEN : role === PRIME ? PRIME : CLOSE);

/** Settles all marks of a run together, in time linear in its length. */
export function readMarks(
  { text, marks, locale }: Run,
  study: Study,
  outerDouble: boolean,
  around: Surroundings,
): Reading {
  const count = marks.length;
  const reading: Reading = {
    marks,
    roles: new Uint8Array(count),
    confidence: new Float64Array(count),
    instead: new Uint8Array(count),
    outerDouble,
    open: '',
  };
  const prices = priceMarks(text, marks, locale, study);
  const tables = transitionTables(outerDouble);
  const forward = sweepForward(marks, prices, tables, initialCosts(text, around));
  const backward = sweepBackward(marks, prices, tables, finalCosts(text, around));
  settle(reading, prices, tables, forward, backward);
  reading.open = openAtEnd(forward, backward, count);
  return reading;
}

function initialCosts(text: string, { carried }: Surroundings): Float64Array {
  const costs = new Float64Array(STATE_COUNT).fill(Infinity);
  costs[0] = 0;
  if (carried === '' || /^["'\u201C\u2018]/.test(text)) return costs;
  costs[stacks.indexOf(carried)] = CARRIED_ON;
  return costs;
}

function finalCosts(text: string, { next }: Surroundings): Float64Array {
  const begins = next === undefined ? '' : (/^["'\u201C\u2018]*/.exec(next)?.[0] ?? '');
  const doubles = /["\u201C]/.test(begins);
  const singles = /['\u2018]/.test(begins);
  const open = text.trimEnd().endsWith(':') ? LEFT_OPEN_BEFORE_BLOCK : LEFT_OPEN;
  const costs = new Float64Array(STATE_COUNT);
  stacks.forEach((stack, state) => {
    let cost = 0;
    for (const one of stack) {
      const reopens = one === 'D' ? doubles : one === 'S' && singles;
      cost += reopens ? RUN_ON : open;
    }
    costs[state] = cost;
  });
  return costs;
}

/** Least cost of reaching each state before each mark: index `mark * STATE_COUNT + state`. */
function sweepForward(
  marks: readonly Mark[],
  prices: Float64Array,
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

/** Least cost from each state before each mark to the end. */
function sweepBackward(
  marks: readonly Mark[],
  prices: Float64Array,
  tables: TransitionTables,
  final: Float64Array,
): Float64Array {
  const costs = new Float64Array((marks.length + 1) * STATE_COUNT).fill(Infinity);
  costs.set(final, marks.length * STATE_COUNT);
  for (let mark = marks.length - 1; mark >= 0; mark -= 1) {
    const { next, cost } = marks[mark]?.double ? tables.double : tables.single;
    const here = mark * STATE_COUNT;
    const there = here + STATE_COUNT;
    for (let state = 0; state < STATE_COUNT; state += 1) {
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

/** Each mark's role in the best reading, and by how much the best reading beats those that print another mark. */
function settle(
  reading: Reading,
  prices: Float64Array,
  tables: TransitionTables,
  forward: Float64Array,
  backward: Float64Array,
): void {
  const byRole = new Float64Array(ROLE_COUNT);
  reading.marks.forEach(({ double }, mark) => {
    const { next, cost } = double ? tables.double : tables.single;
    byRole.fill(Infinity);
    for (let state = 0; state < STATE_COUNT; state += 1) {
      const reached = forward[mark * STATE_COUNT + state] as number;
      if (reached === Infinity) continue;
      for (let role = 0; role < ROLE_COUNT; role += 1) {
        const target = next[state * ROLE_COUNT + role] as number;
        if (target < 0) continue;
        const total =
          reached +
          (cost[state * ROLE_COUNT + role] as number) +
          (prices[mark * ROLE_COUNT + role] as number) +
          (backward[(mark + 1) * STATE_COUNT + target] as number);
        if (total < (byRole[role] as number)) byRole[role] = total;
      }
    }
    const best = byRole.indexOf(Math.min(...byRole));
    let other = -1;
    byRole.forEach((total, role) => {
      if (printed(role) !== printed(best) && (other < 0 || total < (byRole[other] as number))) other = role;
    });
    const margin = (byRole[other] as number) - (byRole[best] as number);
    reading.roles[mark] = best;
    reading.instead[mark] = margin === Infinity ? best : other;
    reading.confidence[mark] = 1 / (1 + Math.exp(-margin / TEMPERATURE));
  });
}

function openAtEnd(forward: Float64Array, backward: Float64Array, count: number): string {
  let best = 0;
  let least = Infinity;
  for (let state = 0; state < STATE_COUNT; state += 1) {
    const total =
      (forward[count * STATE_COUNT + state] as number) + (backward[count * STATE_COUNT + state] as number);
    if (total < least) {
      least = total;
      best = state;
    }
  }
  return stacks[best] ?? '';
}

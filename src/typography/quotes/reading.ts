/** The reading of a run: what each of its marks is, the best sense of the whole rather than mark by mark. */
import type { Reading, Run } from '../types.js';
import { priceMarks } from './costs.js';
import type { Study } from './study.js';
import { arePlainPairs } from './plain.js';
import {
  CLOSE,
  OPEN,
  OPEN_PHRASE,
  OPEN_WITHIN,
  ROLE_COUNT,
  STATE_COUNT,
  carriedOn,
  stacks,
  transitionTables,
} from './stacks.js';
import { nestedWithin } from './nesting.js';
import { backwardCosts, decode, forwardCosts } from './forward-backward.js';

/** What the neighbouring paragraphs say about a run's edges. */
export interface Surroundings {
  /** Quotations that the paragraph before left open. */
  carried: string;
  /** The paragraph after it, if speech can run on into it. */
  next: string | undefined;
}

/** The cost in nats of a quotation that is left open, by what the next paragraph does. */
const RUN_ON = 0.7;
const LEFT_OPEN = 6;
const LEFT_OPEN_BEFORE_BLOCK = 3;
const CARRIED_ON = 1.5;
/** The same for one in which another in the same marks stood. */
const HOLDING_OPEN = 12;

/** Marks that are settled at once, and those after them that they are settled by: memory stays bounded. */
const STRETCH = 4096;
const AHEAD = 256;
/** Confidence in marks that need no weighing. */
const PLAIN = 0.9999;
/** The marks that a paragraph may begin with. */
const BEGINS = /^["'`\u201C\u201D\u2018\u201E\u201A\u00AB\u00BB]+/;
/** Those that close, and at a paragraph's head go on with the speech of the one before. */
const GOES_ON = /^[\u201D\u00BB]/;
/** Only where one of these roles is present do the same marks stand within each other. */
const NESTS = (1 << OPEN_WITHIN) | (1 << OPEN_PHRASE);
const UNKNOWN_END = new Float64Array(STATE_COUNT);

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
    present: 0,
    confidence: new Float64Array(count),
    instead: new Uint8Array(count),
    outerDouble,
    open: '',
  };
  if (outerDouble && around.carried === '' && arePlainPairs(marks)) {
    reading.confidence.fill(PLAIN);
    reading.present = (1 << OPEN) | (1 << CLOSE);
    for (let index = 0; index < count; index += 1) {
      reading.roles[index] = reading.instead[index] = index % 2 === 0 ? OPEN : CLOSE;
    }
    return reading;
  }
  const [first] = marks;
  if (locale.quotes.goesOn && around.carried.startsWith('D') && first?.double && first.at === 0)
    reading.goesOn = true;
  const prices = priceMarks(text, marks, locale, study);
  const tables = transitionTables(outerDouble);
  const final = finalCosts(text, around);
  let costs = initialCosts(text, around);
  let begun = 0;
  for (let from = 0; from < count; from += STRETCH) {
    const own = Math.min(STRETCH, count - from);
    const to = Math.min(count, from + own + AHEAD);
    const stretch = {
      marks: from === 0 && to === count ? marks : marks.slice(from, to),
      prices: prices.subarray(from * ROLE_COUNT, to * ROLE_COUNT),
    };
    const forward = forwardCosts(stretch, tables, costs);
    const backward = backwardCosts(stretch, tables, forward, to === count ? final : UNKNOWN_END);
    const start = bestState(costs, backward);
    if (from === 0) begun = start;
    decode(stretch, tables, forward, backward, own, start).forEach(({ role, instead, confidence }, index) => {
      reading.roles[from + index] = role;
      reading.present |= 1 << role;
      reading.instead[from + index] = instead;
      reading.confidence[from + index] = confidence;
    });
    costs = forward.slice(own * STATE_COUNT, (own + 1) * STATE_COUNT);
  }
  reading.open = carriedOn(stacks[bestState(costs, final)] ?? '');
  reading.begun = stacks[begun] ?? '';
  if ((reading.present & NESTS) !== 0) reading.within = nestedWithin(reading, reading.begun);
  return reading;
}

function initialCosts(text: string, { carried }: Surroundings): Float64Array {
  const costs = new Float64Array(STATE_COUNT).fill(Infinity);
  costs[0] = 0;
  if (carried === '') return costs;
  if (GOES_ON.test(text)) {
    costs[0] = Infinity;
    costs[stacks.indexOf(carried)] = 0;
    return costs;
  }
  if (BEGINS.test(text)) return costs;
  costs[stacks.indexOf(carried)] = CARRIED_ON;
  return costs;
}

/** Whether a paragraph begins with double marks, and with single ones. */
export function marksAtHead(text: string): { doubles: boolean; singles: boolean } {
  const begins = BEGINS.exec(text)?.[0] ?? '';
  return {
    doubles: /["\u201C\u201D\u201E\u00AB\u00BB]|``/.test(begins),
    singles: /['`\u2018\u201A]/.test(begins),
  };
}

function finalCosts(text: string, { next }: Surroundings): Float64Array {
  const { doubles, singles } = marksAtHead(next ?? '');
  const open = text.trimEnd().endsWith(':') ? LEFT_OPEN_BEFORE_BLOCK : LEFT_OPEN;
  const costs = new Float64Array(STATE_COUNT);
  stacks.forEach((stack, state) => {
    let cost = 0;
    for (const one of stack) {
      const reopens = one === 'D' ? doubles : one === 'S' && singles;
      cost += one === 'E' || one === 'T' ? HOLDING_OPEN : reopens ? RUN_ON : open;
    }
    costs[state] = cost;
  });
  return costs;
}

/** The state of the best reading, by the costs up to a point and from there on. */
function bestState(reached: Float64Array, ahead: Float64Array): number {
  let best = 0;
  for (let state = 1; state < STATE_COUNT; state += 1)
    if (cost(reached, ahead, state) < cost(reached, ahead, best)) best = state;
  return best;
}

const cost = (reached: Float64Array, ahead: Float64Array, state: number): number =>
  (reached[state] as number) + (ahead[state] as number);

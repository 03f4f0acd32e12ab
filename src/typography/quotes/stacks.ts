/**
 * The states of the reading: which quotations stand open at a point of the text, outermost first.
 * `D` is a quotation in double marks, `S` a speech in single ones, `s` a word or phrase in single ones (what is meant
 * by it is shorter, may end without punctuation and holds no other quotation). `E` and `T` are a `D` and an `S` in which
 * a quotation in the same marks stood: as such a one is believed only where both are closed, they must not stay open.
 */

/** What a mark can be: those that open come first. */
export const OPEN = 0;
export const OPEN_PHRASE = 1;
/** Opens a quotation right within one in the same marks (`"a "b" c"`). */
export const OPEN_WITHIN = 2;
export const CLOSE = 3;
export const CLOSE_PHRASE = 4;
export const APOSTROPHE = 5;
export const PRIME = 6;
export const ROLE_COUNT = 7;

const MAX_DEPTH = 4;
/** The same marks within each other are rare enough to be looked for less deep. */
const MAX_DEPTH_SAME = 3;
const SAME = /[ET]/;
/** What a quotation becomes when one in the same marks opens in it. */
const HOLDING: Readonly<Record<string, string>> = { D: 'E', E: 'E', S: 'T', T: 'T' };

/** The cost in nats of structure that is wrong or rare. */
const STRAY_CLOSE = 7;
const UNCLOSED = 7;
const REOPENED = 8;
/** A quotation in the inner marks that stands in no other. */
const INNER_ALONE = 2;
/** A phrase in single marks right within a speech in single marks. */
const PHRASE_WITHIN = 9;

const isDouble = (one: string): boolean => one === 'D' || one === 'E';

/** A stack with another quotation opened. */
function opened(stack: string, one: string): string {
  const top = stack.at(-1) ?? '';
  if (top === '' || isDouble(top) !== isDouble(one)) return stack + one;
  return stack.slice(0, -1) + (HOLDING[top] ?? top) + one;
}

/** Open quotations by state; state 0 has none. */
export const stacks: readonly string[] = allStacks();

function allStacks(): string[] {
  const found = new Set(['']);
  for (const stack of found) {
    if (stack !== '') found.add(stack.slice(0, -1));
    if (stack.endsWith('s')) continue;
    for (const one of ['D', 'S', 's']) {
      const next = opened(stack, one);
      if (next.length <= (SAME.test(next) ? MAX_DEPTH_SAME : MAX_DEPTH)) found.add(next);
    }
  }
  return [...found];
}

/** The quotations of a stack as they are carried into the next paragraph. */
export const carriedOn = (stack: string): string => stack.replaceAll('E', 'D').replaceAll('T', 'S');

export const STATE_COUNT = stacks.length;

/** Where a role leads from each state, and what that costs: index `state * ROLE_COUNT + role`; -1 where it cannot. */
interface Transitions {
  next: Int8Array;
  cost: Float64Array;
}

function transitions(double: boolean, outerDouble: boolean): Transitions {
  const next = new Int8Array(STATE_COUNT * ROLE_COUNT).fill(-1);
  const cost = new Float64Array(STATE_COUNT * ROLE_COUNT);
  const set = (state: number, role: number, stack: string, price: number): void => {
    const target = stacks.indexOf(stack);
    if (target < 0) return;
    next[state * ROLE_COUNT + role] = target;
    cost[state * ROLE_COUNT + role] = price;
  };
  const own = double ? 'D' : 'S';
  const alone = double === outerDouble ? 0 : INNER_ALONE;
  stacks.forEach((stack, state) => {
    const top = stack.at(-1) ?? '';
    const same = top !== '' && top !== 's' && isDouble(top) === double;
    if (top === 's') set(state, OPEN, stack.slice(0, -1) + own, UNCLOSED);
    else if (!same) set(state, OPEN, stack + own, stack === '' ? alone : 0);
    else {
      if (!SAME.test(top)) set(state, OPEN, stack, REOPENED);
      set(state, OPEN_WITHIN, opened(stack, own), 0);
    }
    if (!double && top !== 's')
      set(state, OPEN_PHRASE, opened(stack, 's'), stack === '' ? alone : same ? PHRASE_WITHIN : 0);
    const begun = Math.max(stack.lastIndexOf(own), stack.lastIndexOf(HOLDING[own] ?? own));
    if (begun >= 0 && !SAME.test(stack.slice(begun + 1)))
      set(state, CLOSE, stack.slice(0, begun), (stack.length - 1 - begun) * UNCLOSED);
    else if (begun < 0) set(state, CLOSE, stack, STRAY_CLOSE);
    if (!double && top === 's') set(state, CLOSE_PHRASE, stack.slice(0, -1), 0);
    set(state, APOSTROPHE, stack, 0);
    set(state, PRIME, stack, 0);
  });
  return { next, cost };
}

/** Transitions for double and for single marks, in a book whose outer marks are double or single. */
export interface TransitionTables {
  outerDouble: boolean;
  double: Transitions;
  single: Transitions;
}

const OUTER_DOUBLE: TransitionTables = {
  outerDouble: true,
  double: transitions(true, true),
  single: transitions(false, true),
};
const OUTER_SINGLE: TransitionTables = {
  outerDouble: false,
  double: transitions(true, false),
  single: transitions(false, false),
};

/** The tables for a book whose outer marks are double, or single. */
export const transitionTables = (outerDouble: boolean): TransitionTables =>
  outerDouble ? OUTER_DOUBLE : OUTER_SINGLE;

/**
 * The states of the reading: which quotations stand open at a point of the text, outermost first.
 * `D` is a quotation in double marks, `S` a speech in single ones, `s` a word or phrase in single ones (what is meant
 * by it is shorter, may end without punctuation and holds no other quotation).
 */

/** What a mark can be. */
export const OPEN = 0;
export const OPEN_PHRASE = 1;
export const CLOSE = 2;
export const CLOSE_PHRASE = 3;
export const APOSTROPHE = 4;
export const PRIME = 5;
export const ROLE_COUNT = 6;

const MAX_DEPTH = 4;

/** Nepers of cost for structure that is wrong or rare. */
const STRAY_CLOSE = 7;
const UNCLOSED = 7;
const REOPENED = 8;
/** A quotation in the inner marks that stands in no other. */
const INNER_ALONE = 2;

/** Open quotations by state; state 0 has none. */
export const stacks: readonly string[] = grow(['']);

function grow(level: readonly string[]): string[] {
  const next = level.flatMap((stack) =>
    stack.endsWith('s') || stack.length === MAX_DEPTH
      ? []
      : ['D', 'S', 's'].filter((one) => !stack.endsWith(one.toUpperCase())).map((one) => stack + one),
  );
  return next.length > 0 ? [...level, ...grow(next)] : [...level];
}

export const STATE_COUNT = stacks.length;

/** Where a role leads from each state, and what that costs: index `state * ROLE_COUNT + role`; -1 where it cannot. */
export interface Transitions {
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
    if (top === 's') set(state, OPEN, stack.slice(0, -1) + own, UNCLOSED);
    else if (top !== own) set(state, OPEN, stack + own, stack === '' ? alone : 0);
    else set(state, OPEN, stack, REOPENED);
    if (!double && top !== 'S' && top !== 's') set(state, OPEN_PHRASE, `${stack}s`, stack === '' ? alone : 0);
    const opened = stack.lastIndexOf(own);
    if (opened >= 0) set(state, CLOSE, stack.slice(0, opened), (stack.length - 1 - opened) * UNCLOSED);
    else set(state, CLOSE, stack, STRAY_CLOSE);
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

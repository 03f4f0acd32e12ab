/** The pairs of nested quotations: each takes the pair that the quotation right around it does not have. */
import type { Reading } from '../types.js';
import { CLOSE, CLOSE_PHRASE, OPEN } from './stacks.js';

/** A quotation that stands open. */
interface Open {
  /** Index of the mark that opened it; -1 in a paragraph before. */
  index: number;
  double: boolean;
  /** Whether it takes the pair of double marks. */
  asDouble: boolean;
  /** Index of the mark that opened the one right round it. */
  round: number;
}

/** No quotation in the same marks stands round. */
export const NONE = -2;

/**
 * By mark, which mark opened the quotation round its own one, where both were typed in the same marks, so that its own
 * takes the other pair; -1 for a mark of a paragraph before, else `NONE`. `carried` are the quotations open before.
 */
export function nestedWithin(
  { marks, roles }: Pick<Reading, 'marks' | 'roles'>,
  carried: string,
): Int32Array {
  const within = new Int32Array(marks.length).fill(NONE);
  const open: Open[] = [];
  const push = (index: number, double: boolean): void => {
    const round = open.at(-1);
    open.push({ index, double, asDouble: round ? !round.asDouble : double, round: round?.index ?? NONE });
  };
  for (const one of carried) push(-1, one === 'D');
  marks.forEach(({ double }, index) => {
    const role = roles[index] as number;
    const opens = role < CLOSE;
    if (!opens && role !== CLOSE && role !== CLOSE_PHRASE) return;
    // A quotation that opens again, its closing mark forgotten.
    if (role === OPEN && open.at(-1)?.double === double) open.pop();
    if (opens) push(index, double);
    const place = open.findLastIndex((one) => one.double === double);
    const own = open[place];
    if (own && own.asDouble !== own.double) within[index] = own.round;
    if (!opens && place >= 0) open.length = place;
  });
  return within;
}

/** Quotation marks that no other mark answers: the author is asked, however plain each is from its neighbours. */
import type { Reading, Run } from '../types.js';
import { marksAtHead } from './reading.js';
import { CLOSE, CLOSE_PHRASE, OPEN } from './stacks.js';

/** The confidence in such a mark: it, or the one that is missing, may well be a slip. */
const UNANSWERED = 0.5;

/** A quotation that stands open. */
interface Open {
  reading: Reading;
  index: number;
  double: boolean;
}

/** Lowers the confidence in the marks of quotations that are never closed, and in those that close none. */
export function doubtUnanswered(runs: readonly Run[]): void {
  let open: Open[] = [];
  let path = '';
  for (const run of runs) {
    const alone = run.flow === 'alone';
    if (alone || run.path !== path) open = doubted(open);
    path = run.path;
    if (!run.reading) continue;
    open = walked(run.reading, goingOn(open, run.text, run.reading));
    if (alone) open = doubted(open);
  }
  doubted(open);
}

function doubted(open: readonly Open[]): Open[] {
  for (const { reading, index } of open) doubt(reading, index);
  return [];
}

function doubt({ confidence }: Reading, index: number): void {
  confidence[index] = Math.min(UNANSWERED, confidence[index] as number);
}

/** The quotations that go on in a paragraph; where it opens them anew, the mark there stands for the one before. */
function goingOn(open: readonly Open[], text: string, { begun = '' }: Reading): Open[] {
  const { doubles, singles } = marksAtHead(text);
  if (!doubles && !singles && begun !== '') return [...open];
  return doubted(open.filter(({ double }) => !(double ? doubles : singles)));
}

/** The quotations that stand open at the end of a paragraph, after those that were open before it. */
function walked(reading: Reading, open: Open[]): Open[] {
  const { marks, roles } = reading;
  marks.forEach(({ double }, index) => {
    const role = roles[index] as number;
    if (role < CLOSE) {
      if (role === OPEN && open.at(-1)?.double === double) doubted(open.splice(-1));
      open.push({ reading, index, double });
    } else if (role === CLOSE || role === CLOSE_PHRASE) {
      const place = open.findLastIndex((one) => one.double === double);
      if (place < 0) doubt(reading, index);
      else doubted(open.splice(place).slice(1));
    }
  });
  return open;
}

/**
 * The numbers that an author gave the items of a list: Markdown keeps the first and counts on from it, so that a list
 * of the years 1986 and 1990 would be printed as 1986 and 1987.
 */
import type { List, Nodes, Root } from 'mdast';
import { warning } from '../../diagnostics.js';
import type { Message } from '../../types.js';

/** Whether a text can hold a numbered list of two items at all. */
export const hasNumbers = (text: string): boolean => /^[ \t>*+-]*\d{1,9}[.)][ \t]/m.test(text);

const NUMBER = /\d{1,9}(?=[.)])/y;

/**
 * Puts each item's own number into its `data.number` where the list does not count by ones. Numbers that only rise or
 * only fall are meant; where all are the same, as many write them, Markdown counts; others are a message.
 */
export function settleNumbers(tree: Root, source: { text: string; offset: number }, path: string): Message[] {
  const messages: Message[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'list' && node.ordered === true) settle(node);
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return messages;

  function settle(list: List): void {
    const numbers = list.children.map(({ position }) => {
      NUMBER.lastIndex = (position?.start.offset ?? 0) - source.offset;
      return Number(NUMBER.exec(source.text)?.[0]);
    });
    const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
    if (steps.every((step) => step === 1) || steps.every((step) => step === 0) || steps.some(Number.isNaN))
      return;
    if (steps.every((step) => step > 0) || steps.every((step) => step < 0)) {
      list.children.forEach((item, index) => {
        // Only where the count would be another.
        if (index > 0 && steps[index - 1] !== 1) item.data = { ...item.data, number: numbers[index] ?? 1 };
      });
    } else messages.push(disordered(list, numbers, path));
  }
}

/** So many numbers of a list are quoted. */
const MOST = 8;

function disordered({ position }: List, numbers: readonly number[], path: string): Message {
  const cut = numbers.length > MOST ? ', \u2026' : '';
  const typed = numbers.slice(0, MOST).join(', ') + cut;
  const [first = 1] = numbers;
  const printed = numbers.slice(0, MOST).map((_, index) => first + index);
  const reason = `This list is numbered ${typed}, and printed ${printed.join(', ')}${cut}`;
  return warning('markdown:list-numbers', reason, {
    path,
    place: position?.start,
    hint: 'Number the items as they should be printed. If the numbers are part of the text, put a backslash before the stop: `1986\\.`',
  });
}

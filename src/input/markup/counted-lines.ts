/** Lines counted in ways that Markdown has no list for: `II.` below `I.`, `b)` below `a)`, `(2)` below `(1)`. Each stays a line. */
import type { Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import { roman } from '../../locales/counted.js';
import { stretchesOf } from '../fast/stretches.js';

const LABEL = /^(\(?)([IVXLC]{1,7}|[ivxlc]{1,7}|[A-Z]|[a-z]|\d{1,3})([.)])(?=[ \t]|[-\u2013\u2014])/;

/** Whether a text can hold one at all. */
export const hasCountedLines = (text: string): boolean =>
  /^[ \t>]*\(?(?:[IVXLC]{1,7}|[ivxlc]{1,7}|[A-Za-z]|\d{1,3})[.)](?=[ \t]|[-\u2013\u2014])/m.test(text);

/** In characters. */
const LONGEST_LABEL = 9;

/** How a line is counted, and at what number. */
interface Label {
  style: string;
  number: number;
}

/** A list of Roman numbers goes no further. */
const ROMANS = new Map(Array.from({ length: 99 }, (_, index) => [roman(index + 1), index + 1]));

/** The ways to read a label: `i.` is the first of Roman numbers and the ninth of letters. */
function labelsOf(line: string): Label[] {
  const [, open = '', mark = '', close = ''] = LABEL.exec(line) ?? [];
  if (mark === '') return [];
  const around = `${open}${close}${mark === mark.toLowerCase() ? 'a' : 'A'}`;
  // `2.` alone is a number of Markdown's own lists.
  if (/\d/.test(mark)) return open === '(' ? [{ style: `${around}1`, number: Number(mark) }] : [];
  const number = ROMANS.get(mark.toUpperCase());
  const letter = mark.length === 1 ? mark.toLowerCase().charCodeAt(0) - 96 : undefined;
  return [
    ...(number === undefined ? [] : [{ style: `${around}i`, number }]),
    ...(letter === undefined ? [] : [{ style: `${around}a`, number: letter }]),
  ];
}

/** Breaks the paragraphs whose lines are counted before each such line, in place. */
export function settleCountedLines(tree: Parents): void {
  for (const child of tree.children as Nodes[]) {
    if (child.type === 'paragraph') settle(child);
    else if ('children' in child && child.type !== 'heading') settleCountedLines(child);
  }
}

function settle(paragraph: Paragraph): void {
  const [first] = paragraph.children;
  // A label with an escape in it was meant as text.
  if (first?.type !== 'text' || first.data?.escaped?.some((at) => at < LONGEST_LABEL)) return;
  for (const { style, number } of labelsOf(first.value)) {
    let last = number;
    const goesOn = (line: string): boolean => {
      const isNext = labelsOf(line).some((one) => one.style === style && one.number === last + 1);
      if (isNext) last += 1;
      return isNext;
    };
    const children = paragraph.children.flatMap((child, index): PhrasingContent[] => {
      if (child.type !== 'text') return [child];
      // Behind a break that its author set, the next line is counted too.
      if (paragraph.children[index - 1]?.type === 'break') goesOn(child.value);
      const stretch = stretchesOf(child);
      const made: PhrasingContent[] = [];
      let from = 0;
      for (const { index: end } of child.value.matchAll(/\n/g)) {
        if (!goesOn(child.value.slice(end + 1, end + 1 + LONGEST_LABEL + 1))) continue;
        made.push(stretch(from, end), { type: 'break' });
        from = end + 1;
      }
      return made.length === 0 ? [child] : [...made, stretch(from)];
    });
    if (last > number) {
      paragraph.children = children;
      return;
    }
  }
}

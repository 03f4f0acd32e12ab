/** Sentences that begin with a date or a year, `3. Oktober war es` and `1986. A great year.`, which Markdown takes for lists. */
import type { List, Nodes, Paragraph, Parents, Root } from 'mdast';
import type { Locale } from '../../types.js';
import { hide } from './hidden.js';

/** A list seldom has so many items: what begins with such a number by itself is a year. */
const FIRST_YEAR = 1000;

/** Whether a text can hold one at all. */
export const hasDated = (text: string): boolean => /^[ \t>]*\d{1,4}\.[ \t]+\S/m.test(text);

/** Makes paragraphs again of lists whose items all begin with a month, and of a year that is a list by itself, in place. */
export function settleDated(
  tree: Root,
  { dates }: Pick<Locale, 'dates'>,
  source: { text: string; offset: number },
): void {
  // Only where a stop follows the day.
  const months = dates?.day.includes('{day}.') === true ? dates.months.split(' ') : [];
  const isMonth = (word: string): boolean =>
    months.some((month) => month.toLowerCase() === word.toLowerCase());
  const isDated = (list: List): boolean => {
    if (list.ordered !== true) return false;
    if (list.children.length === 1 && (list.start ?? 1) >= FIRST_YEAR) return true;
    return months.length > 0 && list.children.every((item) => isMonth(firstWord(item)));
  };
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type === 'list' && parent.type !== 'listItem' && isDated(child))
        return child.children.flatMap((item) => withNumber(item, source));
      if ('children' in child && child.type !== 'paragraph') settle(child);
      return [child];
    }) as typeof parent.children;
  };
  settle(tree);
}

/** `12. 12. 1914`: a day, a month and a year in figures, which Markdown takes for lists within lists. */
const IN_FIGURES = /^([ \t>]*\d{1,2})\.(?=[ \t]+\d{1,2}\.[ \t]+\d{2}(?:\d\d)?\b)/gm;

/** The text with the first stop of such dates hidden from the parser. */
export const hideDates = (text: string): string =>
  text.replaceAll(IN_FIGURES, (_, day: string) => day + hide('.'));

const firstWord = (item: List['children'][number]): string => {
  const [first] = item.children;
  const [text] = first?.type === 'paragraph' ? first.children : [];
  return text?.type === 'text' ? (/^\p{L}+/u.exec(text.value)?.[0] ?? '') : '';
};

/** The blocks of an item, its number typed before the first of them. */
function withNumber(
  { children: [first, ...others], position }: List['children'][number],
  { text, offset }: { text: string; offset: number },
): Nodes[] {
  if (first?.type !== 'paragraph' || !position || !first.position)
    return [...(first ? [first] : []), ...others];
  const number = text.slice(
    (position.start.offset ?? 0) - offset,
    (first.position.start.offset ?? 0) - offset,
  );
  const [word, ...rest] = first.children;
  const children: Paragraph['children'] =
    word?.type === 'text'
      ? [
          {
            ...word,
            value: number + word.value,
            position: { start: position.start, end: (word.position ?? position).end },
          },
          ...rest,
        ]
      : [
          { type: 'text', value: number, position: { start: position.start, end: first.position.start } },
          ...first.children,
        ];
  return [{ ...first, children, position: { start: position.start, end: first.position.end } }, ...others];
}

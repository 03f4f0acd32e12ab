/**
 * What a text says beside its letters, as characters in it: where its lines end, the numbers of its lists and the
 * readings of ruby. Both sides are read into the same ones.
 */

/** A line ends here: a block, or a line that the author ended. */
export const LINE_END = '\n';
/** A line of the manuscript goes on in the next: U+000D CARRIAGE RETURN, which no text has once it is read. */
export const WRAP = '\r';
/** A line may end here or not: U+000B LINE TABULATION, which XML forbids. */
export const EITHER = '\v';

/** Noncharacters, which no text holds, round what counts as letters: https://www.unicode.org/faq/private_use.html */
const [READING, READING_END, NUMBER, NUMBER_END] = ['\uFDD0', '\uFDD1', '\uFDD2', '\uFDD3'] as const;

/** Characters that count as letters, and what each is for people. */
export const MARKS: Readonly<Record<string, string>> = {
  [READING]: '(',
  [READING_END]: ')',
  [NUMBER]: '',
  [NUMBER_END]: '. ',
};

/** A text for people. */
export const readable = (text: string): string =>
  text.replaceAll(/[\uFDD0-\uFDD3]/gu, (mark) => MARKS[mark] ?? '').replaceAll(/\s+/gu, ' ');

/** The lines of a text as the manuscript has them. */
export const sourceLines = (text: string): string[] => text.split(/[\n\r\v]/u);

/** A list's or item's first block stands beside its number. */
const numbered = (number: string): string => NUMBER + number + NUMBER_END + EITHER;

/** What an element says before its text and behind it. */
export function marksOf(
  name: string,
  attributes: { start?: string | number; value?: string | number | undefined },
): [string, string] {
  switch (name) {
    case 'ol':
      return [LINE_END + numbered(String(attributes.start ?? 1)), LINE_END];
    case 'li':
      return [
        LINE_END + (attributes.value === undefined ? '' : numbered(String(attributes.value))),
        LINE_END,
      ];
    case 'rt':
      return [READING, READING_END];
    default:
      return INLINE.has(name) ? ['', ''] : [LINE_END, LINE_END];
  }
}

/** Elements within a line. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark math q rb rp ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

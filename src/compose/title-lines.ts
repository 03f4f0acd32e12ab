/** The lines of a book's title on the pages that show it alone. */
import type { ElementContent, Text } from 'hast';
import { NO_BREAK_SPACE } from '../locales/language.js';
import { TITLE_ROOM } from '../text/titles.js';
import { isElement, isNamed } from './elements.js';

/** A word of so few letters does not stand alone in a line. */
const SHORT = 3;

/**
 * The title with its first and its last word held to their neighbours where they are short, as in `A Family Story`: not
 * every reader knows `text-wrap: balance`. Words that would not fit into a line together stay apart.
 */
export function heldTogether(nodes: readonly ElementContent[]): ElementContent[] {
  const copy = structuredClone([...nodes]);
  for (const line of linesOf(copy)) {
    const spaces = line.flatMap((text) =>
      [...text.value.matchAll(/ /g)].map(({ index }) => ({ text, at: index })),
    );
    const words = line
      .map(({ value }) => value)
      .join('')
      .split(' ');
    if (words.length < 2) continue;
    for (const [word, other, space] of [
      [words[0], words[1], spaces[0]],
      [words.at(-1), words.at(-2), spaces.at(-1)],
    ] as const) {
      if (!space || !word || !other || word.length > SHORT || !areWords(word, other)) continue;
      if (word.length + 1 + other.length > TITLE_ROOM.page) continue;
      const { text, at } = space;
      text.value = text.value.slice(0, at) + NO_BREAK_SPACE + text.value.slice(at + 1);
    }
  }
  return copy;
}

const areWords = (...words: readonly string[]): boolean => words.every((word) => /[\p{L}\p{N}]/u.test(word));

/** The texts of each line, as its author ended them. */
function linesOf(nodes: readonly ElementContent[], lines: Text[][] = [[]]): Text[][] {
  for (const node of nodes) {
    if (node.type === 'text') lines.at(-1)?.push(node);
    else if (isNamed(node, 'br')) lines.push([]);
    else if (isElement(node)) linesOf(node.children, lines);
  }
  return lines;
}

/** What people call the classes of lines, and the letter that says so. */
import type { Class } from './decisions.js';

/** A class that people may give to a line. */
export interface ClassName {
  class: Class;
  /** One letter; none of `b`, `n`, `q` and `y`, which say something else. */
  letter: string;
  words: string;
  /** True where the terminal does not offer it: its question stays short. */
  isRare?: boolean;
}

// prettier-ignore
export const CLASS_NAMES: readonly ClassName[] = [
  { letter: 's', class: 'story', words: 'story' },
  { letter: 't', class: 'title', words: 'title' },
  { letter: 'a', class: 'author', words: 'author' },
  { letter: 'h', class: 'chapter', words: 'heading' },
  { letter: 'g', class: 'part', words: 'heading of a part', isRare: true },
  { letter: 'c', class: 'scene-break', words: 'scene break', isRare: true },
  { letter: 'o', class: 'note-before', words: 'author’s note' },
  { letter: 'd', class: 'dedication', words: 'dedication' },
  { letter: 'u', class: 'summary', words: 'summary', isRare: true },
  { letter: 'w', class: 'warning', words: 'warning', isRare: true },
  { letter: 'i', class: 'disclaimer', words: 'disclaimer', isRare: true },
  { letter: 'k', class: 'thanks', words: 'thanks', isRare: true },
  { letter: 'l', class: 'glossary', words: 'glossary', isRare: true },
  { letter: 'm', class: 'metadata', words: 'metadata' },
  { letter: 'p', class: 'furniture', words: 'boilerplate' },
];

/** The classes that a file of decisions may name. */
export const GIVEN: ReadonlySet<string> = new Set([...CLASS_NAMES.map((one) => one.class), 'note-after']);

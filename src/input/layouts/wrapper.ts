/** The folder that holds a book's texts: all of them, or its chapters, with an author's own papers beside it. */
import { warning } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import type { Site } from './plan.js';

/** A folder of all texts, which divides nothing. */
export const WRAPPER =
  /^(?:text|texts|chapters?|content|contents|manuscript|source|src|book|draft|kapitel|chapitres|capitulos|capítulos)$/i;

/** One that holds the chapters, whatever an author keeps beside it: outlines, characters, notes. */
const CHAPTERS =
  /^(?:chapters|manuscript|kapitel|chapitres|capitulos|capítulos|capitoli|hoofdstukken|rozdziały|rozdzialy|главы|章节|章節)$/i;

export const isNumbered = (name: string): boolean => /^\d/.test(name);

export const isWrapper = (name: string): boolean => WRAPPER.test(name) || CHAPTERS.test(name);

/** The folder that all texts lie in, with a slash behind it. */
function wrapperOf(texts: readonly string[]): string | undefined {
  const [first = ''] = texts;
  const top = topOf(first);
  return WRAPPER.test(top.slice(0, -1)) && texts.every((file) => file.startsWith(top)) ? top : undefined;
}

/** The folder that all texts or all chapters lie in. */
export function holderOf(texts: readonly string[]): string | undefined {
  const tops = [...new Set(texts.map(topOf))].filter((top) => CHAPTERS.test(top.slice(0, -1)));
  return wrapperOf(texts) ?? (tops.length === 1 && !texts.some(isNumbered) ? tops[0] : undefined);
}

const topOf = (file: string): string => file.slice(0, file.indexOf('/') + 1);

/** The texts of a folder: those that its chapters' folder holds, and the book's pages beside it. */
interface Held {
  /** The folder with a slash behind it, or nothing where the texts lie in no such folder. */
  base: string;
  inside: string[];
  /** `dedication.md`, `epilogue.md` and their like. */
  pages: string[];
  /** What was left out. */
  messages: Message[];
}

/** Parts the texts of a folder; those of a web site have nothing beside them. */
export function textsHeld(texts: readonly string[], { folder, files, isPage: isNamed }: Site): Held {
  const base = (files.has('_index.md') ? wrapperOf(texts) : holderOf(texts)) ?? '';
  const isPage = (file: string): boolean => !file.includes('/') && isNamed(file.replace(/\.[a-z]+$/i, ''));
  const inside = texts.filter((file) => file.startsWith(base));
  const outside = texts.filter((file) => !file.startsWith(base));
  const pages = outside.filter(isPage);
  const beside = outside.filter((file) => !isPage(file) && !/(?:^|\/)readme\.md$/i.test(file));
  return { base, inside, pages, messages: beside.length > 0 ? [leftBeside(base, beside, folder.path)] : [] };
}

/** How many texts a message names. */
const NAMED = 3;

function leftBeside(base: string, beside: readonly string[], path: string): Message {
  const named = beside.slice(0, NAMED).map((file) => `\`${file}\``);
  const more = beside.length - named.length;
  const list = more > 0 ? `${named.join(', ')} and ${String(more)} more` : named.join(', ');
  return warning(
    'folders:beside',
    `The chapters are those in \`${base}\`; ${beside.length === 1 ? 'a text' : 'texts'} beside it ${beside.length === 1 ? 'was' : 'were'} left out: ${list}`,
    {
      path,
      hint: 'If they belong in the book, give the folder a `book.md` with `chapters:` that names all its texts.',
    },
  );
}

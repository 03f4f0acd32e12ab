/** What a file's name says: its number, its slug, and a title if the author gave none. */
import { keptResult } from '../memo.js';
import { slug } from '../text/slug.js';
import { kindNamed } from './kinds.js';

export interface FileName {
  /** The leading number of `03-the-ferry.md`, where there is one. */
  number?: number;
  /** `the-ferry`; `chapter-3` for a file that is called `3.md`. */
  slug: string;
  /** `The ferry`; empty for a file that has only a number. */
  title: string;
}

/** The number, what parts it from the words (EN DASH and EM DASH where the name is typeset), and the words. */
const NAME = /^(?:(\d+)(?:[\s._)\-\u2013\u2014]+|$))?(.*)$/su;

/** What stands between words in a file's name, and what XML forbids: https://www.w3.org/TR/xml/#charsets */
const GAPS = /[-_\s\p{Cc}\uFFFE\uFFFF]+/gu;
/** The same in a name with spaces, whose hyphens are the author's: `Well-Being and Other Lies.md`. */
const WIDE_GAPS = /[_\s\p{Cc}\uFFFE\uFFFF]+/gu;

/** Takes a path within the book's folder, forward slashes; only its last part counts. */
export const fileName = (rel: string): FileName =>
  keptResult(
    'name',
    () => rel,
    () => readName(rel),
  );

function readName(rel: string): FileName {
  const base = rel.slice(rel.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|txt|qmd|rmd)$/iu, '');
  const [, digits, rest = ''] = NAME.exec(base.normalize('NFC')) ?? [];
  const number = digits === undefined ? undefined : Number(digits);
  const words = rest.replaceAll(rest.includes(' ') ? WIDE_GAPS : GAPS, ' ').trim();
  // `001-chapter.md` to `253-chapter.md`: the word alone names none of them.
  const isBare = number !== undefined && kindNamed(slug(words))?.kind === 'chapter';
  const named = isBare ? `${words} ${String(number)}` : words;
  return {
    ...(number === undefined ? {} : { number }),
    slug: words === '' ? `chapter-${String(number ?? 1)}` : slug(named),
    title: capitalised(named),
  };
}

const capitalised = (words: string): string => {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
};

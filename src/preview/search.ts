/** Finding words in a book. */
import { textOf } from '../text/hast.js';
import { literally } from '../text/pattern.js';
import type { Edition } from './book.js';
import { pagesOf } from './pages.js';

/** Where words were found: the page, and the text on both sides, by which the page finds them again. */
export interface Hit {
  page: string;
  title: string;
  left: string;
  match: string;
  right: string;
}

/** As many as anybody looks through, and the longest words that are looked for. */
const MOST_HITS = 200;
const LONGEST = 200;
/** Characters on both sides. */
const CONTEXT = 40;

/** What is typed on a keyboard for what stands in a book. */
const TYPED: Readonly<Record<string, string>> = {
  "'": "['\u2018\u2019\u201A\u2032]",
  '"': '["\u201C\u201D\u201E\u00AB\u00BB\u2033]',
  '-': '[-\u2010\u2011\u2013\u2014\u2212]',
  ' ': '[\\s\u00A0\u2009\u202F]+',
};

/** The places of some words in a book, in its order; upper and lower case, straight and curly are the same. */
export function search({ package: made }: Edition, query: string): { hits: Hit[]; isMore: boolean } {
  const words = query.trim().replaceAll(/\s+/gu, ' ').slice(0, LONGEST);
  if (words === '') return { hits: [], isMore: false };
  const pattern = new RegExp([...words].map((one) => TYPED[one] ?? literally(one)).join(''), 'giu');
  const hits: Hit[] = [];
  for (const { id, title, document } of pagesOf(made)) {
    if (!document) continue;
    const text = textOf(document.body);
    for (const { 0: match, index } of text.matchAll(pattern)) {
      if (hits.length >= MOST_HITS) return { hits, isMore: true };
      const end = index + match.length;
      const [left, right] = [text.slice(Math.max(0, index - CONTEXT), index), text.slice(end, end + CONTEXT)];
      hits.push({ page: id, title, left, match, right });
    }
  }
  return { hits, isMore: false };
}

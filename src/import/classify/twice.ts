/** A title that stands twice: blogs and catalogues have their own lines between their title and the author's. */
import { lettersOf } from '../../text/compare.js';
import { rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { formFeatures } from './forms.js';
import { isNamedHeading } from './headings.js';
import type { Page } from './page.js';
import { isSpeech, wordsToReaders } from './readers.js';

/** How far below the first line its title stands again, in lines; the longest line between, in characters. */
const [FAR, LONGEST] = [12, 1000];
/** The fewest letters of a title that is no word by chance. */
const FEWEST = 6;
/** What a line between says to readers at the least, to show that it is not the story's. */
const WORDS = 1.5;

const known = new WeakMap<Page, number | undefined>();

/** The index of the line in which the title of the first line stands again, with the page's own lines between. */
export function titleAgain(page: Page): number | undefined {
  if (!known.has(page)) known.set(page, look(page));
  return known.get(page);
}

function look(page: Page): number | undefined {
  const { blocks, from, to, titled } = page;
  const first = from < to ? blocks[from] : undefined;
  if (titled || !first || first.text.length > 120 || isNamedHeading(first)) return undefined;
  const names = [first.text, ...first.text.split(/\s*[:|]\s+|\s+[-\u2013\u2014]\s+/u)].map(lettersOf);
  let isPage = false;
  let between = 0;
  for (let at = from + 1; at < Math.min(to, from + FAR); at += 1) {
    const block = blocks[at] as Block;
    const own = lettersOf(block.text);
    if (own.length >= FEWEST && names.includes(own)) {
      const next = at + 1 < to ? blocks[at + 1] : undefined;
      const isSure = isPage || (next !== undefined && isNamedHeading(next));
      if (isSure && at > from + 1 && hasMore(page, at + 1, between)) return at;
    }
    if (block.role !== undefined || isSpeech(block.text) || block.text.length > LONGEST) return undefined;
    isPage ||=
      rowOf(block.text, 'head') !== undefined ||
      formFeatures(page, at).some(([form]) => form === 'rights' || form === 'date' || form === 'counted') ||
      wordsToReaders(block.text) >= WORDS;
    between += block.text.length;
  }
  return undefined;
}

function hasMore({ blocks, to }: Page, at: number, least: number): boolean {
  let left = least;
  for (let index = at; index < to && left >= 0; index += 1) left -= blocks[index]?.text.length ?? 0;
  return left < 0;
}

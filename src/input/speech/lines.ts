/**
 * Speech after a dash: which lines of a book that begin with a hyphen are speeches, and which are items of lists.
 *
 * Authors type `- Tak - rzekł.` and `-Hola -dijo Ana-.`, and Markdown reads lists. The whole book decides: people who
 * speak ask, exclaim, break off and are named with a verb; what is listed is short and ends without a full stop.
 */
import { keptWith } from '../../memo.js';
import type { Locale } from '../../types.js';
import { groupsOf, isPlainList, type Group } from './groups.js';
import { candidatesIn, isDeliberate, type Candidate } from './candidates.js';

/** The speeches of one text. Offsets are UTF-16 code units, lines count from 1. */
export interface Speech {
  /** Offsets of the hyphens that begin speeches, ascending. */
  hidden: readonly number[];
  /** Lines that are paragraphs of their own right below another. */
  starts: ReadonlySet<number>;
  /** How sure it is that they are speeches, 0 to 1. */
  sure: number;
}

/** A text of the book and the conventions of its language. */
export interface Body {
  text: string;
  locale: Locale;
}

/** From this share of lines on that nobody lists, a book's lines after hyphens are speech. */
const SPOKEN = 0.15;
/** The same where the book holds code or links: lists of whole sentences reach 0.4 there, novels of speech 0.6. */
const SPOKEN_AMID_CODE = 0.5;
/** What a story seldom holds: code, links. */
const TECHNICAL = /`|\]\(/;
/** Fewer lines than this without any sign prove nothing: whole sentences then count as speech. */
const FEW = 6;

/** The speeches of a book's texts, in their order; nothing for a text that has none. */
export function speechesOf(bodies: readonly Body[]): (Speech | undefined)[] {
  const lines = bodies.map((body) => keptWith('lines', body, [], () => linesOf(body)));
  const sure = sureness(
    lines.flatMap(({ spoken }) => spoken),
    () => !bodies.some((body) => keptWith('technical', body, [], () => TECHNICAL.test(body.text))),
  );
  return lines.map((one) => keptWith('speech', one, [sure], () => speechOf(one, sure)));
}

/** The lines of a text that may be speeches, and the groups of them that are no plain list. */
interface Lines {
  candidates: readonly Candidate[];
  spoken: readonly Group[];
}

function linesOf({ text, locale }: Body): Lines {
  const candidates = locale.dialogue === undefined ? [] : candidatesIn(text, locale.says);
  return { candidates, spoken: groupsOf(candidates).filter((group) => !isPlainList(group)) };
}

function speechOf({ candidates, spoken }: Lines, sure: number | undefined): Speech | undefined {
  const speeches = new Set(sure === undefined ? [] : spoken.flatMap(({ items }) => items));
  const marked = candidates.filter((one) => !one.isHyphen || speeches.has(one));
  if (marked.length === 0) return undefined;
  return {
    hidden: marked.flatMap(({ isHyphen, at, isRow }) => (isHyphen && !isRow ? [at] : [])),
    starts: new Set(marked.flatMap(startsIn)),
    sure: sure ?? 1,
  };
}

/** How sure it is that a book's lines after hyphens are speech; nothing where they are not. */
function sureness(groups: readonly Group[], isProse: () => boolean): number | undefined {
  const items = groups.flatMap((group) => group.items);
  if (items.length === 0) return undefined;
  const share = items.filter(({ isSpoken }) => isSpoken).length / items.length;
  const marked = items.filter(({ isMarkup }) => isMarkup).length / items.length;
  const closed = items.filter(({ isClosed }) => isClosed).length / items.length;
  const isStory = isProse();
  if (share >= (isStory ? SPOKEN : SPOKEN_AMID_CODE) && marked < share && closed >= 0.5)
    return items.length >= FEW || share >= 0.5 ? 0.95 : 0.8;
  if (!isStory) return undefined;
  const isSaid = items.length < FEW && items.every(({ isClosed, isMarkup }) => isClosed && !isMarkup);
  return isSaid && groups.every(({ isTight, items: all }) => !isTight || all.length < 3) ? 0.7 : undefined;
}

/** The lines of a speech's block that begin a paragraph, itself among them. */
function startsIn(candidate: Candidate): number[] {
  const { line, before, isLower, more, width } = candidate;
  const breaks = before !== undefined && isDeliberate(before, candidate.first, width);
  const own = before !== undefined && (isLower ? breaks && before.isClosed : breaks || before.isClosed);
  return [...(own ? [line] : []), ...more];
}

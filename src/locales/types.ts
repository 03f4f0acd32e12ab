/** What a language's conventions are, as data. */
import type { SpeltRow } from './spelt.js';

/** An opening and a closing quotation mark. */
export type QuotePair = readonly [open: string, close: string];

/** How a dash stands between words: its mark, and whether it is spaced. */
export interface DashStyle {
  mark: string;
  /** Whether a space stands on either side; `paired`: outside of an aside only (Spanish). */
  spaced: boolean | 'paired';
  /** What ends a speech that breaks off, where dashes are spaced; else an em dash. */
  broken?: string;
}

/** Words that lose a letter to an apostrophe, lower case, without the apostrophe. */
export interface Elisions {
  /** After a leading apostrophe: `tis`, `em`. */
  head: readonly string[];
  /** The same, where the word also stands without: `cause`, `round`. */
  maybeHead: readonly string[];
  /** Before a trailing apostrophe: `th`, `ol`. */
  tail: readonly string[];
  /** What ends words that lose their last letter: `in` for `goin'`. */
  tailEnding?: string;
  /** After a leading apostrophe where one of these words (or what is left of it) stands before: `would 'a' gone`. */
  after: Readonly<Record<string, readonly string[]>>;
  /** Letters that a leading apostrophe may stand for: `h`, `be`, `ex`. */
  lostBefore: readonly string[];
  /** Letters that a trailing apostrophe may stand for: `g`, `d`, `t`. */
  lostAfter: readonly string[];
}

/** How a language writes dates of our calendar, with `{day}`, `{month}` and `{year}` in their places. */
export interface DateForms {
  /** A day: `{month} {day}, {year}`. */
  day: string;
  /** A month: `{month} {year}`. */
  month: string;
  /** The months from January, parted by spaces. */
  months: string;
  /** The months without a day, where they have a form of their own. */
  alone?: string;
  /** The first day of a month, where it is no plain number: `1er`. */
  first?: string;
}

/** What is counted: a chapter or a part. */
export type CountedKind = 'chapter' | 'part';

/** How a language says which chapter or part this is. */
export interface CountedForm {
  /** In words: `{number} Kapitel`; `{Number}` for a capital at the head of each word. */
  inWords: string;
  /** Where its words stand, from that for 1. */
  words: SpeltRow;
  /** In figures, where that is not the term and the number: `{number}. fejezet`. */
  inFigures?: string;
}

/** A language's conventions: data from CLDR and a few additions. */
export interface Locale {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  /**
   * Quotation marks by depth: outer, inner; and the space within them (French), or the empty string. `goesOn`: a speech
   * that goes on in the next paragraph begins there with the closing mark (Spanish *comillas de seguir*).
   */
  quotes: { outer: QuotePair; inner: QuotePair; space: string; goesOn?: true };
  /** Other pairs that books in the language use, by the word for `typography: { quotes: … }`. */
  alternatives: Readonly<Record<string, { outer: QuotePair; inner: QuotePair }>>;
  dash: DashStyle;
  /** What a speech begins with where it is marked by a dash: the dash and the space after it. */
  dialogue?: string;
  /** Words behind the hyphen of `two- and threefold`, lower case; where there are none, no such hyphen is asked about. */
  suspends: ReadonlySet<string>;
  /** Endings that a quoted word takes (`'test'ish`), lower case. */
  suffixes: ReadonlySet<string>;
  /** Words that name who speaks, lower case: `dijo`, `respondió`. */
  says: ReadonlySet<string>;
  /** Space before punctuation that is set off (French), by mark. */
  spaceBefore: Readonly<Record<string, string>>;
  elisions: Elisions;
  /** Abbreviations that hold on to the word after them, lower case, with their full stop where they have one. */
  bound: readonly string[];
  /** Words of one letter that must not end a line, lower case (`v`, `w`). */
  leaning: string;
  /** Where an ellipsis behind a question or exclamation mark has two full stops (`?..`). */
  shortEllipsis?: true;
  /** Words before a range of numbers, lower case: `pp.`, `chapters`. */
  ranges: readonly string[];
  /** Words behind a range of numbers, lower case: `hours`, `people`. */
  rangeUnits: readonly string[];
  /** Undefined where no language is known. */
  dates: DateForms | undefined;
  /** Titles of generated pages and labels, by English key (`contents`, `notes`, `dedication`, `sceneBreak` …). */
  terms: Record<string, string>;
  /** Keys of the terms that are English because the language has none yet. */
  borrowed: readonly string[];
  /** How chapters and parts are numbered in words; absent where the language has no words for it yet. */
  counted?: Readonly<Record<CountedKind, CountedForm>>;
}

/** How a language's file is written: CLDR's row, and what CLDR lacks. */
import type { DashStyle, Elisions, Locale, QuotePair } from './types.js';
import { CLDR, type CldrRow } from './cldr.js';
import { ENGLISH } from './terms.js';

export const NO_BREAK_SPACE = '\u00A0';
export const NARROW_NO_BREAK_SPACE = '\u202F';
export const EM_DASH = '\u2014';
export const EN_DASH = '\u2013';

/** Dashes between words, as books set them. */
export const CLOSED_EM: DashStyle = { mark: EM_DASH, spaced: false };
export const SPACED_EM: DashStyle = { mark: EM_DASH, spaced: true };
export const SPACED_EN: DashStyle = { mark: EN_DASH, spaced: true };
/** Where no em dash is used: what breaks off ends in the same dash. */
export const SPACED_EN_ALONE: DashStyle = { ...SPACED_EN, broken: `${NO_BREAK_SPACE}${EN_DASH}` };

/** Words of a list, by white space. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/);

export const NO_ELISIONS: Elisions = {
  head: [],
  maybeHead: [],
  tail: [],
  after: {},
  lostBefore: [],
  lostAfter: [],
};

/** What a language's file says. */
export interface Conventions {
  dash: DashStyle;
  /** What the pages and labels of a book are called; English stands in for those that are missing. */
  terms: Readonly<Record<string, string>>;
  /** Where CLDR has none, or another than books do. */
  outer?: QuotePair;
  inner?: QuotePair;
  /** Space within the outer quotation marks. */
  quoteSpace?: string;
  /** A speech that goes on in the next paragraph begins there with the closing mark. */
  goesOn?: true;
  alternatives?: Locale['alternatives'];
  dialogue?: string;
  says?: string;
  suspends?: string;
  suffixes?: string;
  spaceBefore?: Readonly<Record<string, string>>;
  elisions?: Partial<Elisions>;
  bound?: string;
  leaning?: string;
  shortEllipsis?: true;
  ranges?: string;
  rangeUnits?: string;
  /** The first day of a month, where it is no plain number. */
  firstDay?: string;
  counted?: Locale['counted'];
}

const ROWS: Readonly<Record<string, CldrRow>> = CLDR;

/** The conventions of a language of CLDR's table; `tag` names another that shares its row. Throws where it has none. */
export function language(row: string, own: Conventions, tag: string = row): Locale {
  const cldr = ROWS[row];
  if (!cldr)
    throw new TypeError(
      `\`cldr.ts\` has no row for \`${row}\`: \`npm run locales\` writes it, if CLDR has the tag`,
    );
  const { direction, outer, inner, dates } = cldr;
  const locale: Locale = {
    language: tag,
    direction,
    quotes: {
      outer: own.outer ?? outer,
      inner: own.inner ?? inner,
      space: own.quoteSpace ?? '',
      ...(own.goesOn ? { goesOn: own.goesOn } : {}),
    },
    alternatives: own.alternatives ?? {},
    dash: own.dash,
    spaceBefore: own.spaceBefore ?? {},
    elisions: { ...NO_ELISIONS, ...own.elisions },
    bound: own.bound ? words(own.bound) : [],
    leaning: own.leaning ?? '',
    says: new Set(own.says ? words(own.says) : []),
    suspends: new Set(own.suspends ? words(own.suspends) : []),
    suffixes: new Set(own.suffixes ? words(own.suffixes) : []),
    ranges: own.ranges ? words(own.ranges) : [],
    rangeUnits: own.rangeUnits ? words(own.rangeUnits) : [],
    dates: own.firstDay === undefined ? dates : { ...dates, first: own.firstDay },
    terms: { ...ENGLISH, ...own.terms },
    borrowed: Object.keys(ENGLISH).filter((key) => !(key in own.terms)),
    ...(own.shortEllipsis ? { shortEllipsis: own.shortEllipsis } : {}),
    ...(own.counted ? { counted: own.counted } : {}),
  };
  return own.dialogue === undefined ? locale : { ...locale, dialogue: own.dialogue };
}

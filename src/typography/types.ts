/** The values of the typography stage: runs of text, edits, rules, and what is known of the book. */
import type { Definition, Html, Image, ImageReference, InlineCode, Text } from 'mdast';
import type { Locale } from '../types.js';
import type { Mark } from './quotes/marks.js';
import type { Study } from './quotes/study.js';

/** A text node's share of a run: the offsets of the run that hold its value. */
export interface Segment {
  node: Text;
  start: number;
  end: number;
  /** Where the text stands in no text node of the tree. */
  holder?: Holder;
}

/**
 * A node that holds a text: an image its description and its caption, a block of HTML one part from an offset on, and what was read as code
 * the words between TeX's quotation marks.
 */
type Holder =
  | { node: Image | ImageReference; field: 'alt' }
  | { node: Image | Definition; field: 'title' }
  | { node: InlineCode }
  | { node: Html; at: number };

/** Whether a speech may go on from this block into the next one, and from the one before into this. */
export type Flow = 'prose' | 'alone';

/**
 * A block's inline content as one text, so that a mark sees its context through emphasis, links and breaks.
 * Code, images, URLs and escaped marks are masked by placeholders of the same length.
 */
export interface Run {
  text: string;
  segments: Segment[];
  locale: Locale;
  flow: Flow;
  /** How sure the parser is that it begins with the dash of a speech, 0 to 1; absent where it said nothing. */
  speech?: number;
  /** Path of the manuscript, for the report. */
  path: string;
  /** Its marks that may be quotation marks, apostrophes or primes. */
  marks: readonly Mark[];
  /** Offsets of its apostrophes between two letters. */
  inner: readonly number[];
  /** What each mark is, settled before the rules run. */
  reading?: Reading;
}

/** One change of a run's text, or a mark left as it is whose reading is unsure. Offsets are UTF-16 code units. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  /** 0 to 1. */
  confidence: number;
  /** The text by the other reading. */
  instead?: string;
}

/** What an author set for one rule: `true`, `false`, or one of the rule's own words. */
export type Setting = boolean | string | number;

/** What the rules may know beside the run: the author's settings and what the book itself shows. */
export interface BookStyle {
  setting(rule: string): Setting | undefined;
  /** The outer mark that the author set. */
  outer: 'double' | 'single' | undefined;
  study: Study;
}

/** A typography rule. Its id never changes; it reads a run and touches no node. */
export interface Rule {
  id: string;
  /** True for a rule that runs only when the author asks for it. */
  onRequest?: boolean;
  /** True for a rule whose edits may be applied with those of the rule before it: no two touch the same mark. */
  inPlace?: boolean;
  /** What the rule can be set to beside `true` and `false`. */
  settings?: readonly string[];
  apply(run: Run, locale: Locale, book: BookStyle): Edit[];
}

/** What the marks of a run are, in order of their offsets. */
export interface Reading {
  marks: readonly Mark[];
  /** Role by mark. */
  roles: Uint8Array;
  /** Bits of the roles that its marks have: `1 << role`. */
  present: number;
  /** By mark, 0 to 1. */
  confidence: Float64Array;
  /** The other role by mark, where it would print another character; else the role itself. */
  instead: Uint8Array;
  /** By mark, what `nestedWithin` finds; absent where no quotation stands in another one. */
  within?: Int32Array;
  /** Whether the first mark opens the speech of the paragraph before anew, where the language closes it so. */
  goesOn?: true;
  /** Whether double marks are the outer ones here. */
  outerDouble: boolean;
  /** Stack of the quotations that go on from the paragraph before; absent where none does. */
  begun?: string;
  /** Stack of the quotations left open at the end. */
  open: string;
}

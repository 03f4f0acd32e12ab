/** One document by itself, outside of a book: what `octavo/typography` and `octavo/remark` share. */
import type { Root } from 'mdast';
import type { Message } from '../messages.js';
import { typeset } from './index.js';

/** The rules, each to be switched off or on, or set to one of its own words. */
export interface TypographyRules {
  /** Quotation marks; `guillemets` or `curly`: another pair that books in the language use. */
  quotes?: boolean | 'guillemets' | 'curly';
  apostrophes?: boolean;
  primes?: boolean;
  /** Dashes between words: closed `—`, spaced ` – `, or spaced ` — `. */
  dashes?: boolean | 'closed' | 'spaced' | 'em-spaced';
  ellipses?: boolean;
  /** `wide`: a full no-break space where a narrow one would stand. */
  spaces?: boolean | 'wide';
  minus?: boolean;
  times?: boolean;
  /** `(c)`, `1/2`, `+-`: only on request. */
  symbols?: boolean;
  /** `!!!!!`: only on request. */
  shouting?: boolean;
}

/** By which conventions a text is set. */
export interface TypographyOptions {
  /** BCP 47: `en-GB`, `de`, `fr-CA`. English of America by default. */
  language?: string;
  /** The outer marks where the language leaves the choice; by default those that the text itself uses. */
  quotes?: 'double' | 'single';
  /** Words that are clipped, with their apostrophe: `'zat`, `goin'`. */
  words?: readonly string[];
  rules?: TypographyRules;
}

/** Where a change stands in the text as it was: lines and columns count from 1. */
export interface TypographyPlace {
  line: number;
  column: number;
}

/** A change, or a mark that was left as it is and may be read otherwise. */
export interface TypographyChange {
  /** The rule that made it: `quotes`, `dashes` … */
  rule: string;
  /** How sure it is, 0 to 1; below 0.9 a person should look. */
  confidence: number;
  place: TypographyPlace;
  before: string;
  after: string;
  /** By the other reading, where there is one. */
  instead?: string;
  /** The text around it, as it was when the rule ran. */
  context: { left: string; right: string };
}

/** What was changed in a text, in the order of the rules within each paragraph. */
export interface TypographyReport {
  changes: TypographyChange[];
  /** What is wrong with the options: a rule or a language that there is not. */
  messages: Message[];
}

/** Sets a tree as a book of its own; the given one stays as it was. */
export function typesetDocument(
  tree: Root,
  path: string,
  { language, quotes, words, rules }: TypographyOptions,
): TypographyReport & { tree: Root } {
  const { value, changes, messages } = typeset({
    name: '',
    path,
    root: '',
    single: true,
    meta: {
      ...(language === undefined ? {} : { language }),
      ...(quotes === undefined ? {} : { quotes }),
      ...(words === undefined ? {} : { words: [...words] }),
      // The shape of somebody else's document is not ours to change.
      typography: { ...rules, 'scene-breaks': false, capitals: false },
    },
    metaPath: path,
    front: {},
    manuscripts: [{ path, rel: path, meta: {}, front: {}, tree }],
  });
  return {
    tree: value.manuscripts[0]?.tree ?? tree,
    changes: changes.map(({ rule, confidence, place, before, after, instead, context }) => ({
      rule,
      confidence,
      place,
      before,
      after,
      ...(instead === undefined ? {} : { instead }),
      context,
    })),
    messages,
  };
}

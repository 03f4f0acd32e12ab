/** What `octavo.config.mjs` may hold, and what becomes of it. */
import type { Pluggable, PluggableList, Processor } from 'unified';
import type { Locale, Package, SectionKind } from '../types.js';

/** What a check says of a book. */
export interface CheckFinding {
  /** One sentence without a final stop that says what is the matter. */
  reason: string;
  /** The way out. */
  hint?: string;
  /** A warning by default; an error makes the command exit with 1. */
  severity?: 'error' | 'warning' | 'info';
  /** Where it is: a document's `path`, and a line in it. */
  path?: string;
  place?: { line: number; column: number };
}

/** Looks at a finished book and changes nothing; `say` takes what it finds. */
export interface ConfigCheck {
  /** Its messages have the id `check:` with this name: letters, digits and hyphens. */
  name: string;
  check: (book: Package, say: (finding: CheckFinding) => void) => void | Promise<void>;
}

/** What a rule of the typography sees of a paragraph. */
export interface RuleText {
  /** The text, emphasis and links taken together; code, pictures and addresses are `\uFFFC`, line breaks `\u2028`. */
  text: string;
  /** BCP 47, as far as the table of languages knows it. */
  language: string;
}

/** A change that a rule wants: offsets in the text, in UTF-16 code units. */
export interface RuleEdit {
  start: number;
  end: number;
  text: string;
  /** 0 to 1; 1 by default. Below 0.9 `octavo proof` asks. */
  confidence?: number;
  /** The text by the other reading. */
  instead?: string;
}

/** A rule of the typography. It runs after Octavo's own, on each paragraph. */
export interface ConfigRule {
  /** What `typography:` in front matter calls it, and `octavo proof` shows: letters, digits and hyphens. */
  name: string;
  /** Whether it runs only where `typography:` asks for it. */
  onRequest?: boolean;
  apply: (paragraph: RuleText) => readonly RuleEdit[];
}

/** A language that is new, or one of Octavo's whose conventions are others here: what is left out is as in `like`. */
export interface ConfigLanguage {
  /** The language of Octavo's that it is like (BCP 47); by default the one that its own tag finds. */
  like?: string;
  /** Quotation marks, outer and inner, and the space within them. */
  quotes?: Partial<Locale['quotes']>;
  dash?: Locale['dash'];
  /** What a speech begins with where a dash marks it. */
  dialogue?: string;
  /** Space before punctuation that is set off, by mark. */
  spaceBefore?: Readonly<Record<string, string>>;
  /** Abbreviations that hold on to the word after them, in small letters. */
  bound?: readonly string[];
  /** Words before a range of numbers, in small letters. */
  ranges?: readonly string[];
  /** Words that name who speaks, in small letters. */
  says?: readonly string[];
  /** Words of one letter that must not end a line. */
  leaning?: string;
  dates?: Locale['dates'];
  /** Titles and labels by their English key (`contents`, `chapter`, `aboutTheAuthor` …). */
  terms?: Readonly<Record<string, string>>;
}

/** A kind of page that is new: what is left out is as in `like`. */
export interface ConfigKind {
  /** The kind of Octavo's that it is like, in its look and in what it is to a reading system. */
  like: string;
  /** The kind that it stands behind; by default `like`. */
  after?: string;
  /** Whether it stands in the table of contents. */
  toc?: boolean;
  /** Whether every line of its manuscript is a line of the book. */
  lined?: boolean;
  /** Further names of files that mean it. */
  names?: readonly string[];
}

/** What `octavo.config.mjs` exports. */
export interface OctavoConfig {
  /** Work on the Markdown of each manuscript, as mdast, before the typography; they may add syntax. */
  remarkPlugins?: PluggableList;
  /** Work on each page of the book, as hast, before it is checked. */
  rehypePlugins?: PluggableList;
  /** Rules of the typography, after Octavo's own. */
  rules?: readonly ConfigRule[];
  /** Themes by name: folders with a `theme.css`, relative to the file. */
  themes?: Readonly<Record<string, string>>;
  /** Languages by their tags, BCP 47. */
  locales?: Readonly<Record<string, ConfigLanguage>>;
  /** Kinds of page by their names: small letters, digits and hyphens. */
  kinds?: Readonly<Record<string, ConfigKind>>;
  /** Looks at each finished book. */
  checks?: readonly ConfigCheck[];
  /** Seconds that a plugin may take for one text or page, a check for one book: 60 by default. */
  timeLimit?: number;
}

/**
 * Types `octavo.config.mjs`: gives back what it is given.
 *
 * @example
 * ```js
 * import { defineConfig } from 'octavo';
 *
 * const arrows = {
 *   name: 'arrows',
 *   apply: ({ text }) =>
 *     [...text.matchAll(/->/g)].map(({ index }) => ({ start: index, end: index + 2, text: '→' })),
 * };
 * const config = defineConfig({ rules: [arrows] });
 * config.rules.length; // 1
 * ```
 */
export const defineConfig = (config: OctavoConfig): OctavoConfig => config;

/** A plugin that is ready to run. */
export interface ReadyPlugin {
  /** Its package's, or its function's. */
  name: string;
  version?: string;
  options: readonly unknown[];
  /** With this plugin alone. */
  processor: Processor;
}

/** Extensions that plugins gave the parser, of whichever kind. */
export interface AddedSyntax {
  syntax: unknown[];
  tree: unknown[];
}

/** A configuration that was loaded and found right. */
export interface LoadedConfig {
  /** Absolute folder of the file. */
  folder: string;
  /** SHA-256 of the file and of those beside it that it imports. */
  hash: string;
  remark: readonly ReadyPlugin[];
  rehype: readonly ReadyPlugin[];
  rules: readonly ConfigRule[];
  /** Absolute folders by name. */
  themes: ReadonlyMap<string, string>;
  /** Languages by their tags in lower case. */
  locales: ReadonlyMap<string, Locale>;
  /** All kinds of page in standing order, where some were added. */
  kinds?: readonly SectionKind[];
  checks: readonly ConfigCheck[];
  /** Syntax for the parser, where plugins add any. */
  syntax?: AddedSyntax;
  /** In milliseconds. */
  timeLimit: number;
}

export type { Pluggable };

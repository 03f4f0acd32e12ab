/** What is known about a book beside its pages, as JSON for the page. */
import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { sortMessages } from '../diagnostics.js';
import { described } from '../proof/characters.js';
import { wordsIn } from '../text/words.js';
import type { Change, Message, NavItem, Section } from '../types.js';
import type { Edition, State } from './book.js';
import { pagesOf, type Page } from './pages.js';

/** A book's pages and files: all that is needed to show one. */
export interface Outline {
  version: number;
  isBroken: boolean;
  /** Where the last build made no book: why. */
  problems: Message[];
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  pages: (Omit<Page, 'document'> & { kind: string })[];
  contents: NavItem[];
  /** A checksum of each file that pages load. */
  files: Record<string, string>;
  cover?: string;
}

const sums = new WeakMap<Uint8Array, string>();

function sumOf(bytes: Uint8Array): string {
  const known = sums.get(bytes) ?? crc32(bytes).toString(36);
  sums.set(bytes, known);
  return known;
}

export function outlineOf({ version, isBroken, messages, edition }: State): Outline {
  const problems = isBroken ? sortMessages(messages.filter(({ severity }) => severity === 'error')) : [];
  const head = { version, isBroken, problems };
  if (!edition)
    return { ...head, title: '', language: 'en', direction: 'ltr', pages: [], contents: [], files: {} };
  const { title, language, direction, nav, styles, assets, manifest } = edition.package;
  const cover = manifest.find(({ properties }) => properties === 'cover-image')?.href;
  const files = [
    ...styles.map(({ href, css }) => [href, crc32(css).toString(36)] as const),
    ...assets.map(({ href, bytes }) => [href, sumOf(bytes)] as const),
  ];
  return {
    ...head,
    title,
    language,
    direction,
    pages: pagesOf(edition.package).map(({ id, href, title: name, linear, document }) => ({
      id,
      href,
      title: name,
      linear,
      kind: document?.kind.kind ?? 'contents',
    })),
    contents: nav,
    files: Object.fromEntries(files),
    ...(cover === undefined ? {} : { cover }),
  };
}

/** A place in the manuscripts, and the page of the book that shows it. */
export interface Spot {
  /** As messages have it. */
  path?: string;
  /** Absolute, for the editor. */
  file?: string;
  line?: number;
  column?: number;
  page?: string;
}

export interface Facts {
  version: number;
  messages: (Spot & Pick<Message, 'severity' | 'id' | 'reason' | 'hint'>)[];
  marks: (Spot & MarkFacts)[];
  /** The author's own pages, with their words. */
  chapters: (Spot & { id: string; title: string; words: number })[];
  words: number;
  /** Where the manuscripts changed first since the build before. */
  edited?: Spot;
}

interface MarkFacts {
  rule: string;
  /** 0 to 1. */
  confidence: number;
  typed: string;
  set: string;
  left: string;
  right: string;
  /** What can be typed to settle it, with the name of each. */
  choices: { mark: string; name: string }[];
}

/** Everything for the panel, in the order of the book. */
export function factsOf({ version, messages, edition, edited }: State, cwd: string): Facts {
  const spotOf = spotsOf(edition, cwd);
  const chapters = edition ? chaptersOf(edition, cwd) : [];
  return {
    version,
    messages: sortMessages(messages).map(({ severity, id, reason, hint, path, place }) => ({
      severity,
      id,
      reason,
      ...(hint === undefined ? {} : { hint }),
      ...spotOf(path, place),
    })),
    marks: (edition?.unsure ?? []).map((mark) => ({ ...spotOf(mark.path, mark.place), ...markFacts(mark) })),
    chapters,
    words: chapters.reduce((sum, { words }) => sum + words, 0),
    ...(edited ? { edited: spotOf(edited.path, edited.place) } : {}),
  };
}

const markFacts = ({ rule, confidence, before, after, instead, context }: Change): MarkFacts => ({
  rule,
  confidence,
  typed: before,
  set: after,
  ...context,
  choices: [...new Set([after, ...(instead === undefined ? [] : [instead])])]
    .filter((mark) => mark !== before)
    .map((mark) => ({ mark, name: described(mark) })),
});

const counts = new WeakMap<Section['tree'], number>();

function wordsOf({ tree, continued = [] }: Section): number {
  const trees = [tree, ...continued.map((one) => one.tree)];
  return trees.reduce((sum, one) => {
    const known = counts.get(one) ?? wordsIn([one]);
    counts.set(one, known);
    return sum + known;
  }, 0);
}

const firstLine = ({ heading, tree }: Section): number | undefined =>
  (heading?.children[0] ?? tree.children[0])?.position?.start.line;

const chaptersOf = ({ book, package: made }: Edition, cwd: string): Facts['chapters'] => {
  const titles = new Map(made.documents.map(({ id, title }) => [id, title]));
  return book.sections
    .filter(({ rel, tree, continued }) => rel !== '' && (tree.children.length > 0 || continued))
    .map((section) => ({
      id: section.id,
      page: section.id,
      title: titles.get(section.id) ?? section.title ?? section.id,
      words: wordsOf(section),
      path: section.path,
      file: resolve(cwd, section.path),
      line: firstLine(section) ?? 1,
    }));
};

type SpotOf = (path: string | undefined, place?: { line: number; column: number }) => Spot;

/** Tells for a place in a manuscript which page shows it: the last that begins there or before. */
function spotsOf(edition: Edition | undefined, cwd: string): SpotOf {
  const starts = new Map<string, { page: string; line: number }[]>();
  for (const section of edition?.book.sections ?? []) {
    const line = firstLine(section);
    if (section.rel === '' || line === undefined) continue;
    const known = starts.get(section.path);
    const start = { page: section.id, line };
    if (known) known.push(start);
    else starts.set(section.path, [start]);
  }
  for (const list of starts.values()) list.sort((a, b) => a.line - b.line);
  return (path, place) => {
    if (path === undefined) return {};
    const list = starts.get(path);
    const start = place ? list?.findLast(({ line }) => line <= place.line) : undefined;
    const page = (start ?? list?.[0])?.page;
    return {
      path,
      file: resolve(cwd, path),
      ...(place ? { line: place.line, column: place.column } : {}),
      ...(page === undefined ? {} : { page }),
    };
  };
}

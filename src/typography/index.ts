/** The typography stage: a parsed book in, the same book with its typography normalised out. */
import type { Nodes } from 'mdast';
import { info } from '../diagnostics.js';
import { localeOf } from '../locales/index.js';
import type {
  BookMeta,
  Change,
  FrontProse,
  Locale,
  Manuscript,
  Message,
  ParsedBook,
  Person,
  Prose,
} from '../types.js';
import { applyEdits, draftOf, type Batch, type Draft } from './edits.js';
import { readRuns } from './quotes/runs.js';
import { studyBook } from './quotes/study.js';
import { newReport, UNSURE, type Report } from './report.js';
import { rules } from './rules/index.js';
import { runOfText, runsOf } from './runs.js';
import { settingsOf, type Settings } from './settings.js';
import { breakScenes, typesetTree } from './trees.js';
import type { BookStyle, Run } from './types.js';

export { UNSURE };

/** What `typeset` hands on: the book, every change made or left open where it is asked for, and messages. */
export interface Typeset {
  value: ParsedBook;
  changes: Change[];
  /** How many changes there are, and how many of them are unsure. */
  count: number;
  unsure: number;
  messages: Message[];
}

export interface TypesetOptions {
  /** Whether to tell every change with its place and context; `false` saves a third of the time. */
  changes?: boolean;
  /** Blocks that keep their lines because of the section that they stand in. */
  lined?: ReadonlySet<Nodes>;
}

type Titles = Partial<Record<'title' | 'subtitle', string>>;

/** A part of the book that reads as one text: a manuscript, or one piece of front matter. */
interface Part {
  tree: Prose;
  runs: Run[];
}

const NEUTRAL = 'und';
const FALLBACK = 'en';

/**
 * Normalises the typography of a book's manuscripts, front-matter prose and titles, by the conventions of its
 * language. What is unchanged is shared with the given book, which stays as it was.
 */
export function typeset(book: ParsedBook, options: TypesetOptions = {}): Typeset {
  if (book.meta.typography === false) return { value: book, changes: [], count: 0, unsure: 0, messages: [] };
  const settings = settingsOf(book);
  const report = newReport(options.changes ?? true);
  const bookLocale = localeOf(book.meta.language ?? FALLBACK);
  const messages = [...settings.messages, ...unknownLanguages(book)];

  const parts = new Map<Prose, Part>();
  const prepare = (tree: Prose, locale: Locale, path: string): void => {
    const whole = settings.runs({ id: 'scene-breaks' }) ? breakScenes(tree, path, report) : tree;
    parts.set(tree, { tree: whole, runs: runsOf(whole, locale, path, options.lined) });
  };
  const localeOfSection = (section: Manuscript): Locale =>
    section.meta.language === undefined ? bookLocale : localeOf(section.meta.language);
  for (const prose of prosesOf(book.front)) prepare(prose, bookLocale, book.metaPath);
  for (const section of book.manuscripts) {
    const locale = localeOfSection(section);
    for (const prose of prosesOf(section.front)) prepare(prose, locale, section.path);
    prepare(section.tree, locale, section.path);
  }

  const style = styleOf(
    book,
    settings,
    [...parts.values()].flatMap(({ runs }) => runs),
    bookLocale,
  );
  const active = rules.filter((rule) => settings.runs(rule));
  const settle = (tree: Prose): Prose => {
    const part = parts.get(tree);
    if (!part) return tree;
    readRuns(part.runs, style.study);
    const drafts = part.runs.map((run) => draftRun(run, active, style, report));
    return typesetTree(part.tree, drafts, settings.runs({ id: 'capitals', onRequest: true }));
  };
  const settleFront = (front: FrontProse): FrontProse =>
    Object.fromEntries(
      Object.entries(front as Record<string, Prose>).map(([key, prose]) => [key, settle(prose)]),
    );
  const settleTitles = <T extends Titles>(meta: T, locale: Locale): T => ({
    ...meta,
    ...Object.fromEntries(titlesOf(meta).map(([key, title]) => [key, plain(title, locale, active, style)])),
  });
  const settleText = (text: string): string => plain(text, bookLocale, active, style);
  const settlePeople = <T extends { authors?: Person[]; contributors?: Person[]; rights?: string }>(
    meta: T,
  ): T => ({
    ...meta,
    ...(meta.rights === undefined ? {} : { rights: settleText(meta.rights) }),
    ...(meta.authors ? { authors: meta.authors.map((one) => named(one, settleText)) } : {}),
    ...(meta.contributors ? { contributors: meta.contributors.map((one) => named(one, settleText)) } : {}),
  });
  const settleNames = (meta: BookMeta): BookMeta => ({
    ...settlePeople(meta),
    ...(meta.publisher === undefined ? {} : { publisher: settleText(meta.publisher) }),
    ...(meta.series === undefined ? {} : { series: named(meta.series, settleText) }),
  });
  const value: ParsedBook = {
    ...book,
    meta: settleNames(settleTitles(book.meta, bookLocale)),
    front: settleFront(book.front),
    manuscripts: book.manuscripts.map((section) => ({
      ...section,
      meta: settlePeople(settleTitles(section.meta, localeOfSection(section))),
      ...(section.listed ? { listed: settleTitles(section.listed, localeOfSection(section)) } : {}),
      front: settleFront(section.front),
      tree: settle(section.tree),
    })),
  };
  const { changes = [], count, unsure } = report;
  return { value, changes, count, unsure, messages };
}

/** What has a name, with the name settled. */
const named = <T extends { name: string }>(one: T, settle: (text: string) => string): T => ({
  ...one,
  name: settle(one.name),
});

const prosesOf = (front: FrontProse): Prose[] => Object.values(front as Record<string, Prose>);

const titlesOf = (meta: Titles): [string, string][] =>
  (['title', 'subtitle'] as const).flatMap((key): [string, string][] => {
    const title = meta[key];
    return title === undefined ? [] : [[key, title]];
  });

function styleOf({ meta }: ParsedBook, settings: Settings, runs: readonly Run[], locale: Locale): BookStyle {
  const outer = meta.quotes === 'double' || meta.quotes === 'single' ? meta.quotes : undefined;
  const usual = locale.quotes.outer[0] !== '\u2018';
  return {
    setting: settings.of,
    outer,
    study: studyBook(runs, meta.words ?? [], outer ? outer === 'double' : usual, locale.elisions),
  };
}

/** A run with every rule applied in turn. */
function draftRun(run: Run, active: typeof rules, style: BookStyle, report: Report): Draft {
  const draft = draftOf(run);
  const current = { ...run };
  let batches: Batch[] = [];
  for (const rule of active) {
    if (!rule.inPlace && batches.length > 0) {
      applyEdits(draft, batches, report);
      current.text = draft.text;
      batches = [];
    }
    const edits = rule.apply(current, run.locale, style);
    if (edits.length > 0) batches.push({ rule: rule.id, edits });
  }
  if (batches.length > 0) applyEdits(draft, batches, report);
  return draft;
}

function plain(text: string, locale: Locale, active: typeof rules, style: BookStyle): string {
  const run = runOfText(text, locale);
  readRuns([run], style.study);
  return draftRun(run, active, style, newReport(false)).values.join('');
}

function unknownLanguages({ meta, metaPath, manuscripts }: ParsedBook): Message[] {
  const named = [
    { tag: meta.language, path: metaPath },
    ...manuscripts.map((one) => ({ tag: one.meta.language, path: one.path })),
  ];
  return named.flatMap(({ tag, path }) =>
    tag === undefined || localeOf(tag).language !== NEUTRAL
      ? []
      : [
          info(
            'typography:unknown-language',
            `Octavo does not know the typography of the language \`${tag}\``,
            {
              hint: 'Its quotation marks are set as in English; type the marks themselves if that is wrong.',
              path,
            },
          ),
        ],
  );
}

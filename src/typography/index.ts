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
import { preparedPart, settledPart, settledText, type Part, type Setting } from './parts.js';
import { studyBook } from './quotes/study.js';
import { addReport, newReport, UNSURE } from './report.js';
import { rules } from './rules/index.js';
import { settingsOf, type Settings } from './settings.js';
import type { Rule } from './types.js';

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
  /** Rules of others, which run after Octavo's, and a text that is another where they are. */
  more?: { list: readonly Rule[]; key: string } | undefined;
}

type Titles = Partial<Record<'title' | 'subtitle', string>>;

const NEUTRAL = 'und';
const FALLBACK = 'en';

/**
 * Normalises the typography of a book's manuscripts, front-matter prose and titles, by the conventions of its
 * language. What is unchanged is shared with the given book, which stays as it was.
 */
export function typeset(book: ParsedBook, options: TypesetOptions = {}): Typeset {
  if (book.meta.typography === false) return { value: book, changes: [], count: 0, unsure: 0, messages: [] };
  const settings = settingsOf(book, options.more?.list);
  const told = options.changes ?? true;
  const scenes = settings.runs({ id: 'scene-breaks' });
  const bookLocale = localeOf(book.meta.language ?? FALLBACK);
  const messages = [...settings.messages, ...unknownLanguages(book)];

  const parts = new Map<Prose, Part>();
  const prepare = (tree: Prose, locale: Locale, path: string): void => {
    parts.set(tree, preparedPart(tree, { locale, path, lined: options.lined, scenes, told }));
  };
  const localeOfSection = (section: Manuscript): Locale =>
    section.meta.language === undefined ? bookLocale : localeOf(section.meta.language);
  for (const prose of prosesOf(book.front)) prepare(prose, bookLocale, book.metaPath);
  for (const section of book.manuscripts) {
    const locale = localeOfSection(section);
    for (const prose of prosesOf(section.front)) prepare(prose, locale, section.path);
    prepare(section.tree, locale, section.path);
  }

  const setting = settingOf(book, settings, {
    parts: [...parts.values()],
    locale: bookLocale,
    told,
    more: options.more,
  });
  const report = newReport(told);
  for (const part of parts.values()) addReport(report, part.report);
  const settle = (tree: Prose): Prose => {
    const part = parts.get(tree);
    if (!part) return tree;
    const settled = settledPart(part, setting);
    addReport(report, settled.report);
    return settled.tree;
  };
  const settleFront = (front: FrontProse): FrontProse =>
    Object.fromEntries(
      Object.entries(front as Record<string, Prose>).map(([key, prose]) => [key, settle(prose)]),
    );
  const settleTitles = <T extends Titles>(meta: T, locale: Locale): T => ({
    ...meta,
    ...Object.fromEntries(titlesOf(meta).map(([key, title]) => [key, settledText(title, locale, setting)])),
  });
  const settleText = (text: string): string => settledText(text, bookLocale, setting);
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
  const spoken = (path: string, locale: Locale): { spoken?: string } => {
    const text = PUNCTUATED.test(path)
      ? path
          .split('/')
          .map((name) => settledText(name, locale, setting))
          .join('/')
      : path;
    return text === path ? {} : { spoken: text };
  };
  const value: ParsedBook = {
    ...book,
    ...spoken(book.name, bookLocale),
    meta: settleNames(settleTitles(book.meta, bookLocale)),
    front: settleFront(book.front),
    manuscripts: book.manuscripts.map((section) => ({
      ...section,
      ...spoken(section.rel, localeOfSection(section)),
      meta: settlePeople(settleTitles(section.meta, localeOfSection(section))),
      ...(section.listed ? { listed: settleTitles(section.listed, localeOfSection(section)) } : {}),
      front: settleFront(section.front),
      tree: settle(section.tree),
    })),
  };
  const { changes = [], count, unsure } = report;
  return { value, changes, count, unsure, messages };
}

/** A name of a file or a folder that has a mark to set; most are words and hyphens. */
const PUNCTUATED = /['"]|--| -|\.\.\./;

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

function settingOf(
  { meta }: ParsedBook,
  settings: Settings,
  {
    parts,
    locale,
    told,
    more,
  }: { parts: readonly Part[]; locale: Locale; told: boolean; more: TypesetOptions['more'] },
): Setting {
  const outer = meta.quotes === 'double' || meta.quotes === 'single' ? meta.quotes : undefined;
  const usual = locale.quotes.outer[0] !== '\u2018';
  const runs = parts.map((part) => part.runs);
  return {
    setting: settings.of,
    outer,
    study: studyBook(runs, meta.words ?? [], outer ? outer === 'double' : usual, locale.elisions),
    active: [...rules, ...(more?.list ?? [])].filter((rule) => settings.runs(rule)),
    capitals: settings.runs({ id: 'capitals', onRequest: true }),
    told,
    key: JSON.stringify([meta.typography, outer, told, more?.key]),
  };
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

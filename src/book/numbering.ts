/** Numbers above the titles of chapters and parts: "Chapter One". */
import { info } from '../diagnostics.js';
import { countedLabel, roman, type NumberStyle } from '../locales/counted.js';
import { en } from '../locales/en.js';
import { spelt } from '../locales/spelt.js';
import type { CountedKind, Locale, Manuscript, Message, ParsedBook, Section } from '../types.js';
import type { Draft } from './sections.js';
import { textTree } from './single.js';
import { isNamedByNumber } from './titled.js';

/** The kinds that are counted, with the key that says how. */
const COUNTED: Readonly<Record<string, readonly [kind: CountedKind, key: 'chapters' | 'parts']>> = {
  chapter: ['chapter', 'chapters'],
  part: ['part', 'parts'],
};

/**
 * Gives the chapters and parts of a book in reading order the numbers that its front matter asks for. One whose title
 * says its number already keeps that alone, and is counted; a chapter within another chapter is not.
 */
export function numberSections(drafts: readonly Draft[], book: ParsedBook, locale: Locale): Message[] {
  const asked = book.meta.numbering;
  if (!asked) return [];
  const manuscripts = new Map(book.manuscripts.map((manuscript) => [manuscript.rel, manuscript]));
  const kinds = new Map(drafts.map(({ section }) => [section.id, section.kind.kind]));
  const said = new Map<string, Section[]>();
  const counts = new Map<string, number>();
  const spoken = { chapter: spokenNumbers('chapter', locale), part: spokenNumbers('part', locale) };
  for (const { section } of drafts) {
    const [kind, key] = COUNTED[section.kind.kind] ?? [];
    const style = key && asked[key];
    const manuscript = manuscripts.get(section.rel);
    const holder = section.part === undefined ? undefined : kinds.get(section.part);
    if (!kind || !style || style === 'none' || isUnnumbered(section, manuscript) || holder === 'chapter')
      continue;
    // Parts within a part are counted in it.
    const row = kind === 'part' || asked.restart ? `${kind}:${section.part ?? ''}` : kind;
    const number = (counts.get(row) ?? 0) + 1;
    counts.set(row, number);
    if (row === 'chapter') section.number = number;
    const label = countedLabel(kind, number, style, locale);
    if (manuscript && isNamedByNumber(manuscript)) {
      section.title = label;
      section.heading = textTree(label);
    } else if (saysNumber(section.title ?? '', spoken[kind]))
      said.set(kind, [...(said.get(kind) ?? []), section]);
    else section.label = label;
  }
  return [...said.values()].flatMap((sections) => numberedAlready(sections));
}

/** Whether the author wants a section without a number: by its front matter, or as pandoc and Quarto have it. */
function isUnnumbered({ heading }: Section, manuscript: Manuscript | undefined): boolean {
  const [line] = heading?.children ?? [];
  const given = line?.type === 'paragraph' ? line.data?.attributes?.['class'] : undefined;
  return manuscript?.meta.numbering === 'none' || given?.split(' ').includes('unnumbered') === true;
}

interface Spoken {
  /** Labels with a number in any form, lower case: `chapter one`, `chapter 1`, `chapter i`. */
  labels: ReadonlySet<string>;
  /** Numbers alone, lower case. */
  numbers: ReadonlySet<string>;
}

const STYLES: readonly NumberStyle[] = ['words', 'arabic', 'roman'];
/** As many as there are words for. */
const MOST = 99;

/** What a title can begin with that says its number, in the book's language and in English. */
function spokenNumbers(kind: CountedKind, locale: Locale): Spoken {
  const labels = new Set<string>();
  const numbers = new Set<string>();
  for (const one of [locale, en]) {
    const form = one.counted?.[kind];
    const words = form ? spelt(form.words) : [];
    const term = (one.terms[kind] ?? '').toLowerCase();
    for (let number = 1; number <= MOST; number++) {
      for (const style of STYLES) labels.add(countedLabel(kind, number, style, one).toLowerCase());
      for (const written of [words[number - 1] ?? '', String(number), roman(number).toLowerCase()]) {
        if (written === '') continue;
        numbers.add(written);
        labels.add(`${term} ${written}`);
        labels.add(`${written} ${term}`);
        labels.add(`${written}. ${term}`);
      }
    }
  }
  return { labels, numbers };
}

/** Whether a title is a number, begins with one and a stop (`3. The Ferry`), or says `Chapter 3`. */
function saysNumber(title: string, { labels, numbers }: Spoken): boolean {
  const text = title.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  if (numbers.has(text.replace(/[.:]$/u, ''))) return true;
  const [, figures = ''] = /^(\d+|[ivxlc]+)(?:[.:)]| ?[\u2013\u2014])(?: |$)/u.exec(text) ?? [];
  if (numbers.has(figures)) return true;
  for (const { index } of text.matchAll(/(?<=[\p{L}\p{N}])(?![\p{L}\p{N}\p{M}])/gu))
    if (labels.has(text.slice(0, index))) return true;
  return false;
}

/** The one message about titles with numbers of their own. */
function numberedAlready(sections: readonly Section[]): Message[] {
  const [first] = sections;
  if (!first) return [];
  const { path, title = '', heading } = first;
  const others = sections.length - 1;
  const rest =
    others === 0 ? '' : `, as ${others === 1 ? 'does another title' : `do ${String(others)} other titles`}`;
  return [
    info(
      'book:numbered-already',
      `\`${title}\` says its number already${rest}; no other number was put above`,
      {
        path,
        place: heading?.children[0]?.position?.start,
        hint: 'To have them all numbered the same way, take the numbers out of the titles.',
      },
    ),
  ];
}

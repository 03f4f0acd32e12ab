/**
 * The kinds of section that a book can have, in the order in which they stand unless the author says otherwise.
 * A new page kind is a row here, a file in `tests/slow/fixtures/manuscripts/every-kind/` and a row in `docs/pages.md`;
 * its title is English until a language has a term for it.
 *
 * @see https://www.w3.org/TR/epub-ssv-11/ for `epub:type`
 * @see https://www.w3.org/TR/dpub-aria-1.1/ for the roles
 */
import { knownLocales } from '../locales/index.js';
import { termKey } from '../locales/terms.js';
import { once } from '../memo.js';
import { slug } from '../text/slug.js';
import { NAMES, OTHERWISE } from './kind-names.js';
import type { Locale, Partition, SectionKind } from '../types.js';

type Row = [
  kind: string,
  partition: Partition,
  epubType: string,
  more: Pick<SectionKind, 'role' | 'landmark' | 'guide' | 'untitled' | 'filled' | 'lined' | 'inPart'> & {
    toc?: false;
    template?: string;
    /** Further names that a file or a heading may have to mean this kind. */
    names?: string[];
    /** Made by the build only: no name means it. */
    generated?: true;
  },
];

// prettier-ignore
const ROWS: Row[] = [
  ['cover', 'frontmatter', 'cover', { toc: false, landmark: 'cover', guide: 'cover', template: 'cover', generated: true }],
  ['half-title', 'frontmatter', 'halftitlepage', { toc: false, untitled: true, template: 'half-title' }],
  ['title-page', 'frontmatter', 'titlepage', { toc: false, untitled: true, landmark: 'titlePage', guide: 'title-page', template: 'title-page', names: ['titlepage'] }],
  ['imprint', 'frontmatter', 'copyright-page', { toc: false, untitled: true, guide: 'copyright-page', template: 'imprint', names: ['copyright', 'copyright-page'] }],
  ['dedication', 'frontmatter', 'dedication', { role: 'doc-dedication', toc: false, untitled: true, lined: true, guide: 'dedication', template: 'dedication' }],
  ['epigraph', 'frontmatter', 'epigraph', { role: 'doc-epigraph', toc: false, untitled: true, lined: true, guide: 'epigraph', template: 'epigraph' }],
  // Its page is the navigation document, printed by `templates/epub/nav.ejs`.
  ['contents', 'frontmatter', 'toc', { role: 'doc-toc', toc: false, landmark: 'contents', guide: 'toc', filled: true, generated: true }],
  ['foreword', 'frontmatter', 'foreword', { role: 'doc-foreword', guide: 'foreword' }],
  ['preface', 'frontmatter', 'preface', { role: 'doc-preface', guide: 'preface' }],
  ['introduction', 'frontmatter', 'introduction', { role: 'doc-introduction' }],
  // A picture with its caption, alone on its page.
  ['map', 'frontmatter', 'frontmatter', { names: ['maps'] }],
  ['prologue', 'bodymatter', 'prologue', { role: 'doc-prologue' }],
  ['part', 'bodymatter', 'part', { role: 'doc-part', template: 'part' }],
  ['chapter', 'bodymatter', 'chapter', { role: 'doc-chapter', inPart: true }],
  ['interlude', 'bodymatter', 'chapter', { role: 'doc-chapter', inPart: true }],
  ['epilogue', 'bodymatter', 'epilogue', { role: 'doc-epilogue' }],
  ['afterword', 'backmatter', 'afterword', { role: 'doc-afterword' }],
  ['acknowledgments', 'backmatter', 'acknowledgments', { role: 'doc-acknowledgments', guide: 'acknowledgements', names: ['acknowledgements'] }],
  ['appendix', 'backmatter', 'appendix', { role: 'doc-appendix' }],
  ['glossary', 'backmatter', 'glossary', { role: 'doc-glossary', guide: 'glossary' }],
  ['bibliography', 'backmatter', 'bibliography', { role: 'doc-bibliography', guide: 'bibliography' }],
  ['endnotes', 'backmatter', 'endnotes', { role: 'doc-endnotes', landmark: 'notes', guide: 'notes', filled: true, generated: true }],
  ['index', 'backmatter', 'index', { role: 'doc-index', guide: 'index', filled: true, generated: true }],
  ['about-the-author', 'backmatter', 'backmatter', { names: ['about-the-authors', 'about-the-editor'] }],
  ['also-by', 'backmatter', 'backmatter', { names: ['also-by-the-author'] }],
  // `other-credits`: acknowledgments of parts published before.
  ['credits', 'backmatter', 'other-credits', { role: 'doc-credits' }],
  ['colophon', 'backmatter', 'colophon', { role: 'doc-colophon', untitled: true, guide: 'colophon', template: 'colophon' }],
];

/** Every kind, in standing order. */
export const KINDS: readonly SectionKind[] = ROWS.map(
  ([kind, partition, epubType, { generated, names = [], ...more }]) => ({
    kind,
    partition,
    epubType,
    toc: true,
    template: 'section',
    ...more,
    names: generated ? [] : [kind, ...names, ...(NAMES[kind]?.split(' ') ?? [])],
  }),
);

/** Kinds in standing order, found by what they are called. */
interface Table {
  kinds: readonly SectionKind[];
  byKind: ReadonlyMap<string, SectionKind>;
  ranks: ReadonlyMap<string, number>;
  /** Every name of every kind by the languages that are known: its own, then the title that each gives such a page. */
  namesIn: (locales: readonly Locale[]) => ReadonlyMap<string, SectionKind>;
}

const tableOf = once((kinds: readonly SectionKind[]): Table => ({
  kinds,
  byKind: new Map(kinds.map((row) => [row.kind, row])),
  ranks: new Map(kinds.map((row, index) => [row.kind, index])),
  // Made for the first that asks, since these are some hundred words in many scripts.
  namesIn: once((locales) => namesOf(kinds, locales)),
}));

let table = tableOf(KINDS);

/** What a work gives for which these are the kinds, in standing order; it must not wait. */
export function withKinds<T>(kinds: readonly SectionKind[], work: () => T): T {
  const before = table;
  table = tableOf(kinds);
  try {
    return work();
  } finally {
    table = before;
  }
}

function namesOf(
  kinds: readonly SectionKind[],
  locales: readonly Locale[],
): ReadonlyMap<string, SectionKind> {
  const names = new Map(kinds.flatMap((row) => row.names.map((name) => [name, row] as const)));
  for (const row of kinds.filter((kind) => kind.names.length > 0)) {
    for (const { terms } of locales) {
      const term = terms[termKey(row.kind)];
      const name = slug(term ?? '');
      if (term !== undefined && !names.has(name) && !OTHERWISE.has(name)) names.set(name, row);
    }
  }
  return names;
}

const kindsByName = (): ReadonlyMap<string, SectionKind> => table.namesIn(knownLocales());

/** The row of a kind that this code names itself. */
export function kindOf(kind: string): SectionKind {
  const row = table.byKind.get(kind);
  if (!row) throw new TypeError(`There is no kind of page \`${kind}\``);
  return row;
}

/** The kinds that an author's `kind:` may name. */
export const askable = (): readonly SectionKind[] =>
  table.kinds.filter((row) => row.names.length > 0 || row.filled);

/** The kind that an author's `kind:` names by its own or another of its names, if there is one. */
export const kindCalled = (kind: string): SectionKind | undefined =>
  askable().find((row) => row.kind === kind) ?? kindsByName().get(kind);

/** The kind that a slug names (`dedication`, `about-the-author`), if any. */
export const kindNamed = (name: string): SectionKind | undefined =>
  kindsByName().get(name) ?? (APPENDIX.test(name) ? table.byKind.get('appendix') : undefined);

/** One appendix of several: `appendix-a`, `anhang-2`. */
const APPENDIX =
  /^(?:appendix|anhang|annexe|appendice|apendice|bijlage|bilaga|dodatek|priloha)-(?:[a-z]|\d+|[ivx]+)$/;

/** Where a kind stands among the kinds, from 0. */
export const rankOf = (kind: SectionKind): number => table.ranks.get(kind.kind) ?? 0;

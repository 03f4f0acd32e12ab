/** What changed between two editions of a book. */
import { segmentsOf } from './compare.js';
import { matchSections, movedAmong } from './match.js';
import { withMoves } from './moves.js';
import { passagesOf, wordsOf } from './passages.js';
import { PARAGRAPH, wordCount } from './tokens.js';
import type { Edition, EditionDiff, EditionSection, MetadataChange, SectionDiff, Segment } from './types.js';

export { readEdition } from './edition.js';
export type * from './types.js';

/** Compares two editions: what they say of themselves, their sections, the words in them, their other files. */
export function diffEditions(before: Edition, after: Edition): EditionDiff {
  const drafts = compareSections(before.sections, after.sections);
  const { segments, moves } = withMoves(drafts);
  const sections = drafts.map((draft, index) => sectionOf(draft, segments[index] ?? []));
  const metadata = compareMetadata(before.metadata, after.metadata);
  const files = compareFiles(before.files, after.files);
  const sum = (of: (section: SectionDiff) => number) =>
    sections.reduce((total, section) => total + of(section), 0);
  const isSame =
    metadata.length === 0 &&
    Object.values(files).every((names) => names.length === 0) &&
    sections.every(({ state, moved, renamed }) => state === 'same' && !moved && renamed === undefined);
  return {
    before: { name: before.name, title: before.title },
    after: { name: after.name, title: after.title },
    isSame,
    metadata,
    sections,
    moves,
    files,
    words: { added: sum(({ words }) => words.added), removed: sum(({ words }) => words.removed) },
    passages: sum(({ passages }) => passages.length),
    typography: sum(({ typography }) => typography),
  };
}

/** A section of either edition, or of both, with its text's changes as they look from within. */
interface Draft {
  title: string;
  before?: EditionSection;
  after?: EditionSection;
  moved: boolean;
  segments: Segment[];
}

function compareSections(before: readonly EditionSection[], after: readonly EditionSection[]): Draft[] {
  const pairs = matchSections(before, after);
  const oldOf = new Map([...pairs].map(([from, to]) => [to, from]));
  const moved = movedAmong(after.flatMap((_, to) => oldOf.get(to) ?? []));
  const sections = after.map((section, to): Draft => {
    const from = oldOf.get(to);
    const old = from === undefined ? undefined : before[from];
    return {
      title: section.title,
      ...(old ? { before: old } : {}),
      after: section,
      moved: from !== undefined && moved.has(from),
      segments: textOf(old, section),
    };
  });
  // What was removed stands behind the section that it stood behind.
  const places = new Map<number, Draft[]>();
  let last = -1;
  before.forEach((section, from) => {
    const to = pairs.get(from);
    const gone = { title: section.title, before: section, moved: false };
    if (to !== undefined) last = to;
    else
      places.set(last, [...(places.get(last) ?? []), { ...gone, segments: segmentsOf(section.blocks, []) }]);
  });
  return [
    ...(places.get(-1) ?? []),
    ...sections.flatMap((section, to) => [section, ...(places.get(to) ?? [])]),
  ];
}

/** The segments of a section; a renamed heading is shown as such, not as words removed and added. */
function textOf(before: EditionSection | undefined, after: EditionSection): Segment[] {
  const [old = [], now] = [before?.blocks, after.blocks];
  const [from, to] = [headingOf(before), headingOf(after)];
  if (from === undefined || to === undefined || from === to) return segmentsOf(old, now);
  const heading = { kind: 'renamed' as const, before: from + PARAGRAPH, after: to + PARAGRAPH };
  return [heading, ...segmentsOf(old.slice(1), now.slice(1))];
}

/** The text of a section's first paragraph, where that is the heading that names it. */
function headingOf(section: EditionSection | undefined): string | undefined {
  const first = section?.blocks[0];
  if (first?.heading === undefined || section === undefined) return undefined;
  // In the contents its number may stand before it.
  const isTitle = first.text === section.title || section.title.endsWith(`: ${first.text}`);
  return isTitle ? first.text : undefined;
}

function sectionOf({ title, before, after, moved }: Draft, segments: Segment[]): SectionDiff {
  const typography = segments.filter(({ kind }) => kind === 'typography').length;
  const isSame = segments.every(({ kind }) => kind === 'same' || kind === 'renamed');
  const state = !before ? 'added' : !after ? 'removed' : isSame ? 'same' : 'changed';
  const [old, now] = [before?.blocks ?? [], after?.blocks ?? []];
  return {
    state,
    id: (after ?? before)?.id ?? '',
    title,
    ...(before && after && before.title !== after.title ? { renamed: before.title } : {}),
    moved,
    words: { ...wordsOf(segments), total: lengthOf(after ?? before) },
    // Of a section that came or went, all is one passage, and nobody wants to be told it.
    passages: before && after ? passagesOf(segments, old, now) : [],
    typography,
    segments,
  };
}

const lengthOf = (section: EditionSection | undefined): number =>
  (section?.blocks ?? []).reduce((sum, { text }) => sum + wordCount(text), 0);

function compareMetadata(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): MetadataChange[] {
  const fields = [...new Set([...after.keys(), ...before.keys()])];
  return fields.flatMap((field): MetadataChange[] => {
    const [old, now] = [before.get(field), after.get(field)];
    if (old === now) return [];
    return [
      { field, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ];
  });
}

/** Books cut their typefaces to their letters: other bytes of one say nothing that the text does not. */
const FONT = /\.(?:ttf|otf|woff2?)$/i;

/** By their bytes: programs number pictures anew when one comes between, and a picture of another name is the same. */
function compareFiles(before: Edition['files'], after: Edition['files']): EditionDiff['files'] {
  const without = (files: Edition['files'], others: Edition['files']) => {
    const known = new Set(others.values());
    return [...files].filter(([, bytes]) => !known.has(bytes)).map(([path]) => path);
  };
  const [gone, come] = [without(before, after), without(after, before)];
  return {
    added: come.filter((path) => !gone.includes(path)),
    removed: gone.filter((path) => !come.includes(path)),
    changed: come.filter((path) => gone.includes(path) && !FONT.test(path)),
  };
}

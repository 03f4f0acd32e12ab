/** What changed between two editions of a book. */
import { segmentsOf } from './compare.js';
import { matchSections, movedAmong } from './match.js';
import { passagesOf, wordsOf } from './passages.js';
import { PARAGRAPH, wordCount } from './tokens.js';
import type { Edition, EditionDiff, EditionSection, MetadataChange, SectionDiff } from './types.js';

export { readEdition } from './edition.js';
export type * from './types.js';

/** Compares two editions: what they say of themselves, their sections, the words in them, their other files. */
export function diffEditions(before: Edition, after: Edition): EditionDiff {
  const sections = compareSections(before.sections, after.sections);
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
    files,
    words: { added: sum(({ words }) => words.added), removed: sum(({ words }) => words.removed) },
    passages: sum(({ passages }) => passages.length),
    typography: sum(({ typography }) => typography),
  };
}

function compareSections(before: readonly EditionSection[], after: readonly EditionSection[]): SectionDiff[] {
  const pairs = matchSections(before, after);
  const oldOf = new Map([...pairs].map(([from, to]) => [to, from]));
  const moved = movedAmong(after.flatMap((_, to) => oldOf.get(to) ?? []));
  const sections = after.map((section, to) => {
    const from = oldOf.get(to);
    return from === undefined
      ? whole(section, 'added')
      : compareSection(before[from] as EditionSection, section, moved.has(from));
  });
  // What was removed stands behind the section that it stood behind.
  const places = new Map<number, SectionDiff[]>();
  let last = -1;
  before.forEach((section, from) => {
    const to = pairs.get(from);
    if (to !== undefined) last = to;
    else places.set(last, [...(places.get(last) ?? []), whole(section, 'removed')]);
  });
  return [
    ...(places.get(-1) ?? []),
    ...sections.flatMap((section, to) => [section, ...(places.get(to) ?? [])]),
  ];
}

function compareSection(before: EditionSection, after: EditionSection, moved: boolean): SectionDiff {
  const segments = segmentsOf(before.blocks, after.blocks);
  const typography = segments.filter(({ kind }) => kind === 'typography').length;
  const passages = passagesOf(segments, before.blocks, after.blocks);
  return {
    state: passages.length + typography > 0 ? 'changed' : 'same',
    id: after.id,
    title: after.title,
    ...(before.title === after.title ? {} : { renamed: before.title }),
    moved,
    words: { ...wordsOf(segments), total: lengthOf(after) },
    passages,
    typography,
    segments,
  };
}

function whole(section: EditionSection, state: 'added' | 'removed'): SectionDiff {
  const total = lengthOf(section);
  const text = section.blocks.map((block) => block.text + PARAGRAPH).join('');
  return {
    state,
    id: section.id,
    title: section.title,
    moved: false,
    words: { added: state === 'added' ? total : 0, removed: state === 'removed' ? total : 0, total },
    passages: [],
    typography: 0,
    segments: [
      { kind: state, before: state === 'removed' ? text : '', after: state === 'added' ? text : '' },
    ],
  };
}

const lengthOf = ({ blocks }: EditionSection): number =>
  blocks.reduce((sum, { text }) => sum + wordCount(text), 0);

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

function compareFiles(before: Edition['files'], after: Edition['files']): EditionDiff['files'] {
  const [old, now] = [[...before.keys()], [...after.keys()]];
  return {
    added: now.filter((path) => !before.has(path)),
    removed: old.filter((path) => !after.has(path)),
    changed: now.filter((path) => before.has(path) && before.get(path) !== after.get(path)),
  };
}

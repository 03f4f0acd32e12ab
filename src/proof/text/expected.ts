/** What a book has to say, read from its manuscripts as they were parsed: the typography has not seen it. */
import type { FootnoteDefinition, Nodes } from 'mdast';
import { assemble } from '../../book/assemble.js';
import { showsNothing } from '../../book/empty.js';
import { kindFor } from '../../book/sections.js';
import { localeOf } from '../../locales/index.js';
import { isTitleAbove, plainTitle } from '../../text/titles.js';
import type { Book, Manuscript, MdastRoot, ParsedBook, Section } from '../../types.js';
import { withBreaks } from './breaks.js';
import { collect } from './collect.js';
import { EITHER, LINE_END, WRAP } from './marks.js';
import type { Collecting, Labels, Passage, Piece } from './pieces.js';

/** A section of the manuscripts, as one document should hold it. */
export interface ExpectedSection {
  /** The document's file name without extension. */
  name: string;
  /** For people: its title, else its kind. */
  title: string;
  path: string;
  text: Piece[];
  /** The note that each reference means, in the order of the references; undefined where it repeats a note. */
  notes: Piece[][];
}

export interface ExpectedText {
  path: string;
  sections: ExpectedSection[];
  /** Values of `epub:type` of the pages that the build makes by itself, which hold no manuscript's text. */
  generated: ReadonlySet<string>;
  /** Text of the manuscripts that stands in no section. */
  left: Piece[];
}

/**
 * The text that the finished book has to hold, section by section in reading order. Of the typeset book only one
 * thing is taken: which blocks without a letter are scene breaks, since a lone `#` is no heading there.
 */
export function expectedText(book: ParsedBook, typeset: ParsedBook): ExpectedText {
  const parsed = withBreaks(book, typeset);
  const { value } = assemble(parsed, localeOf(parsed.meta.language ?? 'en'));
  const labels = labelsByFile(value.sections);
  const own = value.sections.filter((section) => !isGenerated(section));
  return {
    path: parsed.path,
    sections: own.map((section) => expectedSection(section, labels)),
    generated: new Set(value.sections.filter(isGenerated).map(({ kind }) => kind.epubType)),
    left: leftOut(parsed, value),
  };
}

const isGenerated = ({ rel, tree, heading, kind }: Section): boolean =>
  rel === '' && tree.children.length === 0 && (heading === undefined || MADE.has(kind.kind));

/** Pages whose heading is the build's as well. */
const MADE = new Set(['contents', 'endnotes', 'credits']);

const noLabels = (): Labels => ({ notes: new Map(), definitions: new Map() });

/** Labels of notes and links hold in a whole file, which may be several sections. */
function labelsByFile(sections: readonly Section[]): Map<string, Labels> {
  const files = new Map<string, Labels>();
  for (const { rel, tree } of sections.flatMap((one) => [one, ...(one.continued ?? [])])) {
    if (rel === '') continue;
    const labels = files.get(rel) ?? noLabels();
    files.set(rel, labels);
    enterLabels(tree, labels);
  }
  return files;
}

function enterLabels(node: Nodes, labels: Labels): Labels {
  const key = 'identifier' in node ? node.identifier.toUpperCase() : '';
  if (node.type === 'footnoteDefinition' && !labels.notes.has(key)) labels.notes.set(key, node);
  if (node.type === 'definition' && !labels.definitions.has(key)) labels.definitions.set(key, node);
  if ('children' in node) for (const child of node.children) enterLabels(child, labels);
  return labels;
}

function expectedSection(section: Section, files: ReadonlyMap<string, Labels>): ExpectedSection {
  const { id, title, kind, path, rel, tree, front, continued = [] } = section;
  // A text's own notes go before those of its file: each chapter may number its notes from one.
  const labelsOf = (file: string, text: MdastRoot): Labels => {
    const own = enterLabels(text, noLabels());
    const labels = file === '' ? own : (files.get(file) ?? own);
    return { definitions: labels.definitions, notes: new Map([...labels.notes, ...own.notes]) };
  };
  const source = labelsOf(rel, tree);
  const ofProse = (prose: MdastRoot | undefined, wrap: Collecting['wrap'] = WRAP): Passage =>
    prose ? collect(prose, enterLabels(prose, noLabels()), path, { wrap }) : { pieces: [], references: [] };
  const passages = [
    ...headerOf(section, source),
    ofProse(front.epigraph, EITHER),
    ofProse(front.summary),
    ofProse(front.noteBefore),
    collect(tree, source, path, { wrap: wrapOf(section) }),
    ...continued.map((one) => collect(one.tree, labelsOf(one.rel, one.tree), one.path, { wrap: WRAP })),
    ofProse(front.noteAfter),
    ofProse(front.tags),
  ];
  return {
    name: id,
    title: title ?? kind.kind,
    path,
    text: passages.flatMap(({ pieces }) => ended(pieces, path)),
    notes: notesOf(
      passages.flatMap(({ references }) => references),
      source,
      path,
    ),
  };
}

/** HTML may leave text without a paragraph; what comes behind it begins a line of its own all the same. */
const ended = (pieces: readonly Piece[], path: string): readonly Piece[] =>
  pieces.at(-1)?.text.endsWith(LINE_END) === false ? [...pieces, { text: LINE_END, path }] : pieces;

/** Pages that keep the lines of their paragraphs, and those in which the sort of paragraph decides. */
const LINES: Readonly<Record<string, Collecting['wrap']>> = { dedication: LINE_END, epigraph: EITHER };

/** Only paragraphs are sure to keep them. */
function wrapOf({ kind, tree }: Section): Collecting['wrap'] {
  const wrap = LINES[kind.like ?? kind.kind] ?? WRAP;
  return wrap === LINE_END && tree.children.some(({ type }) => type !== 'paragraph') ? EITHER : wrap;
}

/** Title, subtitle and byline, where the section has a title above its text. */
function headerOf(section: Section, labels: Labels): Passage[] {
  const { heading, title, subtitle, authors, path } = section;
  if (!heading && !isTitleAbove(section)) return [];
  const lines = [
    ...(heading ? [] : [title ?? '']),
    subtitle ?? '',
    authors.map(({ name }) => name).join(', '),
  ];
  return [
    ...(heading ? [collect(asHeading(heading), labels, path, { isTitle: true })] : []),
    { pieces: lines.map((line) => ({ text: `${line}\n`, path })), references: [] },
  ];
}

/** A title comes as a paragraph, which HTML in it would end otherwise than it ends a heading. */
const asHeading = ({ children, ...tree }: MdastRoot): MdastRoot => ({
  ...tree,
  children: children.map((node) =>
    node.type === 'paragraph' ? { ...node, type: 'heading', depth: 1 } : node,
  ),
});

/** Each note that is referred to, in the order of the references; notes that these refer to come after them. */
function notesOf(references: readonly FootnoteDefinition[], labels: Labels, path: string): Piece[][] {
  const seen = new Set<FootnoteDefinition>();
  const queue = [...references];
  const notes: Piece[][] = [];
  for (const definition of queue) {
    if (seen.has(definition)) {
      notes.push([]);
      continue;
    }
    seen.add(definition);
    const root: MdastRoot = { type: 'root', children: definition.children };
    const { pieces, references: inner } = collect(root, labels, path, { isNote: true });
    notes.push(pieces);
    queue.push(...inner);
  }
  return notes;
}

/** Nodes with text of their own that a book's sections do not hold, but for the heading that gave its title. */
function leftOut(parsed: ParsedBook, { sections, metadata }: Book): Piece[] {
  const kept = new Set<Nodes>();
  for (const { tree, heading, continued = [] } of sections)
    for (const root of [heading, tree, ...continued.map((one) => one.tree)]) leaves(root, kept);
  return parsed.manuscripts.flatMap((manuscript) => {
    const { path } = manuscript;
    return printedBlocks(manuscript).flatMap((block) => {
      const own = leaves(block);
      const isTitle = parsed.single && block.type === 'heading' && block.depth === 1;
      const lost = [...own].filter((node) => !kept.has(node));
      if (lost.length === 0 || (isTitle && plainTitle(block) === metadata.title)) return [];
      return lost.map((node) => ({ text: textOf([node]), path, place: node.position?.start }));
    });
  });
}

/**
 * The blocks that a book prints: of a page that the build fills, its heading alone, and of one with nothing but notes
 * none, as messages tell the author.
 */
const printedBlocks = (manuscript: Manuscript): MdastRoot['children'] => {
  const { children } = manuscript.tree;
  if (showsNothing(manuscript.tree)) return [];
  if (!kindFor(manuscript).kind.filled) return children;
  return children.slice(0, 1).filter(({ type }) => type === 'heading');
};

function leaves(node: Nodes | undefined, found = new Set<Nodes>()): Set<Nodes> {
  if (!node || node.type === 'definition') return found;
  if ('children' in node) for (const child of node.children) leaves(child, found);
  else if ('value' in node) found.add(node);
  return found;
}

const textOf = (nodes: Iterable<Nodes>): string =>
  [...nodes]
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();

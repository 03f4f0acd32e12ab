/** What the parts of `compose` share while they make a document. */
import type { Element, ElementContent } from 'hast';
import type { Definition, FootnoteDefinition, Heading as MdastHeading, Nodes } from 'mdast';
import type { Bounds } from '../text/bounds.js';
import type {
  Asset,
  Book,
  Citation,
  DrawnCover,
  Heading,
  Message,
  Place,
  ReadyImage,
  Section,
  StylePart,
} from '../types.js';
import type { CslItem, Library } from './citations/library.js';
import type { Colour } from './code/colour.js';
import type { Leftovers } from './leftovers.js';

/** A manuscript, or a prose value of its front matter: the range in which labels hold. */
export interface Source {
  /** For messages. */
  path: string;
  /** Path within the book's folder: what links and images are relative to. */
  rel: string;
  /** Link definitions by their label in capitals, as CommonMark matches them. */
  definitions: Map<string, Definition>;
  /** Those of the section by itself: chapters of one file may each begin with `[^1]`. */
  footnotes: Map<string, FootnoteDefinition>;
  /** Those of the whole file, for a section that has none of the label. */
  fileFootnotes: Map<string, FootnoteDefinition>;
  /** Every footnote definition, also second ones with the same label. */
  everyFootnote: FootnoteDefinition[];
}

/** A source that nothing has been read from yet. */
export const emptySource = ({ path, rel }: Pick<Section, 'path' | 'rel'>): Source => ({
  path,
  rel,
  definitions: new Map(),
  footnotes: new Map(),
  fileFootnotes: new Map(),
  everyFootnote: [],
});

/** A document while it is made. */
export interface Page {
  section: Section;
  /** File name in `text/`; that of the contents leads out of it. */
  name: string;
  /** The id itself where it is still free, else with a number. */
  uniqueId: (wanted: string) => string;
  /** Ids set aside and not printed: those of raw HTML to come, which no heading may take, and those that are gone. */
  reserved: Set<string>;
  /** What a link may name after `#`, and the id that it means. */
  targets: Map<string, string>;
  /** The number of the last heading of each name in `targets`; those before it are taken. */
  anchors: Map<string, number>;
  /** Ids that authors gave in directives, and those of page breaks. */
  ids: Map<Nodes, string>;
  /** Ids and levels of the headings within the text. */
  headings: Map<MdastHeading, Heading>;
  title?: Heading;
  /** What of it is numbered, with its label, in order; and its numbers. */
  labelled: [node: Nodes, label: string][];
  numbers: Map<Nodes, Numbered>;
  /** What it cites, in order, notes after the text; and whether the list of sources stands in it. */
  cited: Citation[];
  listsSources?: true;
  /** Names of the style sheets' parts that its blocks need (`templates/parts/`). */
  parts: Set<StylePart>;
  pages: { id: string; label: string }[];
}

/** A source that the book cites. */
export interface CitedSource {
  item: CslItem;
  id: string;
  /** Where it stands in the order of the citations, from 1. */
  number: number;
  authors: string;
  /** With a letter where another source has the same authors and year. */
  year: string | undefined;
  /** Where it is cited: each gets a link back. */
  places: { page: Page; id: string }[];
  /** Whether a note has had it in full. */
  isTold?: true;
}

/** What the book cites, and where the list of it stands. */
export interface Citations {
  sources: ReadonlyMap<string, CitedSource>;
  page: Page;
  list: Element;
  /** Whether it stands in its page already. */
  isPlaced?: true;
}

/** A term, with those below it by their words. */
export interface IndexTerm {
  words: string;
  sort: string;
  below: Map<string, IndexTerm>;
  places: { page: Page; id: string; label: string }[];
  see: { also: boolean; terms: string[]; said: Message }[];
  /** Its id in the index, where another term leads to it. */
  id?: string;
}

/** What all documents of the book share. */
export interface Shared {
  book: Book;
  pages: Page[];
  /** Pages by the manuscript that they came from, its path in NFC. */
  pagesByFile: Map<string, Page[]>;
  found: ReadonlyMap<string, ReadyImage>;
  /** Vetted images by file; undefined for a file that is not fit. */
  assets: Map<string, Asset | 'too-complex' | undefined>;
  /** File names in `images/`, without extension, by file. */
  imageNames: ReadonlyMap<string, string>;
  /** The cover that the build drew, where the author's cannot be shown. */
  drawnCover?: DrawnCover;
  /** What the cover says. */
  coverText?: string;
  notes: Map<FootnoteDefinition, Note>;
  /** What is numbered through the book, by its label. */
  numbered: ReadonlyMap<string, Numbered>;
  /** The sources that the book may cite, and those that it does. */
  library?: Library | undefined;
  citations?: Citations | undefined;
  /** The terms of the index, below one without words. */
  index: IndexTerm;
  /** Numbers of printed pages that have begun. */
  printedPages: Set<string>;
  /** Where the notes stand; a document's own end where the book has no page for them. */
  notesPage?: Page;
  /** Cells that were filled in where rows of tables are short. */
  filledCells: number;
  /** True once a formula has been made. */
  hasFormulas: boolean;
  /** What looks like markup and was printed. */
  leftovers: Leftovers;
  /** Colours code, where the book has code with a language. */
  colour?: Colour;
  /** Ids of what was said of the folder when it was read. */
  said?: ReadonlySet<string> | undefined;
  bounds: Bounds;
  messages: Message[];
}

/** The surroundings of a node that is turned into hast. */
export interface Context {
  shared: Shared;
  /** The document that is made: links are relative to it. */
  page: Page;
  /** The document of the section that is read: for a note, not the one that it is printed in. */
  home: Page;
  source: Source;
  /** Whether a note is made. */
  inNote?: true;
  /** True where line ends of the manuscript stay line ends. */
  keepLines: boolean;
  /** Notes that are referred to for the first time, in order. */
  newNotes: Note[];
  /** Formulas of the tree that is read, by the number that holds the place of each. */
  formulas: ElementContent[];
}

/** Something with a number. */
export interface Numbered {
  page: Page;
  id: string;
  /** `Figure 3`. */
  words: string;
  /** The number alone. */
  number: string;
}

/** A node as far as a message needs it. */
export interface Positioned {
  position?: { start: Place } | undefined;
}

/** Where a node stands, for a message. */
export const at = ({ source }: Context, node: Positioned): { path: string; place: Place | undefined } => ({
  path: source.path,
  place: node.position?.start,
});

/** A word of the book's language, by its English key. */
export const term = ({ book }: Shared, key: string): string | undefined => book.locale.terms[key];

/** A footnote, as it is printed. */
export interface Note {
  definition: FootnoteDefinition;
  /** The manuscript that it stands in. */
  source: Source;
  /** From 1, through the book or its document. */
  number: number;
  id: string;
  /** Where it is printed. */
  page: Page;
  /** Where it is referred to: each gets a link back. */
  references: { page: Page; id: string }[];
}

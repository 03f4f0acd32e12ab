/**
 * The values that pass between the stages, and the contracts that extend them.
 *
 * read → SourceFile → parse → Manuscript → typeset → Manuscript → assemble → Book
 *      → compose → ContentDocument → package → Package → conform → Package → write → Uint8Array
 */
import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Format } from './config/formats.js';
import type { BookMeta, Person, SectionMeta } from './config/schema.js';
import type { Locale } from './locales/types.js';
import type { Message, Place, Result, Severity } from './messages.js';

export type { BookMeta, HastRoot, MdastRoot, Person, SectionMeta };
export type * from './locales/types.js';
export type * from './mdast.js';

/* ------------------------------------------------------------------ messages */

export type { Message, Place, Result, Severity };

/* ------------------------------------------------------------------ read */

/** One file of a book as it stands on disk. */
export interface RawFile {
  /** Path for messages: relative to the working directory, forward slashes. */
  path: string;
  /** Path within the book's folder, forward slashes; for a single-file book, the file's name. */
  rel: string;
  bytes: Uint8Array;
  /** For each line of the text, its line in the file, where another tool's marks were rewritten; else they agree. */
  lines?: readonly number[];
}

/**
 * A book's folder as far as another tool's layout needs to look into it. Paths are relative to the folder, with
 * forward slashes; no path and no link leads out of it.
 */
export interface Folder {
  /** The folder, for messages. */
  path: string;
  /** Names in one of its folders, the folder itself for ``; none where it is not there. */
  names(rel: string): Promise<readonly string[]>;
  /** All its files, sorted, without hidden ones and what programs install. */
  list(): Promise<Result<readonly string[]>>;
  /** A file's bytes, or messages that say why not. */
  read(rel: string): Promise<Result<RawFile | undefined>>;
}

/** What another tool's own files say of a book that is built in place. */
export interface Layout {
  meta: BookMeta;
  places: Places;
  /** The file that gives the metadata, for messages. */
  metaPath: string;
  /** The blurb, as Markdown. */
  description?: string;
  /** The sections in reading order. */
  outline: readonly Listed[];
  /** Whether the top-level headings of a file begin sections of their own. */
  split: boolean;
  /** Whether `#name` means a place anywhere in the book, as in a tool that makes one text of all files. */
  anchors: 'file' | 'book';
  /** Where an image's path starts when it does not start at its file: folders of the book, first match first. */
  images?: readonly string[];
  /** All files of the folder, for such paths. */
  files: ReadonlySet<string>;
}

/** A line of another tool's list of chapters. */
export interface Listed {
  /** What others name it by as their holder. */
  key: string;
  /** Its file; absent for a part without one. */
  rel?: string;
  /** What its document is to be called. */
  id: string;
  /** Its title in the table of contents. */
  title?: string;
  /** The key of the one that it stands below. */
  holder?: string;
  kind?: 'part' | 'glossary';
  /** Whether its kind says where it stands, and not the list. */
  free?: true;
  /** Whether its text goes on in the document of the one before it that does not. */
  joins?: true;
  /** Whether it holds what follows it, up to the next part or page of the back. */
  open?: boolean;
  /** Where it is listed. */
  place?: Place;
}

/** A book as found on disk, nothing interpreted: what `io` hands to `read`. */
export interface RawBook {
  /** Base name of the folder, or of the file without `.md`: what the ebook is named after. */
  name: string;
  /** The folder or file, for messages. */
  path: string;
  /** Absolute folder that the book may read from. */
  root: string;
  /** True for a book in a single file. */
  single: boolean;
  files: RawFile[];
  /** Present for a folder that is laid out for another tool. */
  layout?: Layout;
  /** Ids of what was said of that folder when it was read. */
  said?: ReadonlySet<string>;
}

/** A decoded manuscript file, its front matter split off but not yet checked. */
export interface SourceFile {
  path: string;
  rel: string;
  /** The whole text: line ends are LF, the byte-order mark is gone, no character that XML forbids. */
  text: string;
  /** The YAML between the fences, or TOML, and the line on which it begins; absent where there is none. */
  yaml?: { text: string; line: number; toml?: true };
  /** The Markdown after the front matter, and the line of `text` on which it begins. */
  body: { text: string; line: number };
  /** As in `RawFile`. */
  lines?: readonly number[];
}

/* ------------------------------------------------------------------ parse */

/** A Markdown value of the front matter (a dedication, a note), parsed. */
export type Prose = MdastRoot;

/** The prose that front matter can hold, by key; parsed by `parse`, typeset with the rest. */
export interface FrontProse {
  /** The titles where they hold markup, as one paragraph; `meta` has them as plain text. */
  title?: Prose;
  subtitle?: Prose;
  dedication?: Prose;
  epigraph?: Prose;
  /** What the text is about, for those who have not read it. */
  summary?: Prose;
  /** The author's note before and after the text. */
  noteBefore?: Prose;
  noteAfter?: Prose;
  /** What an archive says of the text. */
  tags?: Prose;
  /** The blurb: the body of `book.md`, else `description:`. */
  description?: Prose;
}

/** Where front matter gives the value of a key, by key. */
export type Places = Readonly<Record<string, Place>>;

/** A manuscript: one file's metadata and its Markdown tree. Positions count in the whole file. */
export interface Manuscript {
  path: string;
  rel: string;
  /** `rel` typeset, where that changes it: the title of a file without a heading, and of a folder, is made from it. */
  spoken?: string;
  meta: SectionMeta;
  places?: Places;
  front: FrontProse;
  tree: MdastRoot;
  /** Its place in another tool's list of chapters; its title there is typeset with the rest. */
  listed?: Listed;
  /** Whether the book's `chapters` name others, and not this one. */
  unlisted?: true;
}

/** A book parsed: its own metadata and its manuscripts in reading order. */
export interface ParsedBook {
  name: string;
  /** `name` typeset, where that changes it: the title of a book that has no other. */
  spoken?: string;
  path: string;
  root: string;
  single: boolean;
  meta: BookMeta;
  places?: Places;
  /** The file that holds the book's own front matter, for messages. */
  metaPath: string;
  front: FrontProse;
  manuscripts: Manuscript[];
}

/* ------------------------------------------------------------------ typeset */

/**
 * One change that the typography made, or a mark that it left and is not sure of.
 * `before` and `after` are the marks alone; `context` is the text round them as it reads after the change.
 */
export interface Change {
  rule: string;
  /** 0 to 1. Under `UNSURE` (see `typography/`) it is listed for the author to settle. */
  confidence: number;
  path: string;
  place: Place;
  before: string;
  after: string;
  /** The other reading, where there is one. */
  instead?: string;
  context: { left: string; right: string };
}

/* ------------------------------------------------------------------ assemble */

export type Partition = 'frontmatter' | 'bodymatter' | 'backmatter';

/** A row of the table in `book/kinds.ts`. */
export interface SectionKind {
  kind: string;
  /** The kind of Octavo's that one of a configuration is like. */
  like?: string;
  /** None for the cover. */
  partition: Partition;
  /** Value of `epub:type`. */
  epubType: string;
  /** DPUB-ARIA role, or none. */
  role?: string;
  /** Whether it stands in the table of contents unless the author says otherwise. */
  toc: boolean;
  /** Name of the landmark, where the kind is one (a key of `Locale.terms`). */
  landmark?: string;
  /** File in `templates/pages/`, without `.ejs`. */
  template: string;
  /** Its name in the guide of EPUB 2, where that has one: https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.6 */
  guide?: string;
  /** Whether its page stands without a title unless its author gave one in the front matter. */
  untitled?: true;
  /** Whether the build fills its page: a file with `kind:` gives a place and a title. */
  filled?: true;
  /** Whether every line of its manuscript is a line of the book. */
  lined?: true;
  /** Whether it belongs to the part before it, in a folder without sub-folders. */
  inPart?: true;
  /** File names (without number and extension) that mean this kind. */
  names: readonly string[];
}

/** A section in reading order: what will be one content document. */
export interface Section {
  /** Stable from edition to edition, ASCII, lower case: the document's file name without extension. */
  id: string;
  kind: SectionKind;
  /** Title as plain text, typeset; absent for a page without one. */
  title?: string;
  /** What numbers it above its title: `Chapter One`. */
  label?: string;
  /** A chapter's number, where the book numbers them through. */
  number?: number;
  subtitle?: string;
  /** The story's own authors, where they differ from the book's. */
  authors: Person[];
  /** BCP 47; absent where it is the book's. */
  language?: string;
  toc: boolean;
  /** Id of the part, or of the chapter in a list of chapters within chapters, that holds it. */
  part?: string;
  /** Id of the story that a page stands with: a story's own dedication. */
  story?: string;
  /** The manuscript that it came from; for generated pages, the book's own file. */
  path: string;
  rel: string;
  tree: MdastRoot;
  /** Texts of other files that go on in its document: the scenes of a chapter. */
  continued?: Pick<Section, 'path' | 'rel' | 'tree'>[];
  /** The heading that gave the title, as one paragraph of inline content (removed from `tree`). */
  heading?: MdastRoot;
  /** Prose of the section's own front matter that stands in its document, round its text. */
  front: Pick<FrontProse, 'epigraph' | 'summary' | 'noteBefore' | 'noteAfter' | 'tags'>;
  /** What is printed as a title beside the heading: a chapter's subtitle, or all that the book's title page has. */
  titles?: { title?: MdastRoot; subtitle?: MdastRoot };
  /** Data for the page's template (title page, imprint …). */
  data: Record<string, unknown>;
}

/** Where one text of an anthology came out first, for the page of credits, in its `data`. */
export interface CreditEntry {
  /** Id of the text's section. */
  id: string;
  title: string;
  authors: string[];
  /** `First published: May 1, 2019`. */
  published?: string;
  /** An address or a sentence. */
  source?: string;
  rights?: string;
}

export interface BookMetadata {
  slug: string;
  title: string;
  subtitle?: string;
  authors: Person[];
  contributors: Person[];
  /** Whom the cover and the imprint call the authors: the book's own, or where it names none, those of its stories. */
  byline: string[];
  /** BCP 47. */
  language: string;
  identifier: string;
  /** ISO 8601 date. */
  date?: string;
  version?: string;
  publisher?: string;
  rights?: string;
  /** Plain text. */
  description?: string;
  subjects: string[];
  series?: { name: string; number?: number };
  /** Where the text was first published: an address or a sentence. */
  source?: string;
  /** The printed edition whose pages the book marks: an identifier or a sentence. */
  printed?: string;
  /** The accessibility standard that the author claims to meet. */
  conforms?: string;
  /** Who vouches for the claim. */
  'certified-by'?: { name: string; credential?: string | undefined; report?: string | undefined };
  /** Why the European Accessibility Act asks less of it. */
  exemption?: string;
  /** Instant that every timestamp of the file carries, ISO 8601 in UTC. */
  modified: string;
}

export interface Book {
  /** How deep the table of contents goes into a document's headings: 1, only its title. */
  tocDepth: number;
  path: string;
  root: string;
  metadata: BookMetadata;
  locale: Locale;
  /** The cover image's path in the book's folder as a URL, and where the front matter gives it. */
  cover?: { url: string; path: string; place?: Place };
  /** Where notes stand and are counted: through the book, on a page at its end, or by chapter, each at its end. */
  notes: 'book' | 'chapter';
  citations: 'author-date' | 'numeric' | 'notes';
  sections: Section[];
}

/* ------------------------------------------------------------------ compose */

/** An image that a manuscript asks for. `file` is relative to the book's folder, forward slashes. */
export interface ImageRequest {
  file: string;
  /** Those of a picture that stands in its own address; no file is read for it. */
  bytes?: Uint8Array;
  path: string;
  place?: Place;
}

/** What `io` found for an image request: bytes from within the book's folder, or why not. */
export type FoundFile =
  { bytes: Uint8Array } | { problem: 'missing' | 'outside' | 'unreadable' | 'too-large' | 'too-much' };

/** An image made ready for the book, or why it cannot be. */
export type ReadyImage = FoundFile | { problem: 'too-many-pixels' | 'broken' };

/** A file of the book that is no content document: vetted bytes. */
export interface Asset {
  /** Path within the book, relative to the package document. */
  href: string;
  mediaType: string;
  bytes: Uint8Array;
  /** The same bytes packed, where that was done ahead of time. */
  packed?: Packed;
  width?: number;
  height?: number;
}

/** Bytes as an archive holds them: deflated, with the CRC-32 of what they were. */
export interface Packed {
  body: Uint8Array;
  crc: number;
}

/** A cover that the build drew, for a book without one that can be shown. */
export interface DrawnCover {
  /** A PNG file. */
  bytes: Uint8Array;
  width: number;
  height: number;
  /** The theme whose design it has. */
  theme: string;
}

export interface Heading {
  id: string;
  text: string;
  /** 1 for the section's title. */
  level: number;
}

/** A part of the style sheets for blocks that few books have: a file in `templates/parts/`, and in a theme's `parts/`. */
export type StylePart = 'code' | 'figures' | 'numbers' | 'references';

/** One XHTML document to be: the body as hast, no serialisation yet. */
export interface ContentDocument {
  id: string;
  /** Path relative to the package document, e.g. `text/the-ferry.xhtml`. */
  href: string;
  /** The manuscript that it came from, for messages. */
  path: string;
  kind: SectionKind;
  /** For the document's `title`, the navigation and landmarks: plain text. */
  title: string;
  authors: Person[];
  language: string;
  direction: 'ltr' | 'rtl';
  toc: boolean;
  /** Id of the part document that holds it. */
  part?: string;
  /** Id of the story that it stands with: a story's own dedication. */
  story?: string;
  body: HastRoot;
  headings: Heading[];
  /** Page breaks of the printed edition, in order, for the page-list. */
  pages?: { id: string; label: string }[];
  /** Data for the page's template. */
  data: Record<string, unknown>;
  /** `svg`, `mathml` … for the manifest. */
  properties: string[];
  /** What the style sheets must have besides, for blocks that few books have. */
  parts?: StylePart[];
}

/** What `compose` makes of a book. */
export interface Composed {
  documents: ContentDocument[];
  assets: Asset[];
  /** Addresses as `href` has them, with ids, of what a link may name and the cleaning left out. */
  leftOut: string[];
}

/* ------------------------------------------------------------------ package */

export interface ManifestItem {
  id: string;
  href: string;
  mediaType: string;
  properties?: string;
}

export interface NavItem {
  title: string;
  /** Names of the story's authors, where they differ from the book's. */
  byline?: string;
  href: string;
  children: NavItem[];
}

export interface Landmark {
  /** Exactly one `epub:type`. */
  type: string;
  title: string;
  href: string;
}

/** Where a page of the printed edition begins. */
export interface PageTarget {
  /** The page's number as it is printed: `42`, `xiv`. */
  label: string;
  /** As the NCX has it: https://daisy.org/activities/standards/daisy/daisy-3/z39-86-2005-r2012-specifications-for-the-digital-talking-book/ */
  type: 'front' | 'normal' | 'special';
  href: string;
}

/** A `meta` or `dc:` element of the package document, ready to print. */
export interface PackageMeta {
  name: string;
  /** Text of the element; none for an EPUB 2 `meta` with `name` and `content`. */
  value?: string;
  attributes: Record<string, string>;
}

/** Everything that is in the ebook, decided: a Writer only prints it. */
export interface Package {
  slug: string;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  identifier: string;
  modified: string;
  metadata: PackageMeta[];
  manifest: ManifestItem[];
  spine: { idref: string; linear: boolean }[];
  nav: NavItem[];
  /** Title of the contents page. */
  contents: string;
  landmarks: Landmark[];
  /** Pages of the printed edition, in reading order. */
  pages: PageTarget[];
  /** EPUB 2 `guide` references. */
  guide: { type: string; title: string; href: string }[];
  documents: ContentDocument[];
  assets: Asset[];
  /** As `compose` tells it; no file has it. */
  leftOut: readonly string[];
  /** Style sheets, relative to the package document. */
  styles: { href: string; css: string }[];
  /** Words of the generated navigation pages. */
  terms: Locale['terms'];
}

/* ------------------------------------------------------------------ write */

/** The files of `templates/`, by path without extension: `epub/package` → its text. */
export type Templates = Record<string, string>;

/** An output format: a package printed as one file. */
export interface Writer {
  format: Format;
  /** With the leading dot. */
  extension: string;
  write: (book: Package, templates: Templates) => Promise<Uint8Array>;
}

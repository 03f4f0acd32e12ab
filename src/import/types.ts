/**
 * What passes between the parts of an import.
 *
 * Source → (a reader) → Extract → (classify) → decisions → stories → Markdown, and a sidecar of what was left out.
 */
import type { RootContent } from 'mdast';
import type { Message } from '../types.js';

/** A file to import as it stands on disk. */
export interface Source {
  /** As the author named it, for messages. */
  path: string;
  /** Base name. */
  name: string;
  bytes: Uint8Array;
  /** The files of the folder that a browser saved beside a page, by their address in it. */
  beside?: ReadonlyMap<string, Uint8Array>;
}

/** What the source's own markup says of a block, so that nobody need guess. */
export type Role =
  | 'title'
  | 'author'
  | 'part'
  | 'chapter'
  | 'scene-break'
  | 'summary'
  | 'note-before'
  | 'note-after'
  | 'dedication'
  | 'metadata'
  | 'furniture';

/** One block of a source, in reading order: a paragraph, a heading, a list, a table. */
export interface Block {
  /** Line of the source's text on which it begins, from 1; for a source without lines, its place in the order. */
  line: number;
  /** Its text, every letter as the source has it; lines end with LF. */
  text: string;
  /** Its content where the source has markup; without, the text is all there is. */
  content?: RootContent[];
  /** Blank lines before it. */
  gap: number;
  role?: Role;
}

/** What the source says of itself in fields of its own: an EPUB's metadata, a page's `dl.tags`, docx properties. */
export interface Facts {
  title?: string;
  authors?: string[];
  language?: string;
  /** ISO 8601 date of publication. */
  date?: string;
  /** Where the text stands: an address. */
  source?: string;
  publisher?: string;
  rights?: string;
  summary?: string;
  series?: { name: string; number?: number };
  /** Everything else, by the source's own name for it: `Rating`, `Fandom`, `Characters` … */
  tags?: Record<string, string[]>;
}

/** A picture that the text shows; the manuscript refers to it by `name`. */
export interface Picture {
  name: string;
  bytes: Uint8Array;
}

/** A source as read: its text in blocks, what it says of itself, and what could not be taken. */
export interface Extract {
  /** What it was read as: `text`, `html`, `epub`, `docx` … */
  format: string;
  /** The whole source, where it is plain text: what its blocks are compared with. */
  text?: string;
  facts: Facts;
  blocks: Block[];
  /** Whether only blank lines part its paragraphs, so that lines without one belong together. */
  isParted?: boolean;
  pictures: Picture[];
  messages: Message[];
}

/** An input format: tells whether a source is one, and reads it. Bad input is a `fatal` message, never a throw. */
export interface ImportReader {
  format: string;
  /** Decides by content first, by name where content cannot tell. */
  recognises(source: Source): boolean;
  read(source: Source): Promise<Extract>;
}

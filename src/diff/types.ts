/** What two editions of a book are to the comparison, and what it finds. */

/** A paragraph, heading, line of verse, list item … of an edition. */
export interface Block {
  /** The element's id, where it has one. */
  id?: string;
  /** White space collapsed; a line end within a paragraph is a line feed. */
  text: string;
  /** 1 to 6 for a heading. */
  heading?: number;
}

/** A document of the spine. */
export interface EditionSection {
  /** File name without folders and extension: stable from edition to edition in Octavo's books. */
  id: string;
  path: string;
  title: string;
  blocks: Block[];
}

export interface Edition {
  /** The file or the manuscripts, as the user named them. */
  name: string;
  title: string;
  /** What the package says, by the words that people use for it. */
  metadata: ReadonlyMap<string, string>;
  sections: EditionSection[];
  /** Pictures, fonts and other files that are no text: CRC-32 by path. */
  files: ReadonlyMap<string, number>;
}

type SegmentKind = 'same' | 'removed' | 'added' | 'typography' | 'left' | 'came' | 'renamed';

/**
 * A stretch of a section's text: what both editions have, or one of them alone, or both in other marks; or whole
 * paragraphs that `left` for another place, or `came` from there; or the heading of a section that was `renamed`.
 */
export interface Segment {
  kind: SegmentKind;
  /** Title of the section where it went, or was. */
  place?: string;
  /** As the older edition has it; paragraphs end with two line feeds. */
  before: string;
  after: string;
}

/** A place where the words differ. */
export interface Passage {
  /** Empty where something was added. */
  before: string;
  /** Empty where something was removed. */
  after: string;
  context: { left: string; right: string };
  /** Id of the paragraph in the newer edition, else in the older one. */
  id?: string;
}

export interface Words {
  added: number;
  removed: number;
}

export interface SectionDiff {
  /** `changed`: its words, its marks, or which paragraphs stand in it. */
  state: 'same' | 'changed' | 'added' | 'removed';
  /** Of the newer edition, unless it was removed. */
  id: string;
  title: string;
  /** The old title, where it differs. */
  renamed?: string;
  /** True where it stands elsewhere among the others. */
  moved: boolean;
  words: Words & { total: number };
  passages: Passage[];
  /** Places where only typographic marks or spaces differ. */
  typography: number;
  /** The text with its changes, for a section of both editions. */
  segments: Segment[];
}

/** Whole paragraphs that stand in another section now, or elsewhere in the same. */
export interface Move {
  /** Titles. */
  from: string;
  to: string;
  words: number;
}

export interface MetadataChange {
  field: string;
  before?: string;
  after?: string;
}

export interface EditionDiff {
  before: { name: string; title: string };
  after: { name: string; title: string };
  isSame: boolean;
  metadata: MetadataChange[];
  /** In the newer edition's order; what was removed stands where it stood. */
  sections: SectionDiff[];
  moves: Move[];
  files: { added: string[]; removed: string[]; changed: string[] };
  words: Words;
  passages: number;
  typography: number;
}

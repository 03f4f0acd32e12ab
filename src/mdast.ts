/** What Octavo's Markdown has beyond CommonMark and GitHub's: nodes of their own, and what nodes carry. */
import type { BlockContent, Literal, Node, Paragraph, Parent, Text } from 'mdast';

/** What an author says of a block between braces: `{.class #id lang=fr}`. */
export type Attributes = Record<string, string>;

/** `Term`, a line with a colon and its definition: terms and what they mean, in the order of the text. */
export interface DefinitionList extends Parent {
  type: 'definitionList';
  children: (DefinitionTerm | DefinitionDescription)[];
}

/** A term; its inline content stands in one paragraph, so that the typography reads it as it reads any other. */
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm';
  children: Paragraph[];
}

/** What a term means: a paragraph, and whatever blocks go on with it. */
export interface DefinitionDescription extends Parent {
  type: 'definitionDescription';
  children: BlockContent[];
}

/** A reference to something with a label, `@fig:bay`; its value is what was typed. */
export interface CrossReference extends Literal {
  type: 'crossReference';
  /** As an id has it: `fig-bay`. */
  label: string;
  /** Whether the number stands alone. */
  number?: true;
}

/** A place that a term of the index names. */
export interface IndexMark extends Node {
  type: 'indexMark';
  /** The term, and those above it before it. */
  terms: string[];
  /** What each is sorted as. */
  sorts: string[];
  /** The term that is meant instead, or besides. */
  see?: { also: boolean; terms: string[] };
  /** Words of the text that were marked. */
  shown?: string;
}

/** A source that is cited. */
export interface Cite {
  key: string;
  /** What stands before and behind it: `see`, `p. 12`. */
  before: string;
  after: string;
  /** Whether its author is named in the sentence already. */
  yearOnly?: true;
}

/** Sources cited in one place; its value is what was typed. */
export interface Citation extends Literal {
  type: 'citation';
  cites: Cite[];
  /** Whether it is a part of the sentence, without brackets. */
  inSentence?: true;
  /** Whether a note was made of it. */
  isNote?: true;
}

/** TeX within a line. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
}

/** TeX on lines of its own. */
export interface BlockMath extends Literal {
  type: 'math';
}

/** Letters and figures set lower: `H~2~O`. */
export interface Subscript extends Parent {
  type: 'subscript';
  data: { hName: 'sub' };
  children: Text[];
}

/** Letters and figures set higher: `x^2^`. */
export interface Superscript extends Parent {
  type: 'superscript';
  data: { hName: 'sup' };
  children: Text[];
}

declare module 'mdast' {
  interface TextData {
    /** Offsets in `value` of characters that the author escaped (`\'`) or wrote as references (`&quot;`), ascending. */
    escaped?: number[];
    /** A message told of the rows in it already, which are no table. */
    said?: true;
  }
  interface ParagraphData {
    attributes?: Attributes;
    /** How sure it is that its hyphen begins a speech, 0 to 1; absent where the parser did not decide. */
    speech?: number;
    /** Of a stanza: how many steps each of its lines is set in; absent where none is. */
    indents?: number[];
  }
  interface HeadingData {
    attributes?: Attributes;
  }
  interface ThematicBreakData {
    /** A new page, or an empty line that parts scenes; a drawn break otherwise. */
    kind?: 'page' | 'gap';
  }
  interface ImageData {
    /** What stood between braces behind it. */
    attributes?: Attributes;
  }
  interface LinkData {
    /** What stood between braces behind it. */
    attributes?: Attributes;
  }
  interface ImageReferenceData {
    attributes?: Attributes;
  }
  interface TableData {
    /** Whether it has no head: its first row is empty. */
    headless?: true;
  }
  interface ListItemData {
    /** The item's number, where it does not follow from the one before. */
    number?: number;
  }
  interface RootContentMap {
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
    citation: Citation;
    crossReference: CrossReference;
    indexMark: IndexMark;
    inlineMath: InlineMath;
    math: BlockMath;
    subscript: Subscript;
    superscript: Superscript;
  }
  interface BlockContentMap {
    definitionList: DefinitionList;
    math: BlockMath;
  }
  interface PhrasingContentMap {
    citation: Citation;
    crossReference: CrossReference;
    indexMark: IndexMark;
    inlineMath: InlineMath;
    subscript: Subscript;
    superscript: Superscript;
  }
}

/** What a shop or its readers ask of a book beyond the standard: rules, and the facts that they look at. */
import type { Publication, Resource } from '../../epub/publication.js';
import type { Place, Severity } from '../../types.js';

/** A rule of a shop's own documentation. */
export interface Rule {
  /** `kindle:image-format`. */
  id: string;
  /** Error: the shop or its reader refuses it; warning: it shows wrongly; info: it is advised against. */
  severity: Severity;
  /** What is the matter, in a sentence; `{it}` is what was found. */
  reason: string;
  hint: string;
  source: Source;
  find: (book: BookFacts) => Iterable<Found>;
}

/** The page of the shop that says so, and the month when it was last read. */
export interface Source {
  page: string;
  read: string;
}

/** What a rule found. */
export interface Found {
  /** What it is, for the reason: a name, a size, a value. */
  it?: string;
  /** The file within the archive; absent where it is the book itself. */
  file?: string;
  place?: Place | undefined;
}

/** What a book is made of, as far as the rules look at it. */
export interface BookFacts {
  /** Bytes of the archive. */
  size: number;
  publication: Publication;
  /** Paths of all its files. */
  names: readonly string[];
  documents: readonly DocumentFacts[];
  styles: readonly StyleFacts[];
  images: readonly ImageFacts[];
  /** The cover image among them, where the book names one. */
  cover?: ImageFacts;
}

export interface DocumentFacts {
  file: string;
  /** In bytes. */
  size: number;
  /** In document order. */
  elements: readonly ElementFacts[];
  /** Characters of text in its body, white space left out. */
  length: number;
}

export interface ElementFacts {
  name: string;
  attributes: Readonly<Record<string, string>>;
  place: Place;
  /** Names of the elements that it stands in, the outermost first. */
  within: readonly string[];
  /** Characters of text in it. */
  length: number;
}

/** A declaration of a style sheet, of a `style` element or of an attribute. */
export interface StyleFacts {
  file: string;
  place: Place;
  /** `p.note, div`; none in an attribute. */
  selectors: readonly string[];
  property: string;
  /** As it is written, lower case. */
  value: string;
}

export interface ImageFacts extends Pick<Resource, 'path' | 'mediaType' | 'properties'> {
  /** In bytes. */
  size: number;
  /** Pixels, where the file tells. */
  width?: number;
  height?: number;
  /** Whether it may be seen through. */
  isTransparent: boolean;
}

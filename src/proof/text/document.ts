/** One content document, tag by tag: the text of its manuscript, its references and its notes. */
import { LINE_END, marksOf, WRAP } from './marks.js';
import { imageText } from './pieces.js';

/** A note as it is printed. */
interface FoundNote {
  text: string;
  /** What it refers to itself, as paths with fragments. */
  references: string[];
}

/** A document of the spine. Text is raw: letters with what stands between them, and `marks.ts` says what else. */
export interface FoundDocument extends FoundNote {
  path: string;
  /** The first value of `epub:type` within the body. */
  type: string;
  /** Notes by their path with fragment. */
  notes: Map<string, FoundNote>;
}

export interface DocumentReader {
  document: FoundDocument;
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** What the build adds to a text: numbers of notes, ways back from them, numbers of chapters. */
const ADDED = new Set(['noteref', 'backlink', 'ordinal']);
/** The same by class: numbers before captions, what references say. */
const ADDED_CLASS = /(?:^| )(?:caption-number|citation|cross-reference|index-terms|references)(?: |$)/;
const AUTHORS_NOTE = /(?:^| )note-(?:before|after)(?: |$)/;

interface Open {
  className: string;
  /** What it says behind its text. */
  closing: string;
  /** Whether its text stands in lines. */
  isPre: boolean;
  /** The stream that goes on behind it, where the element began another. */
  back?: string[] | undefined;
}

/** Reads a document; `resolve` makes paths of its addresses. */
export function documentReader(path: string, resolve: (href: string) => string): DocumentReader {
  const main: string[] = [];
  const document: FoundDocument = { path, type: '', text: '', references: [], notes: new Map() };
  const open: Open[] = [];
  const streams = new Map<FoundNote, string[]>([[document, main]]);
  let note: FoundNote = document;
  let stream = main;
  let isBody = false;
  /** How many elements are open within one that is not read, itself included. */
  let skipped = 0;

  const begin = (attributes: Record<string, string>): void => {
    note = { text: '', references: [] };
    stream = [];
    streams.set(note, stream);
    document.notes.set(`${path}#${attributes['id'] ?? ''}`, note);
  };

  return {
    document,
    open(name, attributes) {
      if (name === 'body') isBody = true;
      else if (isBody && skipped === 0) {
        const type = attributes['epub:type'] ?? '';
        if (document.type === '') document.type = type;
        if (type === 'noteref') note.references.push(resolve(attributes['href'] ?? ''));
        if (name === 'img') stream.push(imageText(attributes['alt'], attributes['title']));
        const [opening, closing] = isNotesList(name, open.at(-1))
          ? [LINE_END, LINE_END]
          : marksOf(name, attributes);
        stream.push(opening);
        const back = type === 'endnote' ? stream : undefined;
        if (back) begin(attributes);
        if (
          !isAdded(type, attributes) &&
          !isFormula(name, attributes) &&
          !isLabel(name, attributes, open.at(-1))
        ) {
          open.push({
            className: attributes['class'] ?? '',
            closing,
            isPre: name === 'pre' || open.at(-1)?.isPre === true,
            back,
          });
          return;
        }
      }
      if (isBody && name !== 'body') skipped += 1;
    },
    close(name) {
      if (!isBody) return;
      if (name === 'body') {
        isBody = false;
        for (const [owner, parts] of streams) owner.text = parts.join('');
      } else if (skipped > 0) skipped -= 1;
      else {
        const closed = open.pop();
        stream.push(closed?.closing ?? '');
        if (closed?.back) [stream, note] = [closed.back, document];
      }
    },
    text(text) {
      if (!isBody || skipped > 0) return;
      stream.push(open.at(-1)?.isPre === true ? text : text.replaceAll('\n', WRAP));
    },
  };
}

const isAdded = (type: string, attributes: Record<string, string>): boolean =>
  ADDED.has(type) || ADDED_CLASS.test(attributes['class'] ?? '');

/** Formulas are letters of another sort: what stands for one in the manuscript is TeX, in the book where it was none. */
const isFormula = (name: string, attributes: Record<string, string>): boolean =>
  name === 'math' || (name === 'code' && attributes['class'] === 'tex');

/** The list of a chapter's notes, whose numbers are the build's. */
const isNotesList = (name: string, parent: Open | undefined): boolean =>
  name === 'ol' && parent?.className.endsWith(' chapter-notes') === true;

/** The build's own words above an author's note. */
const isLabel = (name: string, attributes: Record<string, string>, parent: Open | undefined): boolean =>
  name === 'p' &&
  attributes['class'] === 'label' &&
  parent !== undefined &&
  AUTHORS_NOTE.test(parent.className);

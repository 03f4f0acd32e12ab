/** Proof of text: that a finished book holds the letters and digits of its manuscripts, in order. */
import { error, fatal, sortMessages } from '../diagnostics.js';
import { counted } from '../text/numbers.js';
import type { Message } from '../types.js';
import { compareTexts } from './text/differing.js';
import type { FoundDocument } from './text/document.js';
import type { ExpectedSection, ExpectedText } from './text/expected.js';
import { readDocuments } from './text/found.js';
import { pairUp } from './text/pairs.js';
import { rawOf, scriptOf, type Script } from './text/script.js';

export { expectedText, type ExpectedText } from './text/expected.js';

const REBUILD = 'Build the book anew from these manuscripts.';
const NO_BOOK = 'Name an EPUB that `octavo build` made, and build it again if it is damaged.';

/**
 * Compares the text of the manuscripts with that of a finished EPUB, document by document: no message where every
 * letter and digit stands in its place. `path` is the EPUB's, for messages.
 */
export function proveText(expected: ExpectedText, epub: Uint8Array, path = expected.path): Message[] {
  let documents: FoundDocument[];
  try {
    documents = readDocuments(epub);
  } catch (cause) {
    const reason = `Could not read this file as an EPUB: ${(cause as Error).message}`;
    return [fatal('proof:unreadable', reason, { path, hint: NO_BOOK })];
  }
  const own = documents.filter(({ type }) => !expected.generated.has(type));
  return sortMessages([
    ...lostBefore(expected),
    ...compareSections(expected.sections, own, { path, notes: allNotes(documents) }),
    ...strayNotes(documents, path),
  ]);
}

/** Notes that a reader cannot come to. */
function strayNotes(documents: readonly FoundDocument[], path: string): Message[] {
  const meant = new Set(
    documents.flatMap((document) =>
      [document, ...document.notes.values()].flatMap(({ references }) => references),
    ),
  );
  // A note that a citation became says nothing of the manuscript's.
  const told = documents.flatMap(({ notes }) =>
    [...notes].filter(([, { text }]) => /[\p{L}\p{N}]/u.test(text)),
  );
  return told
    .filter(([address]) => !meant.has(address))
    .map(([address]) =>
      error('proof:note', `Nothing in the text refers to the note \`${address}\``, {
        path,
        hint: REBUILD,
      }),
    );
}

type Notes = FoundDocument['notes'];

const allNotes = (documents: readonly FoundDocument[]): Notes =>
  new Map(documents.flatMap((document) => [...document.notes]));

/** Text that went missing before there were documents. */
const lostBefore = ({ left }: ExpectedText): Message[] =>
  left.map(({ text, path, place }) =>
    error('proof:lost', `\`${text.slice(0, 80)}\` is in no section of the book`, {
      path,
      place,
      hint: 'This is a fault of Octavo: please report it.',
    }),
  );

function compareSections(
  sections: readonly ExpectedSection[],
  documents: readonly FoundDocument[],
  { path, notes }: { path: string; notes: Notes },
): Message[] {
  const expected = sections.map(({ name, text }) => ({ name, ...scriptOf(rawOf(text)) }));
  const found = documents.map(({ path: file, text }) => ({ name: nameOf(file), ...scriptOf(text) }));
  const { pairs, lost, added, moved } = pairUp(expected, found);
  return [
    ...lost.map((index) => lostSection(sections[index] as ExpectedSection)),
    ...added.map((index) => addedDocument(documents[index] as FoundDocument, path)),
    ...moved.map((index) => movedSection(sections[index] as ExpectedSection)),
    ...[...pairs].flatMap(([index, other]) => {
      const [section, document] = [sections[index] as ExpectedSection, documents[other] as FoundDocument];
      const scripts = [expected[index] as Script, found[other] as Script] as const;
      return [
        ...compareTexts(section.text, ...scripts, document.path),
        ...compareNotes(section, printedNotes(document, notes), document.path),
      ];
    }),
  ];
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');

const lostSection = ({ title, path }: ExpectedSection): Message =>
  error('proof:lost-section', `The ebook has no page with the text of \`${title}\``, {
    path,
    hint: REBUILD,
  });

const addedDocument = ({ path: document }: FoundDocument, path: string): Message =>
  error('proof:added-section', `The page \`${document}\` has a text that is not in the manuscripts`, {
    path,
    hint: REBUILD,
  });

const movedSection = ({ title, path }: ExpectedSection): Message =>
  error('proof:moved-section', `\`${title}\` is not where the manuscripts’ order puts it`, {
    path,
    hint: REBUILD,
  });

function compareNotes(
  { notes, path }: ExpectedSection,
  printed: readonly PrintedNote[],
  document: string,
): Message[] {
  if (notes.length === printed.length) {
    return notes.flatMap((pieces, index) => {
      const { address, text } = printed[index] as PrintedNote;
      return compareTexts(pieces, scriptOf(rawOf(pieces)), scriptOf(text), address);
    });
  }
  const counts = `\`${document}\` has ${counted(printed.length, 'reference')} to notes, and the manuscript ${String(notes.length)}`;
  return [error('proof:note', counts, { path, hint: REBUILD })];
}

/** A note as a document's reference leads to it; without text where another reference did before. */
interface PrintedNote {
  address: string;
  text: string;
}

/** The notes that a document's references lead to, in their order, then those that the notes refer to; each once. */
function printedNotes(document: FoundDocument, notes: Notes): { address: string; text: string }[] {
  const seen = new Set<string>();
  const queue = [...document.references];
  const printed: PrintedNote[] = [];
  for (const address of queue) {
    const note = seen.has(address) ? undefined : notes.get(address);
    seen.add(address);
    printed.push({ address, text: note?.text ?? '' });
    queue.push(...(note?.references ?? []));
  }
  return printed;
}

/** Reads an EPUB's metadata and its cover from the file on disk. */
import { openBook, type OpenedBook } from '../../epub/publication.js';
import { archiveProblem } from '../../epub/problem.js';
import { readNamed } from '../../io/inside.js';
import { paragraphsOf } from './paragraphs.js';

/** What a catalogue shows of a book. */
export interface Facts {
  title: string;
  authors: string[];
  identifier?: string;
  language?: string;
  publisher?: string;
  /** As the book gives it: a year, a day or an instant. */
  date?: string;
  /** Its paragraphs, in plain text. */
  description: string[];
  subjects: string[];
  series?: { name: string; number?: number };
  /** The path of its cover in the archive. */
  cover?: string;
}

/** The largest book's file, and the largest file within it, that are read here, in bytes. */
const LARGEST_BOOK = 1024 ** 3;
const LARGEST_FILE = 16 * 1024 ** 2;

/** Longest value that is taken over, in characters, and the most values of one kind. */
const LONGEST = 500;
const LONGEST_DESCRIPTION = 8000;
const MOST = 30;

/**
 * The metadata of the EPUB at `path`.
 *
 * @throws Error with what is wrong, where the file is no whole EPUB; its words go into a message.
 */
export async function readFacts(path: string): Promise<Facts> {
  const { publication } = await opened(path);
  const { metadata, cover } = publication;
  const { creators } = metadata;
  const authors = creators.filter(({ role = 'aut' }) => role === 'aut');
  const taken = (value: string | undefined) => (value === undefined ? undefined : cut(value, LONGEST));
  const { series } = metadata;
  return {
    title: cut(metadata.title, LONGEST),
    authors: several((authors.length > 0 ? authors : creators).map(({ name }) => name)),
    subjects: several(metadata.subjects),
    description: paragraphsOf(cut(metadata.description ?? '', LONGEST_DESCRIPTION)),
    ...given('identifier', taken(metadata.identifier ?? metadata.identifiers[0])),
    ...given('language', taken(metadata.languages[0])),
    ...given('publisher', taken(metadata.publisher)),
    ...given('date', taken(metadata.date)),
    ...given('series', series && { ...series, name: cut(series.name, LONGEST) }),
    ...given('cover', cover?.path),
  };
}

/** The bytes of the cover `name` in the EPUB at `path`; undefined where it cannot be had. */
export const readCover = (path: string, name: string): Promise<Uint8Array | undefined> =>
  opened(path)
    .then(({ archive }) => archive.bytes(name))
    .catch(() => undefined);

async function opened(path: string): Promise<OpenedBook> {
  const read = await readNamed(path, LARGEST_BOOK);
  if ('size' in read) throw new Error(`This book is too large: \`${String(read.size)}\` bytes`);
  if ('problem' in read) throw new Error(`\`${path}\` is not a file`);
  const { bytes } = read;
  const problem = archiveProblem(bytes, path, 'serve');
  if (problem) throw new Error(problem.reason);
  return openBook(bytes, { largest: LARGEST_FILE });
}

/** A text's beginning, no character cut in two. */
const cut = (text: string, longest: number): string => text.slice(0, longest).replace(/\p{Cs}$/u, '');

const several = (texts: readonly string[]): string[] =>
  [...new Set(texts.map((text) => cut(text, LONGEST)))].slice(0, MOST);

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined || value === '' ? {} : { [key]: value }) as Partial<Record<K, V>>;

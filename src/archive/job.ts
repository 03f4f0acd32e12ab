/** What a job asks for, and its key: the hash of all that decides a book's bytes. */
import { FORMATS, type Format } from '../config/formats.js';
import { sha256 } from '../text/digest.js';

/** A book to be made: its sources by their content, how it is asked for, and the Octavo that makes it. */
export interface JobOrder {
  /** The version of Octavo whose bytes are meant. */
  octavo: string;
  /** The SHA-256 of the parcel with the sources, in hexadecimal. */
  sources: string;
  /** The book's folder or file in the parcel's `manuscripts/`. */
  book: string;
  /** What it is written as; it goes before what the book says itself. */
  formats?: readonly Format[];
  /** The theme that goes before the book's own: a name, or a folder of the parcel. */
  theme?: string;
  /** SOURCE_DATE_EPOCH, in seconds. */
  epoch?: number;
  /** The hash of the operator's configuration, where the book is made with one. */
  config?: string;
}

/** Changes where the same order comes to mean another thing. */
const FORM = 1;

/** The key of an order: the id of its job, and the name of its results in the store. */
export const keyOf = ({ octavo, sources, book, formats, theme, epoch, config }: JobOrder): string => {
  const facts = [FORM, octavo, sources, book, formats ?? null, theme ?? null, epoch ?? null];
  return sha256(JSON.stringify(config === undefined ? facts : [...facts, config]));
};

/** Formats in the one order, each once, so that `kepub,epub` and `epub,kepub` are one job. */
export const inOrder = (formats: readonly Format[]): Format[] =>
  FORMATS.filter((format) => formats.includes(format));

const HASH = /^[0-9a-f]{64}$/u;
/** One step of a path that is safe on every system. */
const STEP = /^(?!\.{1,2}$)[^/\\:\p{Cc}]+$/u;

/** The order that a job holds; nothing where it is none, or not the one that its key was made of. */
export function orderIn(data: unknown, key: string | undefined): JobOrder | undefined {
  const { octavo, sources, book, formats, theme, epoch, config } = (data ?? {}) as Record<string, unknown>;
  const isOrder =
    typeof octavo === 'string' &&
    typeof sources === 'string' &&
    HASH.test(sources) &&
    typeof book === 'string' &&
    STEP.test(book) &&
    (formats === undefined ||
      (Array.isArray(formats) && formats.every((one) => FORMATS.includes(one as Format)))) &&
    (theme === undefined || typeof theme === 'string') &&
    (epoch === undefined || Number.isInteger(epoch)) &&
    (config === undefined || (typeof config === 'string' && HASH.test(config)));
  if (!isOrder) return undefined;
  const order = data as JobOrder;
  return keyOf(order) === key ? order : undefined;
}

/** Two levels of folders: of ten million books, each folder then holds some hundred. */
const folders = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2, 4)}`;

/** Where the sources of this hash lie in a store. */
export const sourcesName = (hash: string): string => `sources/${folders(hash)}/${hash}.zip`;

/** Where a result of this key lies in a store: an ebook, by its extension, or `.json`, what is known of the book. */
export const resultName = (key: string, extension: string): string =>
  `books/${folders(key)}/${key}${extension}`;

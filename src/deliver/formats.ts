/** The formats of finished books, by the ends of their names; the longer ends first. */

export interface BookFormat {
  /** Short name, for messages and `data`. */
  format: 'kepub' | 'epub' | 'azw3';
  extension: string;
  /** What readers know the format by: https://www.iana.org/assignments/media-types */
  mediaType: string;
  /** What a button says. */
  label: string;
  /** Whether the file is a ZIP with a package document in it. */
  isEpub: boolean;
}

// prettier-ignore
export const BOOK_FORMATS: readonly BookFormat[] = [
  // A Kobo takes a file for a kepub by the end of its name; every server that it loads them from calls it an EPUB.
  { format: 'kepub', extension: '.kepub.epub', mediaType: 'application/epub+zip', label: 'Kobo', isEpub: true },
  { format: 'epub', extension: '.epub', mediaType: 'application/epub+zip', label: 'EPUB', isEpub: true },
  { format: 'azw3', extension: '.azw3', mediaType: 'application/vnd.amazon.mobi8-ebook', label: 'Kindle', isEpub: false },
];

/** The format of a file by its name; undefined for a file that is no book. */
export const formatOf = (name: string): BookFormat | undefined =>
  BOOK_FORMATS.find(({ extension }) => name.toLowerCase().endsWith(extension));

/** The name of a book's file without the end that says its format: `ferry.kepub.epub` is `ferry`. */
export const stemOf = (name: string): string =>
  name.slice(0, -(formatOf(name)?.extension.length ?? 0) || undefined);

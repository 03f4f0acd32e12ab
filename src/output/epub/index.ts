/** The EPUB Writer: epub-gen-memory prints a package with our templates. */
import type { Package, Templates, Writer } from '../../types.js';
import { printedFiles } from './adapter.js';
import { zip } from './zip.js';

/** EPUB 3.3, readable on EPUB 2 systems. */
export const epub: Writer = {
  format: 'epub',
  extension: '.epub',
  write: async (book: Package, templates: Templates) =>
    zip(await printedFiles(book, templates), book.modified),
};

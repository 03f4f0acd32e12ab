/** The EPUB Writer: epub-gen-memory prints a package with our templates. */
import type { Package, Templates, Writer } from '../../types.js';
import { printedFiles } from './adapter.js';
import { zip } from './zip.js';

/**
 * EPUB 3.3, readable on EPUB 2 systems.
 *
 * @example
 * ```js
 * import { findBooks, epub, readTemplates, runStages } from 'octavo';
 *
 * const { value: books } = await findBooks({ cwd: process.cwd(), manuscripts: 'manuscripts' });
 * const stages = await runStages(books[0]);
 * const bytes = await epub.write(stages.package, await readTemplates());
 * epub.extension; // .epub
 * bytes.length > 10_000; // true
 * ```
 */
export const epub: Writer = {
  format: 'epub',
  extension: '.epub',
  write: async (book: Package, templates: Templates) =>
    zip(await printedFiles(book, templates), book.modified),
};

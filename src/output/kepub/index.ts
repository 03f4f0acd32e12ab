/** The kepub Writer: the EPUB's own files, its content documents with Kobo's markup. */
import type { Package, Templates, Writer } from '../../types.js';
import { printedFiles } from '../epub/adapter.js';
import { zip } from '../epub/zip.js';

/**
 * What Kobo's e-readers open with their own renderer, known by its name alone: an EPUB for all others.
 *
 * @example
 * ```js
 * import { findBooks, kepub, readTemplates, runStages } from 'octavo';
 *
 * const { value: books } = await findBooks({ cwd: process.cwd(), manuscripts: 'manuscripts' });
 * const stages = await runStages(books[0]);
 * const bytes = await kepub.write(stages.package, await readTemplates());
 * kepub.extension; // .kepub.epub
 * bytes.length > 10_000; // true
 * ```
 */
export const kepub: Writer = {
  format: 'kepub',
  extension: '.kepub.epub',
  write: async (book: Package, templates: Templates) => {
    // Loaded for those who ask for it: most builds read no XML.
    const [files, { withSpans }] = await Promise.all([printedFiles(book, templates), import('./spans.js')]);
    const marked = (bytes: Uint8Array) => Buffer.from(withSpans(new TextDecoder().decode(bytes)), 'utf8');
    return zip(
      files.map(({ name, bytes }) => ({ name, bytes: name.endsWith('.xhtml') ? marked(bytes) : bytes })),
      book.modified,
    );
  },
};

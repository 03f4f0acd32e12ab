/** The EPUB Writer: epub-gen-memory prints a package with our templates. */
import type { Package, Templates, Writer } from '../../types.js';
import { OctavoEPub } from './adapter.js';

/** EPUB 3.3, readable on EPUB 2 systems. */
export const epub: Writer = {
  format: 'epub',
  extension: '.epub',
  write: (book: Package, templates: Templates) => new OctavoEPub(book, templates).genEpub(),
};

import { MADE_ELSEWHERE, type Words } from './row.js';

const AGAIN = 'Build, download or copy the book again.';
const RENAME = 'Rename the file inside the book, and every link to it.';

/** The ZIP archive, its file names, and the files of META-INF. */
export const CONTAINER: Words = {
  'PKG-001': {
    reason: 'The EPUB version is not the one that the package document states',
    hint: MADE_ELSEWHERE,
  },
  'PKG-003': { reason: 'The start of the file is damaged, or it is not an EPUB', hint: AGAIN },
  'PKG-004': {
    reason: 'The archive is damaged and cannot be unpacked',
    hint: AGAIN,
  },
  'PKG-005': { reason: 'The archive’s entry for `mimetype` has an extra field', hint: MADE_ELSEWHERE },
  'PKG-006': {
    reason: 'The first file of the archive is not `mimetype`',
    hint: 'Pack the book so that `mimetype` comes first and uncompressed; Octavo and calibre do that.',
  },
  'PKG-007': {
    reason: '`mimetype` must be the text `application/epub+zip`, not compressed',
    hint: 'Pack the book so that `mimetype` comes first and uncompressed; Octavo and calibre do that.',
  },
  'PKG-008': { reason: 'The EPUB could not be read', hint: AGAIN },
  'PKG-009': {
    reason: 'The name {it} has one of the characters `" * : < > ? \\ |`',
    it: 'of a file',
    hint: RENAME,
  },
  'PKG-010': {
    reason: 'The name {it} has a space',
    it: 'of a file',
    hint: `Some e-readers cannot open such a file. ${RENAME}`,
  },
  'PKG-011': {
    reason: 'The name {it} ends with a full stop',
    it: 'of a file',
    hint: RENAME,
  },
  'PKG-012': {
    reason: 'The name {it} has letters outside ASCII',
    it: 'of a file',
    hint: `Old e-readers may not find it. ${RENAME}`,
  },
  'PKG-013': { reason: 'The file holds more than one edition', hint: MADE_ELSEWHERE },
  'PKG-014': { reason: 'There is an empty folder {it}', it: 'in the archive', hint: 'Remove the folder.' },
  'PKG-015': {
    reason: 'A file in the archive is damaged and cannot be unpacked',
    hint: AGAIN,
  },
  'PKG-016': {
    reason: 'The file extension has capitals, and should be `.epub`',
    hint: 'Rename the book so that it ends in `.epub`.',
  },
  'PKG-017': {
    reason: 'The file extension is not `.epub`',
    hint: 'Rename the book so that it ends in `.epub`.',
  },
  'PKG-018': { reason: 'There is no EPUB at this path', hint: 'Check the path.' },
  'PKG-020': {
    reason: 'In `META-INF/container.xml`, the path {it} leads to no package document',
    it: 'of the package document',
    hint: MADE_ELSEWHERE,
  },
  'PKG-024': {
    reason: 'The file extension is not `.epub`',
    hint: 'Rename the book so that it ends in `.epub`.',
  },
  'PKG-025': {
    reason: 'The file {it} stands in `META-INF`, where no file of the book may be',
    it: 'of the book',
    hint: MADE_ELSEWHERE,
  },
  'PKG-026': {
    reason: 'The file {it} is obfuscated, and only fonts may be',
    it: 'in the book',
    hint: 'Put the file into the book as it is.',
  },
  'PKG-027': { reason: 'The file names are not encoded as UTF-8', hint: MADE_ELSEWHERE },
  'RSC-002': { reason: 'The archive has no `META-INF/container.xml`', hint: AGAIN },
  'RSC-003': {
    reason: '`META-INF/container.xml` names no package document',
    hint: MADE_ELSEWHERE,
  },
  'RSC-004': {
    reason: 'Could not read {it}, which is encrypted',
    it: 'a file',
    hint: 'What is encrypted (DRM, obfuscated fonts) is not checked.',
  },
  'RSC-019': {
    reason: 'The file holds several editions, but no `META-INF/metadata.xml`',
    hint: MADE_ELSEWHERE,
  },
  'OPF-060': {
    reason: 'Two files have the same name {it}',
    it: 'alike',
    hint: RENAME,
  },
};

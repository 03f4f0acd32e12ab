import { MADE_ELSEWHERE, type Words } from './row.js';

const AGAIN = 'Build, download or copy the book again.';
const RENAME = 'Rename the file inside the book, and every link to it.';

/** The ZIP archive, its file names, and the files of META-INF. */
export const CONTAINER: Words = {
  'PKG-001': {
    reason: 'Unexpected EPUB version, expected the one that the package document states',
    hint: MADE_ELSEWHERE,
  },
  'PKG-003': { reason: 'Unexpected damage at the start of the file, expected an EPUB', hint: AGAIN },
  'PKG-004': {
    reason: 'Unexpected damage in the archive, expected an EPUB that can be unpacked',
    hint: AGAIN,
  },
  'PKG-005': { reason: 'Unexpected extra field at `mimetype`, expected none', hint: MADE_ELSEWHERE },
  'PKG-006': {
    reason: 'Unexpected file at the start of the archive, expected `mimetype`',
    hint: 'Pack the book so that `mimetype` comes first and uncompressed; Octavo and calibre do that.',
  },
  'PKG-007': {
    reason: 'Unexpected content or compression of `mimetype`, expected the plain text `application/epub+zip`',
    hint: 'Pack the book so that `mimetype` comes first and uncompressed; Octavo and calibre do that.',
  },
  'PKG-008': { reason: 'Unexpected damage, expected an EPUB that can be read', hint: AGAIN },
  'PKG-009': {
    reason: 'Unexpected characters in the file name {it}, expected none of `" * : < > ? \\ |`',
    it: 'of a file',
    hint: RENAME,
  },
  'PKG-010': {
    reason: 'Unexpected space in the file name {it}, expected none',
    it: 'of a file',
    hint: `Some e-readers cannot open such a file. ${RENAME}`,
  },
  'PKG-011': {
    reason: 'Unexpected full stop at the end of the file name {it}',
    it: 'of a file',
    hint: RENAME,
  },
  'PKG-012': {
    reason: 'Unexpected letters outside ASCII in the file name {it}',
    it: 'of a file',
    hint: `Old e-readers may not find it. ${RENAME}`,
  },
  'PKG-013': { reason: 'Unexpected second edition within the file, expected one', hint: MADE_ELSEWHERE },
  'PKG-014': { reason: 'Unexpected empty folder {it}', it: 'in the archive', hint: 'Take the folder out.' },
  'PKG-015': {
    reason: 'Unexpected damage inside the archive, expected files that can be unpacked',
    hint: AGAIN,
  },
  'PKG-016': {
    reason: 'Unexpected capitals in the file extension, expected `.epub`',
    hint: 'Rename the book so that it ends in `.epub`.',
  },
  'PKG-017': {
    reason: 'Unexpected file extension, expected `.epub`',
    hint: 'Rename the book so that it ends in `.epub`.',
  },
  'PKG-018': { reason: 'Unexpected path, expected an EPUB that exists', hint: 'Check the path.' },
  'PKG-020': {
    reason: 'Unexpected path {it} in `META-INF/container.xml`, expected the package document',
    it: 'of the package document',
    hint: MADE_ELSEWHERE,
  },
  'PKG-024': {
    reason: 'Unexpected file extension, expected `.epub`',
    hint: 'Rename the book so that it ends in `.epub`.',
  },
  'PKG-025': {
    reason: 'Unexpected file {it} of the book in `META-INF`, expected it elsewhere',
    it: 'of the book',
    hint: MADE_ELSEWHERE,
  },
  'PKG-026': {
    reason: 'Unexpected scrambled file {it}, expected only fonts to be scrambled',
    it: 'in the book',
    hint: 'Put the file into the book as it is.',
  },
  'PKG-027': { reason: 'Unexpected encoding of the file names, expected UTF-8', hint: MADE_ELSEWHERE },
  'RSC-002': { reason: 'Unexpected archive without `META-INF/container.xml`, expected an EPUB', hint: AGAIN },
  'RSC-003': {
    reason: 'Unexpected `META-INF/container.xml` that names no package document, expected one',
    hint: MADE_ELSEWHERE,
  },
  'RSC-004': {
    reason: 'Unexpected encryption of {it}, expected a file that can be read',
    it: 'a file',
    hint: 'What is encrypted (DRM, scrambled fonts) is not checked.',
  },
  'RSC-019': {
    reason: 'Unexpected editions without `META-INF/metadata.xml`, expected that file beside several editions',
    hint: MADE_ELSEWHERE,
  },
  'OPF-060': {
    reason: 'Unexpected second file named {it}, expected each name once',
    it: 'alike',
    hint: RENAME,
  },
};

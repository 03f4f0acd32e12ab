import { MADE_ELSEWHERE, type Words } from './row.js';

/** The package document: metadata, manifest, spine. */
export const PACKAGE: Words = {
  'OPF-001': { reason: 'Unexpected EPUB version, expected `2.0` or `3.0`', hint: MADE_ELSEWHERE },
  'OPF-002': { reason: 'Unexpected archive without a package document, expected one', hint: MADE_ELSEWHERE },
  'OPF-003': {
    reason: 'Unexpected file {it} that the manifest does not list',
    it: 'in the archive',
    hint: 'E-readers ignore it: take it out of the book.',
  },
  'OPF-004': { reason: 'Unexpected white space in the `prefix` attribute', hint: MADE_ELSEWHERE },
  'OPF-005': { reason: 'Unexpected prefix without a URL, expected a pair', hint: MADE_ELSEWHERE },
  'OPF-006': { reason: 'Unexpected prefix with an invalid URL', hint: MADE_ELSEWHERE },
  'OPF-007': { reason: 'Unexpected new meaning of a reserved prefix', hint: MADE_ELSEWHERE },
  'OPF-010': {
    reason: 'Unexpected reference {it} that leads nowhere',
    it: 'in the package',
    hint: MADE_ELSEWHERE,
  },
  'OPF-011': {
    reason: 'Unexpected page that is to be both left and right, expected one',
    hint: MADE_ELSEWHERE,
  },
  'OPF-012': { reason: 'Unexpected property {it} on a file of this type', it: '', hint: MADE_ELSEWHERE },
  'OPF-013': {
    reason: 'Unexpected media type {it}, expected the one that the manifest gives',
    it: 'at a link',
    hint: MADE_ELSEWHERE,
  },
  'OPF-014': [
    {
      when: /(remote-resources)/,
      reason: 'Unexpected use of a file on the web, expected every file inside the book',
      hint: 'Put the image, font or style sheet into the book’s folder and link to it there.',
    },
    {
      when: /(scripted)|script/,
      reason: 'Unexpected script, expected a book without scripts',
      hint: 'Take the script out: most e-readers do not run it.',
    },
    {
      reason: 'Unexpected {it} that the manifest does not declare',
      it: 'content',
      hint: MADE_ELSEWHERE,
    },
  ],
  'OPF-015': {
    reason: 'Unexpected property {it} in the manifest, expected it only where the document has such content',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-016': { reason: 'Unexpected `rootfile` without a path, expected one', hint: MADE_ELSEWHERE },
  'OPF-017': { reason: 'Unexpected empty path of the package document', hint: MADE_ELSEWHERE },
  'OPF-018': {
    reason: 'Unexpected `remote-resources` in the manifest, expected it only where a file on the web is used',
    hint: MADE_ELSEWHERE,
  },
  'OPF-021': {
    reason: 'Unexpected kind of link {it} in the package document',
    it: '',
    hint: 'Link by `https:`, or leave the link out.',
  },
  'OPF-025': { reason: 'Unexpected list {it}, expected one value', it: 'of values', hint: MADE_ELSEWHERE },
  'OPF-026': { reason: 'Unexpected spelling of the property {it}', it: '', hint: MADE_ELSEWHERE },
  'OPF-027': {
    reason: 'Unexpected property {it}, expected one that EPUB defines',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-028': { reason: 'Unexpected prefix {it} that is not declared', it: '', hint: MADE_ELSEWHERE },
  'OPF-029': {
    reason: 'Unexpected content of {it}, expected what its name and the manifest say',
    it: 'the file',
    hint: 'Export the image again in the format that its name says: a `.png` must be a PNG.',
  },
  'OPF-030': {
    reason: 'Unexpected identifier reference {it}, expected a `dc:identifier` with that id',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-031': {
    reason: 'Unexpected `guide` entry {it}, expected a file of the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-032': {
    reason: 'Unexpected `guide` entry {it}, expected a page of the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-033': {
    reason: 'Unexpected book without a page to read, expected at least one',
    hint: 'Add a chapter.',
  },
  'OPF-034': {
    reason: 'Unexpected second place of {it} in the reading order, expected each page once',
    it: 'a page',
    hint: MADE_ELSEWHERE,
  },
  'OPF-035': { reason: 'Unexpected media type `text/html`, expected XHTML', hint: MADE_ELSEWHERE },
  'OPF-037': { reason: 'Unexpected outdated media type {it}', it: '', hint: MADE_ELSEWHERE },
  'OPF-038': { reason: 'Unexpected media type {it} of an old format', it: '', hint: MADE_ELSEWHERE },
  'OPF-039': { reason: 'Unexpected media type {it} of an old format', it: '', hint: MADE_ELSEWHERE },
  'OPF-040': { reason: 'Unexpected fallback {it} that is not in the book', it: '', hint: MADE_ELSEWHERE },
  'OPF-041': {
    reason: 'Unexpected fallback style {it} that is not in the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-042': {
    reason: 'Unexpected file of type {it} in the reading order, expected XHTML or SVG',
    it: 'unknown',
    hint: MADE_ELSEWHERE,
  },
  'OPF-043': {
    reason: 'Unexpected file of type {it} in the reading order, expected XHTML or SVG',
    it: 'unknown',
    hint: MADE_ELSEWHERE,
  },
  'OPF-044': {
    reason: 'Unexpected file of type {it} in the reading order, expected XHTML or SVG',
    it: 'unknown',
    hint: MADE_ELSEWHERE,
  },
  'OPF-045': { reason: 'Unexpected circle of fallbacks', hint: MADE_ELSEWHERE },
  'OPF-048': { reason: 'Unexpected book without an identifier, expected one', hint: 'Give `identifier:`.' },
  'OPF-049': {
    reason: 'Unexpected id {it} in the spine, expected one of the manifest',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-050': { reason: 'Unexpected old-style contents, expected an NCX file', hint: MADE_ELSEWHERE },
  'OPF-052': {
    reason: 'Unexpected role {it} of a person, expected a MARC relator code',
    it: '',
    hint: 'Use a code such as `aut` (author), `edt` (editor), `ill` (illustrator) or `trl` (translator).',
  },
  'OPF-053': {
    reason: 'Unexpected date {it}, expected one such as `2026-03-01`',
    it: '',
    hint: 'Write `date:` as year, year-month or year-month-day.',
  },
  'OPF-054': [
    {
      when: /dcterms:modified/,
      reason: 'Unexpected package without the date of its last change, expected `dcterms:modified` once',
      hint: MADE_ELSEWHERE,
    },
    {
      reason: 'Unexpected date {it}, expected one such as `2026-03-01`',
      it: '',
      hint: 'Write `date:` as year, year-month or year-month-day.',
    },
  ],
  'OPF-055': {
    reason: 'Unexpected empty {it} in the metadata',
    it: 'element',
    hint: 'Give a value or leave it out.',
  },
  'OPF-065': { reason: 'Unexpected metadata that refines itself in a circle', hint: MADE_ELSEWHERE },
  'OPF-067': { reason: 'Unexpected file {it} both linked and in the manifest', it: '', hint: MADE_ELSEWHERE },
  'OPF-070': { reason: 'Unexpected role {it} of a collection, expected a URL', it: '', hint: MADE_ELSEWHERE },
  'OPF-072': {
    reason: 'Unexpected empty {it} in the metadata',
    it: 'element',
    hint: 'Give a value or leave it out.',
  },
  'OPF-073': {
    reason: 'Unexpected identifier in the DOCTYPE, expected `<!DOCTYPE html>`',
    hint: MADE_ELSEWHERE,
  },
  'OPF-074': {
    reason: 'Unexpected second manifest entry for {it}, expected one',
    it: 'a file',
    hint: MADE_ELSEWHERE,
  },
  'OPF-085': {
    reason: 'Unexpected UUID {it}, expected 32 hexadecimal digits in five groups',
    it: '',
    hint: 'Correct `identifier:`, or leave it out and Octavo makes one.',
  },
  'OPF-086': { reason: 'Unexpected outdated property {it}', it: '', hint: MADE_ELSEWHERE },
  'OPF-088': { reason: 'Unexpected `epub:type` {it}, expected a known one', it: '', hint: MADE_ELSEWHERE },
  'OPF-089': {
    reason: 'Unexpected second keyword beside `alternate`, expected it alone',
    hint: MADE_ELSEWHERE,
  },
  'OPF-091': { reason: 'Unexpected `#` in the path {it} of the manifest', it: '', hint: MADE_ELSEWHERE },
  'OPF-092': {
    reason: 'Unexpected language {it}, expected a tag such as `en` or `pt-BR`',
    it: '',
    hint: 'Correct `language:` in the front matter, or the `lang` of the passage.',
  },
  'OPF-093': { reason: 'Unexpected linked file {it} without its media type', it: '', hint: MADE_ELSEWHERE },
  'OPF-094': { reason: 'Unexpected link {it} without its media type', it: '', hint: MADE_ELSEWHERE },
  'OPF-096': {
    reason: 'Unexpected page {it} outside the reading order that no link leads to',
    it: '',
    hint: 'Link to it, or put it into the reading order.',
  },
  'OPF-097': {
    reason: 'Unexpected file {it} that no page uses',
    it: '',
    hint: 'Take it out, or use it.',
  },
  'OPF-098': { reason: 'Unexpected link {it} into the package document', it: '', hint: MADE_ELSEWHERE },
  'OPF-099': { reason: 'Unexpected package document in its own manifest', hint: MADE_ELSEWHERE },
};

import { MADE_ELSEWHERE, type Words } from './row.js';

/** The package document: metadata, manifest, spine. */
export const PACKAGE: Words = {
  'OPF-001': { reason: 'The EPUB version is neither `2.0` nor `3.0`', hint: MADE_ELSEWHERE },
  'OPF-002': { reason: 'The archive has no package document', hint: MADE_ELSEWHERE },
  'OPF-003': {
    reason: 'The manifest does not list the file {it}',
    it: 'in the archive',
    hint: 'E-readers ignore it: remove it from the book.',
  },
  'OPF-004': { reason: 'The `prefix` attribute has white space in the wrong place', hint: MADE_ELSEWHERE },
  'OPF-005': { reason: 'A prefix has no URL', hint: MADE_ELSEWHERE },
  'OPF-006': { reason: 'A prefix has an invalid URL', hint: MADE_ELSEWHERE },
  'OPF-007': { reason: 'A reserved prefix is given another meaning', hint: MADE_ELSEWHERE },
  'OPF-010': {
    reason: 'The reference {it} leads nowhere',
    it: 'in the package',
    hint: MADE_ELSEWHERE,
  },
  'OPF-011': {
    reason: 'A page is set to be both a left and a right one',
    hint: MADE_ELSEWHERE,
  },
  'OPF-012': {
    reason: 'The property {it} does not go with a file of this type',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-013': {
    reason: 'The media type {it} is not the one that the manifest gives',
    it: 'at a link',
    hint: MADE_ELSEWHERE,
  },
  'OPF-014': [
    {
      when: /(remote-resources)/,
      reason: 'This page loads a file from the web',
      hint: 'Put the image, font or style sheet into the book’s folder and link to it there.',
    },
    {
      when: /(scripted)|script/,
      reason: 'This page has a script',
      hint: 'Remove the script: most e-readers do not run it.',
    },
    {
      reason: 'The manifest does not declare {it} of this page',
      it: 'the content',
      hint: MADE_ELSEWHERE,
    },
  ],
  'OPF-015': {
    reason: 'The manifest declares the property {it}, but the page has no such content',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-016': { reason: 'The `rootfile` has no path', hint: MADE_ELSEWHERE },
  'OPF-017': { reason: 'The path of the package document is empty', hint: MADE_ELSEWHERE },
  'OPF-018': {
    reason: 'The manifest declares `remote-resources`, but the page uses no file on the web',
    hint: MADE_ELSEWHERE,
  },
  'OPF-021': {
    reason: 'The package document has a link {it} of a kind that EPUB does not allow',
    it: '',
    hint: 'Link by `https:`, or leave the link out.',
  },
  'OPF-025': {
    reason: 'There is a list {it} where one value should be',
    it: 'of values',
    hint: MADE_ELSEWHERE,
  },
  'OPF-026': { reason: 'The property {it} is not well formed', it: '', hint: MADE_ELSEWHERE },
  'OPF-027': {
    reason: 'EPUB defines no property {it}',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-028': { reason: 'The prefix {it} is not declared', it: '', hint: MADE_ELSEWHERE },
  'OPF-029': {
    reason: 'The content of {it} is not what its name and the manifest say',
    it: 'the file',
    hint: 'Export the image again in the format that its name says: a `.png` must be a PNG.',
  },
  'OPF-030': {
    reason: 'No `dc:identifier` has the id {it}',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-031': {
    reason: 'The `guide` entry {it} leads to no file of the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-032': {
    reason: 'The `guide` entry {it} leads to no page of the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-033': {
    reason: 'The book has no page to read',
    hint: 'Add a chapter.',
  },
  'OPF-034': {
    reason: 'The reading order has {it} twice',
    it: 'a page',
    hint: MADE_ELSEWHERE,
  },
  'OPF-035': { reason: 'The media type is `text/html`, and EPUB needs XHTML', hint: MADE_ELSEWHERE },
  'OPF-037': { reason: 'The media type {it} is outdated', it: '', hint: MADE_ELSEWHERE },
  'OPF-038': { reason: 'The media type {it} is that of an old format', it: '', hint: MADE_ELSEWHERE },
  'OPF-039': { reason: 'The media type {it} is that of an old format', it: '', hint: MADE_ELSEWHERE },
  'OPF-040': { reason: 'The fallback {it} is not in the book', it: '', hint: MADE_ELSEWHERE },
  'OPF-041': {
    reason: 'The fallback style {it} is not in the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-042': {
    reason: 'The reading order has a file of type {it}, and takes only XHTML and SVG',
    it: 'unknown',
    hint: MADE_ELSEWHERE,
  },
  'OPF-043': {
    reason: 'The reading order has a file of type {it}, and takes only XHTML and SVG',
    it: 'unknown',
    hint: MADE_ELSEWHERE,
  },
  'OPF-044': {
    reason: 'The reading order has a file of type {it}, and takes only XHTML and SVG',
    it: 'unknown',
    hint: MADE_ELSEWHERE,
  },
  'OPF-045': { reason: 'The fallbacks lead round in a circle', hint: MADE_ELSEWHERE },
  'OPF-048': { reason: 'The book has no identifier', hint: 'Set `identifier:` in the front matter.' },
  'OPF-049': {
    reason: 'The spine names the id {it}, which is not in the manifest',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'OPF-050': { reason: 'The spine’s `toc` does not name an NCX file', hint: MADE_ELSEWHERE },
  'OPF-052': {
    reason: 'A person’s role {it} is not a MARC relator code',
    it: '',
    hint: 'Use a code such as `aut` (author), `edt` (editor), `ill` (illustrator) or `trl` (translator).',
  },
  'OPF-053': {
    reason: 'The date {it} is not written like `2026-03-01`',
    it: '',
    hint: 'Write `date:` as year, year-month or year-month-day.',
  },
  'OPF-054': [
    {
      when: /dcterms:modified/,
      reason: 'The package must give the date of its last change, `dcterms:modified`, once',
      hint: MADE_ELSEWHERE,
    },
    {
      reason: 'The date {it} is not written like `2026-03-01`',
      it: '',
      hint: 'Write `date:` as year, year-month or year-month-day.',
    },
  ],
  'OPF-055': {
    reason: 'The metadata has an empty {it}',
    it: 'element',
    hint: 'Give it a value, or leave it out.',
  },
  'OPF-065': { reason: 'Entries of the metadata refine each other in a circle', hint: MADE_ELSEWHERE },
  'OPF-067': { reason: 'The file {it} is both linked and in the manifest', it: '', hint: MADE_ELSEWHERE },
  'OPF-070': { reason: 'A collection’s role {it} is not a valid URL', it: '', hint: MADE_ELSEWHERE },
  'OPF-072': {
    reason: 'The metadata has an empty {it}',
    it: 'element',
    hint: 'Give it a value, or leave it out.',
  },
  'OPF-073': {
    reason: 'The DOCTYPE has an identifier, and should be `<!DOCTYPE html>`',
    hint: MADE_ELSEWHERE,
  },
  'OPF-074': {
    reason: 'The manifest lists {it} twice',
    it: 'a file',
    hint: MADE_ELSEWHERE,
  },
  'OPF-085': {
    reason: 'The UUID {it} is not 32 hexadecimal digits in five groups',
    it: '',
    hint: 'Correct `identifier:`, or leave it out and Octavo makes one.',
  },
  'OPF-086': { reason: 'The property {it} is outdated', it: '', hint: MADE_ELSEWHERE },
  'OPF-088': { reason: 'EPUB knows no `epub:type` {it}', it: '', hint: MADE_ELSEWHERE },
  'OPF-089': {
    reason: '`alternate` stands beside another keyword, and must stand alone',
    hint: MADE_ELSEWHERE,
  },
  'OPF-091': { reason: 'The manifest has a path {it} with a `#`', it: '', hint: MADE_ELSEWHERE },
  'OPF-092': {
    reason: 'The language {it} is not a tag such as `en` or `pt-BR`',
    it: '',
    hint: 'Correct `language:` in the front matter, or the `lang` of the passage.',
  },
  'OPF-093': { reason: 'The linked file {it} has no media type', it: '', hint: MADE_ELSEWHERE },
  'OPF-094': { reason: 'The link {it} has no media type', it: '', hint: MADE_ELSEWHERE },
  'OPF-096': {
    reason: 'The page {it} is not in the reading order, and no link leads to it',
    it: '',
    hint: 'Link to it, or put it into the reading order.',
  },
  'OPF-097': {
    reason: 'No page uses the file {it}',
    it: '',
    hint: 'Remove it, or use it.',
  },
  'OPF-098': { reason: 'The link {it} leads into the package document', it: '', hint: MADE_ELSEWHERE },
  'OPF-099': { reason: 'The package document lists itself in its manifest', hint: MADE_ELSEWHERE },
};

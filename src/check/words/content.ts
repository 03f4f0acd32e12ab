import { MADE_ELSEWHERE, type Words } from './row.js';

const HTML_IN_MANUSCRIPT = `If you wrote it as HTML in the manuscript, correct it there. ${MADE_ELSEWHERE}`;

/** Content documents, style sheets, navigation and accessibility. */
export const CONTENT: Words = {
  'HTM-001': { reason: 'Unexpected XML version, expected 1.0', hint: MADE_ELSEWHERE },
  'HTM-002': { reason: 'Unexpected XML version, expected 1.0', hint: MADE_ELSEWHERE },
  'HTM-003': {
    reason: 'Unexpected reference to a file outside the page in its DOCTYPE',
    hint: MADE_ELSEWHERE,
  },
  'HTM-004': [
    {
      when: /tag/,
      reason: 'Unexpected markup, expected well-formed XML ({words})',
      hint: 'Close every element that is opened. Until then no e-reader opens this page.',
    },
    { reason: 'Unexpected DOCTYPE, expected `<!DOCTYPE html>`', hint: MADE_ELSEWHERE },
  ],
  'HTM-009': { reason: 'Unexpected DOCTYPE, expected `<!DOCTYPE html>` or none', hint: MADE_ELSEWHERE },
  'HTM-011': {
    reason: 'Unexpected HTML entity {it}, expected the character itself',
    it: '',
    hint: 'Type the character, or its number such as `&#160;`.',
  },
  'HTM-007': {
    reason: 'Unexpected empty `ssml:ph`, expected a pronunciation',
    hint: 'Give it, or leave it out.',
  },
  'HTM-025': {
    reason: 'Unexpected kind of link {it}, expected `https:`, `mailto:` or a page of the book',
    it: '',
    hint: 'E-readers may not know what to do with it. Correct the link, or leave it out.',
  },
  'HTM-045': {
    reason: 'Unexpected link without a target, expected an address',
    hint: 'Give the address, or take the link out.',
  },
  'HTM-046': { reason: 'Unexpected page of fixed size without its size', hint: MADE_ELSEWHERE },
  'HTM-047': { reason: 'Unexpected spelling of the page size in `viewport`', hint: MADE_ELSEWHERE },
  'HTM-048': { reason: 'Unexpected SVG page without `viewBox`', hint: MADE_ELSEWHERE },
  'HTM-052': {
    reason: 'Unexpected `region-based`, expected it only in a data navigation page',
    hint: MADE_ELSEWHERE,
  },
  'HTM-054': { reason: 'Unexpected attribute of a foreign namespace {it}', it: '', hint: HTML_IN_MANUSCRIPT },
  'HTM-056': { reason: 'Unexpected `viewport` without width or height, expected both', hint: MADE_ELSEWHERE },
  'HTM-057': { reason: 'Unexpected page size in `viewport`, expected a number', hint: MADE_ELSEWHERE },
  'HTM-058': { reason: 'Unexpected encoding UTF-16, expected UTF-8', hint: 'Save the file as UTF-8.' },
  'HTM-059': { reason: 'Unexpected second page size in `viewport`, expected one', hint: MADE_ELSEWHERE },
  'HTM-061': { reason: 'Unexpected name of the attribute {it}', it: '', hint: HTML_IN_MANUSCRIPT },

  'CSS-001': {
    reason: 'Unexpected CSS property {it}, expected it nowhere in an EPUB',
    it: '',
    hint: 'Take it out of the theme. The direction of writing follows from `language:`.',
  },
  'CSS-002': {
    reason: 'Unexpected empty `url()` in CSS',
    hint: 'Give the path, or leave the declaration out.',
  },
  'CSS-003': {
    reason: 'Unexpected encoding UTF-16 of a style sheet, expected UTF-8',
    hint: 'Save it as UTF-8.',
  },
  'CSS-004': { reason: 'Unexpected encoding of a style sheet, expected UTF-8', hint: 'Save it as UTF-8.' },
  'CSS-006': {
    reason: 'Unexpected `position: fixed` in CSS',
    hint: 'E-readers turn pages and cannot hold it in place. Leave it out.',
  },
  'CSS-007': {
    reason: 'Unexpected font format {it}, expected TTF, OTF, WOFF or WOFF2',
    it: '',
    hint: 'Convert the font.',
  },
  'CSS-008': {
    reason: 'Unexpected CSS, expected a style sheet that can be parsed ({words})',
    hint: 'Some e-readers drop the whole style sheet. Correct it in the theme.',
  },
  'CSS-015': { reason: 'Unexpected alternative style sheet without a title', hint: MADE_ELSEWHERE },
  'CSS-019': {
    reason: 'Unexpected empty `@font-face`, expected a family and a file',
    hint: 'Correct the theme.',
  },

  'NAV-001': { reason: 'Unexpected navigation without a table of contents', hint: MADE_ELSEWHERE },
  'NAV-003': { reason: 'Unexpected page numbers in the text without a page list', hint: MADE_ELSEWHERE },
  'NAV-010': {
    reason: 'Unexpected link {it} to the web in the table of contents',
    it: '',
    hint: 'Let the contents link to pages of the book.',
  },
  'NAV-011': {
    reason: 'Unexpected order of the table of contents, expected the order of the pages',
    hint: 'Put the chapters into the order in which they are read.',
  },
  'NCX-001': {
    reason: 'Unexpected identifier {it} in `toc.ncx`, expected the one of the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'NCX-004': { reason: 'Unexpected white space round the identifier in `toc.ncx`', hint: MADE_ELSEWHERE },
  'NCX-006': {
    reason: 'Unexpected empty entry in `toc.ncx`, expected a title',
    hint: 'Give the section a title.',
  },
  'ACC-009': {
    reason: 'Unexpected formula without words, expected `alttext`',
    hint: 'Say in words what the formula says, for readers who listen.',
  },
  'ACC-011': {
    reason: 'Unexpected link in a drawing without a name, expected one',
    hint: 'Give the link a `title` or `aria-label`, for readers who listen.',
  },
};

import { MADE_ELSEWHERE, type Words } from './row.js';

const HTML_IN_MANUSCRIPT = `If you wrote it as HTML in the manuscript, correct it there. ${MADE_ELSEWHERE}`;

/** Content documents, style sheets, navigation and accessibility. */
export const CONTENT: Words = {
  'HTM-001': { reason: 'The XML version is not 1.0', hint: MADE_ELSEWHERE },
  'HTM-002': { reason: 'The XML version is not 1.0', hint: MADE_ELSEWHERE },
  'HTM-003': {
    reason: 'The DOCTYPE refers to a file outside the page',
    hint: MADE_ELSEWHERE,
  },
  'HTM-004': [
    {
      when: /tag/,
      reason: 'The page is not well-formed XML ({words})',
      hint: 'Close every element that is opened. Until then no e-reader opens this page.',
    },
    { reason: 'The DOCTYPE should be `<!DOCTYPE html>`', hint: MADE_ELSEWHERE },
  ],
  'HTM-009': { reason: 'The DOCTYPE should be `<!DOCTYPE html>`, or be left out', hint: MADE_ELSEWHERE },
  'HTM-011': {
    reason: 'The HTML entity {it} is not known in XHTML',
    it: '',
    hint: 'Type the character, or its number such as `&#160;`.',
  },
  'HTM-007': {
    reason: '`ssml:ph` is empty, and should give a pronunciation',
    hint: 'Give the pronunciation, or leave the attribute out.',
  },
  'HTM-025': {
    reason: 'The link {it} leads neither to the web, to a mail address nor to a page of the book',
    it: '',
    hint: 'E-readers may not know what to do with it. Correct the link, or leave it out.',
  },
  'HTM-045': {
    reason: 'The link has no address',
    hint: 'Give the address, or remove the link.',
  },
  'HTM-046': { reason: 'A page of fixed layout does not give its size', hint: MADE_ELSEWHERE },
  'HTM-047': { reason: 'The page size in `viewport` is not well formed', hint: MADE_ELSEWHERE },
  'HTM-048': { reason: 'The SVG page has no `viewBox`', hint: MADE_ELSEWHERE },
  'HTM-052': {
    reason: '`region-based` may stand only in a data navigation document',
    hint: MADE_ELSEWHERE,
  },
  'HTM-054': {
    reason: 'EPUB does not allow the namespace {it} of an attribute',
    it: '',
    hint: HTML_IN_MANUSCRIPT,
  },
  'HTM-056': { reason: '`viewport` must give width and height', hint: MADE_ELSEWHERE },
  'HTM-057': { reason: 'The page size in `viewport` is not a number', hint: MADE_ELSEWHERE },
  'HTM-058': {
    reason: 'The file is encoded as UTF-16, and should be UTF-8',
    hint: 'Save the file as UTF-8.',
  },
  'HTM-059': { reason: '`viewport` gives the page size twice', hint: MADE_ELSEWHERE },
  'HTM-061': { reason: 'The name of the attribute {it} is not valid', it: '', hint: HTML_IN_MANUSCRIPT },

  'CSS-001': {
    reason: 'EPUB does not allow the CSS property {it}',
    it: '',
    hint: 'Remove it from the theme. The direction of writing follows from `language:`.',
  },
  'CSS-002': {
    reason: 'A `url()` in the CSS is empty',
    hint: 'Give the path, or remove the declaration.',
  },
  'CSS-003': {
    reason: 'The style sheet is encoded as UTF-16, and should be UTF-8',
    hint: 'Save it as UTF-8.',
  },
  'CSS-004': { reason: 'The style sheet is not encoded as UTF-8', hint: 'Save it as UTF-8.' },
  'CSS-006': {
    reason: 'The CSS has `position: fixed`',
    hint: 'E-readers turn pages and cannot hold it in place. Remove it.',
  },
  'CSS-007': {
    reason: 'The font format {it} is not TTF, OTF, WOFF or WOFF2',
    it: '',
    hint: 'Convert the font.',
  },
  'CSS-008': {
    reason: 'The CSS is not valid ({words})',
    hint: 'Some e-readers drop the whole style sheet. Correct it in the theme.',
  },
  'CSS-015': { reason: 'An alternative style sheet has no title', hint: MADE_ELSEWHERE },
  'CSS-019': {
    reason: '`@font-face` is empty, and should name a family and a file',
    hint: 'Correct the theme.',
  },

  'NAV-001': { reason: 'The navigation document has no table of contents', hint: MADE_ELSEWHERE },
  'NAV-003': { reason: 'The text has page numbers, but the book has no page list', hint: MADE_ELSEWHERE },
  'NAV-010': {
    reason: 'The table of contents has a link {it} to the web',
    it: '',
    hint: 'The table of contents should link to pages of the book.',
  },
  'NAV-011': {
    reason: 'The table of contents is not in the order of the pages',
    hint: 'Put the chapters into the order in which they are read.',
  },
  'NCX-001': {
    reason: 'The identifier {it} in `toc.ncx` is not that of the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'NCX-004': { reason: 'The identifier in `toc.ncx` has white space around it', hint: MADE_ELSEWHERE },
  'NCX-006': {
    reason: 'An entry in `toc.ncx` is empty, and should be a title',
    hint: 'Give the section a title.',
  },
  'ACC-009': {
    reason: 'The formula has no `alttext`, the words for readers who listen',
    hint: 'Write what the formula says in words, for readers who listen.',
  },
  'ACC-011': {
    reason: 'A link in a drawing has no name',
    hint: 'Give the link a `title` or `aria-label`, for readers who listen.',
  },
};

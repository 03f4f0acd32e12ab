import { MADE_ELSEWHERE, type Words } from './row.js';

const INSIDE = 'Put the file into the book’s folder and link to it there.';

/** Files, links between them, and whether each is valid XML of its kind. */
export const RESOURCES: Words = {
  'RSC-001': {
    reason: 'The manifest lists the file {it}, which is not in the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'RSC-005': [
    {
      when: /Duplicate ID "([^"]*)"|"id" attribute value "([^"]*)" is not unique/i,
      reason: 'Two elements of this page have the id {it}',
      hint: 'Links and bookmarks go to the first. Change the id, or the heading that it is made from.',
    },
    {
      when: /element "metadata" incomplete; missing required element "dc:(\w+)"|at least one dc:(\w+)/,
      reason: 'The metadata has no {it}',
      hint: 'Set `title:` and `language:` in the book’s front matter.',
    },
    {
      when: /Expecting an element \w+, got nothing[^]*metadata/,
      reason: 'The metadata must have a title, an identifier and a language',
      hint: 'Set `title:` and `language:` in the book’s front matter.',
    },
    {
      when: /dcterms:modified/,
      reason: 'The package must give the date of its last change, `dcterms:modified`, once',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /must declare the "nav" property/,
      reason: 'The package must have exactly one table of contents',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /Itemref refers to the same/,
      reason: 'The reading order has a page twice',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /element "([^"]*)" not allowed (?:here|anywhere)/,
      reason: 'The element {it} may not stand here',
      hint: 'If you wrote it as HTML in the manuscript, write it as Markdown. ' + MADE_ELSEWHERE,
    },
    {
      when: /attribute "([^"]*)" not allowed/,
      reason: 'This element may not have the attribute {it}',
      hint: 'If you wrote it as HTML in the manuscript, leave it out. ' + MADE_ELSEWHERE,
    },
    {
      when: /value of attribute "([^"]*)" is invalid/,
      reason: 'The attribute {it} has an invalid value',
      hint: 'If you wrote it as HTML in the manuscript, correct it. ' + MADE_ELSEWHERE,
    },
    {
      when: /missing required (?:attribute|element) "([^"]*)"/,
      reason: 'Something is missing here: {it}',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /text not allowed here/,
      reason: 'Text may not stand here, only elements',
      hint: MADE_ELSEWHERE,
    },
  ],
  'RSC-006': {
    reason: 'This page loads {it} from the web',
    it: 'a file',
    hint: `A reader without a connection would see a gap. ${INSIDE}`,
  },
  'RSC-007': {
    reason: 'The link to {it} leads to no file of the book',
    it: 'a file',
    hint: 'Correct the path, or add the file. Paths count from the file that holds the link; case matters.',
  },
  'RSC-007w': {
    reason: 'The link to {it} leads to no file of the book',
    it: 'a file',
    hint: 'Correct the path, or add the file. Paths count from the file that holds the link; case matters.',
  },
  'RSC-008': {
    reason: 'This page uses {it}, which the manifest does not list',
    it: 'a file',
    hint: MADE_ELSEWHERE,
  },
  'RSC-009': {
    reason: 'The address of the image {it} has a `#`',
    it: '',
    hint: 'Remove the `#…`.',
  },
  'RSC-010': {
    reason: 'The link to {it} does not lead to a page',
    it: 'a file',
    hint: 'Link to a chapter, or to the web.',
  },
  'RSC-011': {
    reason: 'The link to {it} leads to a page outside the reading order',
    it: 'a page',
    hint: 'Readers could not turn the page there. Link to a chapter.',
  },
  'RSC-012': {
    reason: 'The link to {it} leads to no place in that page',
    it: 'a page',
    hint: 'Correct what follows the `#`: it is the id of a heading, a note or another element.',
  },
  'RSC-013': { reason: 'The address of a style sheet has a `#`', hint: 'Remove the `#…`.' },
  'RSC-014': { reason: 'A link may not lead to {it}', it: '', hint: 'Link to another element.' },
  'RSC-015': { reason: '`use` must name a part of an SVG, not the whole', hint: 'Add `#` and an id.' },
  'RSC-016': [
    {
      when: /entity "([^"]*)" was referenced|Entity '([^']*)' not defined/,
      reason: 'The HTML entity {it} is not known in XHTML',
      hint: 'Type the character, or its number such as `&#160;`. Until then no e-reader opens this page.',
    },
    {
      reason: 'The page is not well-formed XML ({words})',
      hint: 'Close every element that is opened. Until then no e-reader opens this page.',
    },
  ],
  'RSC-017': { reason: 'The page has content that EPUB does not allow ({words})', hint: MADE_ELSEWHERE },
  'RSC-020': {
    reason: 'The address {it} is not a valid URL',
    it: 'of a link',
    hint: 'Correct the link; write a space as `%20`.',
  },
  'RSC-026': {
    reason: 'The path {it} leads out of the book',
    it: 'of a link',
    hint: INSIDE,
  },
  'RSC-027': {
    reason: 'The file is encoded as UTF-16, and should be UTF-8',
    hint: 'Save the file as UTF-8.',
  },
  'RSC-028': { reason: 'The file is not encoded as UTF-8', hint: 'Save the file as UTF-8.' },
  'RSC-029': {
    reason: 'A link leads to a `data:` address',
    hint: INSIDE,
  },
  'RSC-030': {
    reason: 'A link leads to {it} on your own computer',
    it: 'a file',
    hint: INSIDE,
  },
  'RSC-031': {
    reason: 'The address {it} begins with `http:`, and should with `https:`',
    it: '',
    hint: 'Write `https:`.',
  },
  'RSC-032': {
    reason: 'Not every e-reader shows the format of {it}',
    it: 'a file',
    hint: 'Use JPEG, PNG, GIF, WebP or SVG for images, MP3 or AAC for sound.',
  },
  'RSC-033': {
    reason: 'The book has a path {it} with a `?`',
    it: '',
    hint: 'Remove the `?…`.',
  },
  'PKG-021': {
    reason: 'The image is damaged',
    hint: 'Export it again.',
  },
  'PKG-022': {
    reason: 'The image {it} has the file extension of another format',
    it: '',
    hint: 'Rename it, or export it again in the format that its name says.',
  },
  'MED-003': {
    reason: 'EPUB does not allow the format of the image {it}',
    it: '',
    hint: 'Use JPEG, PNG, GIF, WebP or SVG.',
  },
  'MED-004': {
    reason: 'The image is damaged',
    hint: 'Export it again.',
  },
  'MED-007': {
    reason: 'EPUB does not allow the format of the image {it}',
    it: '',
    hint: 'Use JPEG, PNG, GIF, WebP or SVG.',
  },
};

import { MADE_ELSEWHERE, type Words } from './row.js';

const INSIDE = 'Put the file into the book’s folder and link to it there.';

/** Files, links between them, and whether each is valid XML of its kind. */
export const RESOURCES: Words = {
  'RSC-001': {
    reason: 'Unexpected manifest entry {it}, expected a file that is in the book',
    it: '',
    hint: MADE_ELSEWHERE,
  },
  'RSC-005': [
    {
      when: /Duplicate ID "([^"]*)"|"id" attribute value "([^"]*)" is not unique/i,
      reason: 'Unexpected second id {it}, expected each id once in a page',
      hint: 'Links and bookmarks go to the first. Change the id, or the heading that it is made from.',
    },
    {
      when: /element "metadata" incomplete; missing required element "dc:(\w+)"|at least one dc:(\w+)/,
      reason: 'Unexpected metadata without {it}, expected it to be given',
      hint: 'Give `title:` and `language:` in the book’s front matter.',
    },
    {
      when: /Expecting an element \w+, got nothing[^]*metadata/,
      reason: 'Unexpected metadata with an element missing, expected title, identifier and language',
      hint: 'Give `title:` and `language:` in the book’s front matter.',
    },
    {
      when: /dcterms:modified/,
      reason: 'Unexpected package without the date of its last change, expected `dcterms:modified` once',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /must declare the "nav" property/,
      reason: 'Unexpected package without a table of contents, expected exactly one navigation document',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /Itemref refers to the same/,
      reason: 'Unexpected second place of a page in the reading order, expected each page once',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /element "([^"]*)" not allowed (?:here|anywhere)/,
      reason: 'Unexpected element {it}, expected one that may stand here',
      hint: 'If you wrote it as HTML in the manuscript, write it as Markdown. ' + MADE_ELSEWHERE,
    },
    {
      when: /attribute "([^"]*)" not allowed/,
      reason: 'Unexpected attribute {it}, expected one that this element may have',
      hint: 'If you wrote it as HTML in the manuscript, leave it out. ' + MADE_ELSEWHERE,
    },
    {
      when: /value of attribute "([^"]*)" is invalid/,
      reason: 'Unexpected value of the attribute {it}',
      hint: 'If you wrote it as HTML in the manuscript, correct it. ' + MADE_ELSEWHERE,
    },
    {
      when: /missing required (?:attribute|element) "([^"]*)"/,
      reason: 'Unexpected omission of {it}, expected it here',
      hint: MADE_ELSEWHERE,
    },
    {
      when: /text not allowed here/,
      reason: 'Unexpected text, expected only elements here',
      hint: MADE_ELSEWHERE,
    },
  ],
  'RSC-006': {
    reason: 'Unexpected use of {it} on the web, expected a file inside the book',
    it: 'a file',
    hint: `A reader without a connection would see a gap. ${INSIDE}`,
  },
  'RSC-007': {
    reason: 'Unexpected link to {it}, expected a file that is in the book',
    it: 'a missing file',
    hint: 'Correct the path, or add the file. Paths count from the file that holds the link; case matters.',
  },
  'RSC-007w': {
    reason: 'Unexpected link to {it}, expected a file that is in the book',
    it: 'a missing file',
    hint: 'Correct the path, or add the file. Paths count from the file that holds the link; case matters.',
  },
  'RSC-008': {
    reason: 'Unexpected use of {it}, expected a file that the manifest lists',
    it: 'a file',
    hint: MADE_ELSEWHERE,
  },
  'RSC-009': {
    reason: 'Unexpected `#` after the image {it}, expected none',
    it: '',
    hint: 'Take the `#…` off.',
  },
  'RSC-010': {
    reason: 'Unexpected link to {it}, expected a page',
    it: 'a file that is no page',
    hint: 'Link to a chapter, or to the web.',
  },
  'RSC-011': {
    reason: 'Unexpected link to {it}, expected a page of the reading order',
    it: 'a page outside the reading order',
    hint: 'Readers could not turn the page from there. Link to a chapter.',
  },
  'RSC-012': {
    reason: 'Unexpected link to {it}, expected a place that exists in that page',
    it: 'a missing place',
    hint: 'Correct what follows the `#`: it is the id of a heading, a note or another element.',
  },
  'RSC-013': { reason: 'Unexpected `#` after a style sheet, expected none', hint: 'Take the `#…` off.' },
  'RSC-014': { reason: 'Unexpected target {it} of a link', it: '', hint: 'Link to another element.' },
  'RSC-015': { reason: 'Unexpected `use` of a whole SVG, expected a part of it', hint: 'Add `#` and an id.' },
  'RSC-016': [
    {
      when: /entity "([^"]*)" was referenced|Entity '([^']*)' not defined/,
      reason: 'Unexpected HTML entity {it}, expected the character itself',
      hint: 'Type the character, or its number such as `&#160;`. Until then no e-reader opens this page.',
    },
    {
      reason: 'Unexpected markup, expected well-formed XML ({words})',
      hint: 'Close every element that is opened. Until then no e-reader opens this page.',
    },
  ],
  'RSC-017': { reason: 'Unexpected content of the page ({words})', hint: MADE_ELSEWHERE },
  'RSC-020': {
    reason: 'Unexpected address {it}, expected a valid URL',
    it: 'of a link',
    hint: 'Correct the link; write a space as `%20`.',
  },
  'RSC-026': {
    reason: 'Unexpected path {it} that leads out of the book',
    it: 'of a link',
    hint: INSIDE,
  },
  'RSC-027': { reason: 'Unexpected encoding UTF-16, expected UTF-8', hint: 'Save the file as UTF-8.' },
  'RSC-028': { reason: 'Unexpected encoding, expected UTF-8', hint: 'Save the file as UTF-8.' },
  'RSC-029': {
    reason: 'Unexpected link to a `data:` address, expected a file in the book',
    hint: INSIDE,
  },
  'RSC-030': {
    reason: 'Unexpected link to {it} on your own computer, expected a file in the book',
    it: 'a file',
    hint: INSIDE,
  },
  'RSC-031': {
    reason: 'Unexpected `http:` address {it}, expected `https:`',
    it: '',
    hint: 'Write `https:`.',
  },
  'RSC-032': {
    reason: 'Unexpected format of {it}, expected one that every e-reader shows',
    it: 'a file',
    hint: 'Use JPEG, PNG, GIF, WebP or SVG for images, MP3 or AAC for sound.',
  },
  'RSC-033': {
    reason: 'Unexpected `?` in the path {it} of a file in the book',
    it: '',
    hint: 'Take the `?…` off.',
  },
  'PKG-021': {
    reason: 'Unexpected damage in the image, expected one that can be shown',
    hint: 'Export it again.',
  },
  'PKG-022': {
    reason: 'Unexpected file extension of the image {it}, expected the one of its format',
    it: '',
    hint: 'Rename it, or export it again in the format that its name says.',
  },
  'MED-003': {
    reason: 'Unexpected format of the image {it}',
    it: '',
    hint: 'Use JPEG, PNG, GIF, WebP or SVG.',
  },
  'MED-004': {
    reason: 'Unexpected damage in the image, expected one that can be shown',
    hint: 'Export it again.',
  },
  'MED-007': {
    reason: 'Unexpected format of the image {it}',
    it: '',
    hint: 'Use JPEG, PNG, GIF, WebP or SVG.',
  },
};

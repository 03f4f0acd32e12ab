/** What Apple says that its shop does not take, or that Apple Books shows wrongly. */
import { elements, extent, images, pixels, when } from './finders.js';
import type { Rule, Source } from './types.js';

const GUIDE = 'https://help.apple.com/itc/booksassetguide/en.lproj';
const IMAGES: Source = { page: `${GUIDE}/itca71ad3c33.html`, read: '2026-11' };
const CONTENTS: Source = { page: `${GUIDE}/itc79e03bdec.html`, read: '2026-11' };
const PREPARE: Source = {
  page: 'https://itunespartner.apple.com/books/support/9-prepare-book',
  read: '2026-11',
};

/** Pixels of an image within a book. */
const MOST = 5_600_000;
const ADVISED = 4_000_000;

export const APPLE: readonly Rule[] = [
  {
    id: 'apple:image-pixels',
    severity: 'error',
    reason: 'The image is too large: `{it}` pixels; above 5.6 million Apple refuses the book',
    hint: 'Export it smaller: width times height counts.',
    source: IMAGES,
    find: (book) => images(book, (image) => pixels(image) > MOST, extent),
  },
  {
    id: 'apple:image-large',
    severity: 'info',
    reason: 'The image is large: `{it}` pixels, and Apple advises 4 million at most',
    hint: 'The shop takes up to 5.6 million; export it smaller if it stays sharp enough.',
    source: PREPARE,
    find: (book) => images(book, (image) => pixels(image) > ADVISED && pixels(image) <= MOST, extent),
  },
  {
    id: 'apple:image-format',
    severity: 'warning',
    reason: 'Apple does not take images of type `{it}`, only JPEG and PNG',
    hint: 'Export it as a JPEG, or as a PNG if it has transparent parts.',
    source: IMAGES,
    find: (book) =>
      images(
        book,
        ({ mediaType }) => !/^image\/(?:jpeg|png|svg\+xml)$/.test(mediaType),
        ({ mediaType }) => mediaType,
      ),
  },
  {
    id: 'apple:image-transparent',
    severity: 'info',
    reason: 'The image `{it}` has transparent parts, which are black at night',
    hint: 'If it has dark text or a dark line in it, give it a white background.',
    source: IMAGES,
    find: (book) => images(book, ({ isTransparent }) => isTransparent),
  },
  {
    id: 'apple:image-in-svg',
    severity: 'warning',
    reason: 'An SVG has an `{it}`, where Apple asks for an `img`',
    hint: 'Show the image with `img`, and set its size in the style sheet.',
    source: IMAGES,
    find: (book) => elements(book, ({ name, within }) => name === 'image' && within.includes('svg')),
  },
  {
    id: 'apple:no-alt',
    severity: 'warning',
    reason: 'An `{it}` has no `alt`, a description of what it shows',
    hint: 'Describe the image for people who listen to the book, or write `alt=""` where it is only decoration.',
    source: PREPARE,
    find: (book) =>
      elements(book, ({ name, attributes }) => name === 'img' && attributes['alt'] === undefined),
  },
  {
    id: 'apple:no-contents',
    severity: 'error',
    reason: 'The table of contents is missing or empty',
    hint: 'Give its chapters headings.',
    source: CONTENTS,
    find: ({ publication }) => when(publication.toc.length === 0),
  },
];

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
    reason: 'Unexpected image of `{it}` pixels, expected at most 5.6 million: the shop refuses the book',
    hint: 'Export it smaller: width times height is what counts.',
    source: IMAGES,
    find: (book) => images(book, (image) => pixels(image) > MOST, extent),
  },
  {
    id: 'apple:image-large',
    severity: 'info',
    reason: 'Unexpected image of `{it}` pixels, expected at most 4 million, as Apple advises',
    hint: 'The shop takes up to 5.6 million; where sharpness allows, export it smaller.',
    source: PREPARE,
    find: (book) => images(book, (image) => pixels(image) > ADVISED && pixels(image) <= MOST, extent),
  },
  {
    id: 'apple:image-format',
    severity: 'warning',
    reason: 'Unexpected image of type `{it}`, expected JPEG or PNG',
    hint: 'Export it as a JPEG, or as a PNG where it may be seen through.',
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
    reason: 'Unexpected image `{it}` that may be seen through, expected a background: by night it is black',
    hint: 'Where there is dark text or a dark line in it, give it a white background.',
    source: IMAGES,
    find: (book) => images(book, ({ isTransparent }) => isTransparent),
  },
  {
    id: 'apple:image-in-svg',
    severity: 'warning',
    reason: 'Unexpected `{it}` in an SVG, expected `img`',
    hint: 'Show the image with `img`, and set its size in the style sheet.',
    source: IMAGES,
    find: (book) => elements(book, ({ name, within }) => name === 'image' && within.includes('svg')),
  },
  {
    id: 'apple:no-alt',
    severity: 'warning',
    reason: 'Unexpected `{it}` without `alt`, expected what it shows in words',
    hint: 'Describe the image for those who hear the book, or write `alt=""` where it only adorns.',
    source: PREPARE,
    find: (book) =>
      elements(book, ({ name, attributes }) => name === 'img' && attributes['alt'] === undefined),
  },
  {
    id: 'apple:no-contents',
    severity: 'error',
    reason: 'Unexpected book without a table of contents, expected one entry at least',
    hint: 'Give its chapters headings.',
    source: CONTENTS,
    find: ({ publication }) => when(publication.toc.length === 0),
  },
];

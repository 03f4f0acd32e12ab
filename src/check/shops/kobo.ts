/** What Kobo says that its e-readers, apps and shop do not take, or show wrongly. */
import { declarations, depthOf, elements, images, marginsOf, megabytes, named, when } from './finders.js';
import { coverPages, pagesLargerThan, tablesWiderThan } from './pages.js';
import type { Rule, Source, StyleFacts } from './types.js';

/** One page, read as a whole: its newest change is of August 2025. */
const spec = (section: string): Source => ({
  page: `https://github.com/kobolabs/epub-spec#${section}`,
  read: '2026-11',
});

/** Bytes. Limits of a single image and of the cover were taken back in April 2025. */
const PAGE = 10e6;
const BOOK = 1e9;
const CONTENTS_DEPTH = 3;
const COLUMNS = 4;
/** Times the size of the text. */
const WIDE = 2;

/** Kobo shows TTF, OTF and WOFF 1, and says nothing of other formats. */
const WOFF2 = /\.woff2$/i;

export const KOBO: readonly Rule[] = [
  {
    id: 'kobo:no-cover',
    severity: 'warning',
    reason: 'This book names no cover image for the shelf',
    hint: 'Set `cover:` in the front matter.',
    source: spec('cover-images'),
    find: ({ cover }) => when(!cover),
  },
  {
    id: 'kobo:cover-gif',
    severity: 'error',
    reason: 'The cover `{it}` is a GIF, which Kobo does not take',
    hint: 'Export it as a JPEG or PNG.',
    source: spec('cover-images'),
    find: ({ cover }) => when(cover?.mediaType === 'image/gif', cover?.path),
  },
  {
    id: 'kobo:cover-page',
    severity: 'warning',
    reason: 'The cover page has text beside its image, which e-ink readers may put elsewhere',
    hint: 'Put the text on a page of its own.',
    source: spec('cover-images'),
    find: coverPages,
  },
  {
    id: 'kobo:image-transparent',
    severity: 'warning',
    reason: 'The image `{it}` has transparent parts',
    hint: 'Export it without transparency: Kobo puts a colour or a pattern of its own behind it.',
    source: spec('image-formatting'),
    find: (book) => images(book, ({ isTransparent }) => isTransparent),
  },
  {
    id: 'kobo:page-size',
    severity: 'warning',
    reason: 'A page with its images has `{it}`; Kobo asks for at most `10.0 MB`',
    hint: 'Split it into two chapters, or make its images smaller.',
    source: spec('limitations-and-maximums'),
    find: (book) => pagesLargerThan(book, PAGE),
  },
  {
    id: 'kobo:book-size',
    severity: 'warning',
    reason: `The book has \`{it}\`; Kobo takes at most \`${megabytes(BOOK)}\``,
    hint: 'Make its images smaller, or split the book into volumes.',
    source: spec('limitations-and-maximums'),
    find: ({ size }) => when(size > BOOK, megabytes(size)),
  },
  {
    id: 'kobo:file-name',
    severity: 'warning',
    reason: 'The file name `{it}` has other characters than English letters, digits, `-`, `_` and `.`',
    hint: 'Rename it: Kobo’s apps differ in how they treat spaces and special characters.',
    source: spec('opf'),
    find: ({ names }) =>
      names.filter((name) => /[^A-Za-z0-9._/-]/u.test(name)).map((name) => ({ it: name, file: name })),
  },
  {
    id: 'kobo:background',
    severity: 'warning',
    reason: 'On the background `{it}`, text is hard to read at night and on e-ink',
    hint: 'Leave the background to the reader.',
    source: spec('css'),
    find: (book) =>
      declarations(
        book,
        ({ property, value }) =>
          /^background(?:-color)?$/.test(property) &&
          !/^(?:none|transparent|inherit|initial|unset|0)/.test(value),
      ),
  },
  {
    id: 'kobo:inline-style',
    severity: 'warning',
    reason: '`{it}` has a `style`, which not all of Kobo’s readers show as meant',
    hint: 'Move it into the style sheet.',
    source: spec('css'),
    find: (book) => elements(book, ({ attributes }) => attributes['style'] !== undefined),
  },
  {
    id: 'kobo:div-style',
    severity: 'warning',
    reason: '`{it}` is set on every `div`, and Kobo puts each page into a `div` of its own',
    hint: 'Give the elements that you mean a class.',
    source: spec('css'),
    find: (book) => declarations(book, ({ selectors }) => selectors.includes('div')),
  },
  {
    id: 'kobo:body-padding',
    severity: 'warning',
    reason: 'Kobo asks for no `{it}` on `body`',
    hint: 'Set it on an element within.',
    source: spec('css'),
    find: (book) =>
      declarations(
        book,
        ({ selectors, property, value }) =>
          selectors.includes('body') && property.startsWith('padding') && !value.startsWith('0'),
      ),
  },
  {
    id: 'kobo:wide-margin',
    severity: 'info',
    reason: '`{it}` is more than `2em`; with large letters little is left of the line',
    hint: 'Give the margin in %.',
    source: spec('css'),
    find: (book) => declarations(book, isWide),
  },
  {
    id: 'kobo:font-percent',
    severity: 'warning',
    reason: '`{it}` is given in %; on some readers the size of the letters can no longer be changed',
    hint: 'Write `0.9em` for `90%`.',
    source: spec('css'),
    find: (book) =>
      declarations(book, ({ property, value }) => property === 'font-size' && value.endsWith('%')),
  },
  {
    id: 'kobo:font-format',
    severity: 'warning',
    reason: 'Kobo does not take the font `{it}`, only TTF, OTF and WOFF 1',
    hint: 'Convert it, or leave it out.',
    source: spec('supported-fonts'),
    find: ({ names }) => names.filter((name) => WOFF2.test(name)).map((name) => ({ it: name, file: name })),
  },
  {
    id: 'kobo:wide-table',
    severity: 'info',
    reason: 'This table has more than `4` columns, too many for small screens',
    hint: 'Look at it on an e-reader, or swap its rows and columns.',
    source: spec('tables'),
    find: (book) => tablesWiderThan(book, COLUMNS),
  },
  {
    id: 'kobo:script',
    severity: 'warning',
    reason: 'The book has a script, `{it}`, which e-ink readers do not run',
    hint: 'Remove it, and check that the page reads well without it.',
    source: spec('javascript-support'),
    find: named('script'),
  },
  {
    id: 'kobo:media',
    severity: 'warning',
    reason: 'E-ink readers play neither sound nor video: `{it}`',
    hint: 'Write in its place where to hear or see it.',
    source: spec('multimedia-support--media-overlays'),
    find: named('audio', 'video'),
  },
  {
    id: 'kobo:svg-page',
    severity: 'warning',
    reason: 'The page `{it}` is an SVG file, and Kobo needs an XHTML page that holds it',
    hint: 'Put the drawing into a page.',
    source: spec('scalable-vector-graphics-svg'),
    find: ({ publication }) =>
      publication.spine
        .filter(({ mediaType }) => mediaType === 'image/svg+xml')
        .map(({ path }) => ({ it: path, file: path })),
  },
  {
    id: 'kobo:contents-deep',
    severity: 'info',
    reason: 'The table of contents has `{it}` levels; Kobo shows `3`',
    hint: 'Set `toc: { depth: … }` lower, or leave out a level of parts.',
    source: spec('table-of-contents-toc'),
    find: ({ publication }) => {
      const depth = depthOf(publication.toc);
      return when(depth > CONTENTS_DEPTH, String(depth));
    },
  },
];

/** Whether a side is narrower by more than a few letters, whatever their size. */
function isWide(style: StyleFacts): boolean {
  const { left = '', right = '' } = marginsOf(style);
  return [left, right].some((side) => /^[\d.]+em$/.test(side) && Number.parseFloat(side) > WIDE);
}

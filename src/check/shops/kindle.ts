/** What Amazon says that a Kindle and its shop do not take, or show wrongly. */
import {
  declarations,
  depthOf,
  elements,
  extent,
  images,
  megabytes,
  named,
  marginsOf,
  when,
} from './finders.js';
import { hiddenLongerThan } from './pages.js';
import type { BookFacts, Found, Rule, Source, StyleFacts } from './types.js';

const KDP = 'https://kdp.amazon.com/en_US/help/topic';
const kdp = (topic: string, read: string): Source => ({ page: `${KDP}/${topic}`, read });
const MARKUP = kdp('GP2Z9DD4F2N4QKCY', '2026-11');
const IMAGES = kdp('G75V4YX5X8GRGXWV', '2026-11');
const COVER = kdp('G6GTK3T3NUHKLEFX', '2026-11');
const CONTENTS = kdp('GY3AD8C6C6GAG42N', '2026-11');
const HIDDEN = kdp('GR4KL488MXKPZ5BK', '2026-11');
const TABLES = kdp('GZ8BAXASXKB5JVML', '2026-11');
const SEND: Source = {
  page: 'https://www.amazon.co.uk/gp/help/customer/display.html?nodeId=201974220',
  read: '2026-11',
};

const SHOWN = new Set(['image/gif', 'image/bmp', 'image/jpeg', 'image/png', 'image/svg+xml']);
/** Pixels. */
const COVER_LEAST = { height: 1000, width: 625 };
const COVER_MOST = 10_000;
const COVER_SHARP = 2500;
/** Characters. */
const MOST_HIDDEN = 10_000;
const MAIL = 50e6;
const CONTENTS_DEPTH = 2;

export const KINDLE: readonly Rule[] = [
  {
    id: 'kindle:mail-size',
    severity: 'warning',
    reason: `The book has \`{it}\`; Send to Kindle takes at most \`${megabytes(MAIL)}\` by mail`,
    hint: 'Use the web page of Send to Kindle, or make its images smaller.',
    source: SEND,
    find: ({ size }) => when(size > MAIL, megabytes(size)),
  },
  {
    id: 'kindle:no-cover',
    severity: 'warning',
    reason: 'This book has no cover; its place on the shelf stays grey',
    hint: 'Set `cover:` in the front matter.',
    source: COVER,
    find: ({ cover }) => when(!cover),
  },
  {
    id: 'kindle:cover-small',
    severity: 'warning',
    reason: 'The cover is too small: `{it}` pixels, and the least is `625 × 1000`',
    hint: 'Export the cover again, ideally at `1600 × 2560`; do not stretch the old one.',
    source: COVER,
    find: coverOf(({ width, height }) => width < COVER_LEAST.width || height < COVER_LEAST.height),
  },
  {
    id: 'kindle:cover-large',
    severity: 'error',
    reason: 'The cover has `{it}` pixels; Amazon takes at most `10000 × 10000`',
    hint: 'Export the cover again, ideally at `1600 × 2560`.',
    source: COVER,
    find: coverOf(({ width, height }) => Math.max(width, height) > COVER_MOST),
  },
  {
    id: 'kindle:cover-soft',
    severity: 'info',
    reason:
      'On sharp screens the cover looks blurred: it is `{it}` pixels, and Amazon asks for a height of `2500`',
    hint: 'If you have a larger original, export it at `1600 × 2560`.',
    source: COVER,
    find: coverOf(({ height }) => height < COVER_SHARP),
  },
  {
    id: 'kindle:image-format',
    severity: 'error',
    reason: 'A Kindle does not show images of type `{it}`, only JPEG, PNG, GIF, BMP and SVG',
    hint: 'Export it as a JPEG, or as a PNG if it is a drawing.',
    source: IMAGES,
    find: (book) =>
      images(
        book,
        ({ mediaType }) => !SHOWN.has(mediaType),
        ({ mediaType }) => mediaType,
      ),
  },
  {
    id: 'kindle:image-transparent',
    severity: 'warning',
    reason: 'The image `{it}` has transparent parts',
    hint: 'Export it without transparency: a Kindle puts a colour of its own behind it.',
    source: IMAGES,
    find: (book) => images(book, ({ isTransparent }) => isTransparent),
  },
  {
    id: 'kindle:no-alt',
    severity: 'warning',
    reason: 'An `{it}` has no `alt`, a description of what it shows',
    hint: 'Describe the image, or write `alt=""` where it is only decoration.',
    source: IMAGES,
    find: (book) =>
      elements(book, ({ name, attributes }) => name === 'img' && attributes['alt'] === undefined),
  },
  {
    id: 'kindle:hidden-text',
    severity: 'error',
    reason: '`display: none` hides `{it}` characters; Amazon allows at most `10000`',
    hint: 'Remove the text, or show it.',
    source: HIDDEN,
    find: (book) => hiddenLongerThan(book, MOST_HIDDEN),
  },
  {
    id: 'kindle:negative-margin',
    severity: 'warning',
    reason: 'A Kindle may cut off text with the negative margin or indent `{it}`',
    hint: 'Set padding on the parent instead.',
    source: MARKUP,
    find: (book) => declarations(book, isBelowZero),
  },
  {
    id: 'kindle:script',
    severity: 'warning',
    reason: 'The book has a script, `{it}`, which a Kindle book loses',
    hint: 'Remove it, and check that the page reads well without it.',
    source: MARKUP,
    find: named('script'),
  },
  {
    id: 'kindle:form',
    severity: 'warning',
    reason: 'A Kindle does not support forms and frames: `{it}`',
    hint: 'Remove it, or replace it with text.',
    source: MARKUP,
    find: named('form', 'input', 'button', 'select', 'textarea', 'iframe', 'frame', 'frameset'),
  },
  {
    id: 'kindle:nested-paragraph',
    severity: 'error',
    reason: 'Amazon does not convert a `{it}` within another properly',
    hint: 'Close the outer paragraph first.',
    source: MARKUP,
    find: (book) => elements(book, ({ name, within }) => name === 'p' && within.includes('p')),
  },
  {
    id: 'kindle:nested-table',
    severity: 'warning',
    reason: 'A `{it}` stands within another; a Kindle shows only simple rows and columns',
    hint: 'Split it into two tables.',
    source: TABLES,
    find: (book) => elements(book, ({ name, within }) => name === 'table' && within.includes('table')),
  },
  {
    id: 'kindle:no-contents',
    severity: 'warning',
    reason: 'This book has no table of contents, so the Kindle’s menu of chapters stays empty',
    hint: 'Give its chapters headings.',
    source: CONTENTS,
    find: ({ publication }) => when(publication.toc.length === 0),
  },
  {
    id: 'kindle:contents-deep',
    severity: 'info',
    reason: 'The table of contents has `{it}` levels; most Kindles show `2`',
    hint: 'Set `toc: { depth: … }` lower, or leave out a level of parts.',
    source: CONTENTS,
    find: ({ publication }) => {
      const depth = depthOf(publication.toc);
      return when(depth > CONTENTS_DEPTH, String(depth));
    },
  },
];

/** A finding where the cover is of a wrong size. */
function coverOf(isWrong: (size: { width: number; height: number }) => boolean) {
  return ({ cover }: BookFacts): Found[] => {
    if (cover?.width === undefined || cover.height === undefined) return [];
    const isFound = isWrong({ width: cover.width, height: cover.height });
    return isFound ? [{ it: extent(cover), file: cover.path }] : [];
  };
}

/** Whether text is moved out at the top or a side, where it is cut off; below, it only comes nearer to what follows. */
function isBelowZero(style: StyleFacts): boolean {
  const { top, left, right } = marginsOf(style);
  return [top, left, right].some((value) => value?.startsWith('-'));
}

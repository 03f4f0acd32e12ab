/**
 * What front matter may say: the one source of the types, the messages, `docs/front-matter.md` and the JSON
 * Schemas in `schema/`.
 */
import * as z from 'zod';
import {
  certifier,
  contents,
  cover,
  date,
  exemption,
  field,
  formats,
  language,
  list,
  note,
  numbering,
  people,
  series,
  slug,
  tags,
  text,
  typography,
  weight,
  type Person,
} from './fields.js';

export type { Person };

const MARKDOWN = 'Markdown';

const TITLE = field(text, 'The title.', { expected: 'text', example: 'title: The Ferry' });
const SUBTITLE = field(text, 'The subtitle.', {
  expected: 'text',
  example: 'subtitle: A Story of the River',
});

const AUTHOR = field(
  people('aut'),
  'Who wrote it: a name, or a list of names. `sort` is the name to sort by, `role` a word such as `editor` or a [MARC relator code](https://id.loc.gov/vocabulary/relators.html).',
  {
    expected: 'a name, a list of names, or `name` with `sort` and `role`',
    example: 'author: { name: Jane Austen, sort: "Austen, Jane" }',
  },
);

const DEDICATION = field(text, 'The dedication. Its line breaks are kept.', {
  expected: MARKDOWN,
  example: 'dedication: For my mother',
});
const EPIGRAPH = field(text, 'A quotation before the text. Its line breaks are kept.', {
  expected: MARKDOWN,
  example: 'epigraph: "*All roads lead here.* — proverb"',
});

const DATE_DETAILS = {
  expected: 'a date such as `2026-05-01`, `2026-05` or `2026`',
  example: 'date: 2026-05-01',
};
const LANGUAGE_DETAILS = {
  expected: 'a language tag such as `en`, `en-GB` or `fr`',
  example: 'language: en-GB',
};

const NOTE = field(
  note,
  "The author's note, visibly apart from the text: after it, or `before` and `after` it.",
  { expected: 'Markdown, or `before` and `after` with Markdown', example: 'note: Thank you for reading.' },
);
/** What archives have authors say of a story; each stands with its note, before or after the text. */
const WORDS = {
  summary: field(text, 'What it is about, for those who have not read it. It stands before the text.', {
    expected: MARKDOWN,
    example: 'summary: The tide goes out, and a piano is found.',
  }),
  warning: field(text, 'What readers should be warned of. It stands before the text.', {
    expected: MARKDOWN,
    example: 'warning: "Warning: drowned hats."',
  }),
  thanks: field(text, 'Whom the author thanks. It stands after the text.', {
    expected: MARKDOWN,
    example: 'thanks: Thanks to Ann, who found every comma.',
  }),
  disclaimer: field(text, 'What the author does not claim. It stands after the text.', {
    expected: MARKDOWN,
    example: 'disclaimer: The harbour belongs to its own people.',
  }),
  glossary: field(text, 'Words of the text and what they mean. It stands after the text.', {
    expected: MARKDOWN,
    example: 'glossary: "slack tide: water that stands still"',
  }),
  tags: field(
    tags,
    'What an archive says about it, under the archive’s own names: fandom, rating, characters. Each gets a line after the text. A list of words, as sites have it, is added to the book’s `subjects`.',
    {
      expected: 'names with a text or a list of texts each, or a list of words',
      example: 'tags: { Fandom: The Harbour Papers, Rating: General }',
    },
  ),
};
const SOURCE = field(text, 'Where the text was first published: an address or a sentence.', {
  expected: 'text',
  example: 'source: https://example.com/stories/12',
});
const RIGHTS = {
  expected: 'text',
  example: 'rights: © 2026 Mary Reed',
};
const DRAFT = field(z.boolean(), 'Whether to leave it out for now.', {
  expected: '`true` or `false`',
  example: 'draft: true',
});

/** The keys of a book's front matter. */
export const BOOK_FIELDS = {
  title: TITLE,
  subtitle: SUBTITLE,
  slug: field(
    slug,
    "The ebook's file name without extension. By default it follows the name of the folder or file, never the title.",
    { expected: 'lower-case letters, digits and hyphens', example: 'slug: river-tales' },
  ),
  author: AUTHOR,
  authors: field(people('aut'), 'The same as `author`.', {
    expected: 'a name, a list of names, or `name` with `sort` and `role`',
    example: 'authors: [Mary Reed, Tom Hale]',
  }),
  contributors: field(
    people('ctb'),
    'Who else had a part in it: editors, illustrators, translators, proofreaders.',
    {
      expected: 'a name, a list of names, or `name` with `sort` and `role`',
      example: 'contributors: [{ name: Ann Lee, role: illustrator }]',
    },
  ),
  language: field(language, 'The language of the text, which also decides its typography.', LANGUAGE_DETAILS),
  identifier: field(
    text,
    'An ISBN, a UUID or another URI that names this book and no other. By default it is made from the title and the authors.',
    { expected: 'text', example: 'identifier: urn:isbn:9780306406157' },
  ),
  date: field(date, 'The day of publication.', DATE_DETAILS),
  version: field(text, 'The edition, for the imprint.', { expected: 'text', example: 'version: 1.1' }),
  publisher: field(text, 'Who publishes it.', { expected: 'text', example: 'publisher: Ferry Press' }),
  rights: field(text, 'Who holds the rights, or the licence of the book.', RIGHTS),
  description: field(text, 'The blurb. If `book.md` has a body, that is the blurb instead.', {
    expected: MARKDOWN,
    example: 'description: Five stories about one river.',
  }),
  subjects: field(list(/\s*,\s*/), 'What it is about: genres and keywords.', {
    expected: 'a list of words, or words separated by commas',
    example: 'subjects: [Fiction, Short stories]',
  }),
  series: field(series, 'The series that it belongs to, and its place there.', {
    expected: 'a name, or `name` with `number`',
    example: 'series: { name: River Tales, number: 2 }',
  }),
  cover: field(
    cover,
    'The cover: the path of an image in the book’s folder; `false` for a book without a cover. By default one is drawn from the title, the authors and the theme.',
    { expected: 'the path of an image, `true` or `false`', example: 'cover: images/cover.jpg' },
  ),
  dedication: DEDICATION,
  epigraph: EPIGRAPH,
  'half-title': field(z.boolean(), 'Whether a page with the title alone stands before the title page.', {
    expected: '`true` or `false`',
    example: 'half-title: true',
  }),
  colophon: field(
    z.boolean(),
    'Whether the book ends with a page that says which edition it is and how it was made. It does by default.',
    { expected: '`true` or `false`', example: 'colophon: false' },
  ),
  notes: field(
    z.enum(['book', 'chapter']),
    'Where notes stand: `book`, at the end of the book, numbered throughout; `chapter`, at the end of each chapter, numbered from 1 in each.',
    { expected: '`book` or `chapter`', example: 'notes: chapter' },
  ),
  math: field(
    z.boolean(),
    'Whether `$…$` and `$$…$$` are formulas in TeX. By default a dollar sign is a dollar sign.',
    { expected: '`true` or `false`', example: 'math: true' },
  ),
  bibliography: field(
    list(),
    'The files of sources that `[@key]` cites: BibTeX (`.bib`) or CSL-JSON (`.json`), by their paths in the book’s folder ([more](markup.md#citations)).',
    { expected: 'a path, or a list of paths', example: 'bibliography: sources.bib' },
  ),
  citations: field(
    z.enum(['author-date', 'numeric', 'notes']),
    'How citations look: `author-date` (Lee 2020), the default; `numeric`, [1]; or `notes`.',
    { expected: '`author-date`, `numeric` or `notes`', example: 'citations: notes' },
  ),
  printed: field(
    text,
    'The printed edition whose pages `::page[42]` marks: its ISBN, or a sentence that names it.',
    { expected: 'text', example: 'printed: urn:isbn:9780306406157' },
  ),
  conforms: field(
    text,
    'The accessibility standard that you have checked the book against. Octavo never claims one by itself.',
    { expected: 'text', example: 'conforms: EPUB Accessibility 1.1 - WCAG 2.2 Level AA' },
  ),
  'certified-by': field(
    certifier,
    'Who has checked that the book `conforms`, as the standard asks for: you, or an organisation with its `credential` and the address of its `report`.',
    {
      expected: 'a name, or `name` with `credential` and `report`, an address on the web',
      example: 'certified-by: Ann Lee',
    },
  ),
  exemption: field(
    exemption,
    'Why the European Accessibility Act asks less of the book. Shops may ask for its accessibility all the same.',
    {
      expected: '`eaa-microenterprise`, `eaa-disproportionate-burden` or `eaa-fundamental-alteration`',
      example: 'exemption: eaa-microenterprise',
    },
  ),
  quotes: field(
    z.enum(['auto', 'double', 'single']),
    'Which quotation marks enclose speech in the finished book. By default the ones that the text uses.',
    { expected: '`auto`, `double` or `single`', example: 'quotes: single' },
  ),
  typography: field(typography, 'Switches the typography off as a whole, or sets one of its rules.', {
    expected: '`true`, `false`, or a setting for each rule',
    example: 'typography: { dashes: spaced }',
  }),
  words: field(
    list(/[\s,]+/),
    'Words that begin with an apostrophe, besides those that every reader knows.',
    {
      expected: 'a list of words',
      example: 'words: ["\'scuse", "\'appen"]',
    },
  ),
  theme: field(
    text,
    'The look: `classic`, `modern`, `plain`, or a [folder with a theme of your own](themes.md).',
    { expected: 'the name of a theme', example: 'theme: classic' },
  ),
  fonts: field(
    z.boolean(),
    'Whether the theme’s typefaces go into the book, cut to the letters that such books use. They do, unless you set `false`, which keeps the file small; the theme `plain` has none.',
    { expected: '`true` or `false`', example: 'fonts: false' },
  ),
  format: field(
    formats,
    'The formats to write: `epub`, `kepub` for Kobo’s own reader ([more](kepub.md)), or both. By default `epub`.',
    { expected: '`epub`, `kepub` or both', example: 'format: [epub, kepub]' },
  ),
  toc: field(
    contents,
    'Whether the book shows a page of contents, or how many levels of headings it lists.',
    { expected: '`true`, `false`, or `depth` from 1 to 6', example: 'toc: { depth: 2 }' },
  ),
  chapters: field(
    list(),
    'The order of the files, by their paths in the book’s folder. By default it follows their names, `2` before `10`. Files that it does not name keep their places.',
    { expected: 'a list of paths', example: 'chapters: [arrival.md, crossing.md]' },
  ),
  numbering: field(
    numbering,
    'How chapters and parts are numbered above their titles, in the book’s language: in `words` (Chapter One), in `arabic` or `roman` figures. `restart: true` begins with one in every part. By default they are not ([more](pages.md#numbered-chapters)).',
    {
      expected: '`words`, `arabic`, `roman` or `none`, or one of them for `chapters` and for `parts`',
      example: 'numbering: { chapters: words, parts: roman }',
    },
  ),
  note: NOTE,
  ...WORDS,
  source: SOURCE,
  draft: DRAFT,
};

/** The keys of a section's front matter. */
export const SECTION_FIELDS = {
  title: TITLE,
  subtitle: SUBTITLE,
  kind: field(
    text.transform((kind) => kind.toLowerCase()),
    'What kind of page it is: `chapter`, `part`, `prologue`, `epilogue`, `dedication` and so on. By default the file’s name decides.',
    { expected: 'the name of a kind', example: 'kind: epilogue' },
  ),
  author: AUTHOR,
  authors: BOOK_FIELDS.authors,
  dedication: DEDICATION,
  epigraph: EPIGRAPH,
  date: field(date, 'The day on which this text was first published.', DATE_DETAILS),
  weight: field(
    weight,
    'Its place among the files of its folder, as in Hugo: the lowest comes first, and files without a weight come last. By default the files’ names give the order.',
    { expected: 'a number', example: 'weight: 3' },
  ),
  source: SOURCE,
  rights: field(text, 'Who holds the rights in this text.', RIGHTS),
  note: NOTE,
  ...WORDS,
  toc: field(z.boolean(), 'Whether the table of contents lists it. By default its kind decides.', {
    expected: '`true` or `false`',
    example: 'toc: false',
  }),
  numbering: field(
    z.literal('none'),
    'Leaves a chapter or part without a number, uncounted, in a book that numbers them.',
    {
      expected: '`none`',
      example: 'numbering: none',
    },
  ),
  draft: DRAFT,
  language: field(language, 'Its language, where that is not the book’s.', LANGUAGE_DETAILS),
};

type Fields = Record<string, z.ZodType>;
type Values<F extends Fields> = { [K in keyof F]?: z.output<F[K]> };

/** A book's own metadata, checked; `author` and `authors` in one. */
export type BookMeta = Omit<Values<typeof BOOK_FIELDS>, 'author'>;

/** A section's metadata, checked; `author` and `authors` in one. */
export type SectionMeta = Omit<Values<typeof SECTION_FIELDS>, 'author'>;

/** The whole front matter of a book, for JSON Schema. */
export const BOOK_SCHEMA = wholeOf(BOOK_FIELDS);
/** The whole front matter of a section, for JSON Schema. */
export const SECTION_SCHEMA = wholeOf(SECTION_FIELDS);

function wholeOf(fields: Fields) {
  return z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.optional()])),
  );
}

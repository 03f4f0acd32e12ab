/** Pages that the build makes, or fills, and parts among the files of one folder. */
import { assemble } from '../../src/book/assemble.js';
import { linesTree } from '../../src/book/single.js';
import { localeOf } from '../../src/locales/index.js';
import type { BookMeta, CreditEntry, ParsedBook, Section } from '../../src/types.js';
import { fileBook, folderBook, manuscript } from '../parsed.js';

const put = (book: ParsedBook) => assemble(book, localeOf('en'));
const kinds = (book: ParsedBook) => put(book).value.sections.map(({ kind }) => kind.kind);
const pageOf = (book: ParsedBook, kind: string): Section | undefined =>
  put(book).value.sections.find((section) => section.kind.kind === kind);

const noted = manuscript('01-one.md', '# One\n\nText.[^a]\n\n[^a]: Note.');
const one = (meta: BookMeta) => folderBook([noted], meta);

test('a title of several lines keeps them on its pages, and is one line everywhere else', () => {
  const book = one({ title: 'The Long Way\n  and the Short', subtitle: 'A\nB', 'half-title': true });
  const { metadata } = put(book).value;
  expect([metadata.title, metadata.subtitle]).toEqual(['The Long Way and the Short', 'A B']);
  expect(pageOf(book, 'title-page')?.titles).toEqual({
    title: linesTree(['The Long Way', 'and the Short']),
    subtitle: linesTree(['A', 'B']),
  });
  expect(pageOf(book, 'half-title')?.titles).toEqual({ title: linesTree(['The Long Way', 'and the Short']) });
  const [story] = put(
    folderBook([manuscript('01-a.md', 'Text.', { title: 'Low\nWater' })]),
  ).value.sections.filter(({ kind }) => kind.kind === 'chapter');
  expect(story?.title).toBe('Low Water');
  expect(story?.heading?.children[0]).toMatchObject({
    children: [{ value: 'Low' }, { type: 'break' }, { value: 'Water' }],
  });
});

test('the heading that names a book is on its title page as it is set', () => {
  const titleOf = (heading: string) =>
    pageOf(fileBook(`${heading}\n\n## One\n\nText.\n\n## Two\n\nText.\n\n[^a]: Note.`), 'title-page')?.titles
      ?.title?.children[0];
  expect(titleOf('# The *Whale*')).toMatchObject({ children: [{ value: 'The ' }, { type: 'emphasis' }] });
  expect(titleOf('# The *Whale*[^a]')).toMatchObject({ children: [{ value: 'The Whale' }] });
});

describe('switches', () => {
  test('a half-title stands before the title page where it is asked for', () => {
    expect(kinds(one({}))).not.toContain('half-title');
    const asked = one({ title: 'Rain', 'half-title': true });
    expect(kinds(asked).slice(1, 3)).toEqual(['half-title', 'title-page']);
    expect(pageOf(asked, 'half-title')?.titles).toEqual({ title: linesTree(['Rain']) });
  });

  test('the colophon says which edition it is, and can be left out', () => {
    const meta = { title: 'Rain, $& Rain', version: '1.2', date: '2026-03' };
    expect(pageOf(one(meta), 'colophon')?.data).toEqual({
      made: { before: 'This edition of ', title: 'Rain, $& Rain', after: ' was made with Octavo.' },
      edition: 'Edition 1.2, March 2026',
    });
    expect(kinds(one({ colophon: false }))).not.toContain('colophon');
  });

  test('notes stand on a page of their own, or by chapter', () => {
    expect(kinds(one({}))).toContain('endnotes');
    expect(kinds(one({ notes: 'chapter' }))).not.toContain('endnotes');
    expect(put(one({ notes: 'chapter' })).value.notes).toBe('chapter');
  });
});

test('dates and words of the pages that are made are in the language of the book', () => {
  const stories = [manuscript('01-a.md', '# א', { date: '2019-05-03', source: 'כתב עת' })];
  const { sections } = assemble(folderBook(stories, { date: '2026-05-01' }), localeOf('he')).value;
  const data = Object.fromEntries(sections.map((section) => [section.kind.kind, section.data]));
  expect(data['colophon']).toMatchObject({ edition: '1 במאי 2026' });
  expect(data['credits']).toMatchObject({ entries: [{ published: 'פורסם לראשונה: 3 במאי 2019' }] });
});

test('pages of the back stand where their kind does, whatever the author put before and behind', () => {
  const book = folderBook([
    noted,
    manuscript('acknowledgments.md', 'Thanks.'),
    manuscript('about-the-author.md', 'Me.'),
    manuscript('colophon.md', 'Set by hand.'),
  ]);
  expect(kinds(book).slice(-4)).toEqual(['acknowledgments', 'endnotes', 'about-the-author', 'colophon']);
});

describe('a page that the build fills', () => {
  const contents = (text: string) =>
    folderBook([
      noted,
      manuscript('02-two.md', '# Two'),
      manuscript('03-in-it.md', text, { kind: 'contents' }),
      manuscript('dedication.md', 'For Ann'),
    ]);

  test('stands where a file of its kind does, with its title', () => {
    const { value, messages } = put(contents('# What Is in It'));
    const own = value.sections.filter(({ kind }) => kind.kind === 'contents');
    expect(own.map(({ title }) => title)).toEqual(['What Is in It']);
    expect(value.sections.findIndex(({ id }) => id === 'two')).toBe(
      value.sections.indexOf(own[0] as Section) - 1,
    );
    expect(messages.filter(({ id }) => id === 'book:filled-page')).toEqual([]);
  });

  test('holds no text of the author', () => {
    expect(put(contents('# What Is in It\n\nMuch.')).messages).toContainEqual(
      expect.objectContaining({ id: 'book:filled-page', place: { line: 3, column: 1 } }),
    );
  });

  test('is left out where there is nothing to fill it with', () => {
    const book = folderBook([
      manuscript('01-one.md', '# One'),
      manuscript('notes.md', '# Notes', { kind: 'endnotes' }),
    ]);
    expect(kinds(book)).not.toContain('endnotes');
  });
});

describe('parts', () => {
  test('a part among the files of a folder holds the chapters behind it', () => {
    const book = folderBook([
      manuscript('01-one.md', '# One'),
      manuscript('02-here.md', '# Here', { kind: 'part' }),
      manuscript('03-two.md', '# Two'),
      manuscript('04-interlude.md', '# Between'),
      manuscript('05-there.md', '# There', { kind: 'part' }),
      manuscript('06-three.md', '# Three'),
      manuscript('07-epilogue.md', '# After'),
    ]);
    const { value, messages } = put(book);
    const held = value.sections.flatMap(({ id, part }) => (part === undefined ? [] : [[id, part]]));
    expect(held).toEqual([
      ['two', 'here'],
      ['interlude', 'here'],
      ['three', 'there'],
    ]);
    expect(messages.map(({ id }) => id)).not.toContain('book:empty-part');
  });

  test('one without chapters is a message', () => {
    const book = folderBook([
      manuscript('01-one.md', '# One'),
      manuscript('02-here.md', '# Here', { kind: 'part' }),
      manuscript('03-there.md', '# There', { kind: 'part' }),
      manuscript('04-two.md', '# Two'),
    ]);
    expect(put(book).messages.filter(({ id }) => id === 'book:empty-part')).toEqual([
      expect.objectContaining({
        path: 'manuscripts/book/02-here.md',
        place: { line: 1, column: 1 },
        severity: 'warning',
      }),
    ]);
  });
});

describe('credits', () => {
  const story = (name: string, meta: Parameters<typeof manuscript>[2]) => manuscript(name, `# ${name}`, meta);
  const authors = [{ name: 'Ann Lee', role: 'aut' }];

  test('list the texts that have a source, a date or rights', () => {
    const book = folderBook([
      story('01-a.md', { authors, date: '2019-05', source: 'https://example.org/a' }),
      story('02-b.md', { rights: '© Bo' }),
      story('03-c.md', {}),
    ]);
    expect(pageOf(book, 'credits')?.data['entries']).toEqual([
      {
        id: 'a',
        title: '01-a.md',
        authors: ['Ann Lee'],
        published: 'First published: May 2019',
        source: 'https://example.org/a',
      },
      { id: 'b', title: '02-b.md', authors: [], rights: '© Bo' },
    ] satisfies CreditEntry[]);
  });

  test('there are none for dates alone, nor where the author wrote them', () => {
    const dated = story('01-a.md', { date: '2019' });
    const sourced = story('01-a.md', { source: 'The Review' });
    expect(kinds(folderBook([dated]))).not.toContain('credits');
    const own = put(folderBook([sourced, manuscript('credits.md', 'Mine.')])).value.sections;
    expect(own.filter(({ kind }) => kind.kind === 'credits').map(({ rel }) => rel)).toEqual(['credits.md']);
  });
});

describe('the imprint', () => {
  test('names the edition, the first publication and those who made the book', () => {
    const contributors = [
      { name: 'Cy', role: 'cov' },
      { name: 'Dee', role: 'pfr' },
    ];
    const made = one({
      contributors,
      source: 'The Review',
      version: '2',
      identifier: '978-0-306-40615-7',
      title: 'Rain',
    });
    expect(pageOf(made, 'imprint')?.data).toEqual({
      title: 'Rain',
      authors: [],
      lines: ['Edition 2', 'ISBN 978-0-306-40615-7', 'First published: The Review'],
      credits: [{ label: 'cover by', names: ['Cy'] }],
    });
  });

  test('names an editor who wrote a part of the book once', () => {
    const editor = { name: 'Cy Mole', role: 'edt' };
    const stories = ['Ann Lee', 'Cy Mole'].map((name, index) =>
      manuscript(`0${String(index + 1)}-a.md`, '# A', { authors: [{ name, role: 'aut' }] }),
    );
    expect(pageOf(folderBook(stories, { authors: [editor], rights: '© Cy' }), 'imprint')?.data).toMatchObject(
      {
        authors: ['Ann Lee'],
        credits: [{ names: ['Cy Mole'] }],
      },
    );
  });

  test("names the book's own authors, and a story's where the book names none", () => {
    const guest = manuscript('01-a.md', '# A', { authors: [{ name: 'Ann Lee', role: 'aut' }] });
    const authors = [{ name: 'Bo Quay', role: 'aut' }];
    const bylines = [{ authors }, {}].map((meta) => {
      const { metadata, sections } = put(folderBook([guest], { ...meta, rights: '©' })).value;
      const imprint = sections.find(({ kind }) => kind.kind === 'imprint');
      return [metadata.byline, imprint?.data.authors];
    });
    expect(bylines).toEqual([
      [['Bo Quay'], ['Bo Quay']],
      [['Ann Lee'], ['Ann Lee']],
    ]);
  });

  test('does not call a number an ISBN that is none', () => {
    expect(pageOf(one({ identifier: '978-0-306-40615-8', rights: '© Ann' }), 'imprint')?.data).toMatchObject({
      lines: ['© Ann'],
    });
  });
});

test.each([
  ['978-0-306-40615-7', 'urn:isbn:9780306406157'],
  ['ISBN 0-306-40615-2', 'urn:isbn:0306406152'],
  ['urn:isbn:9780306406157', 'urn:isbn:9780306406157'],
  ['978-0-306-40615-8', '978-0-306-40615-8'],
  ['5B0E1C9E-7A39-5D5E-8F52-0C3F7F6F2A11', 'urn:uuid:5b0e1c9e-7a39-5d5e-8f52-0c3f7f6f2a11'],
  ['https://example.org/rain', 'https://example.org/rain'],
])('the identifier %s is %s', (identifier, expected) => {
  expect(put(one({ identifier })).value.metadata.identifier).toBe(expected);
});

test('those who did other things for a story are contributors', () => {
  const people = [
    { name: 'Bo', role: 'aut' },
    { name: 'Dee', role: 'trl' },
  ];
  const { authors, contributors } = put(folderBook([manuscript('01.md', '# A', { authors: people })])).value
    .metadata;
  expect([authors, contributors]).toEqual([[{ ...people[0], sort: 'Bo' }], [{ ...people[1], sort: 'Dee' }]]);
});

test.each(['imprint', 'copyright', 'title-page', 'half-title', 'colophon', 'dedication', 'epigraph'])(
  'a file %s.md that shows nothing is left out, and the build makes its own page as ever',
  (name) => {
    const chapter = manuscript('01.md', '# A\n\nText.');
    const empty = manuscript(`${name}.md`, '<!-- to be written -->\n\n[a]: b');
    const { value, messages } = put(folderBook([chapter, empty]));
    expect(value.sections).toEqual(put(folderBook([chapter])).value.sections);
    expect(messages).toContainEqual(expect.objectContaining({ id: 'book:empty-page', path: empty.path }));
  },
);

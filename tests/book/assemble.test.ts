import { toString } from 'mdast-util-to-string';
import { assemble, linedBlocks } from '../../src/book/assemble.js';
import { captionMaps } from '../../src/book/maps.js';
import { localeOf } from '../../src/locales/index.js';
import type { ParsedBook } from '../../src/types.js';
import { fileBook, folderBook, manuscript, tree } from '../parsed.js';

const en = localeOf('en');
const put = (book: ParsedBook) => assemble(book, en);
/** The sections behind the cover. */
const shown = (book: ParsedBook) => put(book).value.sections.filter(({ kind }) => kind.kind !== 'cover');
const order = (book: ParsedBook) => shown(book).map((section) => `${section.kind.kind}:${section.id}`);

test('a page that the build fills has an id of its own, whatever its file is called', () => {
  const notes = manuscript('title-page.md', '', { kind: 'endnotes' });
  const ids = shown(folderBook([manuscript('01-one.md', 'Text.[^a]\n\n[^a]: Note.'), notes])).map(
    ({ id }) => id,
  );
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the order of a folder', () => {
  test('kinds without a number stand where their kind does', () => {
    const book = folderBook([
      manuscript('01-one.md', '# One\n\nText.'),
      manuscript('02-two.md', '# Two\n\nText.'),
      manuscript('acknowledgments.md', 'Thanks.'),
      manuscript('dedication.md', 'For Ann'),
      manuscript('epilogue.md', 'After.'),
      manuscript('foreword.md', 'Before.'),
      manuscript('prologue.md', 'First.'),
    ]);
    expect(order(book)).toEqual([
      'title-page:title-page',
      'dedication:dedication',
      'contents:contents',
      'foreword:foreword',
      'prologue:prologue',
      'chapter:one',
      'chapter:two',
      'epilogue:epilogue',
      'acknowledgments:acknowledgments',
      'colophon:colophon',
    ]);
  });

  test('a number, or the list of chapters, puts a page anywhere', () => {
    const numbered = folderBook([
      manuscript('01-one.md', '# One'),
      manuscript('02-epilogue.md', 'So far.'),
      manuscript('03-two.md', '# Two'),
    ]);
    expect(order(numbered)).toEqual([
      'title-page:title-page',
      'contents:contents',
      'chapter:one',
      'epilogue:epilogue',
      'chapter:two',
      'colophon:colophon',
    ]);
    const listed = folderBook([manuscript('one.md', '# One'), manuscript('dedication.md', 'For Ann')], {
      chapters: ['one.md', 'dedication.md'],
    });
    expect(order(listed)).toEqual([
      'title-page:title-page',
      'chapter:one',
      'dedication:dedication',
      'colophon:colophon',
    ]);
  });

  test('a sub-folder is a part that holds its chapters; its part.md is its page', () => {
    const book = folderBook([
      manuscript('01-water/01-ferry.md', '# The Ferry'),
      manuscript('02-land/part.md', '# Dry Land', { kind: 'part' }),
      manuscript('02-land/01-road.md', '# The Road'),
    ]);
    const { sections } = put(book).value;
    expect(sections.filter(({ kind }) => kind.kind === 'part').map(({ id, title }) => [id, title])).toEqual([
      ['water', 'Water'],
      ['land', 'Dry Land'],
    ]);
    expect(sections.filter(({ kind }) => kind.kind === 'chapter').map(({ id, part }) => [id, part])).toEqual([
      ['ferry', 'water'],
      ['road', 'land'],
    ]);
  });

  test("a story's own dedication stands before the story", () => {
    const book = folderBook([
      manuscript('01-one.md', '# One', {}, { dedication: tree('For *Ann*') }),
      manuscript('02-two.md', '# Two'),
    ]);
    expect(order(book)).toEqual([
      'title-page:title-page',
      'contents:contents',
      'dedication:one-dedication',
      'chapter:one',
      'chapter:two',
      'colophon:colophon',
    ]);
  });

  test('a dedication from a file stands before an epigraph from the front matter', () => {
    const file = [manuscript('01-one.md', '# One'), manuscript('dedication.md', 'For Ann')];
    const kinds = order(folderBook(file, {}, { epigraph: tree('Rain.') })).map((name) =>
      name.replace(/:.*/, ''),
    );
    expect(kinds.slice(0, 4)).toEqual(['title-page', 'dedication', 'epigraph', 'chapter']);
  });

  test('two files that ask for one name: both stay, and a message says so', () => {
    const { value, messages } = put(
      folderBook([manuscript('01-the-ferry.md', '# A'), manuscript('02-the-ferry.md', '# B')]),
    );
    expect(value.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['the-ferry', 'the-ferry-2']));
    expect(messages).toContainEqual(
      expect.objectContaining({ id: 'book:same-slug', path: 'manuscripts/book/02-the-ferry.md' }),
    );
  });

  test('an unknown kind is an error that knows what was meant', () => {
    const { messages } = put(folderBook([manuscript('01-one.md', 'Text', { kind: 'epilouge' })]));
    expect(messages).toContainEqual(
      expect.objectContaining({
        id: 'book:unknown-kind',
        severity: 'error',
        hint: 'Did you mean `epilogue`?',
      }),
    );
  });

  test('notes come at the end exactly when a text refers to one', () => {
    const noted = folderBook([manuscript('01-one.md', 'A word.[^1]\n\n[^1]: A note.')]);
    expect(order(noted)).toContain('endnotes:endnotes');
    expect(order(folderBook([manuscript('01-one.md', 'A word.')]))).not.toContain('endnotes:endnotes');
  });
});

describe('titles', () => {
  const titleOf = (book: ParsedBook) =>
    put(book).value.sections.find(({ kind }) => kind.kind === 'chapter')?.title;

  test.each([
    ['front matter first', manuscript('01-a.md', '# Heading', { title: 'Given' }), 'Given'],
    ['then the first heading', manuscript('01-a.md', '## The *Other* Heading\n\nText'), 'The Other Heading'],
    ['then the name of the file', manuscript('07_the-long_road.md', 'Text'), 'The long road'],
    ['a number alone', manuscript('12.md', 'Text'), 'Chapter 12'],
    ['no comment above the heading', manuscript('01.md', '<!-- draft 3 -->\n\n# One\n\nText'), 'One'],
  ])('%s', (_, file, expected) => {
    expect(titleOf(folderBook([file]))).toBe(expected);
  });

  test('a heading that repeats the title of the front matter is not printed twice', () => {
    const { sections } = put(
      folderBook([manuscript('01.md', '# The *Ferry*\n\nText', { title: 'The Ferry' })]),
    ).value;
    const [chapter] = sections.filter(({ kind }) => kind.kind === 'chapter');
    expect(chapter?.tree.children.map(({ type }) => type)).toEqual(['paragraph']);
  });
});

test('a heading of no words that a text begins with is gone', () => {
  const { sections } = put(folderBook([manuscript('12.md', '#\n\nText')])).value;
  const [chapter] = sections.filter(({ kind }) => kind.kind === 'chapter');
  expect(chapter?.title).toBe('Chapter 12');
  expect(chapter?.tree.children.map(({ type }) => type)).toEqual(['paragraph']);
});

describe('a book in a single file', () => {
  test.each(['##', '###'])('chapters begin at %s where no heading stands above it', (marks) => {
    const text = `It rained.\n\n${marks} One\n\n${marks}# The Quay\n\nA.\n\n${marks} Two\n\nB.`;
    const { value } = put(fileBook(text, { title: 'The Ferry' }));
    expect(value.sections.flatMap(({ rel, title }) => (rel === '' ? [] : [title]))).toEqual([
      undefined,
      'One',
      'Two',
    ]);
  });

  test('a tag that opens above the first heading makes no page', () => {
    const { value } = put(
      fileBook('<div class="front">\n\n# Foreword\n\nIt rained.\n\n</div>\n\n# One\n\nA.'),
    );
    expect(value.sections.flatMap(({ rel, title }) => (rel === '' ? [] : [title]))).toEqual([
      'Foreword',
      'One',
    ]);
  });

  test('the only top-level heading is the title; what follows is the story', () => {
    const { value } = put(fileBook('# The Ferry\n\nIt rained.'));
    expect(value.metadata.title).toBe('The Ferry');
    expect(value.sections.filter(({ kind }) => kind.kind === 'chapter').map(({ title }) => title)).toEqual([
      'The Ferry',
    ]);
  });

  test('no heading at all: the name of the file', () => {
    const { value, messages } = put(fileBook('It rained.'));
    expect(value.metadata).toMatchObject({ title: 'My story', language: 'en', slug: 'my-story' });
    expect(messages.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['book:no-title', 'book:no-author', 'book:no-language']),
    );
    expect(messages.every(({ hint }) => hint)).toBe(true);
  });

  test('chapters split at top-level headings, by kind where a heading names one', () => {
    const book = fileBook('# Prologue\n\nA\n\n# One\n\nB\n\n## Inner\n\nC\n\n# Epilogue\n\nD', {
      title: 'T',
    });
    expect(order(book)).toEqual([
      'title-page:title-page',
      'contents:contents',
      'prologue:prologue',
      'chapter:one',
      'epilogue:epilogue',
      'colophon:colophon',
    ]);
  });

  test('a heading with nothing under it is a part; two in a row nest', () => {
    const text =
      '# Book I\n\n# Part I\n\n# I\n\nA\n\n# Part II\n\n# I\n\nB\n\n# Book II\n\n# Part I\n\n# I\n\nC';
    const sections = shown(fileBook(text, { title: 'T' }));
    expect(sections.slice(2, -1).map(({ id, part }) => [id, part])).toEqual([
      ['book-i', undefined],
      ['part-i', 'book-i'],
      ['chapter-i', 'part-i'],
      ['part-ii', 'book-i'],
      ['chapter-i-2', 'part-ii'],
      ['book-ii', undefined],
      ['part-i-2', 'book-ii'],
      ['chapter-i-3', 'part-i-2'],
    ]);
  });

  test('definitions above the first heading are no page', () => {
    const book = fileBook('[l]: https://e.org\n\n# A\n\n[One][l].\n\n# B\n\nTwo.', { title: 'T' });
    const { sections } = put(book).value;
    expect(sections.flatMap(({ kind, title }) => (kind.kind === 'chapter' ? [title] : []))).toEqual([
      'A',
      'B',
    ]);
    expect(sections.flatMap(({ tree }) => tree.children).map(({ type }) => type)).toEqual([
      'definition',
      'paragraph',
      'paragraph',
    ]);
  });
});

test("the note of the book's own front matter stands before its first text and after its last", () => {
  const notes = {
    summary: tree('A rope.'),
    noteBefore: tree('Before.'),
    noteAfter: tree('After.'),
    tags: tree('Rating: G'),
  };
  for (const book of [
    fileBook('# A\n\nOne.\n\n# B\n\nTwo.', { title: 'T' }, notes),
    folderBook(
      [manuscript('01-a.md', '# A'), manuscript('02-b.md', '# B'), manuscript('afterword.md', 'C')],
      {},
      notes,
    ),
  ]) {
    const fronts = put(book).value.sections.map(({ title, front }) => [title, Object.keys(front)]);
    expect(fronts).toContainEqual(['A', ['summary', 'noteBefore']]);
    expect(fronts).toContainEqual(['B', ['noteAfter', 'tags']]);
  }
});

describe('what is missing is told with the way to give it', () => {
  const hint = (book: ParsedBook, id: string) =>
    put(book).messages.find((message) => message.id === id)?.hint ?? '';
  const chapter = [manuscript('01-a.md', 'Text')];

  test.each([
    ['book.md', 'in the front matter of `book.md`'],
    ['book.yaml', 'in `book.yaml`'],
  ])('in %s', (name, where) => {
    const book = { ...folderBook(chapter), metaPath: `manuscripts/the-book/${name}` };
    expect(hint(book, 'book:no-author')).toBe(`Put it ${where}: \`author: Your Name\`.`);
  });

  test('in a folder that has neither', () => {
    const book = { ...folderBook(chapter), metaPath: 'manuscripts/the-book' };
    expect(hint(book, 'book:no-author')).toContain('in a file `book.md` in this folder');
    expect(put(book).messages[0]?.reason).toContain('after the name of the folder');
  });

  test('a title as YAML takes it, and never longer than people read', () => {
    expect(hint(fileBook('# One: Two\n\nText'), 'book:no-title')).toContain('`title: "One: Two"`');
    const { messages } = put(fileBook(`# ${'Very long '.repeat(1000)}\n\nText`));
    for (const { reason, hint: way = '' } of messages) expect((reason + way).length).toBeLessThan(400);
  });
});

describe('what a book is known by', () => {
  const identifier = (book: ParsedBook) => put(book).value.metadata.identifier;
  const authors = [{ name: 'Ann Lee', role: 'aut' }];
  const file = [manuscript('01-a.md', 'Text')];

  test('the identifier follows from the name and the authors, not from the title or the text', () => {
    const first = identifier(folderBook(file, { authors, title: 'One' }));
    expect(first).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(identifier(folderBook([manuscript('02-b.md', 'Other')], { authors, title: 'Two' }))).toBe(first);
    expect(identifier(folderBook(file, { title: 'One' }))).not.toBe(first);
  });

  test.each([
    [undefined, undefined, '1980-01-01T00:00:00Z'],
    ['2026', undefined, '2026-01-01T00:00:00Z'],
    ['2026-05-04', undefined, '2026-05-04T00:00:00Z'],
    ['1851-10-18', undefined, '1980-01-01T00:00:00Z'],
    ['2026-05-04', 1_700_000_000, '2023-11-14T22:13:20Z'],
  ])('date %s and epoch %s: modified %s', (date, epoch, modified) => {
    const book = folderBook(file, date === undefined ? {} : { date });
    const { value } = assemble(book, en, epoch === undefined ? {} : { epoch });
    expect(value.metadata.modified).toBe(modified);
  });
});

describe('the blocks that keep their lines', () => {
  const linesOf = (book: ParsedBook): string[] =>
    [...linedBlocks(book, localeOf('en'))].map((block) => toString(block));

  test('are those of a dedication and an epigraph in a folder', () => {
    const book = folderBook([
      manuscript('dedication.md', '# For\n\nFor Ida\nand Tom'),
      manuscript('01-one.md', 'A\nB'),
      manuscript('page.md', 'C\nD', { kind: 'epigraph' }),
    ]);
    expect(linesOf(book).filter((text) => text !== 'For')).toEqual(['For Ida\nand Tom', 'C\nD']);
  });

  test('and those below their headings in a single file', () => {
    const book = fileBook('# Epigraph\n\nA\nB\n\n# One\n\nC\nD', { title: 'T' });
    expect(linesOf(book)).toEqual(['A\nB']);
  });
});

test('a claim and who vouches for it go together', () => {
  const said = (meta: ParsedBook['meta']) =>
    put(folderBook([manuscript('one.md', '# One')], meta))
      .messages.map(({ id }) => id)
      .filter((id) => /-(?:certifier|claim)$/u.test(id));
  const certifier = { 'certified-by': { name: 'Ann Lee' } };
  expect(said({ conforms: 'X' })).toEqual(['book:no-certifier']);
  expect(said(certifier)).toEqual(['book:no-claim']);
  expect([said({ conforms: 'X', ...certifier }), said({ conforms: 'none' }), said({})]).toEqual([[], [], []]);
});

test('two hundred files whose names say a number and `chapter` are no messages', () => {
  const files = Array.from({ length: 200 }, (_, index) =>
    manuscript(`${String(index + 1).padStart(3, '0')}-chapter.md`, 'Text.'),
  );
  const { value, messages } = put(folderBook(files));
  expect(messages.filter(({ id }) => id === 'book:same-slug')).toEqual([]);
  const chapters = value.sections.filter(({ kind }) => kind.kind === 'chapter');
  expect(chapters.at(-1)).toMatchObject({ id: 'chapter-200', title: 'Chapter 200' });
});

test('a map stands before the story with its picture alone', () => {
  const book = folderBook([
    manuscript('01-one.md', '# One'),
    manuscript('map.md', '![The valley](valley.png)'),
    manuscript('preface.md', 'Before.'),
  ]);
  expect(order(book).slice(2, 5)).toEqual(['preface:preface', 'map:map', 'chapter:one']);
  expect(shown(book).find(({ kind }) => kind.kind === 'map')).toMatchObject({ title: 'Map', toc: true });
  const map = shown(book).find(({ kind }) => kind.kind === 'map');
  expect(map?.heading).toBeUndefined();
  // Its description is its caption, which a title of the picture's own is else.
  const { manuscripts } = captionMaps(book);
  expect(JSON.stringify(manuscripts[1]?.tree)).toContain('"title":"The valley"');
  expect(captionMaps({ ...book, manuscripts: manuscripts.slice(0, 1) }).manuscripts).toEqual(
    manuscripts.slice(0, 1),
  );
});

test('a map has its title above what is more than a picture', () => {
  const [, , map] = shown(
    folderBook([manuscript('map.md', 'Here:\n\n![The valley](valley.png)'), manuscript('1.md', 'A')]),
  );
  expect(map).toMatchObject({ title: 'Map' });
  expect(map?.heading).toBeDefined();
});

test('what `chapters` does not name stands where its kind or its number says, else a message tells', () => {
  const rest = (rel: string) => ({ ...manuscript(rel, 'Text.'), unlisted: true as const });
  const files = [rest('2-two.md'), rest('epilogue.md'), manuscript('one.md', '# One'), rest('other.md')];
  const { value, messages } = put(folderBook([...files, rest('dedication.md')], { chapters: ['one'] }));
  const own = value.sections.filter(({ rel }) => rel !== '').map(({ id }) => id);
  expect(own).toEqual(['dedication', 'two', 'one', 'other', 'epilogue']);
  expect(messages.filter(({ id }) => id === 'chapters:unlisted').map(({ path }) => path)).toEqual([
    'manuscripts/book/other.md',
  ]);
});

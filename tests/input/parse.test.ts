import { toString } from 'mdast-util-to-string';
import { bookOf, lines, parsed, single } from './parsed.js';

const order = (files: Record<string, string>): string[] | undefined =>
  parsed(bookOf(files)).value?.manuscripts.map(({ rel }) => rel);
const inOrder = (...rels: string[]): Record<string, string> =>
  Object.fromEntries([...rels].reverse().map((rel) => [rel, 'Text.']));

describe('reading order', () => {
  test.each([
    ['numbers', ['1.md', '2.md', '10.md', '010a.md']],
    ['names and numbers', ['chapter.md', 'chapter 2.md', 'chapter 10.md', 'Épilogue.md', 'Zwei.md']],
    ['numbers beyond measure', ['9007199254740993.md', '90071992547409930.md']],
    [
      'parts',
      [
        '01 intro.md',
        '02 part/part.md',
        '02 part/1.md',
        '02 part/10.md',
        '03 part/index.md',
        '03 part/a.md',
        '10 end.md',
      ],
    ],
    ['deeper folders, as files of their part', ['a/1.md', 'a/2/x.md', 'a/2/y.md', 'a/3.md', 'b.md']],
  ])('%s', (_, rels) => {
    expect(order(inOrder(...rels))).toEqual(rels);
  });

  test("a part's page is one", () => {
    const book = parsed(
      bookOf({ 'a/index.md': '# A', 'a/b.md': 'Text.', 'b/part.md': '---\nkind: interlude\n---\n' }),
    ).value;
    expect(book?.manuscripts.map(({ meta }) => meta.kind)).toEqual(['part', undefined, 'interlude']);
  });

  test('a file called as its folder is the page of the part, unless it is alone there', () => {
    const book = parsed(
      bookOf({
        '01 Low Water/01. The Mud.md': '# Mud',
        '01 Low Water/Low Water.md': '# Low Water',
        '02-end/2-end.md': '# End',
      }),
    ).value;
    expect(book?.manuscripts.map(({ rel, meta }) => [rel, meta.kind])).toEqual([
      ['01 Low Water/Low Water.md', 'part'],
      ['01 Low Water/01. The Mud.md', undefined],
      ['02-end/2-end.md', undefined],
    ]);
  });

  test('`chapters:` gives it', () => {
    const { value, messages } = parsed(
      bookOf({
        'book.md': '---\nchapters:\n  - b.md\n  - part/\n  - a\n---\n',
        'a.md': 'A.',
        'b.md': 'B.',
        'part/part.md': 'P.',
        'part/1.md': '1.',
      }),
    );
    expect(value?.manuscripts.map(({ rel }) => rel)).toEqual(['b.md', 'part/part.md', 'part/1.md', 'a.md']);
    expect(messages).toEqual([]);
  });

  test('`chapters:` that does not fit', () => {
    const { value, messages } = parsed(
      bookOf({
        'book.yaml': 'title: T\nchapters: [b.md, crosing.md, b.md]\n',
        'a.md': 'A.',
        'b.md': 'B.',
        'crossing.md': 'C.',
      }),
    );
    expect(value?.manuscripts.map(({ rel }) => rel)).toEqual(['a.md', 'b.md', 'crossing.md']);
    expect(lines(messages)).toEqual([
      'error chapters:missing 2:18 `chapters` names `crosing.md`, and there is no such file or folder',
      'warning chapters:twice 2:30 `chapters` names `b.md` twice',
    ]);
    expect(messages[0]).toMatchObject({ path: 'book/book.yaml', hint: 'Did you mean `crossing.md`?' });
  });

  test.each([
    ['[c, a]', 'c.md b.md a.md p/1.md p/2.md'],
    ['[p, a]', 'p/1.md p/2.md b.md c.md a.md'],
    ['[p/2, b]', 'a.md p/2.md p/1.md c.md b.md'],
    ['[b]', 'a.md b.md c.md p/1.md p/2.md'],
  ])('`chapters: %s` orders what it names, and the rest keep their places', (list, expected) => {
    const names = ['a.md', 'b.md', 'c.md', 'p/1.md', 'p/2.md'];
    const files = Object.fromEntries(names.map((name) => [name, 'Text.']));
    const { value, messages } = parsed(bookOf({ 'book.yaml': `chapters: ${list}\n`, ...files }));
    expect(value?.manuscripts.map(({ rel }) => rel).join(' ')).toBe(expected);
    expect(messages).toEqual([]);
  });

  test('drafts are left out', () => {
    const { value, messages } = parsed(
      bookOf({ 'a.md': '---\ndraft: true\ntitel: A\n---\nA.', 'b.md': 'B.' }),
    );
    expect(value?.manuscripts.map(({ rel }) => rel)).toEqual(['b.md']);
    expect(lines(messages)).toEqual(['info draft:left-out - This draft was left out of the book']);
  });

  test('a book of drafts has no text', () => {
    const { value, messages } = parsed(bookOf({ 'a.md': '---\ndraft: true\n---\nA.' }));
    expect(value).toBeUndefined();
    expect(messages.map(({ id }) => id)).toEqual(['draft:left-out', 'text:none']);
  });

  test('a draft of a book is not built', () => {
    const { value, messages } = single('---\ndraft: true\n---\nA.');
    expect(value).toBeUndefined();
    expect(lines(messages)).toEqual(['info draft:left-out - This book is a draft and was not built']);
  });
});

describe('front matter', () => {
  test('a single file speaks for its book', () => {
    const { value, messages } = single(
      '---\ntitle: 1984\nversion: 1.10\nauthor: [A, { name: B, role: editor }]\n---\n# One\n',
    );
    expect(messages).toEqual([]);
    expect(value?.meta).toEqual({
      title: '1984',
      version: '1.10',
      authors: [
        { name: 'A', role: 'aut' },
        { name: 'B', role: 'edt' },
      ],
    });
    expect(value?.manuscripts).toMatchObject([{ meta: {}, front: {} }]);
    expect(value?.manuscripts[0]?.tree.children[0]?.position?.start.line).toBe(6);
    expect(value?.metaPath).toBe('book/book.md');
  });

  test('no front matter at all', () => {
    const { value, messages } = single('Text.');
    expect(messages).toEqual([]);
    expect(value).toMatchObject({ meta: {}, front: {}, metaPath: 'book/book.md' });
  });

  test.each([
    [
      'an unknown key',
      'title: A\ntitel: B',
      'warning front-matter:unknown-key 3:1 There is no key `titel` here; the keys are in docs/front-matter.md',
      'Did you mean `title`?',
    ],
    [
      'a key of a section',
      'title: A\nkind: part',
      'warning front-matter:unknown-key 3:1 There is no key `kind` here; the keys are in docs/front-matter.md',
      'It is a key of a section: set it in the section’s own file.',
    ],
    [
      'a name from the prototype',
      '__proto__: { title: A }',
      'warning front-matter:unknown-key 2:1 There is no key `__proto__` here; the keys are in docs/front-matter.md',
      undefined,
    ],
    [
      'a wrong date',
      'date: tomorrow',
      'error front-matter:value 2:7 Unexpected `tomorrow` for `date`, expected a date such as `2026-05-01`, `2026-05` or `2026`',
      'For example `date: 2026-05-01`. The value was left out.',
    ],
    [
      'a wrong type',
      'title:\n  en: A',
      'error front-matter:value 3:3 Unexpected `{"en":"A"}` for `title`, expected text',
      'For example `title: The Ferry`. The value was left out.',
    ],
    [
      'invalid YAML',
      'title: "A" of B',
      /^fatal front-matter:yaml 2:12 The front matter is not valid YAML: Unexpected scalar/,
      expect.stringContaining('quotation marks'),
    ],
    [
      'a key twice',
      'title: A\ntitle: B',
      /^fatal front-matter:yaml 3:1 The front matter is not valid YAML: Map keys must be unique/,
      expect.any(String),
    ],
    [
      'an unknown tag',
      'title: !!js/function "x"',
      /^warning front-matter:yaml 2:8 The front matter has doubtful YAML: Unresolved tag/,
      undefined,
    ],
    ['an alias to nothing', 'title: *a', /^fatal front-matter:yaml 2:8 /, expect.any(String)],
  ])('%s', (_, yaml, line, hint) => {
    const { messages } = single(`---\n${yaml}\n---\nText.`);
    expect(lines(messages)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
    expect(messages[0]?.hint).toEqual(hint);
    expect({}).not.toHaveProperty('title');
  });

  test('a list in place of keys', () => {
    const { messages } = parsed(bookOf({ 'book.yaml': '- a\n- b\n', 'a.md': 'A.' }));
    expect(lines(messages)[0]).toMatch(/^fatal front-matter:yaml 1:1 There are no keys in the front matter/);
  });

  test.each([
    ['lists', `title: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['maps', `title: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`],
    ['items', `title:\n  ${'- '.repeat(5000)}a`],
    ['levels', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s in one another without end', (_, yaml) => {
    const { value, messages } = single(`---\n${yaml}\n---\nText.`);
    expect(value).toBeUndefined();
    expect(lines(messages)).toEqual([expect.stringMatching(/^fatal front-matter:too-deep /)]);
  });

  test('brackets in a row are no depth', () => {
    expect(single(`---\ntitle: T\nsubjects: ["${'[a] '.repeat(500)}"]\n---\nText.`).value).toBeDefined();
  });

  test('aliases that multiply', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, index) =>
        `k${index}: &a${index} [${Array(9)
          .fill(index === 0 ? 'x' : `*a${index - 1}`)
          .join(', ')}]`,
    ).join('\n');
    const { messages } = single(`---\n${bomb}\n---\nText.`);
    expect(lines(messages)).toEqual([expect.stringMatching(/^fatal front-matter:aliases 2:1 /)]);
  });

  test.each(['[', '{a: ', '- '])('`%s` nested ten thousand times', (mark) => {
    const { value, messages } = single(`---\ntitle: ${mark.repeat(10_000)}\n---\nText.`);
    expect(value).toBeUndefined();
    expect(messages.some(({ fatal }) => fatal)).toBe(true);
  });

  test('`book.md` and `book.yaml` both', () => {
    const { value, messages } = parsed(
      bookOf({ 'book.md': '---\ntitle: A\n---\nBlurb.', 'book.yaml': 'title: B', 'a.md': 'A.' }),
    );
    expect(value?.meta.title).toBe('A');
    expect(lines(messages)).toEqual([
      'error front-matter:twice 1:1 Both this file and `book/book.md` give the book’s metadata',
    ]);
    expect(messages[0]?.path).toBe('book/book.yaml');
  });

  test('a value with a colon or a number is what its author typed', () => {
    const { value, messages } = single(
      '---\ntitle: The Big Tide: A History: II\nsubtitle: Harbour #2\nauthor: Ann # later\ndedication: |\n  For: Ann: #3\n---\nText.',
    );
    expect(value?.meta).toMatchObject({ title: 'The Big Tide: A History: II', subtitle: 'Harbour #2' });
    expect(value?.meta.authors).toMatchObject([{ name: 'Ann' }]);
    expect(toString(value?.front.dedication)).toBe('For: Ann: #3');
    expect(lines(messages)).toEqual([expect.stringMatching(/^info front-matter:colon 2:8 /)]);
    expect(single('---\ntitle: The Big Tide: A History\nauthor: "Ann\n---\nText.').value).toBeUndefined();
  });

  test('metadata as pandoc has it', () => {
    const { value, messages } = single(
      '---\ntitle:\n- type: main\n  text: The Tide\n- type: subtitle\n  text: A History\ncreator:\n- role: author\n  text: Ann Pike\n- role: editor\n  text: Bo Pike\nlang: fr\n---\nText.',
    );
    expect(messages).toEqual([]);
    expect(value?.meta).toMatchObject({ title: 'The Tide', subtitle: 'A History', language: 'fr' });
    expect(value?.meta.authors).toMatchObject([{ name: 'Ann Pike' }, { name: 'Bo Pike', role: 'edt' }]);
  });

  test('`book.md` alone in its folder has the chapters, where it has headings', () => {
    const front = '---\ntitle: A\n---\n';
    const { value, messages } = parsed(bookOf({ 'book.md': `${front}# One\n\nText.` }));
    expect(messages).toEqual([]);
    expect(value?.front.description).toBeUndefined();
    expect(toString(value?.manuscripts[0]?.tree)).toBe('OneText.');
    expect(lines(parsed(bookOf({ 'book.md': `${front}A blurb.` })).messages)).toEqual([
      'fatal text:none - This book has no text',
    ]);
  });

  test('`book.yaml` beside a `book.md` that is the blurb alone', () => {
    const { value, messages } = parsed(
      bookOf({ 'book.md': 'Blurb.', 'book.yaml': 'title: B', 'a.md': 'A.' }),
    );
    expect(messages).toEqual([]);
    expect(value?.meta.title).toBe('B');
    expect(toString(value?.front.description)).toBe('Blurb.');
  });
});

describe('prose in front matter', () => {
  test('a block, its lines kept and its places right', () => {
    const text = '---\ntitle: A\ndedication: |\n  For *Ann*,\n  and Bob\n\n  and all\n---\nText.';
    const { dedication } = single(text).value?.front ?? {};
    expect(dedication?.children).toMatchObject([
      {
        type: 'paragraph',
        children: [
          { value: 'For ' },
          { type: 'emphasis' },
          { value: ',' },
          { type: 'break' },
          { value: 'and Bob' },
        ],
      },
      { type: 'paragraph', children: [{ value: 'and all' }] },
    ]);
    const emphasis =
      dedication?.children[0] && 'children' in dedication.children[0]
        ? dedication.children[0].children[1]
        : undefined;
    expect(emphasis?.position?.start).toEqual({ line: 4, column: 7, offset: text.indexOf('*Ann*') });
    expect(dedication?.children[1]?.position?.start).toEqual({
      line: 7,
      column: 3,
      offset: text.indexOf('and all'),
    });
  });

  test.each([
    ['plain', 'epigraph: All *roads*', '2:15'],
    ['quoted', 'epigraph: "All *roads*"', '2:16'],
    ['folded', 'epigraph: >\n  All\n  *roads*', '2:11'],
    ['with escapes', String.raw`epigraph: "\"All\" *roads*"`, '2:11'],
  ])('%s', (_, yaml, place) => {
    const { epigraph } = single(`---\n${yaml}\n---\nText.`).value?.front ?? {};
    const paragraph = epigraph?.children[0];
    const start = paragraph?.type === 'paragraph' ? paragraph.children[1]?.position?.start : undefined;
    expect(`${start?.line}:${start?.column}`).toBe(place);
  });

  test('formulas are read in front matter as in the text, where the book has any', () => {
    const dedication = (math: string) =>
      single(`---\ntitle: A\n${math}dedication: For $x$\n---\nText.`).value?.front.dedication?.children[0];
    expect(dedication('math: true\n')).toMatchObject({
      children: [{ value: 'For ' }, { type: 'inlineMath', value: 'x' }],
    });
    expect(dedication('')).toMatchObject({ children: [{ value: 'For $x$' }] });
  });

  test('a note, after the text or round it', () => {
    const book = parsed(
      bookOf({
        'a.md': '---\nnote: Thanks.\n---\nA.',
        'b.md': '---\nnote:\n  before: One\n  after: Two\n---\nB.',
      }),
    ).value;
    expect(
      book?.manuscripts.map(({ front }) => [toString(front.noteBefore), toString(front.noteAfter)]),
    ).toEqual([
      ['', 'Thanks.'],
      ['One', 'Two'],
    ]);
  });

  test('what the schema refused is not parsed', () => {
    const { value, messages } = parsed(bookOf({ 'a.md': '---\nnote: { befor: A }\n---\nA.' }));
    expect(value?.manuscripts[0]?.front).toEqual({});
    expect(messages.map(({ id }) => id)).toEqual(['front-matter:value']);
  });
});

test('a heading of 10,000 characters is built, with a warning', () => {
  const { value, messages } = single(`# ${'Long '.repeat(2000)}\n\nText.`);
  expect(toString(value?.manuscripts[0]?.tree.children[0])).toHaveLength(9999);
  expect(lines(messages)).toEqual([
    'warning markdown:long-heading 1:1 This heading is very long: 9999 characters',
  ]);
});

test('one broken file leaves no book, and all messages', () => {
  const { value, messages } = parsed(
    bookOf({ 'a.md': '---\ntitle: [\n---\n', 'b.md': '---\ndate: x\n---\nB.', 'c.md': 'C.' }),
  );
  expect(value).toBeUndefined();
  expect(messages.map(({ id }) => id)).toEqual(['front-matter:yaml', 'front-matter:value']);
});

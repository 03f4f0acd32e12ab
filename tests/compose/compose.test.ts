/** What the fixtures do not show: documents as values, generated pages, books in a single file, bad input. */
import { compose, imageRequests } from '../../src/compose/index.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';
import { book, kind, endnotes, generated, parse, print, printOne, section } from './book.js';

const ids = (messages: { id: string }[]): string[] => messages.map(({ id }) => id);

describe('documents', () => {
  test('carry what the package needs of their section', () => {
    const authors = [{ name: 'Charles', role: 'aut' }];
    const one = section('one.md', '# A *title*\n\n## Below\n\n::page[iv]', {
      authors,
      language: 'fr',
      part: 'p',
      subtitle: 'S',
    });
    const [document] = compose(book([one]), new Map()).value.documents;
    expect(document).toMatchObject({
      id: 'one',
      href: 'text/one.xhtml',
      title: 'A title',
      authors,
      language: 'fr',
      part: 'p',
      toc: true,
      headings: [
        { id: 'a-title', text: 'A title', level: 1 },
        { id: 'below', text: 'Below', level: 2 },
      ],
      pages: [{ id: 'page-iv', label: 'iv' }],
    });
  });

  test('have the number of a chapter within its heading, in the contents before its title', () => {
    const one = section('one.md', '# A *title*\n\nText.[^1]\n\n[^1]: Note.', { label: 'Chapter One' });
    const { documents, xhtml } = print(book([one, endnotes()]));
    expect(documents[0]).toMatchObject({
      title: 'Chapter One: A title',
      headings: [{ id: 'a-title', text: 'Chapter One: A title', level: 1 }],
      parts: ['numbers'],
    });
    expect(xhtml['text/one.xhtml']).toContain(
      '<header><h1 id="a-title"><span class="number" epub:type="ordinal">Chapter One</span> A <em>title</em></h1></header>',
    );
    expect(xhtml['text/notes.xhtml']).toContain('<h2>Chapter One: A title</h2>');
    expect(documents[1]).not.toHaveProperty('parts');
  });

  test('have the number above their text where the heading stands further down, in the book’s language', () => {
    const one = section('one.md', 'Text.\n\n# A title\n\nText.', {
      title: 'A title',
      label: 'Chapter One',
      language: 'fr',
    });
    const { documents, xhtml } = print(book([one]));
    expect(xhtml['text/one.xhtml']).toMatch(
      /^<header><p class="number" epub:type="ordinal" lang="en" xml:lang="en">Chapter One<\/p><\/header><p/,
    );
    expect(documents[0]?.title).toBe('Chapter One: A title');
  });

  test('have the language of the book and a title by their kind', () => {
    const [page] = compose(book([generated('title-page', { data: { title: 'The Book' } })]), new Map()).value
      .documents;
    expect(page).toMatchObject({
      title: 'Title Page',
      language: 'en',
      data: { title: 'The Book' },
      headings: [],
    });
    expect(page && toXhtml(page.body)).toBe('');
    expect(page).not.toHaveProperty('pages');
  });

  test('list the headings in the order in which they stand: those of a note above the text first', () => {
    const front = { epigraph: parse('## In the epigraph'), noteBefore: parse('## In the note') };
    const { documents } = print(book([section('one.md', '# T\n\n## In the text', { front })]));
    expect(documents[0]?.headings.map(({ text }) => text)).toEqual([
      'T',
      'In the epigraph',
      'In the note',
      'In the text',
    ]);
  });

  test('open with title, subtitle, authors, epigraph and note; the second note closes them', () => {
    const front = { epigraph: parse('Words.'), noteBefore: parse('Before.'), noteAfter: parse('After.') };
    const authors = [
      { name: 'A', role: 'aut' },
      { name: 'B', role: 'aut' },
    ];
    expect(printOne('# T\n\nText.', { front, authors, subtitle: 'Sub' }).xhtml.replaceAll('\n', '')).toBe(
      '<header><h1 id="t">T</h1><p class="subtitle">Sub</p><p class="byline">A, B</p></header>' +
        '<blockquote class="epigraph" epub:type="epigraph" role="doc-epigraph"><p>Words.</p></blockquote>' +
        '<aside class="note note-before" role="note"><p class="label">Author’s Note</p><p>Before.</p></aside>' +
        '<p class="first">Text.</p>' +
        '<aside class="note note-after" role="note"><p class="label">Author’s Note</p><p>After.</p></aside>',
    );
  });

  test('a summary and what an archive says stand apart from the author’s note', () => {
    const front = {
      summary: parse('A rope.'),
      noteBefore: parse('Before.'),
      noteAfter: parse('After.'),
      tags: parse('Rating: G'),
    };
    expect(printOne('Text.', { front }).xhtml.replaceAll('\n', '')).toBe(
      '<aside class="note note-before" role="note"><p>A rope.</p></aside>' +
        '<aside class="note note-before" role="note"><p class="label">Author’s Note</p><p>Before.</p></aside>' +
        '<p class="first">Text.</p>' +
        '<aside class="note note-after" role="note"><p class="label">Author’s Note</p><p>After.</p></aside>' +
        '<aside class="note note-after" role="note"><p>Rating: G</p></aside>',
    );
  });

  test('keep a title that stands further down where it is', () => {
    const tree = parse('A motto.\n\n# The Ferry\n\nText.');
    const { xhtml } = printOne('', { title: 'The Ferry', tree });
    expect(xhtml).toMatch(/^<p class="first">A motto\.<\/p>\n<h1 id="the-ferry">/);
  });
});

describe('a book in a single file', () => {
  const piece = (id: string, markdown: string) => ({ ...section('book.md', markdown), id });

  test('has one set of definitions for all of its sections', () => {
    const sections = [piece('one', '# One\n\nA[^n] and [b][r]. [^n]: x'), piece('two', '# Two\n\nText.')];
    const tail = parse('[^n]: The note.\n\n[r]: https://example.org/');
    const [first, second] = sections;
    if (!first || !second) throw new TypeError('two sections');
    const reference = { type: 'footnoteReference', identifier: 'n', label: 'n' } as const;
    const linked = {
      type: 'linkReference',
      identifier: 'r',
      referenceType: 'shortcut',
      children: [{ type: 'text', value: 'b' }],
    } as const;
    first.tree = {
      type: 'root',
      children: [{ type: 'paragraph', children: [reference, { ...linked, children: [...linked.children] }] }],
    };
    second.tree = { type: 'root', children: [...second.tree.children, ...tail.children] };
    const { xhtml, messages } = print(book([first, second, endnotes()]));
    expect(messages).toEqual([]);
    expect(xhtml['text/one.xhtml']).toContain('<a href="https://example.org/">b</a>');
    expect(xhtml['text/notes.xhtml']).toContain('The note.');
  });

  test('has notes of its own in each section, of the same label too', () => {
    const sections = [
      piece('one', '# One\n\nText[^1]\n\n[^1]: First.'),
      piece('two', '# Two\n\nText[^1]\n\n[^1]: Second.\n\n[^1]: Third.'),
    ];
    const { xhtml, messages } = print(book([...sections, endnotes()]));
    const links = /(\w+)\.\s<a class="backlink" href="(\w+)/g;
    const notes = [...(xhtml['text/notes.xhtml'] ?? '').matchAll(links)];
    expect(notes.map(([, note, from]) => [note, from])).toEqual([
      ['First', 'one'],
      ['Second', 'two'],
    ]);
    expect(messages).toMatchObject([{ id: 'note:twice', place: { line: 7 } }]);
  });

  test('is linked within by the headings of all of its sections, its own first', () => {
    const { xhtml, messages } = print(
      book([
        piece('one', '# One\n\n[a](#the-quay) [b](#two) [c](book.md#same)\n\n## Same'),
        piece('two', '# Two\n\n## The Quay\n\n[d](#same)\n\n## Same'),
      ]),
    );
    expect(messages).toEqual([]);
    expect(xhtml['text/one.xhtml']).toContain(
      '<a href="two.xhtml#the-quay">a</a> <a href="two.xhtml#two">b</a> <a href="#same">c</a>',
    );
    expect(xhtml['text/two.xhtml']).toContain('<a href="#same">d</a>');
  });
});

describe('notes', () => {
  test('stand at the end of their own document where the book has no page for them', () => {
    expect(printOne('A[^n].\n\n[^n]: The note.').xhtml).toMatch(
      /href="#note-1"[\s\S]*<li id="note-1"[\s\S]*href="#noteref-1"/,
    );
  });

  test('that refer to themselves end', () => {
    const { documents, messages } = print(
      book([section('one.md', 'A[^n].\n\n[^n]: Itself[^n].'), endnotes()]),
    );
    expect(documents).toHaveLength(2);
    expect(messages).toEqual([]);
  });

  test('with a name of every object are notes as any other', () => {
    const { xhtml, messages } = print(
      book([
        section('one.md', 'A[^__proto__] b[^constructor].\n\n[^__proto__]: P.\n[^constructor]: C.'),
        endnotes(),
      ]),
    );
    expect(messages).toEqual([]);
    expect(xhtml['text/notes.xhtml']).toMatch(/P\.[\s\S]*C\./);
  });
});

describe('ids', () => {
  test('of a paragraph stay when its marks or its neighbours change', () => {
    const id = (markdown: string) => /<p id="(p-[^"]+)"[^>]*>[^<]*ferry/.exec(printOne(markdown).xhtml)?.[1];
    const first = id('"The ferry," she said, "is late."');
    expect(first).toBeDefined();
    expect(id('Before.\n\n\u201CThe ferry,\u201D she said, \u201Cis late.\u201D')).toBe(first);
    expect(id('"The ferry," she said, "was late."')).not.toBe(first);
  });

  test('are given to headings like `constructor` as to any other', () => {
    expect(
      printOne('# T\n\n## constructor\n\n## constructor\n\n[x](#constructor-1) [y](#__proto__)'),
    ).toMatchObject({
      xhtml: expect.stringContaining('<a href="#constructor-2">x</a> y') as string,
      messages: [{ id: 'link:dead' }],
    });
  });
});

describe('bad input', () => {
  test('HTML of a depth that nobody writes is left out, with a message', () => {
    const { xhtml, messages } = printOne(`Before.\n\n${'<div>'.repeat(50_000)}\n\nAfter.`);
    expect(messages).toMatchObject([
      { id: 'html:too-deep', severity: 'error', place: { line: 3, column: 1 } },
    ]);
    expect(xhtml).toContain('After.');
  });

  test.each(['deep', '<b>deep</b>'])('a thousand nested block quotes round %s', (content) => {
    expect(printOne(`${'>'.repeat(1000)} ${content}`).xhtml.split('<blockquote>')).toHaveLength(1001);
  });

  test('what goes with an element that goes is listed nowhere, but for a note', () => {
    const one = section('one.md', 'x <svg><desc> :page[3] a[^n]</desc></svg>\n\n[^n]: A note.');
    const { documents, xhtml } = print(book([one, endnotes()]));
    expect(documents[0]).not.toHaveProperty('pages');
    expect(xhtml['text/notes.xhtml']).toContain('class="backlink" href="one.xhtml#noteref-1"');
    expect(xhtml['text/one.xhtml']).toContain('href="notes.xhtml#note-1"');
  });

  test('a link to an id that the cleaning took out is a message', () => {
    const { xhtml, messages } = printOne('[a](#x)\n\n<svg><g id="x"></g></svg>');
    expect(ids(messages)).toEqual(['html:removed', 'link:dead']);
    expect(xhtml).not.toContain('href');
  });

  test.each([
    ['<div title="a>b</div>\n\nc', 'div'],
    ['<div>\n</x y="2t>z</', '/x'],
  ])('a tag that does not end is a message: %s', (text, name) => {
    expect(printOne(text).messages).toMatchObject([
      { id: 'html:unfinished', severity: 'error', reason: `The tag \`<${name}>\` does not end` },
    ]);
  });

  test('ids that Kobo\u2019s markup needs are nobody else\u2019s', () => {
    const { xhtml } = printOne(
      '# Book Inner\n\n## Book columns\n\n<p id="kobo.1.1">a</p>\n\n[b](#book-inner)',
    );
    expect([...xhtml.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'book-inner-2',
      'book-columns-2',
    ]);
  });

  test('a paragraph in a tight list keeps what its author gave it', () => {
    const { xhtml } = printOne('- one {#a .b}\n- [to it](#a)');
    expect(xhtml).toMatch(/<li>\s*<p id="a" class="b">one<\/p>\s*<\/li>\s*<li><a href="#a">to it<\/a><\/li>/);
  });

  test('a link to an empty paragraph beside HTML is a message', () => {
    for (const [empty, ...others] of [['{#a}', 'markdown:left-over'], ['<p id="a"></p>']]) {
      const { xhtml, messages } = printOne(`${empty}\n\n<b>x</b> [to it](#a)`);
      expect(ids(messages)).toEqual(['link:dead', ...others]);
      expect(xhtml).not.toContain('href');
    }
  });

  test('a task keeps its id', () => {
    expect(printOne('- [ ] one {#a}\n\n[to it](#a)').xhtml).toContain('<p id="a">\u2610 one</p>');
  });

  test('a link to a cover that is not printed is a message', () => {
    const one = section('one.md', '[a](cover.md) [b](two.md)');
    const cover = section('cover.md', '<!-- none -->', { kind: kind('cover') });
    const { xhtml, messages } = print(book([cover, one, section('two.md', 'x')]));
    expect(xhtml['text/one.xhtml']).toContain('<p class="first">a <a href="two.xhtml">b</a></p>');
    expect(messages).toMatchObject([
      {
        id: 'link:dead',
        path: 'manuscripts/book/one.md',
        reason: expect.stringContaining('cover.xhtml') as string,
      },
    ]);
  });

  test('the contents are named where they stand, and a note of their heading is not printed', () => {
    const heading = parse('In[^n] this book\n\n[^n]: A note.');
    const contents = generated('contents', { title: 'In this book', heading });
    const entries = [
      { id: 'contents', title: 'In this book', authors: [], rights: 'All' },
      { id: 'one', title: 'One', authors: [], rights: 'None' },
    ];
    const credits = generated('credits', { data: { entries } });
    const { xhtml, messages } = print(book([contents, section('one.md', 'x'), credits, endnotes()]));
    expect(xhtml['text/credits.xhtml']).toMatch(/href="\.\.\/toc\.xhtml".*href="one\.xhtml"/);
    expect(xhtml['text/notes.xhtml']).not.toContain('backlink');
    expect(ids(messages)).toEqual(['note:unused']);
  });

  test('the same behind a cover that is not printed', () => {
    const one = section('one.md', '[a](#x)\n\n<svg><g id="x"></g></svg>');
    const { xhtml } = print(book([generated('cover', { title: 'Cover' }), one]));
    expect(xhtml['text/one.xhtml']).not.toContain('href');
  });

  test.each([
    ['<img '.repeat(20_000)],
    ['<a<'.repeat(20_000)],
    [`<div ${'a="'.repeat(20_000)}`],
    ['[^'.repeat(10_000)],
    [`<!--${'<!--'.repeat(10_000)}`],
    [`# ${'long '.repeat(2_000)}`],
  ])('%.12s\u2026 takes no more than its share of time', (markdown) => {
    const tree = parse(markdown);
    const start = process.cpuUsage();
    print(book([{ ...section('one.md', ''), tree }]));
    imageRequests(book([{ ...section('one.md', ''), tree }]));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500);
  });
});

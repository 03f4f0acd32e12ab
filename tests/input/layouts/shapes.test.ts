/** Folders in memory, as their tools leave them: which tool is known, and in what order its texts stand. */
import { layOut } from '../../../src/input/layouts/index.js';
import { toolOf } from '../../../src/input/layouts/detect.js';
import { otherMarkup } from '../../../src/config/repository.js';
import type { Folder } from '../../../src/types.js';

function folderOf(files: Readonly<Record<string, string>>): Folder {
  const list = Object.keys(files).sort();
  return {
    path: 'book',
    names: async (rel) => {
      const base = rel === '' ? '' : `${rel}/`;
      const inside = list.filter((file) => file.startsWith(base)).map((file) => file.slice(base.length));
      return Promise.resolve([...new Set(inside.map((file) => file.replace(/\/.*$/, '')))]);
    },
    list: async () => Promise.resolve({ value: list, messages: [] }),
    read: async (rel) => {
      const text = files[rel];
      const bytes = new TextEncoder().encode(text);
      const value = text === undefined ? undefined : { path: `book/${rel}`, rel, bytes };
      return Promise.resolve({ value, messages: [] });
    },
  };
}

async function laid(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const tool = await toolOf(folder);
  if (!tool) return undefined;
  const { value } = await layOut(folder, tool, (name) => ['dedication', 'preface'].includes(name));
  const texts = new Map(value.files.map(({ rel, bytes }) => [rel, new TextDecoder().decode(bytes)]));
  return {
    tool,
    order: value.layout?.outline.map(({ rel, title }) => rel ?? title),
    meta: value.layout?.meta,
    texts,
  };
}

test.each([
  [{ 'metadata.json': '{"title":"Mill"}', '1.md': 'A.' }, 'pandoc', ['1.md']],
  [
    {
      Makefile: 'SRC = z.md \\\n\ta.md\nmill.epub: $(SRC)\n\tpandoc -o $@ m.md $(SRC) # lost.md\n',
      'm.md': 'M.',
      'z.md': 'Z.',
      'a.md': 'A.',
    },
    'pandoc',
    ['z.md', 'a.md', 'm.md'],
  ],
  [
    {
      'build.sh': 'pandoc ./z.md a.md -o mill.epub',
      'metadata.yaml': 'title: M',
      'a.md': 'A.',
      'z.md': 'Z.',
    },
    'pandoc',
    ['z.md', 'a.md'],
  ],
  [
    { 'manuscript/book.txt': 'b.md\na.md\n', 'manuscript/a.md': 'A.', 'manuscript/b.md': 'B.' },
    'leanpub',
    ['manuscript/b.md', 'manuscript/a.md'],
  ],
  [{ 'BOOK.TXT': 'b.md\na.md\n', 'a.md': 'A.', 'b.md': 'B.' }, 'leanpub', ['b.md', 'a.md']],
  [
    {
      'content/_index.md': '---\ntitle: Mill\n---\n',
      'content/a/index.md': '---\nweight: 2\n---\nA.',
      'content/b/index.md': '---\nweight: 1\n---\nB.',
    },
    'tree',
    ['content/b/index.md', 'content/a/index.md'],
  ],
  [
    {
      '_index.md': '---\ntitle: Mill\n---\n',
      'a.md': '---\nweight: 2\n---\nA.',
      'b.md': '+++\nweight = 1\n+++\nB.',
      'c.md': 'C.',
    },
    'tree',
    ['b.md', 'a.md', 'c.md'],
  ],
  [
    {
      '_config.yml': 'title: Mill\n',
      '_chapters/a.md': '---\nnav_order: 2\n---\nA.',
      '_chapters/b.md': '---\nnav_order: 1\n---\nB.',
      '_posts/2020-01-01-news.md': 'News.',
      'index.md': 'Home.',
    },
    'jekyll',
    ['_chapters/b.md', '_chapters/a.md'],
  ],
  [
    {
      '_config.yml': 'title: Mill\n',
      'sections/a.md': '---\nchapter: 0\n---\nA.',
      'sections/b.md': '---\nchapter: -1\n---\nB.',
      'index.md': 'Home.',
      '_includes/head.md': 'Head.',
    },
    'jekyll',
    ['sections/b.md', 'sections/a.md'],
  ],
  [
    { 'metadata.json': '{"title":"Mill"}', '1 Low/2 Prologue.md': 'A.', '1 Low/1 Praise.md': 'B.' },
    'pandoc',
    ['1 Low/1 Praise.md', '1 Low/2 Prologue.md'],
  ],
  [
    { 'book.yaml': 'title: Mill', 'chapters/01 Low/1.md': 'A.', 'chapters/02 High/2.md': 'B.' },
    'tree',
    ['Low', 'chapters/01 Low/1.md', 'High', 'chapters/02 High/2.md'],
  ],
  [{ 'chapters/01.md': 'A.' }, 'tree', ['chapters/01.md']],
  [
    { 'title.txt': '% Mill', 'notes/1.md': 'A.', 'chapters/2.md': 'B.', 'preface.md': 'C.' },
    'pandoc',
    ['chapters/2.md', 'preface.md'],
  ],
  [{ 'title.md': '% Mill\n\nA.', 'chapters/2.md': 'B.' }, 'pandoc', ['chapters/2.md', 'title.md']],
  [
    {
      'outline.md': 'A.',
      'dedication.md': 'B.',
      'characters/ann.md': 'C.',
      'chapters/2.md': 'D.',
      'chapters/1.md': 'E.',
      'README.md': 'F.',
    },
    'tree',
    ['dedication.md', 'chapters/1.md', 'chapters/2.md'],
  ],
])('%j', async (files, tool, order) => {
  expect(await laid(files as unknown as Record<string, string>)).toMatchObject({ tool, order });
});

test('what lies beside the folder of chapters is told', async () => {
  const folder = folderOf({
    'chapters/1.md': 'A.',
    'outline.md': 'B.',
    'b/c.md': '',
    'b/d.md': '',
    'b/e.md': '',
  });
  const { messages } = await layOut(folder, 'tree');
  expect(messages.filter(({ id }) => id === 'folders:beside')).toMatchObject([
    {
      severity: 'warning',
      reason: expect.stringMatching(/`chapters\/`.*`b\/c\.md`.* and 1 more$/) as string,
    },
  ]);
});

test('Jekyll’s settings are read where the rest is no YAML', async () => {
  const made = await laid({
    '_config.yml':
      "title: Mill\nauthor:\n  name: Ann Lee\n  email: ann@example.com\ndescription: 'A\n\nmill.'\neditor: Bo\neditor: Bo\n",
    '1.md': 'A.',
  });
  expect(made).toMatchObject({ tool: 'jekyll', meta: { title: 'Mill', authors: [{ name: 'Ann Lee' }] } });
});

test.each([
  [{ '_config.yml': 'layout: mine\n', 'a.md': 'A.' }],
  [{ 'book.txt': 'It rained for a week, and the mill stood still.', 'a.md': 'A.' }],
  [{ 'metadata.json': '{"version":3}', 'a.md': 'A.' }],
  [{ 'text/one.md': 'A.', 'two.md': 'B.' }],
  [{ 'chapters/1.md': 'A.', '2.md': 'B.' }],
  [{ 'chapters/1.md': 'A.', 'kapitel/1.md': 'B.' }],
])('%j is Octavo’s own', async (files) => {
  expect(await laid(files as unknown as Record<string, string>)).toBeUndefined();
});

test('Hugo’s own page gives the metadata', async () => {
  const made = await laid({
    '_index.md': '---\ntitle: Mill\nauthor: Ann\ndate: 1614545831\n---\n',
    'a.md': 'A.',
  });
  expect(made?.meta).toMatchObject({ title: 'Mill', authors: [{ name: 'Ann' }], date: '2021-02-28' });
});

test('HonKit’s inclusions, conditions and glossary are an ebook’s', async () => {
  const made = await laid({
    'SUMMARY.md': '* [One](one.md)\n',
    'one.md':
      '# One\n\n{% include "/in.md" %}\n\n{% if output.name == "website" %}\nOn the web.\n{% else %}\nIn a book.\n{% endif %}\n',
    'in.md': 'Included.\n',
    'GLOSSARY.md': '# weir\nA dam.\n\n# race\nIts water.\n',
  });
  expect(made?.texts.get('one.md')).toContain('Included.');
  expect(made?.texts.get('one.md')).toContain('In a book.');
  expect(made?.texts.get('one.md')).not.toContain('On the web.');
  expect(made?.texts.get('GLOSSARY.md')).toMatch(/^# Glossary\n\n## weir\n/);
});

test('mdBook’s hidden lines in quotations are hidden, and its listings keep their captions', async () => {
  const made = await laid({
    'book.toml': '[book]\ntitle = "Mill"\n',
    'src/SUMMARY.md': '- [One](one.md)\n',
    'src/one.md':
      '> ```rust\n> # let hidden = 1;\n> shown();\n> ```\n>\n> <Listing caption="If `a > b`">\n>\n> Less.\n>\n> </Listing>\n\n<Listing number="1-1" file-name="mill.rs" caption="A wheel">\n\nCode.\n\n</Listing>\n',
  });
  const text = made?.texts.get('src/one.md') ?? '';
  expect(text).not.toContain('hidden');
  expect(text).toContain('Filename: mill.rs');
  expect(text).toContain('Listing 1-1: A wheel');
  expect(text).toContain('::::figure{.listing #listing-1-1}');
  expect(text).toContain('> ::::figure{.listing}');
  expect(text).toContain('> If `a > b`');
});

test.each([
  [['ch1.asc', 'ch2.asc', 'SECURITY.md', 'README.md'], '.asc'],
  [['index.qmd', 'one.qmd', 'README.md'], '.qmd'],
  [['01.Rmd', '02.Rmd'], '.rmd'],
  [['main.tex', 'LICENSE.md'], '.tex'],
  [['one.md', 'two.md', 'notes.docx'], undefined],
  [['one.markdown', 'two.markdown'], '.markdown'],
  [['one.txt', 'two.txt', 'README.md'], '.txt'],
  [['one.md', 'notes.txt', 'more.txt'], undefined],
  [['one.typ', 'README.md'], '.typ'],
])('%j: %s', (names, extension) => {
  expect(otherMarkup(names)?.extension).toBe(extension);
});

test('a folder of HonKit’s languages says how to build each', async () => {
  const folder = folderOf({ 'LANGS.md': '* [English](en/)\n* [Dansk](./da)\n', 'en/SUMMARY.md': '' });
  const tool = await toolOf(folder);
  expect(tool).toBe('honkit');
  const { messages } = await layOut(folder, 'honkit');
  expect(messages).toContainEqual(
    expect.objectContaining({
      id: 'folders:languages',
      fatal: true,
      hint: 'Build each by itself: `octavo build book/en`, `octavo build book/da`.',
    }),
  );
});

test('HonKit’s conditions within a line are decided, its comments left out', async () => {
  const made = await laid({
    'SUMMARY.md': '* [One](one.md)\n',
    'one.md': 'A {% if output.name == "website" %}click{% else %}turn{% endif %} here.{# a note #}\n',
  });
  expect(made?.texts.get('one.md')).toContain('A turn here.');
  expect(made?.texts.get('one.md')).not.toContain('note');
});

test('a script that gives pandoc all texts at once says nothing of their order', async () => {
  expect(
    await laid({ Makefile: 'all:\n\tpandoc *.md -o mill.epub\n', 'a.md': 'A.', 'z.md': 'Z.' }),
  ).toBeUndefined();
});

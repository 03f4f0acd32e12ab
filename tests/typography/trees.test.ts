import type { Text } from 'mdast';
import { typeset, UNSURE } from '../../src/typography/index.js';
import type { BookMeta, SectionMeta } from '../../src/types.js';
import { bookOf, nodesOf, parse, section, titleIn } from './book.js';
import { linesOf } from './text.js';

const set = (markdown: string, meta?: BookMeta, own?: SectionMeta) =>
  typeset(bookOf([section(markdown, own)], meta)).value.manuscripts[0]?.tree ?? {
    type: 'root',
    children: [],
  };
const textOf = (markdown: string, meta?: BookMeta) => linesOf(set(markdown, meta)).join('\n');

test('a mark sees its context through emphasis, links and line breaks', () => {
  expect(textOf('He said "*Never*" and "**[no](x.md)**" and\n"*at* last".')).toBe(
    'He said “Never” and “no” and\n“at last”.',
  );
});

test.each([
  ['* * *', 'thematicBreak'],
  ['+', 'thematicBreak'],
  ['+ +', 'thematicBreak'],
  ['3.', 'list'],
  ['3.\n4.', 'list'],
  ['+ 3.', 'list'],
])('%j between scenes is a %s: a number is never lost', (mark, type) => {
  expect(set(`One.\n\n${mark}\n\nTwo.`).children[1]?.type).toBe(type);
});

test('a quotation that was left open before does not make nested what follows it', () => {
  expect(textOf('"She went on, and nobody answered.\n\nHe had "cobbled" it.')).toBe(
    '“She went on, and nobody answered.\nHe had “cobbled” it.',
  );
});

test('a word that every object has something under is a word', () => {
  expect(textOf("'constructor, 'toString and __proto__' x")).toContain('constructor');
});

test('a mark alone in its node is read by its neighbours', () => {
  expect(textOf('*"*Well*"*')).toBe('“Well”');
});

test('an edit that reaches over the border of two nodes leaves the markup where it was', () => {
  const tree = set('The *ferry -* late.');
  expect(linesOf(tree)).toEqual(['The ferry—late.']);
  expect(
    nodesOf(tree)
      .filter(({ type }) => type === 'text')
      .map((node) => (node as Text).value),
  ).toEqual(['The ', 'ferry—', 'late.']);
});

test('three full stops in italics stay in them, behind a full stop that is not', () => {
  const texts = nodesOf(set('He said "no". *...*')).flatMap((node) =>
    node.type === 'text' ? [node.value] : [],
  );
  expect(texts).toEqual(['He said \u201Cno\u201D.\u00A0', '\u2026']);
});

test('code, addresses, raw markup and attributes stay as they are', () => {
  const markdown = [
    'Run `"a" -- b...` or <code>x "y" --z</code> at https://example.com/it\'s--here... or me--x@example.com,',
    "see <http://a.example/it's--b> and <span title=\"it's--so\">it's</span>.",
    '',
    '```',
    '"code" -- \'here\'...',
    '```',
  ].join('\n');
  const values = nodesOf(set(markdown)).flatMap((node) =>
    'value' in node ? [node.value] : 'url' in node ? [node.url] : [],
  );
  expect(values).toEqual(
    expect.arrayContaining([
      '"a" -- b...',
      'x "y" --z',
      `<span title="it's--so">`,
      'it’s',
      "http://a.example/it's--b",
      '"code" -- \'here\'...',
    ]),
  );
  expect(textOf(markdown)).toContain("https://example.com/it's--here");
  expect(textOf(markdown)).toContain('me--x@example.com');
});

test('an escaped mark stays straight, and stays so when typeset again', () => {
  const tree = parse('He said "x -- \'y\' -- z" twice.');
  const text = nodesOf(tree).find((node): node is Text => node.type === 'text');
  if (!text) throw new Error('no text');
  text.data = { escaped: [14, 16] } as NonNullable<Text['data']>;
  const once = typeset(bookOf([{ ...section(''), tree }])).value;
  const twice = typeset(once).value;
  for (const { manuscripts } of [once, twice])
    expect(manuscripts.flatMap((one) => linesOf(one.tree))).toEqual(["He said “x—'y'—z” twice."]);
});

test('a span, a block and a section may have a language of their own', () => {
  expect(textOf('He said "no," then :span[quoi ? "non"]{lang=fr}.')).toBe(
    'He said “no,” then quoi\u202F? «\u00A0non\u00A0».',
  );
  expect(textOf(':::letter{lang=de}\n"Ja," schrieb er.\n:::\n\n"Yes."')).toBe('„Ja,“ schrieb er.\n“Yes.”');
  const { value } = typeset(bookOf([section('"Ja."', { language: 'de' }), section('"Yes."')]));
  expect(value.manuscripts.flatMap(({ tree }) => linesOf(tree))).toEqual(['„Ja.“', '“Yes.”']);
});

test('headings, table cells, titles and the prose of the front matter are typeset too', () => {
  expect(textOf('# The "End"\n\n| "a" | it\'s |\n|---|---|\n| b | "c" |')).toBe(
    'The “End”\n“a”\nit’s\nb\n“c”',
  );
  const book = bookOf([{ ...section('x', { title: "Don't" }), front: { epigraph: parse('"Why?"') } }], {
    language: 'en',
    title: 'The "Ferry"',
    subtitle: 'A--B',
  });
  const { value } = typeset({ ...book, front: { dedication: parse('For Tom\'s "crew"') } });
  expect(value.meta).toMatchObject({ title: 'The “Ferry”', subtitle: 'A—B' });
  expect(value.manuscripts[0]?.meta.title).toBe('Don’t');
  expect(linesOf(value.manuscripts[0]?.front.epigraph ?? parse(''))).toEqual(['“Why?”']);
  expect(linesOf(value.front.dedication ?? parse(''))).toEqual(['For Tom’s “crew”']);
});

test('the given book is left as it was, and what does not change is shared', () => {
  const book = bookOf([section('Plain.\n\n"Quoted."'), section('Plain.')]);
  const before = JSON.stringify(book);
  const { value } = typeset(book);
  expect(JSON.stringify(book)).toBe(before);
  expect(value.manuscripts[0]?.tree.children[0]).toBe(book.manuscripts[0]?.tree.children[0]);
  expect(value.manuscripts[1]?.tree).toBe(book.manuscripts[1]?.tree);
});

test('`typography: false` hands the book back', () => {
  const book = bookOf([section('"x" -- y')], { typography: false });
  expect(typeset(book)).toEqual({ value: book, changes: [], count: 0, unsure: 0, messages: [] });
});

test('a rule or setting that there is not, and a language that is not known, are told', () => {
  const { messages } = typeset(
    bookOf([section('x', { language: 'tlh' })], {
      language: 'en',
      typography: { quots: false, dashes: 'wavy' },
    }),
  );
  expect(messages.map(({ id, path }) => [id, path])).toEqual([
    ['typography:unknown-rule', 'book/book.md'],
    ['typography:unknown-setting', 'book/book.md'],
    ['typography:unknown-language', 'book/chapter.md'],
  ]);
});

test('a change tells its place, its marks and its context', () => {
  const { changes } = typeset(bookOf([section('First.\n\nShe said\n"it\'s -- *so*" then.')]));
  expect(
    changes.map(({ rule, place, before, after }) => [rule, place.line, place.column, before, after]),
  ).toEqual([
    ['quotes', 4, 1, '"', '“'],
    ['apostrophes', 4, 4, "'", '’'],
    ['quotes', 4, 14, '"', '”'],
    ['dashes', 4, 6, ' -- ', '—'],
  ]);
  expect(changes[1]?.context).toEqual({ left: 'She said\n“it', right: 's -- so” then.' });
});

test('small capitals keep the text and get a class, once', () => {
  const meta: BookMeta = { language: 'en', typography: { capitals: true } };
  const once = typeset(bookOf([section('See NASA, *AT ONCE*, XIV.')], meta)).value;
  const twice = typeset(once).value;
  const spans = nodesOf(once.manuscripts[0]?.tree ?? parse('')).filter(({ data }) =>
    JSON.stringify(data ?? '').includes('small-caps'),
  );
  expect(spans.flatMap(linesOf)).toEqual([]);
  expect(spans.map((node) => ('children' in node ? (node.children[0] as Text).value : ''))).toEqual([
    'NASA',
    'ONCE',
    'XIV',
  ]);
  expect(twice.manuscripts[0]?.tree).toEqual(once.manuscripts[0]?.tree);
});

test('a plain string is typeset by itself', () => {
  expect(titleIn('en', '"It\'s" -- he said')).toBe('“It’s”—he said');
  expect(titleIn('de-AT', '"Ja"')).toBe('„Ja“');
});

test('code in a title stays as it is, quotation marks of backticks do not', () => {
  expect(titleIn('en', 'A `code` title, ``a--b`` and "it\'s"')).toBe('A `code` title, ``a--b`` and “it’s”');
  expect(titleIn('en', "``TeX'' and `so'")).toBe('“TeX” and ‘so’');
});

test('changes are counted whether or not they are told', () => {
  const book = bookOf([section("She said \"it's\" -- then.\n\n#\n\n'ere or 'there'")]);
  const told = typeset(book);
  const counted = typeset(book, { changes: false });
  expect(counted.value).toEqual(told.value);
  expect(counted.changes).toEqual([]);
  expect([counted.count, counted.unsure]).toEqual([told.count, told.unsure]);
  expect(told.changes).toHaveLength(told.count);
  expect(told.changes.filter(({ confidence }) => confidence < UNSURE)).toHaveLength(told.unsure);
});

test("a picture's caption is typeset, where it is used for one also by reference", () => {
  const nodes = nodesOf(
    set(
      '![The "gate"](gate.png "The gate -- \'at noon\'...")\n\n![Mill][m]\n\n[m]: mill.png "The mill\'s wheel"',
    ),
  );
  const titles = nodes.flatMap((node) => ('title' in node && node.title ? [node.title] : []));
  expect(titles).toEqual(['The gate—‘at noon’…', 'The mill’s wheel']);
});

test("a picture's description is typeset beside its caption", () => {
  const nodes = nodesOf(
    set('![The "gate" -- \'open\'](gate.png "It\'s noon")\n\n![Mill\'s][m]\n\n[m]: mill.png'),
  );
  const alts = nodes.flatMap((node) => ('alt' in node && node.alt ? [node.alt] : []));
  expect(alts).toEqual(['The “gate”—‘open’', 'Mill’s']);
  expect(nodes.find(({ type }) => type === 'image')).toMatchObject({ title: 'It’s noon' });
});

test('the text in a block of HTML is typeset, its tags, comments, entities and code are not', () => {
  const html = (source: string): string =>
    nodesOf(set(source))
      .map((node) => (node.type === 'html' ? node.value : ''))
      .join('');
  expect(html('<p title="it\'s">"Stay," <b>she</b> said -- "it\'s <i>late</i>"...</p>')).toBe(
    '<p title="it\'s">“Stay,” <b>she</b> said—“it’s <i>late</i>”…</p>',
  );
  expect(html('<pre>"a" -- b</pre>')).toBe('<pre>"a" -- b</pre>');
  expect(html('<div>It\'s <code>"a"</code>&quot;<!-- "no" --></div>')).toBe(
    '<div>It’s <code>"a"</code>&quot;<!-- "no" --></div>',
  );
  for (const open of [
    '<div title="a>b</div> "c"',
    "<div>\n</x y=\"2t>'x'</",
    '<div title="<b>\'x\'">b</div>',
  ])
    expect(html(open)).toBe(open);
  expect(html('<div it\'s>"b"</div>')).toBe("<div it's>“b”</div>");
  expect(html('<p lang="de">"Ja", sagte er.</p>')).toBe('<p lang="de">„Ja“, sagte er.</p>');
});

test("what Markdown takes for code between TeX's quotation marks is text", () => {
  expect(textOf("``Stay,'' she said, ``or go.'' Then `this' and `that'. But `f'(x)` stays.")).toBe(
    "“Stay,” she said, “or go.” Then ‘this’ and ‘that’. But f'(x) stays.",
  );
});

test('the space round a picture, or an element with nothing in it, stays', () => {
  expect(textOf('Press <img src="k.png"> now and <i class="key"></i> then. See <img src="k.png">')).toBe(
    'Press <img src="k.png"> now and <i class="key"></i> then. See <img src="k.png">',
  );
});

test('names, the publisher, rights and the series are typeset as the title is', () => {
  const person = { name: "Maeve O'Hara", role: 'aut' };
  const { meta } = typeset(
    bookOf([], {
      language: 'en',
      authors: [person],
      contributors: [person],
      publisher: "Reed's",
      rights: "© Maeve O'Hara. All rights reserved.",
      series: { name: "The Miller's Way", number: 2 },
    }),
  ).value;
  const { authors, contributors, publisher, rights, series } = meta;
  expect([authors?.[0]?.name, contributors?.[0]?.name, publisher, rights, series?.name]).toEqual([
    'Maeve O’Hara',
    'Maeve O’Hara',
    'Reed’s',
    '© Maeve O’Hara. All rights reserved.',
    'The Miller’s Way',
  ]);
});

test('names of files and folders are typeset where a title may be made of them', () => {
  const file = (rel: string) => ({ ...section('Text.'), rel });
  const files = ["The Miller's Way/01 - It's... Over.md", '02-the-road.md'].map(file);
  const { name, spoken, manuscripts } = typeset({ ...bookOf(files), name: "Reed's" }).value;
  expect([name, spoken]).toEqual(["Reed's", 'Reed’s']);
  expect(manuscripts.map(({ rel, spoken: said }) => [rel, said])).toEqual([
    ["The Miller's Way/01 - It's... Over.md", 'The Miller’s Way/01—It’s… Over.md'],
    ['02-the-road.md', undefined],
  ]);
});

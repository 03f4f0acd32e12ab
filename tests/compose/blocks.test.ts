/** Attributes, definitions, formulas, pages, notes by chapter and credits, as the parser of the input stage hands them on. */
import type { Heading } from 'mdast';
import { headingTree } from '../../src/book/single.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import type { Section } from '../../src/types.js';
import { book, endnotes, generated, kind, print, section } from './book.js';

const parsed = (text: string) =>
  parseMarkdown(text, { path: 'manuscripts/book/one.md', line: 1, offset: 0, math: true }).value;

function printOne(text: string, more: Partial<Section> = {}, others: Section[] = []) {
  const one = { ...section('one.md', ''), tree: parsed(text), ...more };
  const { documents, xhtml, messages } = print(book([one, ...others]));
  return { documents, xhtml: xhtml['text/one.xhtml'] ?? '', messages };
}

test('attributes go to the paragraph, heading or figure that they end', () => {
  const { xhtml, messages } = printOne(
    'A line. {.lead #here}\n\n## Head {#there .x lang=he}\n\n[a](#here) [b](#there)',
  );
  expect(messages).toEqual([]);
  expect(xhtml).toContain('<p class="lead first" id="here">A line.</p>');
  expect(xhtml).toMatch(/<h\d id="there" class="x" lang="he" xml:lang="he" dir="rtl">Head<\/h\d>/);
  expect(xhtml).toContain('<a href="#here">a</a> <a href="#there">b</a>');
});

test('attributes of a heading that is the title of its page go to the title, and links find it', () => {
  const { children } = parsed('# The Ferry {#ferry .wide}\n\nSee [it](#ferry).');
  const [title, ...rest] = children;
  const { xhtml, messages } = printOne('', {
    heading: headingTree(title as Heading),
    title: 'The Ferry',
    tree: { type: 'root', children: rest },
  });
  expect(messages).toEqual([]);
  expect(xhtml).toContain('<h1 id="ferry" class="wide">The Ferry</h1>');
  expect(xhtml).toContain('<a href="#ferry">it</a>');
});

test('a language that is none is a message', () => {
  const { xhtml, messages } = printOne('A :span[word]{lang=english}.');
  expect(messages).toMatchObject([{ id: 'directive:attribute', place: { line: 1, column: 3 } }]);
  expect(xhtml).toContain('<span>word</span>');
});

describe('definition lists', () => {
  test('are terms and definitions', () => {
    expect(printOne('Ferry\n: A *boat*.').xhtml).toBe('<dl><dt>Ferry</dt><dd>A <em>boat</em>.</dd></dl>');
  });

  test('hold paragraphs, lists and quotations', () => {
    const text =
      'Ferry\n: A *boat*.\n\n    It is slow.\n\n    - Cars\n    - Hay\n\n: Also, a fare.\n\nAfter.';
    const { xhtml } = printOne(text);
    expect(xhtml.replaceAll(/ id="[^"]*"|\n/g, '')).toBe(
      '<dl><dt>Ferry</dt><dd><p>A <em>boat</em>.</p><p>It is slow.</p><ul><li>Cars</li><li>Hay</li></ul></dd>' +
        '<dd>Also, a fare.</dd></dl><p class="first">After.</p>',
    );
  });

  test('in a glossary are marked as such, and linked by their terms', () => {
    const { xhtml, messages } = printOne('The Quay\n: Where. See [it](#the-quay).', {
      kind: kind('glossary'),
    });
    expect(messages).toEqual([]);
    expect(xhtml).toContain('<dl><dt id="the-quay" epub:type="glossterm"><dfn>The Quay</dfn></dt>');
    expect(xhtml).toContain('<dd epub:type="glossdef">Where. See <a href="#the-quay">it</a>.</dd>');
  });
});

describe('formulas', () => {
  test('are MathML with their TeX for systems that know none, also beside raw HTML', () => {
    const { xhtml, documents } = printOne('It is $x^2$ in <b>bold</b>.\n\n$$y$$');
    expect(xhtml).toContain(
      '<span class="math"><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math></span>',
    );
    expect(xhtml).toMatch(/<div class="math"><math [^>]*display="block"/);
    expect(xhtml).not.toMatch(/style=|data-formula/);
    expect(documents[0]?.properties).toEqual(['mathml']);
  });

  test('in a note count for the page of the notes', () => {
    const { documents } = printOne('A[^n].\n\n[^n]: It is $x$.', {}, [endnotes()]);
    expect(documents.map(({ properties }) => properties)).toEqual([[], ['mathml']]);
  });

  test('text alone stands in a word of a formula, where the number of an equation would', () => {
    expect(printOne('$$\n\\begin{align}a&=b\\\\&=c\\end{align}\n$$').xhtml).toContain(
      '<mtd><mtext></mtext></mtd></mtr>',
    );
  });

  test('a size stands on no row of a formula', () => {
    expect(printOne('$$\\boxed{x}$$').xhtml).toContain('<mstyle scriptlevel="0" displaystyle="true">');
  });

  test('a formula has no id, no link and no other page in it', () => {
    const { xhtml, messages } = printOne('$a \\label{b}$ and $\\ref{b}$ and $\\href{https://a.example/}{x}$');
    expect(xhtml).not.toMatch(/<a |href=| id="b"/);
    expect(messages.map(({ id }) => id)).toContain('math:tex');
  });

  test('that are no TeX are messages, and stay', () => {
    const { xhtml, messages, documents } = printOne('It is $\\frac{a$ or $\\href{javascript:x}{y}$.');
    expect(messages).toMatchObject([
      { id: 'math:tex', place: { line: 1, column: 7 } },
      { id: 'math:tex', place: { line: 1, column: 20 } },
    ]);
    expect(xhtml).toContain('<code class="tex">\\frac{a</code>');
    expect(documents[0]?.properties).toEqual([]);
  });
});

test('a page number that stands twice is a message', () => {
  const { documents, messages } = printOne('::page[4]\n\nA :page[5] b.\n\n::page[4]\n\nEnd.');
  expect(documents[0]?.pages).toEqual([
    { id: 'page-4', label: '4' },
    { id: 'page-5', label: '5' },
  ]);
  expect(messages).toMatchObject([{ id: 'page:twice', place: { line: 5, column: 1 } }]);
});

test('a page number that stands in two chapters is a place in both', () => {
  const { xhtml } = print(
    book([section('one.md', ':page[4] a'), section('two.md', '[b](#page-4) :page[4] c')]),
  );
  expect(xhtml['text/two.xhtml']).toContain('<a href="#page-4">b</a> <span id="page-4"></span> c');
});

describe('notes', () => {
  test('by chapter are counted anew in each, at its end', () => {
    const { xhtml } = print(
      book([section('one.md', 'A[^n].\n\n[^n]: First.'), section('two.md', 'B[^n].\n\n[^n]: Second.')]),
    );
    for (const [file, text] of [
      ['one', 'First.'],
      ['two', 'Second.'],
    ]) {
      expect(xhtml[`text/${String(file)}.xhtml`]).toMatch(
        new RegExp(
          `<section[^>]* epub:type="endnotes" role="doc-endnotes"[^>]*>.*<ol class="notes" start="1">.*${String(text)}`,
          's',
        ),
      );
    }
  });

  test('with the label of another are messages that name its line', () => {
    const { messages } = printOne('A[^n].\n\n[^n]: First.\n\n[^n]: Second.', {}, [endnotes()]);
    expect(messages).toMatchObject([
      { id: 'note:twice', place: { line: 5, column: 1 }, hint: expect.stringContaining('line 3') as string },
    ]);
  });
});

test('an epigraph has its source in a paragraph of its own', () => {
  const { xhtml } = printOne('All roads\nlead here.\\\n\u2014 *The Guide*', { kind: kind('epigraph') });
  expect(xhtml).toMatch(/lead here\.<\/p><p class="attribution">\u2014 <em>The Guide<\/em><\/p>$/);
  const typed = printOne('All roads\nlead here.\n- *The Guide*', { kind: kind('epigraph') });
  expect(typed.xhtml).toMatch(/lead here\.<\/p>\n?<p class="attribution">\u2014 <em>The Guide<\/em><\/p>$/);
  expect(typed.xhtml).not.toContain('<ul>');
  const list = printOne('Bring\n\n- bread\n- salt', { kind: kind('epigraph') });
  expect(list.xhtml).toContain('<li>bread</li>');
  expect(printOne('\u2014 Yes, he said.', { kind: kind('epigraph') }).xhtml).not.toContain('attribution');
});

describe('credits', () => {
  const entries = [
    {
      id: 'one',
      title: 'A & B',
      authors: ['Ann'],
      published: 'First published: 2019',
      source: 'https://www.example.org/a?b=1&c=2/',
    },
    { id: 'gone', title: 'C', authors: [], source: 'javascript:alert(1)', rights: '© C' },
    { id: 'odd', title: 'D', authors: [], source: 'http://b.example/[' },
  ];
  const page = () =>
    print(book([section('one.md', 'Text.'), generated('credits', { data: { entries } })])).xhtml[
      'text/credits.xhtml'
    ];

  test('link each text and its address', () => {
    expect(page()).toContain(
      '<p><a href="one.xhtml"><cite>A &amp; B</cite></a>, <span class="byline">Ann</span></p>',
    );
    expect(page()).toContain(
      'First published: 2019 <a href="https://www.example.org/a?b=1&amp;c=2/">example.org/a?b=1&amp;c=2</a>',
    );
  });

  test('escape what may not stand in an address', () => {
    expect(page()).toContain('<a href="http://b.example/%5B">b.example/[</a>');
  });

  test('link nothing else', () => {
    expect(page()).toContain(
      '<li><p><cite>C</cite></p><p class="source">javascript:alert(1)</p><p class="rights">© C</p></li>',
    );
    expect(page()).not.toContain('href="javascript');
  });
});

test('a page without a number is nothing to link to', () => {
  const { messages } = printOne(':page[]{#x} [a](#x)');
  expect(messages.map(({ id }) => id)).toEqual(['page:no-number', 'link:dead']);
});

test.each(['::page[]', 'A :page[] and', 'A :page{.x} and'])('a page without a number: %s', (markdown) => {
  const { xhtml, messages } = printOne(`# A\n\n${markdown}`);
  expect(messages).toMatchObject([{ id: 'page:no-number', place: { line: 3 } }]);
  expect(xhtml).toContain('page');
});

test('an empty first heading makes the first column headings', () => {
  const { xhtml } = printOne('| | a | b |\n|-|-|-|\n| x | 1 | 2 |');
  expect(xhtml).toMatch(/^<table><thead><tr><td><\/td><th scope="col">a/);
  expect(xhtml).toContain('<tr><th scope="row">x</th><td>1</td>');
});

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
test.each([
  ['many narrow columns', ['Mon', '1', '2', '3', '4', '5'], ''],
  ['a few more letters', ['Mon', 'outer', 'back', 'lost', 'found', 'sunk'], ' class="wide"'],
  ['a long text of short words', ['Mon', 'Ice at the sill, broken with the pole before we ate'], ''],
  ['a few long words', ['Wednesday', 'unclaimed', 'breakfast', '12'], ' class="wide"'],
  ['a word without end', ['x'.repeat(400), 'b'], ' class="wide wider widest"'],
  ['half a year', ['Place', ...Array<string>(6).fill('7.25'), 'Notes'], ' class="wide wider"'],
  ['more than a phone holds', Array<string>(12).fill('column'), ' class="wide wider widest"'],
])('a table is set as small as its words ask for: %s', (_, cells, classes) => {
  const { xhtml } = printOne([row(cells), row(cells.map(() => '-')), row(cells.map(() => 'x'))].join('\n'));
  expect(xhtml).toMatch(new RegExp(`^<table${classes}><thead>`, 'u'));
});

describe('a letter', () => {
  const classes = (text: string): (string | undefined)[] =>
    [...printOne(`:::letter\n${text}\n:::`).xhtml.matchAll(/<p(?: id="[^"]*")?(?: class="([^"]*)")?/g)].map(
      ([, name]) => name,
    );

  test('has its date, whom it is to, its greeting, and its leave above the name', () => {
    const text =
      'The Quay\n3 May\n\nMrs. B. Mole, Keeper\n\nMadam:\n\nThe boat is late.\n\nVery respectfully,\n\nA. Lee';
    expect(classes(text)).toEqual([
      'dateline',
      'addressee',
      'salutation',
      undefined,
      'signature',
      'signature',
    ]);
  });

  test.each(['P.S. Tell nobody.', 'PS: Tell nobody.\n\nP.P.S. Tell Bo.'])('is signed above %j', (below) => {
    const named = classes(`Dear Bo,\n\nThe boat is late.\n\nLove to all\nAnn xx\n\n${below}`);
    expect(named.slice(0, 3)).toEqual(['salutation', undefined, 'signature']);
    expect(named.slice(3)).toEqual(below.split('\n\n').map(() => undefined));
  });

  test('takes leave in no line that goes on, nor where there is no name', () => {
    expect(classes('Dear Bo,\n\nThe boat,\nlate,\n\nA. Lee')).toEqual(['salutation', undefined, 'signature']);
    expect(classes('Dear Bo,\n\nA. Lee')).toEqual(['salutation', 'signature']);
  });
});

test.each([
  ':::aside\n<div><!--\n\n<b><\n:::',
  '<div class="a\n\n<b>one</b>',
  '<di\n\n<b>one</b>',
  '<div></di\n\n- <b>one</b> <',
  '> <p><![CDATA[x\n\n<b>one</b> < &am',
  '<div><!-\n\n<i title="<b>one</b>',
])('HTML that ends within a tag or a comment takes nothing with it: %j', (text) => {
  expect(printOne(`${text}\n\nThe *end*.`).xhtml).toContain('The <em>end</em>.');
});

test.each(['<!--> text', '<!---> text', '<!-- a --!> text', '<!-- a --><!--> text -->'])(
  'what follows a comment that ends early stays: %j',
  (text) => {
    expect(printOne(text).xhtml).toContain('text');
  },
);

test('a table of many columns and short rows is not filled up with cells', () => {
  const wide = `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|a\n'.repeat(2000)}`;
  const { xhtml, messages } = printOne(wide);
  expect(xhtml.match(/<t[hd]\b/g)).toHaveLength(4000);
  expect(messages).toMatchObject([{ id: 'limits:table' }]);
  expect(printOne('|a|b|\n|-|-|\n|c\n').xhtml.match(/<t[hd]\b/g)).toHaveLength(4);
});

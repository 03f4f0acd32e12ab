/** Figures, tables, equations and listings with numbers, and references to them. */
import { parseMarkdown } from '../../src/input/markdown.js';
import { localeOf } from '../../src/locales/index.js';
import { book, print, printOne, section } from './book.js';

const inMath = (markdown: string) =>
  parseMarkdown(markdown, { path: 'manuscripts/book/a.md', line: 1, offset: 0, math: true }).value;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';
const found = new Map([['bay.svg', { bytes: new TextEncoder().encode(SVG) }]]);

test.each([
  ['![The *bay*][map]\n\n[map]: bay.svg {#fig-bay width=8}', 'The bay'],
  ['![The bay][map]{#fig-bay}\n\n[map]: bay.svg', 'The bay'],
  ['![The bay][map]\n\n[map]: bay.svg "By night" {#fig-bay}', 'By night'],
])('a picture defined elsewhere has a caption: %j', (text, caption) => {
  const { xhtml } = print(book([section('one.md', text)]), found);
  const plain = (xhtml['text/one.xhtml'] ?? '').replaceAll(/<[^>]*>/g, '');
  expect(plain).toContain(caption);
  expect(xhtml['text/one.xhtml']).toContain('<figcaption><span class="caption-number">Figure\u00A01:</span>');
});

describe('what has a label is numbered, each kind by itself, through the book', () => {
  const one = section(
    'one.md',
    '# One\n\nSee @tbl-boats, @Fig:cove and [@fig-bay; -@fig:cove].\n\n![The bay](bay.svg){#fig-bay\n  width=50%}\n\n![A cove](bay.svg "The *cove*"){#fig:cove}',
  );
  const two = section(
    'two.md',
    '# Two\n\n## The Quay {#sec-two}\n\n| a | b |\n|---|---|\n| c | d |\n\n: Boats {#tbl:boats}\n\n```{.python #lst-ring caption="The bell"}\nring()\n```\n\n:::figure[A box]{#fig-box}\nAs @fig-box, @lst:ring and @sec-two.\n:::',
  );
  const { xhtml, messages, documents } = print(book([one, two]), found);

  test('its number stands before its caption', () => {
    expect(xhtml['text/one.xhtml']).toContain(
      '<figcaption><span class="caption-number">Figure\u00A01:</span> The bay</figcaption>',
    );
    expect(xhtml['text/one.xhtml']).toContain('Figure\u00A02:</span> The <em>cove</em></figcaption>');
    expect(xhtml['text/two.xhtml']).toContain('Table\u00A01:</span> Boats</figcaption>');
    expect(xhtml['text/two.xhtml']).toContain('Listing\u00A01:</span> The bell</figcaption>');
    expect(xhtml['text/two.xhtml']).toContain('Figure\u00A03:</span> A box</figcaption>');
  });

  test('references lead there, and say what it is called', () => {
    expect(xhtml['text/one.xhtml']).toContain(
      'See <a class="cross-reference" href="two.xhtml#tbl-boats">Table\u00A01</a>, <a class="cross-reference" href="#fig-cove">Figure\u00A02</a> and <a class="cross-reference" href="#fig-bay">Figure\u00A01</a>; <a class="cross-reference" href="#fig-cove">2</a>.',
    );
    expect(xhtml['text/two.xhtml']).toContain('<a class="cross-reference" href="#sec-two">The Quay</a>');
    expect(messages.filter(({ id }) => id.startsWith('reference:') || id.startsWith('directive:'))).toEqual(
      [],
    );
  });

  test('a picture keeps its width, code its language, and the sheet has what they need', () => {
    expect(xhtml['text/one.xhtml']).toMatch(/<img [^>]*class="width-50"/);
    expect(xhtml['text/two.xhtml']).toContain(
      '<figure class="figure listing" id="lst-ring"><pre><code class="language-python">',
    );
    expect(documents.map(({ parts }) => parts)).toEqual([['figures'], ['figures']]);
  });
});

test.each([
  '$$ a = b $$ {#eq-tide}\n\nSee @eq:tide.',
  '$$\na = b\n$$ {#eq-tide}\n\nSee @eq:tide.\n\n$$\nc\n$$',
  'Thus:\n\n$$\na\n= b\n$$   {#eq-tide}\n\nSee @eq:tide.',
])('an equation has its number behind it: %j', (typed) => {
  const tree = inMath(typed);
  const { xhtml } = print(book([section('one.md', '', { tree })]));
  expect(xhtml['text/one.xhtml']).toMatch(
    /<div class="equation" id="eq-tide"><div class="math"><math .*<\/math><\/div><span class="caption-number">\(1\)<\/span><\/div>/,
  );
  expect(xhtml['text/one.xhtml']).toContain('href="#eq-tide">Equation\u00A01</a>');
});

test('the number of a formula as wide as a page stands below it', () => {
  const long = Array.from({ length: 12 }, (_, index) => `a_${index}`).join(' + ');
  const tree = inMath(
    `$$\n${long} = \\alpha\n$$ {#eq-long}\n\n$$\n\\text{a} = \\frac{\\alpha}{\\beta}\n$$ {#eq-short}`,
  );
  const { xhtml } = print(book([section('one.md', '', { tree })]));
  expect(xhtml['text/one.xhtml']).toMatch(
    /id="eq-long"><div class="wide"><div class="math">.*\(1\)<\/span><\/div><\/div>/,
  );
  expect(xhtml['text/one.xhtml']).toMatch(/id="eq-short"><div class="math">.*\(2\)<\/span><\/div>/);
});

test.each(['{.python #lst-ring}', 'python {#lst-ring}', '{#lst-ring .python}'])('a listing: %s', (head) => {
  const { xhtml } = print(
    book([section('one.md', `# One\n\n\`\`\`${head}\nring()\n\`\`\`\n\nSee @lst-ring.`)]),
  );
  expect(xhtml['text/one.xhtml']).toContain('id="lst-ring"><pre><code class="language-python">');
});

test.each([
  ['de', 'Abbildung\u00A01'],
  ['fr', 'Figure\u00A01'],
  ['hu', '1. ábra'],
])('%s: %s', (language, words) => {
  const made = book([section('one.md', 'See @fig-bay.\n\n![The bay](bay.svg){#fig-bay}')]);
  const { xhtml } = print({ ...made, locale: localeOf(language) }, found);
  expect(xhtml['text/one.xhtml']).toContain(`>${words}</a>`);
});

test('a reference to nothing stays as typed, and is told of', () => {
  const { xhtml, messages } = printOne('See @fig-none.');
  expect(xhtml).toContain('<span class="cross-reference">@fig-none</span>');
  expect(messages.map(({ id, place }) => [id, place?.line])).toEqual([['reference:undefined', 1]]);
});

test.each(['\\@fig-bay', 'ann@fig-x.org', '`@fig-bay`', '@figure', '@fig'])('%s is no reference', (text) => {
  const { xhtml, messages } = printOne(`See ${text} there.`);
  expect(xhtml).not.toContain('cross-reference');
  expect(messages.filter(({ id }) => id === 'reference:undefined')).toEqual([]);
});

test.each(['![A map](bay.svg){#map}', 'Text. {#fig-bay}', '![](bay.svg){#figure}'])(
  '%s has no number',
  (text) => {
    const { xhtml } = print(book([section('one.md', text)]), found);
    expect(xhtml['text/one.xhtml']).not.toContain('caption-number');
  },
);

test('in a chapter with a number, figures are counted from 1 behind it', () => {
  const figures = '\n\n![The bay](bay.svg){#fig-bay}\n\nSee @fig-bay.';
  const { xhtml } = print(
    book([
      section('zero.md', `# Before${figures.replaceAll('fig-bay', 'fig-zero')}`),
      section('one.md', `# One${figures}`, { number: 1 }),
      section('two.md', `# Two${figures.replaceAll('fig-bay', 'fig-two')}\n\nAnd @fig-bay.`, { number: 2 }),
    ]),
    found,
  );
  expect(xhtml['text/zero.xhtml']).toContain('Figure\u00A01:</span>');
  expect(xhtml['text/one.xhtml']).toContain('Figure\u00A01.1:</span>');
  expect(xhtml['text/two.xhtml']).toContain('Figure\u00A02.1:</span>');
  expect(xhtml['text/two.xhtml']).toContain('href="one.xhtml#fig-bay">Figure\u00A01.1</a>');
});

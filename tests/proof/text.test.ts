import { proveText } from '../../src/proof/text.js';
import { differences } from '../../src/proof/text/differences.js';
import { letterOffsets, lettersOf } from '../../src/proof/text/letters.js';
import { pairUp } from '../../src/proof/text/pairs.js';
import { book, proveTampered, samples, type Staged } from './books.js';

const FERRY = {
  'book.md':
    '---\ntitle: The Ferry\nauthor: A\ndedication: For *Ada*,\nepigraph: "\'So it goes.\'"\n---\n\nA blurb.',
  '1-dawn.md': [
    '---\ntitle: Dawn\nsubtitle: A Beginning\nauthor: B. Writer\nnote: {before: Read me first., after: And me last.}\n---',
    '"The ferry left at 6:15," she said -- "on the 3 x 4 metre deck."[^1]',
    'Nobody came.',
    'The second paragraph tells of the tide, of mud and of a gull.',
    'The third paragraph tells of the rope and of the man who held it.[^b]',
    '[^1]: A note with `code` and a second paragraph.[^2]\n\n    "Here it is."',
    '[^2]: A note in a note.',
    '[^b]: The last note.',
  ].join('\n\n'),
  '2-noon.md': [
    '# Noon',
    ':::verse[To Ada]\nO gull,\n*O rope*\n:::',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '- [ ] to do\n- [x] done',
    '![A gull](img/dot.png "The gull")',
    'Raw <u>HTML</u> <span class="x">and more</span> of it &amp; &copy; 2026.',
    '<div><p>A block</p><script>gone()</script><ul><li>one<li>two</ul></div>',
    '::page[42]',
    'Re:Zero at 10:30am, a :span[mot]{lang=fr}.',
    '# ~ #',
    'The end of noon.',
  ].join('\n\n'),
  '3-dusk.md': '# Dusk\n\nThe lamp went out in 1961, and nobody lit it again.',
};

describe('the finished book holds its text', () => {
  test('of both sample books', async () => {
    for (const stages of await samples()) expect(await proveTampered(stages)).toEqual([]);
  });

  test('of a folder with notes, verse, tables, tasks, images, raw HTML and front matter', async () => {
    expect(await proveTampered(await book(FERRY))).toEqual([]);
  });

  test('of a single file whose title is its heading, with parts, notes at its end and a drawn break as a heading', async () => {
    const text =
      '# The Book\n\n# Part One\n\n# One\n\nText.[^1]\n\n#\n\nMore.\n\n# Two\n\nEnd.[^2]\n\n[^1]: First.\n\n[^2]: *Second*.';
    expect(await proveTampered(await book({ 'a.md': text }))).toEqual([]);
  });

  test.each(['# ![x](none.png)\n\nText.', '# In this book\n\nText.\n\n## More'])(
    'of a page that the build fills, whose text is left out: %j',
    async (contents) => {
      const files = { 'contents.md': `---\nkind: contents\n---\n${contents}`, '1.md': '# One\n\nText.' };
      const stages = await book({ ...files, '2.md': '# Two\n\nText.' });
      expect(stages.messages.map(({ id }) => id)).toContain('book:filled-page');
      expect(await proveTampered(stages)).toEqual([]);
    },
  );

  test('where symbols were asked for', async () => {
    const text = '---\ntypography: {symbols: true}\n---\n\n(C) 2026 by me (TM), 1/2 of 3 x 4.';
    const stages = await book({ 'a.md': text });
    expect(JSON.stringify(stages.typeset)).toContain('© 2026 by me ™, ½ of 3 × 4.');
    expect(await proveTampered(stages)).toEqual([]);
  });
});

test.each([
  ['a list without numbers', '<ul><li value="3">one<li>two</ul>'],
  ['HTML that ends within a comment', ':::aside\n<div><!--\n\n<b><\n:::\n\nThe end.'],
  ['a block in a heading', '# a <article>b c\n\nText.'],
  ['a heading that HTML ends', '# <h2>b c\n\nText.'],
  ['a numbered list in old HTML within a line', '<q>\n<center>\n\n<em>*b*\n1. one\n2. two'],
  ['a numbered list in two elements of a line', '<b><i><ol><li>one<li>two</ol></i></b>'],
  ['an item without its list', 'a :span[b <li>c</li> d] e'],
  ['the caption of a table behind its rows', '<table><tr><td>a</td></tr><caption>b</caption></table>'],
  ['a picture that is not there', 'a ![b](no.png "c") d <img src="no.png" title="e">\n\n![f](no.png "g")'],
  ['a list that begins at no number', '<ol start><li>a</ol>\n\n<ol start="3"><li value="x">b</ol>'],
  ['an element that nobody knows', 'a <x-y>b</x-y> c'],
  ['a quotation mark in a tag that does not end', '# A\n\n<div>\n</iol span="2t>x</\n\n"The end."'],
  ['a value that is never closed', '<div title="a>b</div>\n\n"c"'],
  ['a value that holds a tag', `<div title="<b>'x'">"b"</div>`],
  ['a head of its own in the cell of a table', 'e|t\n-|-\nr<thead><th c="">a'],
  ['a head of its own in the head of a table', 'e<thead><th>a|t\n-|-\nr|s'],
  ['a note in an element that no book holds', 'a <video>b[^1]</video> c\n\n[^1]: d'],
  ['an end of a paragraph within a line', '<nav>a</p>b'],
  ['text of its own in a list', '<ul>one <b>two</b> three<li>four</li> five</ul>'],
  ['a line of Markdown in a list', '<u><dir>:page[] [the](http://0x7S.A. Mr.'],
  ['a block in a term', 'a <h2>b</h2> <div>c <p>d</p> e</div> f\n: g'],
  ['an end of a paragraph beside white space', '- a</p> `b`'],
  ['a rule in a line', 'a <hr/> *b*\n: c <hr> d'],
  ['a reading’s bracket that is none', '<tr><rp>\n\n![a]()b[^1]\n\n[^1]: c'],
  ['a note in a reading’s bracket', '<ruby>a<rp>b[^1]</rp><rt>c</rt><rp>)</rp></ruby>\n\n[^1]: n'],
  ['numbers that no list counts to', '<ol start="9999999999"><li value="9999999999">a</ol>'],
  [
    'an element that no book holds in a link to nowhere',
    '[a <video> b](javascript:x) c [d <title> e][f]\n\n[f]: g:h',
  ],
  [
    'a paragraph within an element that no book holds',
    ':::dedication\na <details> b <math> <p>y</math> <ruby> c\n\nriver\n:::',
  ],
  ['a time in a time', '<time datetime="2003">a <time datetime="2003">b</time></time>'],
  ['a line that ends with an empty paragraph', '<a o=")">n\n\nx</p> l|\n\n<mg>\niv'],
  ['the label of a block that is none in a figure', 'I</n>\n:::figure[[]h]{}\n:::d[!(p]'],
  ['HTML in a definition', 't</div>t\n: <ruby>a<rt><p>c\n: d'],
  ['a head of its own in a definition', 'a\n: |<math><p>y</xt></math>| b\n  c'],
  ['a reading in a term', '<ruby>a<rt><p>c\n: a'],
  ['HTML that ends within a tag', '<di\n\n<b>one</b>\n\nThe end.'],
])('with HTML: %s', async (_, text) => {
  expect(await proveTampered(await book({ 'a.md': text }))).toEqual([]);
});

test('chapters of one file, each with notes that it numbers from one', async () => {
  const text = '# One\n\nA.[^1]\n\n[^1]: First.\n\n# Two\n\nB.[^1]\n\n[^1]: Second.\n\n# Three\n\nC.[^1]';
  expect(await proveTampered(await book({ 'a.md': `---\ntitle: T\n---\n\n${text}` }))).toEqual([]);
});

test('an author’s note behind text that HTML leaves without a paragraph', async () => {
  const stages = await book({ 'a.md': '---\ndisclaimer: c\n---\na\n\n</i>\nb' });
  expect(await proveTampered(stages)).toEqual([]);
});

test.each(['one\ntwo,  \n&emsp;three', 'one\ntwo <b>and</b>,  \n&emsp;three'])(
  'lines that are set in: %j',
  async (text) => {
    expect(await proveTampered(await book({ 'a.md': text }))).toEqual([]);
  },
);

test('a page of the print whose number is struck out', async () => {
  expect(await proveTampered(await book({ 'a.md': 'a :page[~~12~~] b' }))).toEqual([]);
});

test('a page that is a note alone, which is left out', async () => {
  expect(await proveTampered(await book({ 'a.md': 'It rained.', 'colophon.md': '[^1]: q' }))).toEqual([]);
});

test('a dash that is all that a definition says', async () => {
  const stages = await book({ 'a.md': 'One\n: —\n\n_\n: two' });
  expect(stages.messages.filter(({ id }) => id.startsWith('conform:'))).toEqual([]);
  expect(JSON.stringify(stages.typeset)).not.toContain('thematicBreak');
  expect(await proveTampered(stages)).toEqual([]);
});

test('code that goes on in the next line', async () => {
  expect(await proveTampered(await book({ 'a.md': 'A `c\nd` b.' }))).toEqual([]);
});

test.each([
  '4&NewLine;s\n: /',
  '- One\n  and two\n\nThree\nfour.',
  '| a&NewLine;b |\n| - |',
  '![[0&NewLine;]h]()',
])('of a dedication that is more than paragraphs: %j', async (dedication) => {
  const text = `---\ndedication: ${JSON.stringify(dedication)}\n---\n\nIt rained.`;
  expect(await proveTampered(await book({ 'a.md': text }))).toEqual([]);
});

test('of notes at the end of each chapter', async () => {
  const text =
    '---\nnotes: chapter\n---\n\n# One\n\nA.[^a]\n\n1. one\n2. two\n\n[^a]: First.\n\n# Two\n\nB.^[Second.]';
  expect(await proveTampered(await book({ 'a.md': text }))).toEqual([]);
});

test('HTML in the heading that names a book in a single file', async () => {
  expect(await proveTampered(await book({ 'a.md': '# The <b>Ferry</b> <i></i>\n\nIt rained.' }))).toEqual([]);
});

test('a block that stays as it was typed, in an item', async () => {
  expect(
    await proveTampered(await book({ 'a.md': '- ::e[x]{}\n  y\n- ::page[]\n  ::e\n- ::page[4]\n  z' })),
  ).toEqual([]);
});

test.each([
  ['within a line', 'One $x^2$ and $\\frac{1}$ two.'],
  ['of its own', 'One.\n\n$$\n\\frac{1}{\n$$\n\nTwo.'],
])('with a formula %s', async (_, text) => {
  expect(await proveTampered(await book({ 'a.md': `---\nmath: true\n---\n\n${text}` }))).toEqual([]);
});

describe('says where it does not', () => {
  let ferry: Staged;
  beforeAll(async () => {
    ferry = await book(FERRY);
  });
  const told = async (file: string, from: string | RegExp, to: string) => {
    let found = false;
    const messages = await proveTampered(ferry, (text, name) => {
      if (!name.endsWith(file)) return text;
      found ||= text.search(from) >= 0;
      return text.replace(from, to);
    });
    expect(found).toBe(true);
    return messages.map(({ id, path, place, reason }) => ({
      id,
      where: `${path ?? ''}:${place?.line ?? ''}`,
      reason,
    }));
  };

  test('a lost letter', async () => {
    expect(await told('dawn.xhtml', 'Nobody', 'Nobdy')).toEqual([
      {
        id: 'proof:changed',
        where: 'ferry/1-dawn.md:10',
        reason:
          '`OEBPS/text/dawn.xhtml` has `the 3 × 4 metre deck.” [Nobdy] came. The second paragraph` ' +
          'where the manuscript has `-- "on the 3 x 4 metre deck." [Nobody] came. The second paragraph`',
      },
    ]);
  });

  test('digits changed, in their words', async () => {
    expect(await told('dusk.xhtml', '1961', '1916')).toEqual([
      {
        id: 'proof:changed',
        where: 'ferry/3-dusk.md:3',
        reason:
          '`OEBPS/text/dusk.xhtml` has `Dusk The lamp went out in [1916,] and nobody lit it again.` ' +
          'where the manuscript has `Dusk The lamp went out in [1961,] and nobody lit it again.`',
      },
    ]);
  });

  test('a swapped paragraph', async () => {
    const [message, ...others] = await told(
      'dawn.xhtml',
      /(<p[^>]*>The second.*?<\/p>)(\s*)(<p[^>]*>The third.*?<\/p>)/su,
      '$3$2$1',
    );
    expect(others).toEqual([]);
    expect(message).toMatchObject({ id: 'proof:moved' });
    expect(message?.reason).toMatch(
      /^`The (?:second|third) paragraph .*` is in the wrong place in `.*`: after `.*`, not after/,
    );
  });

  test('a doubled paragraph', async () => {
    expect(await told('dawn.xhtml', /<p[^>]*>Nobody came.<\/p>/u, '$&$&')).toEqual([
      {
        id: 'proof:doubled',
        where: 'ferry/1-dawn.md:12',
        reason: '`Nobody came` is in `OEBPS/text/dawn.xhtml` twice',
      },
    ]);
  });

  test('a lost sentence', async () => {
    expect(await told('dawn.xhtml', 'Nobody came.', '')).toMatchObject([
      {
        id: 'proof:lost',
        where: 'ferry/1-dawn.md:10',
        reason: expect.stringContaining('`Nobody came` is missing from') as string,
      },
    ]);
  });

  test('a paragraph that nobody wrote', async () => {
    expect(await told('dusk.xhtml', '</section>', '<p>Buy more books!</p></section>')).toMatchObject([
      { id: 'proof:added', reason: expect.stringContaining('`Buy more books`') as string },
    ]);
  });

  test('a lost section', async () => {
    const itemref = /<itemref idref="[^"]*noon[^"]*"[^>]*>/u;
    const messages = await told('content.opf', itemref, '');
    expect(messages).toContainEqual({
      id: 'proof:lost-section',
      where: 'ferry/2-noon.md:',
      reason: 'The ebook has no page with the text of `Noon`',
    });
  });

  test('two sections in each other’s place', async () => {
    const messages = await told(
      'content.opf',
      /(<itemref idref="[^"]*noon[^"]*"[^>]*>)(\s*)(<itemref idref="[^"]*dusk[^"]*"[^>]*>)/u,
      '$3$2$1',
    );
    expect(messages).toEqual([
      {
        id: 'proof:moved-section',
        where: expect.stringMatching(/noon|dusk/) as string,
        reason: expect.stringContaining('is not where the manuscripts’ order puts it') as string,
      },
    ]);
  });

  test('a note’s text, and a reference to another note', async () => {
    expect(await told('endnotes.xhtml', 'A note in a note', 'A note in a boat')).toMatchObject([
      { id: 'proof:changed', where: 'ferry/1-dawn.md:20' },
    ]);
    const swapped = await told('dawn.xhtml', /endnotes\.xhtml#note-\d+/u, 'endnotes.xhtml#note-9');
    expect(swapped.map(({ id }) => id)).toContain('proof:note');
  });

  test('a picture’s description and caption', async () => {
    expect(await told('noon.xhtml', 'A gull', 'A hull')).toMatchObject([{ id: 'proof:changed' }]);
  });

  test('a title, a dedication, an author’s note', async () => {
    for (const [file, from] of [
      ['noon.xhtml', />Noon<\/h1>/u],
      ['dedication.xhtml', /For/u],
      ['dawn.xhtml', /Read me/u],
      ['dawn.xhtml', /A Beginning/u],
    ] as const) {
      expect(await told(file, from, file === 'noon.xhtml' ? '></h1>' : '')).toMatchObject([
        { id: 'proof:lost' },
      ]);
    }
  });

  test('a file that is no EPUB, and one with markup that is none', async () => {
    expect(
      proveText({ path: 'a', sections: [], generated: new Set(), left: [] }, new Uint8Array(9)),
    ).toMatchObject([{ id: 'proof:unreadable', fatal: true }]);
    expect(await told('dusk.xhtml', '</p>', '')).toMatchObject([{ id: 'proof:unreadable' }]);
  });
});

test('letters are those of every script, with their marks; signs count as what they stand for', () => {
  expect(lettersOf('“Ça,” it’s… Ж—ﻡ 日本 e\u0301 ½ × © (TM) 𝔘 🎉')).toBe('ÇaitsЖﻡ日本e\u030112xctm𝔘');
  expect(letterOffsets('a—½b')).toEqual([0, 2, 2, 3]);
});

test('texts meet again at the nearest place', () => {
  const [a, b, c] = ['alphabetagammadelta', 'epsilonzetaetatheta', 'iotakappalambdamuni'];
  expect(differences(a + b + c, a + c, 9)).toEqual([{ start: 19, end: 38, foundStart: 19, foundEnd: 19 }]);
  expect(differences(a + b + c, a + b + c, 9)).toEqual([]);
  expect(differences(a + c, `${a}x${c}`, 9)).toEqual([{ start: 19, end: 19, foundStart: 19, foundEnd: 20 }]);
});

test('sections are paired by letters before names', () => {
  const named = (...rows: [string, string][]) => rows.map(([name, letters]) => ({ name, letters }));
  const sections = named(['a', 'one'], ['b', 'two'], ['c', 'three'], ['d', 'four']);
  const documents = named(['a', 'two'], ['b', 'one'], ['c', 'tree'], ['x', 'five']);
  const { pairs, lost, added, moved } = pairUp(sections, documents);
  expect([...pairs]).toEqual([
    [0, 1],
    [1, 0],
    [2, 2],
  ]);
  expect([lost, added, moved.length]).toEqual([[3], [3], 1]);
});

describe('sees what is said beside the letters', () => {
  const YEARS = {
    'a.md': [
      '---\ntitle: Years\nauthor: A\nlanguage: ja\n---\n\n# One',
      '1986. A great year.\n1990. A bad year.',
      '彼は<ruby>東京<rt>とうきょう</rt></ruby>へ行った。',
      'A line  \nand its end.',
      ':::verse\nO gull,\nO rope\n:::',
      'Another paragraph.\n\nAnd one more, with <b>HTML</b>.',
      '| a | b |\n|---|---|\n| 1 | 2 | more |',
    ].join('\n\n'),
  };
  let years: Staged;
  beforeAll(async () => {
    years = await book(YEARS);
  });

  const tampered = (from: string | RegExp, to: string) =>
    proveTampered(years, (text) => text.replace(from, to)).then((messages) => messages.map(({ id }) => id));

  test('and nothing where nothing is wrong', async () => {
    expect(await proveTampered(years)).toEqual([]);
  });

  test.each([
    ['an item’s number', ' value="1990"', ' value="1987"', 'proof:changed'],
    ['an item’s number that is gone', ' value="1990"', '', 'proof:lost'],
    ['a list’s first number', ' start="1986"', '', 'proof:changed'],
    ['a list without numbers', /<ol start="1986">([\s\S]*?)<\/ol>/, '<ul>$1</ul>', 'proof:lost'],
    ['a hard break', /<br\/>\s*and its end/, ' and its end', 'proof:line'],
    [
      'a verse',
      /<span class="line">O gull,<br\/><\/span><span class="line">/,
      '<span class="line">O gull, ',
      'proof:line',
    ],
    ['two paragraphs in one', /paragraph\.<\/p>\s*<p[^>]*>/, 'paragraph. ', 'proof:line'],
    ['a paragraph in two', 'one more, ', 'one more,</p><p>', 'proof:line'],
  ])('%s', async (_name, from, to, id) => {
    expect(await tampered(from, to)).toContain(id);
  });

  test('ruby pulled apart, and a reading without its base', async () => {
    expect(
      await tampered(/<ruby>(.*?)<rt>(.*?)<\/rt><\/ruby>/, '<span>$1</span><span>$2</span>'),
    ).not.toEqual([]);
    expect(
      await tampered('<ruby>東京<rt>とうきょう</rt></ruby>', '<ruby>東<rt>京とうきょう</rt></ruby>'),
    ).not.toEqual([]);
  });
});

/** Marks that authors bring from other tools: boxes, attributes, line blocks, empty lines; and what is said of the rest. */
import { parseMarkdown } from '../../src/input/markdown.js';
import { checkTree } from '../../src/input/lint.js';
import { book, endnotes, print, section } from './book.js';

const PATH = 'manuscripts/book/one.md';

function printed(text: string, language = 'en') {
  const { value } = parseMarkdown(text, { path: PATH, line: 1, offset: 0, language });
  const said = checkTree(value, PATH);
  const one = { ...section('one.md', ''), tree: value };
  const { xhtml, messages } = print(book(text.includes('[^') ? [one, endnotes()] : [one]));
  return { xhtml: xhtml['text/one.xhtml'] ?? '', messages: [...said, ...messages] };
}

const bodyOf = (text: string, language?: string): string =>
  printed(text, language)
    .xhtml.replace(/^[^]*<\/header>/, '')
    .replaceAll(/ (?:id="p-[^"]*"|class="first")/g, '');

describe('boxes', () => {
  test.each([
    [
      ':::tip Mind the "gap"\nNow.\n:::',
      'class="aside callout tip" role="note"><p class="label">Mind the "gap"</p>',
    ],
    [':::Warning Deep water\nNow.\n:::', '<p class="label">Deep water</p><p>Now.</p></aside>'],
    [
      ':::note A word\nNow.\n:::',
      '<aside class="note" role="note"><p class="label">A word</p><p>Now.</p></aside>',
    ],
    ['::::danger Hold on\n:::verse\nA\n:::\n::::', '<p class="label">Hold on</p><div class="verse">'],
  ])('%j have what stands behind their name for a title', (text, expected) => {
    expect(bodyOf(text)).toContain(expected);
  });

  test.each([
    ['de', ':::tip\nJetzt.\n:::', 'Tipp'],
    ['fr', '> [!WARNING]\n> Ici.', 'Avertissement'],
    ['ru', '> [!note]\n> Тут.', 'Примечание'],
    ['eo', '> [!TIP]\n> Nun.', 'Tip'],
    ['de', '> [!start]\n> Jetzt.', 'Start'],
  ])('are called in %s what %j is called there', (language, text, label) => {
    expect(bodyOf(text, language)).toContain(`<p class="label">${label}</p>`);
  });

  test('in the manner of MkDocs are said to be left', () => {
    expect(printed('!!! note "Title"\n    Text.').messages).toMatchObject([
      { id: 'markdown:left-over', place: { line: 1 } },
    ]);
    expect(printed('What??? No!!! Stop.').messages).toEqual([]);
  });
});

test('a `<br>` in a cell ends a line of it', () => {
  expect(bodyOf('| a | b |\n|---|---|\n| one<br>two | <br> |')).toContain('<td>one<br/>two</td>');
});

describe('marks of single tools', () => {
  test.each([
    [
      '__「強調」__です。これは__重要__です。',
      '<p><strong>「強調」</strong>です。これは<strong>重要</strong>です。</p>',
    ],
    ['東京_大阪_京都 and user_name_id', '<p>東京_大阪_京都 and user_name_id</p>'],
    ['A line.\n\n## Notes {-#end}', '<h1 class="unnumbered" id="end">Notes</h1>'],
    ['A line.\n\n## (PART) Theory {-}', '<h1 class="unnumbered" id="theory">Theory</h1>'],
    ['A line.\n\n## (PART\\*) Theory {-}', '<h1 class="unnumbered" id="theory">Theory</h1>'],
  ])('%j', (text, expected) => {
    expect(bodyOf(text)).toContain(expected);
  });

  test.each([
    ['A bay|200', 'A bay', '200'],
    ['A bay |640x480', 'A bay', '640'],
    ['|300', '', '300'],
    ['100x145', '', '100'],
  ])('a width behind the description %j', (alt, words, width) => {
    const { value } = parseMarkdown(`![${alt}](bay.png)`, { path: PATH, line: 1, offset: 0 });
    expect(value.children).toMatchObject([{ children: [{ alt: words, data: { attributes: { width } } }] }]);
  });

  test.each(['In 1980', '200', 'Either|or', 'A|5'])('none behind %j', (alt) => {
    const { value } = parseMarkdown(`![${alt}](bay.png)`, { path: PATH, line: 1, offset: 0 });
    expect(value.children).toMatchObject([{ children: [{ alt }] }]);
  });
});

describe('attributes with a colon', () => {
  test.each([
    ['A line.\n{: .lead}', '<p class="lead first">A line.</p>'],
    ['## Head {: #x .y }', 'id="x" class="y">Head</h'],
    [
      'See [it](https://example.com){:target="_blank" .far}.',
      '<a class="far" href="https://example.com/">it</a>',
    ],
    ['See [it](https://example.com){target=_blank rel="noopener"}.', '<a href="https://example.com/">it</a>'],
  ])('%j', (text, expected) => {
    const { xhtml, messages } = printed(text);
    expect(xhtml).toContain(expected);
    expect(messages).toEqual([]);
  });
});

describe('line blocks', () => {
  test('are verse, their lines set in, a bar alone between stanzas', () => {
    expect(bodyOf('| The tide came in,\n|   it went *out*,\n|\n| and that --\n| was that. -')).toBe(
      '<div class="verse"><p class="stanza"><span class="line">The tide came in,<br/></span>' +
        '<span class="line in-1">it went <em>out</em>,</span></p>' +
        '<p class="stanza"><span class="line">and that --<br/></span><span class="line">was that. -</span></p></div>',
    );
  });

  test.each(['| a | b |\n| 1 | 2 |', '\\| a\n| b', '| a'])('none: %j', (text) => {
    expect(bodyOf(text)).not.toContain('verse');
  });
});

describe('empty lines', () => {
  test.each(['&nbsp;', '\u00A0', '\u3000', '<p>&nbsp;</p>', '<div><br></div>', '<br>', '<br/><br/>', '\\'])(
    '%j alone parts two scenes',
    (gap) => {
      expect(bodyOf(`One.\n\n${gap}\n\nTwo.`)).toMatch(/<p>One\.<\/p>\s*<hr class="scene-break"/);
    },
  );

  test.each(['<p></p>', '\\\\', 'a<br>'])('%j does not', (text) => {
    expect(bodyOf(`One.\n\n${text}\n\nTwo.`)).not.toContain('scene-break');
  });
});

test.each(['<!-- Page break --> {.unlisted}', '<span></span>', '![](gulls.png)'])(
  'a heading of nothing but %j is none',
  (text) => {
    expect(bodyOf(`One.\n\n## ${text}\n\nTwo.`)).not.toContain('<h2');
  },
);

test('an empty line parts two scenes where HTML stands in the text, too', () => {
  expect(bodyOf('One.\n\n<br>\n\nTwo <b>words</b>.')).toContain(
    '<p class="ornament" aria-hidden="true">\u00A0</p>',
  );
});

test('words that HTML leaves between paragraphs are one', () => {
  expect(bodyOf('One.\n\n<br />\nTwo *x*.\n\nThree.')).toMatch(/<p>One\.<\/p>\s*<p>\s*Two \*x\*\.\s*<\/p>/);
  expect(bodyOf('<ruby>東<rt>ひ</rt></ruby>')).toMatch(/^\s*<p><ruby>/);
  expect(bodyOf('One.\n\n<br clear="all">\n\nTwo.')).not.toContain('<p></p>');
});

test.each([
  ['an insertion', 'It was ++not++ so.', 'In C++ and G++, i++ and ++i.'],
  ['a spoiler', 'He ||dies|| here.', 'One a || b || c.'],
  ['an abbreviation', '*[HTML]: Hypertext', 'A note*[a]: b'],
  ['a formula', 'It is $x^2$ now.', 'From $5_000 to $6_000 and \\$x^2\\$.'],
  ['a raised word', 'It is ^up^ there.', 'The 2^nd^ of 3 ^ 4 ^ 5.'],
  ['the end of a line', 'It ends here.\\', 'It ends here.\\\\'],
  ['a block’s fence', ':::verse\nA\n::\n:::', 'A::\n\nB :: C'],
  ['attributes', 'One.\n\n{.lead}\n\nTwo.', 'One.\n{.lead}'],
  ['a table', '+---+---+\n| across |\n+---+---+', '1 +- 2 +- 3 + 4'],
])('%s that nothing read is told of', (name, text, none) => {
  const heads = (of: string) =>
    printed(of).messages.flatMap(({ id, reason }) => (id === 'markdown:left-over' ? [reason] : []));
  expect(heads(text)).toEqual([expect.stringContaining(`looks like ${name} and is printed as typed`)]);
  expect(heads(none)).toEqual([]);
});

test('the notes of a table are numbered from its head', () => {
  const body = bodyOf('| a[^h] | b |\n| --- | --- |\n| c[^c] | d |\n\n[^h]: Head.\n\n[^c]: Cell.');
  expect(body.indexOf('<sup>1</sup>')).toBeLessThan(body.indexOf('<sup>2</sup>'));
});

test('a line of Chinese ends without a space between emphasis and behind a note', () => {
  const body = bodyOf('*强*\n*调*\n\n一个注[^1]\n后文。\n\n[^1]: 注', 'zh');
  expect(body).toContain('<em>强</em><em>调</em>');
  expect(body).toContain('</a>后文。');
});

test('rows that are no table are told of once', () => {
  expect(printed('| Head |\n|---|---|\n| a | b |').messages.map(({ id }) => id)).toEqual(['markdown:table']);
});

test('a template’s mark is no attribute, too', () => {
  expect(printed('{{#quiz a=b.toml}}').messages).toHaveLength(1);
});

describe('captions of tables', () => {
  const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |';
  test.each([
    ['below', `${TABLE}\n\n: Boats *by day*`],
    ['right below', `${TABLE}\n: Boats *by day*`],
    ['below, with a word', `${TABLE}\n\nTable: Boats *by day*`],
    ['above', `Table: Boats *by day*\n\n${TABLE}`],
  ])('%s', (_, text) => {
    const { xhtml, messages } = printed(`One.\n\n${text}\n\nTwo.`);
    expect(xhtml).toContain('Boats <em>by day</em></figcaption>');
    expect(xhtml).toContain('<td>1</td><td>2</td></tr></tbody></table>');
    expect(messages).toEqual([]);
  });

  test.each([`${TABLE}\n\n\\: no`, `: no\n\n${TABLE}`, 'Table: no'])('none: %j', (text) => {
    expect(bodyOf(text)).not.toContain('figcaption');
  });
});

/** Marks of other tools in a text: captions with markup, contents, line ends of HTML, and what is said of the rest. */
import { checkTree } from '../../src/input/lint.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import { imageRequests } from '../../src/compose/index.js';
import { newReport } from '../../src/typography/report.js';
import { breakScenes } from '../../src/typography/trees.js';
import { book, endnotes, print, section } from './book.js';

const DRAWING = {
  bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>'),
};

const PATH = 'manuscripts/book/one.md';

function printed(text: string, language = 'en') {
  const { value, messages: parsed } = parseMarkdown(text, { path: PATH, line: 1, offset: 0, language });
  const read = [...parsed, ...checkTree(value, PATH)];
  const { xhtml, messages } = print(book([{ ...section('one.md', ''), tree: value }, endnotes()]));
  const body = (xhtml['text/one.xhtml'] ?? '').replaceAll(/ (?:id="p-[^"]*"|class="first")/g, '');
  return { body, messages: [...read, ...messages] };
}

describe('a caption in the title of a picture', () => {
  const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';

  test.each([
    ['The *bay*', 'The <em>bay</em>'],
    ['Fish &amp;amp; chips', 'Fish &amp; chips'],
    ['H<sub>2</sub>O', 'H<sub>2</sub>O'],
  ])('has markup: %s', (title, expected) => {
    const { body } = printed(`![A map](${PICTURE} "${title}")`);
    expect(body).toContain(`<figcaption>${expected}</figcaption></figure>`);
  });

  test('has notes', () => {
    const { body, messages } = printed(`![A map](${PICTURE} "The bay[^1]")\n\n[^1]: By day.`);
    expect(body).toMatch(/<figcaption>The bay<a [^>]*epub:type="noteref"/);
    expect(messages.map(({ id }) => id)).not.toContain('note:unused');
  });

  test('is text where it has none', () => {
    expect(printed(`![A map](${PICTURE} "1. The bay * M*A*S*H")`).body).toContain('1. The bay * M*A*S*H');
  });
});

test.each(['<br>', '<br/>\n', '  \n'])('spaces behind the line end %j set a line in', (end) => {
  expect(printed(`The wind was high,${end}&emsp;the sea was low.`).body).toContain(
    '<span class="line in-1">the sea was low.',
  );
});

describe('a mark that stands for the contents', () => {
  test.each([
    '[TOC]',
    '[toc]',
    '[[toc]]',
    '[[_TOC_]]',
    '[[TOC]]',
    '[TOC levels=1-2]',
    '{:toc}',
    '{{TOC}}',
    '{{TOC:2-3}}',
    '${toc}',
    '@[toc](Contents)',
    '\\tableofcontents',
    '* TOC\n{:toc}',
    '1. Contents\n{:toc .large}',
  ])('%j is left out, and a message tells', (mark) => {
    const { body, messages } = printed(`A.\n\n${mark}\n\nB.`);
    expect(body).toContain('<p>A.</p>\n<p>B.</p>');
    expect(messages).toMatchObject([{ id: 'markdown:contents', severity: 'info', place: { line: 3 } }]);
  });

  test.each(['[TOC] and more', 'toc', '* TOC', '`[TOC]`', '\\[TOC]'])('%j is text', (text) => {
    expect(printed(text).messages).toEqual([]);
  });

  test('is a link where there is such an address', () => {
    expect(printed('[TOC]\n\n[toc]: https://example.com').body).toContain('href="https://example.com/"');
  });
});

test('a star that stands for letters is not told of', () => {
  expect(printed('The *nix systems, *BSD and *aaS of a *nix box.').messages).toEqual([]);
});

describe('what nothing read is told of', () => {
  test.each([
    ['He smiled :smile: and left.', ':smile:', 'emoji'],
    ['Well done :+1:', ':+1:', 'emoji'],
    ['See \\@ref(fig:map).', '@ref(fig:map)', 'cross-reference'],
    ['![[map.png]]', '![[map.png]]', 'wiki'],
    ['See [[the quay|it]].', '[[the quay|it]]', 'wiki'],
    ['A <span @click="go">word</span>.', '<span @click="go">', 'tag of HTML'],
    ['*A flashback begins.\n\nIt goes on here.*', '*A flashback begins.', 'beginning of emphasis'],
    ['**Bold one.\n\nBold two.**', '**Bold one.', 'beginning of emphasis'],
    ['He said _never and left.', '_never and left.', 'beginning of emphasis'],
    ['{++added++} text', '{++added++', 'editor'],
    ['It was {--gone--} now.', '{--gone--', 'editor'],
    ['{>>who?<<} Text.', '{>>who?<<', 'editor'],
    ['Text %%a remark%% goes on.', '%%a remark%%', 'comment'],
    ['A line. ^block-id', '^block-id', 'name of a block'],
    ['A line. ^37066f', '^37066f', 'name of a block'],
    ['(@good) One.\n(@) Two.', '(@good) One.', 'list'],
    ['-> Centred <-', '-> Centred <-', 'centred line'],
    ['#Chapter One', '#Chapter One', 'heading'],
    ['A> In a box.', 'A> In a box.', 'box'],
    ['{height: "80%"}\nWords', '{height: "80%"}', 'attributes'],
    ['See (\\#fig:map) here.', '(#fig:map)', 'cross-reference'],
    ['[The quay] (https://example.com)', '[The quay] (', 'picture or link'],
    ['![A map] (map.png)', '[A map] (', 'picture or link'],
    ['A <a href="x"title="y">word</a>.', '<a href="x"title="y">', 'tag of HTML'],
  ])('%s', (text, marks, kind) => {
    const told = printed(text).messages.filter(({ id }) => id === 'markdown:left-over');
    expect(told[0]?.reason).toMatch(new RegExp(`looks like .*${kind}`));
    expect(told[0]?.reason.replaceAll(/[\u201C\u201D]/g, '"')).toContain(marks);
  });

  test('a reference to a label that nothing has', () => {
    expect(printed('See @fig:map and @sec-two.').messages.map(({ id }) => id)).toEqual([
      'reference:undefined',
      'reference:undefined',
    ]);
  });

  test.each([
    'He was f***ing *** and said 2 * 3 and 5*x, M*A*S*H, snake_case_name, _ _ and a __.',
    'A line ends in a star* and a note.\n\n* * *',
    'Up 100% and 50%, x^2 and ^ and -> there <-, #1 and # 2.',
    '#MeToo. It was trending.',
    'I. M. Pei\nand (a) one, (b) two.',
    '{a set} and [a] (b) and a > b >> c.',
    'At 10:30:15 the ratio was 3:2:1, and a:b:c too.',
    'Write to ann@example.com or @figaro.',
    'If a < b and c > d, or <3.',
    'Dialogue ::: Action: go: now.',
    '`:smile:` and \\:smile:',
  ])('nothing is said of %s', (text) => {
    expect(printed(text).messages).toEqual([]);
  });
});

describe('what Markdown reads otherwise than it was meant', () => {
  test.each([
    ['He left.\n---\nNext morning.', 'markdown:underlined', 1],
    ['He left\nthe house\n---\nNext morning.', 'markdown:underlined', 1],
    ['"Never!"\n---', 'markdown:underlined', 1],
    ['He left.\n\n---\nmood: low\n---\n\nNext morning.', 'markdown:underlined', 4],
    ['A.\n\n    He went down to the quay again, as he had done every day.', 'markdown:indented', 3],
    ['A.\n\n\t"I never said that I would come," said the old man.', 'markdown:indented', 3],
    ['A.\n\n[Ben]: Hello\n\n[Ann]: "Hi"', 'link:unused', 3],
    ['Right     Left\n-------   ------', 'markdown:table', 2],
    ['A.\n\n<!-- a remark\n\nThe rest.', 'markdown:comment', 3],
  ])('%j is told', (text, id, line) => {
    expect(printed(text).messages).toMatchObject([{ id, place: { line } }]);
  });

  test('paragraphs that are set in are one message', () => {
    const { messages } = printed(
      '    He went down to the quay again that day.\n\nA.\n\n    He went up the hill again that evening.',
    );
    expect(messages).toMatchObject([{ id: 'markdown:indented', place: { line: 1 } }]);
    expect(messages[0]?.reason).toMatch(/, and so is 1 more$/);
  });

  test.each([
    'The Quay\n---',
    'Who Goes There?\n---',
    'The Quay\n===',
    'A.\n***\nB.',
    '    let x = compute(the, value);',
    '    npm install',
    '    |  Name',
    '```\nHe went down to the quay again that day.\n```',
    'A.\n\n<!-- a remark -->\n\nThe rest.',
    'A <!--> b --> c',
    'A.\n\n<!---> b\n\nThe rest.',
    'A.\n\n<!-- b --!> c\n\nThe rest.',
  ])('nothing is said of %j', (text) => {
    expect(printed(text).messages).toEqual([]);
  });
});

describe('guillemets typed as angles', () => {
  test.each([
    ['fr', 'Et <<ceci>> et << cela >>.', 'Et «ceci» et « cela ».'],
    ['de', 'Er rief: >>Was?<< und ging.', 'Er rief: »Was?« und ging.'],
    ['pl', '<<Tak>>, rzekł. <<*Nie*>>', '«Tak», rzekł. «<em>Nie</em>»'],
    ['es', '<<Una frase larga.\n\n<<Y otra>>.', '<p>«Una frase larga.</p>\n<p>«Y otra».</p>'],
    ['fr', 'Fichier >> Ouvrir, \\<\\<x>>', 'Fichier &gt;&gt; Ouvrir, &lt;&lt;x&gt;&gt;'],
    ['fr', '`a << b >> c`', '<code>a &lt;&lt; b &gt;&gt; c</code>'],
    ['en', 'a << b >> c', 'a &lt;&lt; b &gt;&gt; c'],
  ])('%s: %j', (language, text, expected) => {
    const { body, messages } = printed(text, language);
    expect(body).toContain(expected);
    expect(messages).toEqual([]);
  });
});

describe('speech in angles at the head of a line', () => {
  test.each([
    ['de', '>>Ja<<, sagte er.', '<p>»Ja«, sagte er.</p>'],
    ['da', 'Hun gik.\n\n>>*Ja*<<, sagde han.', '<p>»<em>Ja</em>«, sagde han.</p>'],
    ['cs', '>>… a já?<<\n>>Ne.<<', '<p>»… a já?«\n»Ne.«</p>'],
    ['de', 'Er kam.\n>>Was ist\nlos?<< Sie ging.', '<p>Er kam.\n»Was ist\nlos?« Sie ging.</p>'],
    ['de', '- >>Ja<<, sagte er.', '<li>»Ja«, sagte er.</li>'],
    ['de', 'Er[^a]\n\n[^a]: >>Ja<<, sagte er.', 'epub:type="noteref"'],
    ['de', '>Ja<, sagte er.', '<p>&gt;Ja&lt;, sagte er.</p>'],
    ['de', '```\n>>Ja<<, sagte er.\n```', '&gt;&gt;Ja&lt;&lt;, sagte er.'],
  ])('%s: %j is speech', (language, text, expected) => {
    const { body, messages } = printed(text, language);
    expect(body).toContain(expected);
    expect(body).not.toContain('<blockquote');
    expect(messages).toEqual([]);
  });

  test.each([
    ['de', '>> Hallo\n>> du'],
    ['de', '>>Hallo\n>>du'],
    ['de', '>>Hallo\n>>du<< da'],
    ['de', '>>Hallo\n\n>>Ja<<, sagte er.'],
    ['de', '>Ein Brief mit <em>Marken</em>.'],
    ['de', '>Er rief >>Ja<< und ging.'],
    ['de', '> Er sagte <<ja>>'],
    ['en', '>>Ja<<, sagte er.'],
  ])('%s: %j is a quotation', (language, text) => {
    expect(printed(text, language).body).toContain('<blockquote');
  });

  test('places stay, whether a text is parsed in pieces or whole', () => {
    const text =
      'Er kam und blieb den ganzen Tag dort.\n\n>>Ja<<, sagte er.\n\nUnd dann ging er wieder fort.\n';
    const read = (length?: number) =>
      parseMarkdown(text, { path: PATH, line: 1, offset: 0, language: 'de' }, length).value;
    expect(read(1)).toEqual(read(Infinity));
    expect(read().children[1]).toMatchObject({
      type: 'paragraph',
      position: { start: { offset: 39 }, end: { offset: 56 } },
    });
  });
});

describe('a sentence that begins with a date', () => {
  test.each([
    ['de', '3. Oktober war es.', '<p>3. Oktober war es.</p>'],
    ['de', '1. Mai. Regen.\n\n2. Mai. *Sonne*.', '<p>1. Mai. Regen.</p>\n<p>2. Mai. <em>Sonne</em>.</p>'],
    ['cs', '28. října se stalo.', '<p>28. října se stalo.</p>'],
    ['en', '1986. A great year.', '<p>1986. A great year.</p>'],
    ['en', '12. 12. 1914. Rain.', '<p>12. 12. 1914. Rain.</p>'],
    ['en', '1. 2. 14 Sun.\n\n2. 2. 14 Rain.', '<p>1. 2. 14 Sun.</p>\n<p>2. 2. 14 Rain.</p>'],
    ['en', '1986. *The* year.', '<p>1986. <em>The</em> year.</p>'],
    ['en', '3. Oktober war es.', '<ol start="3">'],
    ['de', '3. Maier kam.', '<ol start="3">'],
    ['de', '1. Mai\n2. Butter', '<ol>'],
    ['en', '1986. One.\n1990. Two.', '<ol start="1986">'],
    ['en', '12. One.', '<ol start="12">'],
  ])('%s: %j', (language, text, expected) => {
    expect(printed(text, language).body).toContain(expected);
  });
});

test.each([
  ['[map]: map.svg "A map" width=42px', 'width="42" height="56"/><figcaption>A map</figcaption>'],
  ['[map]: map.svg {#map .wide width=50%}', '<figure id="map" class="image wide width-50">'],
  ['[Map]: <map.svg>  {.wide}', '<figure class="image wide">'],
])('attributes behind the definition of an address: %s', (definition, expected) => {
  const { value } = parseMarkdown(`![A bay][map]\n\n${definition}`, { path: PATH, line: 1, offset: 0 });
  const made = book([{ ...section('one.md', ''), tree: value }]);
  const found = new Map(imageRequests(made).map(({ file }) => [file, DRAWING]));
  const { xhtml } = print(made, found);
  expect(xhtml['text/one.xhtml']).toContain(expected);
});

test('a tab behind the bar of a line block sets its words', () => {
  expect(printed('|\tA line\n|\tAnother').body).toContain('<div class="verse">');
});

describe('words between angle brackets', () => {
  test.each([
    ['<Bob> hello, said <Alice Lee>.', '<p>&lt;Bob&gt; hello, said &lt;Alice Lee&gt;.</p>'],
    ['<Skill acquired: Fire>', '<p>&lt;Skill acquired: Fire&gt;</p>'],
    ['## Two & <Special>', '>Two &amp; &lt;Special&gt;</h1>'],
    ['*<Bob>* and a vector<int>.', '<em>&lt;Bob&gt;</em> and a vector&lt;int&gt;.'],
  ])('are text where HTML has no such element: %s', (text, expected) => {
    const { body, messages } = printed(text);
    expect(body).toContain(expected);
    expect(messages).toEqual([]);
  });

  test.each(['<Foo>words</Foo>', '<Badge text="x">', '<Baz/>', '<custom-box>\n\nwords\n\n</custom-box>'])(
    'are an element where they are meant so: %s',
    (text) => {
      expect(printed(text).messages.map(({ id }) => id)).toContain('html:element');
    },
  );

  test('are an element where HTML has one', () => {
    expect(printed('<center>\n\nwords\n\n</center> <br> <blink>x').body).not.toContain('&lt;');
  });
});

describe('HTML that draws a break between scenes', () => {
  test.each([
    '<hr>',
    '<hr class="wp-block-separator" />',
    '<center>***</center>',
    '<p style="text-align: center"><strong>* * *</strong></p>',
    '<p align="center">~</p>',
  ])('%s is one', (html) => {
    const text = `A.\n\n${html}\n\nB.`;
    const { value } = parseMarkdown(text, { path: PATH, line: 1, offset: 0 });
    expect(breakScenes(value, PATH, newReport(false)).children.map(({ type }) => type)).toEqual([
      'paragraph',
      'thematicBreak',
      'paragraph',
    ]);
  });

  test.each(['<p>5 * 3</p>', '<p>&amp;</p>', '<center>The End</center>'])('%s is none', (html) => {
    expect(printed(`A.\n\n${html}\n\nB.`).body).not.toContain('<hr');
  });
});

test('Markdown in a block of HTML is told of', () => {
  const id = 'markdown:in-html';
  const told = (text: string) => printed(text).messages.filter((one) => one.id === id).length;
  expect(told('<div class="front">\n# Foreword\nWords.\n</div>')).toBe(1);
  expect(told('<div>\nA **bold** word and [a link](x.md).\n</div>')).toBe(1);
  expect(told('<div>\n\nA **bold** word.\n\n</div>')).toBe(0);
  expect(told('<pre>\nA **bold** word.\n</pre>')).toBe(0);
  expect(told('<p>5 * 3 * 2 and <code>**x**</code></p>')).toBe(0);
});

describe('lines that Markdown joins to a paragraph', () => {
  const told = (text: string) => printed(text).messages.filter(({ id }) => id === 'markdown:joined');

  test.each([
    '\u201CWhere were you?\u201D she said.\n\u201COut.\u201D',
    '\u201CYou are sure about this?\u201D Tom said. \u201COnce it is open\u2026\u201D\n\u201CI\u2019m sure,\u201D I said.\n\u201COkay then\u201D',
    '\u2014 Is that it? said Tom.\n\u2013 That\u2019s it.',
    '> Oh the boats go out\n> and the boats come in \u2013\n> and the ones that don\u2019t\n> are never talked of again',
    'Phaedra: Who goes there?\nCreon: A friend.\nPhaedra: Say your name,\nor go.\nCreon: I have none.',
    '> The harbour lamps are out tonight,\n> The tide is on the stair,\n> And nobody has set a light\n> For anybody there.',
    'He came in late. The room was cold.\nNobody had lit the fire. He sat down.\nIt was the fourth of May. He slept.',
  ])('are told of where their author surely set them: %j', (text) => {
    expect(told(text)).toMatchObject([{ severity: 'warning', place: { line: 1 } }]);
  });

  test('are told of in one message', () => {
    const text = '\u201CIn?\u201D\n\u201COut.\u201D';
    expect(told([text, text, text].join('\n\n')).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('and so do 2 more: `'),
    ]);
  });

  test.each([
    // Wrapped at a column.
    '\u201CI have been here since the spring tides,\u201D she said, and put the lamp\n\u201Cwhere it belongs\u201D on the shelf above the door, where nobody would see it\n\u201Cby day\u201D.',
    'Anna met Peter in Rome. Peter went on to Naples, where Maria lived with\nPaul. Nobody wrote. The summer of that year was the hottest that anybody\nRemembered.',
    // A sentence, or a clause, a line.
    'He came in late.\nThe room was cold.\nNobody had lit the fire.\nHe sat down.',
    'The boats came in at noon,\nwith their nets hung to dry\nand nothing to sell.',
    // Lines that their author ended.
    'The harbour lamps are out tonight,\\\nThe tide is on the stair,\\\nAnd nobody has set a light\\\nFor anybody there.',
    ':::verse\nThe harbour lamps are out tonight,\nThe tide is on the stair,\nAnd nobody has set a light\nFor anybody there.\n:::',
    ':::letter\nDear Ann,\n\nThe boats came in.\n\nYours,\nBo Pike\nThe Quay\nCorvo\n:::',
  ])('are not told of where they may be meant so: %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

// What nobody means to write and every tool has to read: whole constructs with one thing wrong, and neighbours that do
// not fit each other.
import { address, name, PICTURES, word, words } from './texts.mjs';

/** Titles that come again and again, and what links call them: right, nearly right, and as other tools do. */
const TITLES = [
  'The End',
  'The End',
  'Note',
  'A & B',
  '1',
  'Été',
  '第一章',
  'Part *one*',
  'a',
  '`code`',
  'The  End.',
];
const NEARLY = [
  '#the-end',
  '#the-end-1',
  '#the-end-2',
  '#The-End',
  '#the_end',
  '#the-end.',
  '#theend',
  '#the-end#the-end',
  '#the%20end',
  '#the-en',
  '#note',
  '#note-1',
  '#fn1',
  '#fnref1',
  '#fn:1',
  '#a-b',
  '#a--b',
  '#s-1',
  '#1',
  '#ete',
  '#été',
  '#%C3%A9t%C3%A9',
  '#e\u0301te\u0301',
  '#第一章',
  '#part-one',
  '#p-the-end',
  '#kobo.1.1',
  '#book-inner',
  '#notes',
  '#page-5',
  '#page-iv',
  '1.md#the-end',
  '2.md#the-end-1',
  './1.md#THE-END',
  '1.MD#the-end',
  '1#the-end',
  '1.html#the-end',
  'chapter-1.xhtml#the-end',
  '/1.md#the-end',
  '//1.md',
  '1.md?#the-end',
  '1.md#',
  'cover.md',
  'contents.md#contents',
  'endnotes.md#note-1',
  'title-page.md',
  '../m/1.md',
];

const FOREIGN = [
  '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
  '<math><mi>x</mi><annotation-xml encoding="text/html"><p>p</p></annotation-xml></math>',
  '<math><mtext><b>x</b><p>y</mtext></math>',
  '<math display="block" id="a"><semantics><mi>x</mi><annotation encoding="TeX">x</annotation></semantics></math>',
  '<math><maction actiontype="statusline" xlink:href="javascript:x()"><mi>x</mi></maction></math>',
  '<math><p>out</p><mi>x</mi></math>',
  '<svg viewBox="0 0 1 1"><title>t</title><rect width="1" height="1"/></svg>',
  '<svg><foreignObject><p id="a">x</p><math><mi>x</mi></math></foreignObject></svg>',
  '<svg><desc><b>x</b></desc><a xlink:href="#a"><text>x</text></a></svg>',
  '<svg><style>p { color: red }</style><p>out</p></svg>',
  '<svg><g id="b"/><use href="#b"/><script>x()</script></svg>',
  '<svg/><math/>x',
  '<svg><b>x</svg>y</b>',
  '<svg><![CDATA[ <p>x</p> ]]></svg>',
  '<svg><title><svg><title>x</title></svg></title></svg>',
];

const RUBY = [
  '<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>',
  '<ruby>漢<rp>(</rp><rt>kan<rp>)</rp></ruby>',
  '<ruby><ruby>a<rt>b</rt></ruby><rt>c</rt></ruby>',
  '<ruby><rt>b</rt></ruby>',
  '<ruby>a<rt></rt></ruby>',
  '<ruby>a<rt>b<p>c</p></rt></ruby>',
  '<ruby>a<rt><a href="#a">b</a></rt></ruby>',
  '<a href="#a"><ruby>a<rt>b</rt></ruby></a>',
  '<ruby><rb>a<rb>b<rtc><rt>c<rt>d</rtc></ruby>',
  '<rt>stray</rt><rp>(</rp>',
  '<ruby>a<rt>b</ruby>',
  '<ruby>a<rt>b</rt>c</ruby>',
  '<h2><ruby>a<rt>b</rt></ruby></h2>',
  '{北京|ほっ|けい}',
  '{北京|}',
  '{|x}',
  '{a|b{c|d}}',
  '{北京|ほっ*けい*}',
  '*{北京|ほっけい}*',
  '[{a|b}](#a)',
];

/** Letters that turn what stands round them, marks that join and part, and a base with more marks than a line is high. */
const TURNED = [
  '\u202Eabc\u202C',
  '\u2067אבג\u2069',
  '\u2066\u2067\u2068x',
  '\u202A\u202B\u202D',
  '\u200Fשלום\u200E',
  'a\u061Cb',
  'שלום (abc) 123-456',
  'مرحبا "hello" ١٢٣',
  `z${'\u0300\u0301\u0302\u0303'.repeat(12)}`,
  '\u200D\u200D',
  'क्\u200Dष',
  'e\u0301\u00E9',
  '\u1100\u1161\u11A8',
  '\u{1F1E6}',
  '\u{E0041}\u{E007F}',
  '\uFE0F',
  '\u115F\u3164',
  '\u2800',
  '\u00AD\u00AD',
  '\u2028x\u2029y',
];

const HUGE = [
  '999999999',
  '9999999999',
  '2147483648',
  '4294967296',
  '9007199254740993',
  `1${'0'.repeat(40)}`,
  '1e308',
  '-0',
  '0x1F',
  '１２',
];

const quoted = (dice, text) => dice.one([`"${text}"`, `'${text}'`, text.replaceAll(/[\s"'=<>`]/g, '')]);

/** Within a line. */
export const strangeInline = (dice, within) =>
  dice.weighted([
    [4, () => `[${within()}](${dice.one(NEARLY)})`],
    [1, () => `<a href=${quoted(dice, dice.one(NEARLY))}>${within()}</a>`],
    [2, () => dice.one(FOREIGN)],
    [2, () => dice.one(RUBY)],
    [2, () => dice.one(TURNED) + (dice.chance(0.5) ? within() : '')],
    [0.5, () => `[^${dice.one(HUGE)}]`],
    [0.5, () => `:page[${dice.one(HUGE)}]`],
    [0.5, () => `&#${dice.one(HUGE)};&#x${dice.one(HUGE)};`],
    [
      0.5,
      () =>
        `[${within()}]{#${name(dice)} #${name(dice)} .${name(dice)} lang=${dice.one(['ar', 'he-IL', 'ja', 'mn-Mong', 'x-y', '"'])} dir=rtl style="x" onclick=x}`,
    ],
    [
      0.5,
      () =>
        `![${within()}](${dice.one(PICTURES)}){#${name(dice)} width=${dice.one(HUGE)} alt="${word(dice)}"}`,
    ],
    [
      0.5,
      () =>
        `<br id="${name(dice)}"/><wbr><img src="${dice.one(PICTURES)}" id="${name(dice)}" alt="${word(dice)}">`,
    ],
    [0.5, () => `<!-- ${within()} --${dice.one(['>', '!>', ' >', ''])}`],
    [
      0.5,
      () =>
        `<${dice.one(['b', 'i', 'a', 'q', 'ins', 'del', 's'])}>${within()}\n\n${within()}</${dice.one(['b', 'i', 'a', 'q', 'p', 'div'])}>`,
    ],
    [
      0.5,
      () => `${'*'.repeat(dice.below(6))}${within()}${'*'.repeat(dice.below(6))}${'_'.repeat(dice.below(4))}`,
    ],
  ])();

const rows = (dice, cell, most) =>
  dice.times(most, () => `| ${dice.times(3, cell).join(' | ')} |`).join('\n');
const indent = (text, by) => text.replaceAll('\n', `\n${by}`);

/** Between paragraphs; `line` makes a line and `within` blocks. */
export const strangeBlock = (dice, line, within) => {
  const cell = () => line().replaceAll(/[\n|]/g, ' ');
  const table = () => `| ${cell()} | b |\n|---|:-:|\n${rows(dice, cell, 3)}`;
  return dice.weighted([
    [
      3,
      () =>
        `${'#'.repeat(1 + dice.below(3))} ${dice.one(TITLES)}${dice.one(['', '', ' {#a}', ' {#the-end}', ' #', ' {.x lang=he}'])}`,
    ],
    [2, () => `${dice.one(['- ', '1. ', '> ', '[^note]: ', ': '])}${indent(table(), '    ')}`],
    [1, () => `- ${cell()}\n\n  ${indent(table(), '  ')}\n\n  ${indent(within(), '  ')}`],
    [1, () => `<table>\n\n${table()}\n\n</table>`],
    [
      1,
      () =>
        `| a | b |\n|---|---|\n| <ul><li>${cell()}</li></ul> | ${dice.one(FOREIGN)} |\n| <td>x</td> | </table> |`,
    ],
    [2, () => dice.times(5, () => `| ${dice.one(['', '  ', '    ', '\t'])}${cell()}`).join('\n')],
    [1, () => `> ${dice.times(3, () => `| ${cell()}`).join('\n> ')}`],
    [
      2,
      () =>
        `${cell()}\n${cell()}\n: ${indent(within(), '  ')}\n\n  ${dice.one(RUBY)}\n: ${dice.one([table(), '# h', '- a', ''])}`,
    ],
    [
      1,
      () =>
        `:::${dice.one(['verse', 'letter', 'play', 'message', 'sign', 'epigraph', 'dedication', 'aside', 'figure', 'note'])}\n${table()}\n\n${indent(within(), '')}\n\n${dice.one(FOREIGN)}\n:::`,
    ],
    [1, () => `::::aside\n:::verse\n${line()}\n:::\n:::${dice.one(['', ':', '::'])}\n::::`],
    [1, () => `${dice.one(HUGE)}. ${line()}\n${dice.one(HUGE)}) ${line()}`],
    [1, () => `<ol start="${dice.one(HUGE)}"><li value="${dice.one(HUGE)}">${line()}</ol>`],
    [1, () => `<table><tr><td colspan="${dice.one(HUGE)}" rowspan="${dice.one(HUGE)}">${line()}</table>`],
    [2, () => dice.one(FOREIGN)],
    [1, () => `<div dir="rtl" lang="ar">\n\n${within()}\n\n</div>`],
    [
      1,
      () =>
        `[^${dice.one(['note', 'a', '1'])}]: ${dice.one(['# x', '- a', table(), '> q', '[^note]', '![x](dot.png)', '', '<div>'])}\n\n    ${indent(within(), '    ')}`,
    ],
    [1, () => `[${name(dice)}]:\n  <${address(dice)}>\n  '${word(dice)}\n${word(dice)}'`],
    [1, () => `${words(dice, 3)}\n${dice.one(['=', '-', '==  ', '- -', '--\t'])}\n${line()}`],
    [
      1,
      () => `\`\`\`${dice.one(['verse', 'math', 'mermaid', '{.python #a}', 'a`b', '\u0000'])}\n${within()}`,
    ],
    [1, () => `<pre>\n\n${within()}\n\n</pre>`],
    [
      1,
      () =>
        `<${dice.one(['details', 'figure', 'dl', 'ul', 'ol', 'table', 'ruby', 'h1', 'p', 'section', 'nav'])}>\n\n${within()}\n\n${within()}\n\n</${dice.one(['details', 'figure', 'dl', 'ul', 'div', 'p'])}>`,
    ],
  ])();
};

/** A whole text as an odd program may have written it. */
export const strangelyWritten = (dice, text) =>
  dice.weighted([
    [4, () => text.replaceAll('\n', '\r\n')],
    [1, () => text.replaceAll('\n', '\r')],
    [2, () => `\uFEFF${text}`],
    [1, () => text.replaceAll('\n', '\n\uFEFF')],
    [1, () => text.replaceAll(' ', dice.one(['\u00A0', '\u3000', '\t', '\u2009', '\u0000', '\u000C']))],
    [
      1,
      () =>
        text.replaceAll(
          /[a-e]/g,
          (letter) => letter + dice.one(['', '', '\uD800', '\uDC00', '\u0000', '\uFFFE', '\u0085']),
        ),
    ],
    [1, () => text.normalize('NFD')],
    [1, () => text.toUpperCase()],
    [1, () => text + text],
    [1, () => text.slice(0, dice.below(text.length + 1))],
    [
      1,
      () =>
        text
          .split('\n')
          .map((line) => `${line}  `)
          .join('\n'),
    ],
    [
      1,
      () =>
        text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n'),
    ],
  ])();

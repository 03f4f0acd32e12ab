// Markdown of every construct that Octavo reads, nested in each other and torn.
import { html } from './html.mjs';
import { strangeBlock, strangeInline } from './strange.mjs';
import { TEX } from './tex.mjs';
import { address, name, PICTURES, word, words } from './texts.mjs';

const CONTAINERS = [
  'aside',
  'dedication',
  'epigraph',
  'figure',
  'letter',
  'message',
  'note',
  'play',
  'sign',
  'verse',
  'x',
  'page',
  'span',
  'div',
  'constructor',
  'tip',
  'warning',
  'poem',
  'toc',
];
const CALLOUTS = ['NOTE', 'TIP', 'warning', 'Quote', 'x', 'NOTE]- A title', 'abstract]+'];
const braces = (dice) =>
  dice.chance(0.4)
    ? ''
    : `{${dice
        .times(3, () =>
          dice.weighted([
            [3, () => `#${name(dice)}`],
            [2, () => `.${name(dice)}`],
            [1, () => `lang=${dice.one(['fr', 'ar', 'x'])}`],
            [1, () => `${name(dice)}="${word(dice)}"`],
          ])(),
        )
        .join(' ')}}`;

const SIZES = [
  '{width=50%}',
  '{width=1e9px height=-1}',
  '{width=0 #a .b}',
  '{ }',
  '{#a #b lang=x}',
  '{width="<"}',
];
/** Marks of other tools, and what looks like them. */
const MARKS = [
  '[@key, p. 3]',
  '{{< x >}}',
  '{{ x }}',
  '{% x %}',
  '<% x %>',
  '[[a]]',
  '[[a|b]]',
  '![[dot.png]]',
  '==x==',
  '%%x%%',
  '{++x++}{--y--}{>>z<<}',
  '[TOC]',
  '[x]: y',
  ':smile:',
  '#tag',
  '@name',
  '\\newpage',
  '\\pagebreak',
  '<!-- more -->',
  '{.a}',
  '{#a}',
  '^^',
  '``',
  '***',
  '*[HTML]: Hyper',
];

const title = (dice) => (dice.chance(0.8) ? '' : ` "${word(dice)}"`);

/** Content of a line. */
export function inline(dice, depth) {
  if (!dice.may()) return words(dice, 3);
  const within = () => (depth > 0 ? inline(dice, depth - 1) : words(dice, 3));
  const INLINES = [
    [10, () => words(dice, 6)],
    [2, () => `*${within()}*`],
    [2, () => `**${within()}**`],
    [1, () => `***${within()}**${within()}*`],
    [1, () => `_${within()}_`],
    [1, () => `~~${within()}~~`],
    [1, () => `\`${words(dice, 3)}\``],
    [0.5, () => `\`\` ${word(dice)} \` \`\``],
    [3, () => `[${within()}](${dice.chance(0.3) ? `<${address(dice)}>` : address(dice)}${title(dice)})`],
    [1, () => `[${within()}][${name(dice)}]`],
    [1, () => `[${name(dice)}]`],
    [2, () => `![${within()}](${dice.one(PICTURES)}${title(dice)})`],
    [1, () => `![${words(dice, 2)}][${name(dice)}]`],
    [1, () => `<${address(dice)}>`],
    [
      1,
      () =>
        dice.one([
          'http://e.com',
          'www.e.com',
          'www..a',
          'a@b.c',
          'https://e.com/(x)_',
          'www.',
          'http://a..b',
          'www.é.com/%',
          'a@b',
          'mailto:a@b.c',
          'xmpp:a@b.c',
          'https://a_b.c',
          'www.a_b.c',
          'http://e.com#a#b',
          '<a@b.c>',
          'a.b-c_d@a.b_',
        ]),
    ],
    [2, () => `[^${name(dice)}]`],
    [1, () => `^[${within()}]`],
    [2, () => `:span[${within()}]${braces(dice)}`],
    [
      1,
      () =>
        `:page[${dice.one(['2', '4', 'xiv', '4', 'A', '', '<b>', '99999999999', '-1', '٤', 'a b'])}]${braces(dice)}`,
    ],
    [0.5, () => `:${dice.one(CONTAINERS)}[${within()}]${braces(dice)}`],
    [1, () => `$${dice.one(TEX)}$`],
    [0.5, () => `$$${dice.one(TEX)}$$`],
    [3, () => html(dice, depth, depth > 0 ? inline : words)],
    [1, () => dice.one(['  \n', '\\\n', '\n', '\\', '  ', '\t'])],
    [0.5, () => `{${words(dice, 1)}|${words(dice, 1)}}`],
    [0.5, () => `![${words(dice, 2)}](${dice.one(PICTURES)})${dice.one(SIZES)}`],
    [0.5, () => `[${within()}]${braces(dice)}`],
    [0.5, () => `x${dice.one(['~2~', '^2^', '^a b^', '~~2~~', '^[', '~', '^'])}`],
    [0.5, () => dice.one(MARKS)],
    [4, () => strangeInline(dice, within)],
  ];
  return Array.from({ length: 1 + dice.below(4) }, () => dice.weighted(INLINES)()).join(
    dice.chance(0.7) ? ' ' : '',
  );
}

const indent = (text, by) => text.replaceAll('\n', `\n${by}`);

/** One block. */
function block(dice, depth) {
  if (!dice.may()) return words(dice, 3);
  const line = () => inline(dice, Math.min(depth, 2));
  const within = () => (depth > 0 ? blocks(dice, depth - 1) : line());
  const fence = ':'.repeat(3 + depth);
  const cell = () => line().replaceAll('\n', ' ');
  const BLOCKS = [
    [12, () => line() + (dice.chance(0.1) ? ` ${braces(dice)}` : '')],
    [
      4,
      () =>
        `${'#'.repeat(1 + dice.below(7))} ${line().replaceAll('\n', ' ')}${dice.chance(0.15) ? ` ${braces(dice)}` : ''}`,
    ],
    [1, () => `${line()}\n${dice.one(['===', '---'])}`],
    [
      1.5,
      () =>
        dice.one([
          '***',
          '* * *',
          '---',
          '~~~~',
          '#',
          '⁂',
          '~ ~ ~',
          '___',
          '+++',
          '<hr>',
          '\\* \\* \\*',
          '* * *\n\n* * *',
        ]),
    ],
    [3, () => `> ${indent(within(), dice.chance(0.8) ? '> ' : '')}`],
    [
      3,
      () =>
        dice
          .times(
            3,
            () =>
              `${dice.one(['-', '*', '+'])} ${dice.one(['', '', '[ ] ', '[x] '])}${indent(within(), '  ')}`,
          )
          .join('\n'),
    ],
    [
      3,
      () =>
        dice
          .times(
            3,
            () => `${dice.one(['1.', '2.', '0.', '999999999.', '1)', '007.'])} ${indent(within(), '   ')}`,
          )
          .join('\n'),
    ],
    [
      2,
      () =>
        `\`\`\`${dice.one(['', 'js', 'verse', '{.x}', 'math', 'a b'])}\n${words(dice, 6)}\n${dice.chance(0.9) ? '```' : ''}`,
    ],
    [1, () => `    ${indent(words(dice, 5), '    ')}`],
    [
      3,
      () =>
        `|${dice.times(4, cell).join('|')}|\n|${dice.times(4, () => dice.one(['-', ':-', '-:', ':-:'])).join('|')}|\n${dice.times(3, () => `|${dice.times(5, cell).join('|')}|`).join('\n')}`,
    ],
    [2, () => `[^${name(dice)}]: ${indent(within(), '    ')}`],
    [1, () => `[${name(dice)}]: ${dice.chance(0.5) ? address(dice) : dice.one(PICTURES)}${title(dice)}`],
    [
      5,
      () =>
        `${fence}${dice.one(CONTAINERS)}${dice.chance(0.3) ? `[${line().replaceAll('\n', ' ')}]` : ''}${braces(dice)}\n${within()}\n${dice.chance(0.9) ? fence : ''}`,
    ],
    [1.5, () => `::page[${dice.one(['4', '5', 'ix', '', '4'])}]`],
    [0.5, () => `::${dice.one(CONTAINERS)}[${line().replaceAll('\n', ' ')}]${braces(dice)}`],
    [1.5, () => dice.times(2, () => `${cell()}\n: ${indent(within(), '    ')}`).join('\n\n')],
    [1, () => `$$\n${dice.one(TEX)}\n$$`],
    [5, () => html(dice, 1 + depth, blocks)],
    [1, () => dice.times(4, () => `| ${word(dice)} ${words(dice, 3)}`).join('\n')],
    [
      1,
      () =>
        `${dice.one(['HAMLET:', '— x', '-- A. Author', 'Dear Ann,', '(Exit.)', 'THE END', 'Yours,'])} ${line()}`,
    ],
    [1, () => `> [!${dice.one(CALLOUTS)}]${dice.one(['', ' A title', '\n> '])}\n> ${indent(within(), '> ')}`],
    [
      0.5,
      () => dice.one(['\\newpage', '\\pagebreak', '<div style="page-break-after: always"></div>', '[[toc]]']),
    ],
    [0.5, () => `![${words(dice, 3)}](${dice.one(PICTURES)}${title(dice)})${dice.one(['', ...SIZES])}`],
    [0.5, () => `[img]: <data:image/png;base64,${dice.one(['AA', 'iVBORw0KGgo=', '%', ''])}>\n\n![x][img]`],
    [
      1,
      () =>
        `${fence}${dice.one(['letter', 'play', 'verse', 'message'])}${braces(dice)}\n${dice.times(4, () => `${dice.one(['', '*', '**A.** ', 'ANN: ', '  ', '(', '-- ', 'Dear x,\n'])}${line()}${dice.one(['', '\n', ' {.salutation}', ' {.signature}', ','])}`).join('\n')}\n${fence}`,
    ],
    [0.5, () => `Table: ${line()}\n\n${line()}\n\n: ${line()} {#a}`],
    [0.5, () => line().repeat(1 + dice.below(20))],
    [8, () => strangeBlock(dice, line, within)],
  ];
  return dice.weighted(BLOCKS)();
}

/** A few blocks. */
export function blocks(dice, depth) {
  const gap = dice.chance(0.95) ? '\n\n' : '\n';
  return Array.from({ length: 1 + dice.below(3) }, () => block(dice, depth)).join(gap);
}

/** A text cut, doubled, swapped and stained, as a damaged file or a careless hand does it. */
export function mutated(dice, text, other = text) {
  let result = text;
  for (let left = 1 + dice.below(4); left > 0; left -= 1) {
    const [a, b] = [dice.below(result.length + 1), dice.below(result.length + 1)].sort((x, y) => x - y);
    result = dice.weighted([
      [3, () => result.slice(0, a) + result.slice(Math.min(b, a + 20))],
      [2, () => result.slice(0, a) + word(dice) + result.slice(a)],
      [2, () => result.slice(0, b) + result.slice(a, Math.min(b, a + 200)) + result.slice(b)],
      [2, () => result.slice(0, a) + other.slice(dice.below(other.length)).slice(0, 120) + result.slice(a)],
      [
        1,
        () =>
          result
            .split('\n')
            .sort(() => dice.random() - 0.5)
            .join('\n'),
      ],
      [1, () => result.replaceAll('\n', dice.one(['\r\n', '\r', '\n\n', ' ', '\n> ', '\n    ', '\n- ']))],
      [1, () => result.slice(a, b)],
    ])();
  }
  return result.slice(0, 20_000);
}

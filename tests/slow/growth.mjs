// npm run check:growth [-- PATTERN…]: what a manuscript costs grows with its length. Patterns of n, 2n, 4n and 8n go
// through every stage; processor time is compared, the lesser of two runs, so that a busy machine changes little, and
// what seems to grow too fast is run again before it is called so. A text that is refused with a message costs what it
// takes to find out.
import { typesetText } from '../../lib/anywhere/typography.js';
import { runStages } from '../../lib/index.js';

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');
const row = (cell, count) => `|${`${cell}|`.repeat(count)}\n`;

/** A pattern that costs little a character, eight times as long. */
const long = (make) => (n) => make(8 * n);
/** One whose short texts cost too little to compare. */
const longer = (make) => (n) => make(4 * n);

/** About n characters each. */
const PATTERNS = {
  'plain paragraphs': (n) => 'It rained, and she waited. '.repeat(n / 27) + '\n\n',
  'short paragraphs': (n) => 'It rained.\n\n'.repeat(n / 12),
  'lines of one paragraph': (n) => 'It rained.\n'.repeat(n / 11),
  'emphasis closed': (n) => '*a* '.repeat(n / 4),
  'emphasis that opens': (n) => '*a '.repeat(n / 3),
  'emphasis that closes': (n) => 'a* '.repeat(n / 3),
  'underlines that open': (n) => '_a '.repeat(n / 3),
  'strong that opens': (n) => '**a '.repeat(n / 4),
  'both that open': (n) => '*a _b '.repeat(n / 6),
  'emphasis in emphasis': (n) => '*a **b '.repeat(n / 7),
  'emphasis of three': (n) => '***a '.repeat(n / 5),
  'stars in a word': (n) => 'a*'.repeat(n / 2),
  'emphasis by turns': (n) => 'a**b_c* '.repeat(n / 8),
  'one row of stars': (n) => `a${'*'.repeat(n)}b`,
  'strikethrough closed': (n) => '~~a~~ '.repeat(n / 6),
  'strikethrough that opens': (n) => '~~a '.repeat(n / 4),
  'strikethrough that closes': (n) => 'a~~ '.repeat(n / 4),
  'single tildes': (n) => '~a '.repeat(n / 3),
  'code closed': (n) => '`a` '.repeat(n / 4),
  'code that opens': (n) => times(Math.sqrt(2 * n), (index) => `a${'`'.repeat(index + 1)}`),
  'code of one mark': (n) => '`a``'.repeat(n / 4),
  'brackets that open': (n) => '['.repeat(n),
  'brackets that close': (n) => ']'.repeat(n),
  links: (n) => '[a](b) '.repeat(n / 7),
  'links that open': (n) => '[a]('.repeat(n / 4),
  'links in links': (n) => '[a](b'.repeat(n / 5),
  'images that open': (n) => '![a'.repeat(n / 3),
  'references to nothing': (n) => '[a][b] '.repeat(n / 7),
  references: (n) => `${'[a][b] '.repeat(n / 7)}\n\n[b]: c`,
  definitions: (n) => times(n / 12, (index) => `[a${index}]: b\n`),
  footnotes: (n) => times(n / 24, (index) => `a[^${index}]\n\n[^${index}]: b\n\n`),
  'footnotes in many pieces': longer((n) => times(n / 24, (index) => `a[^${index}]\n\n[^${index}]: b\n\n`)),
  'footnotes in one piece': longer(
    (n) => `~~~\na\n~~~\n\n${times(n / 24, (index) => `a[^${index}]\n\n[^${index}]: b\n\n`)}`,
  ),
  'footnotes to nothing': (n) => '[^a] '.repeat(n / 5),
  'angles that open': (n) => '<'.repeat(n),
  'tags that open': (n) => '<a href="'.repeat(n / 9),
  'tags in line': (n) => 'a <b>c</b> '.repeat(n / 11),
  'tags left open': (n) => 'a <i>b\n\n'.repeat(n / 8),
  'comments left open': (n) => 'a <!-- '.repeat(n / 7),
  'instructions left open': (n) => 'a <? '.repeat(n / 5),
  'declarations left open': (n) => 'a <!A '.repeat(n / 6),
  'blocks of HTML': (n) => '<div>\n\na\n\n</div>\n\n'.repeat(n / 18),
  entities: (n) => '&amp;'.repeat(n / 5),
  'entities left open': (n) => '&a'.repeat(n / 2),
  backslashes: (n) => '\\*'.repeat(n / 2),
  addresses: (n) => 'http://a.b/c '.repeat(n / 13),
  'addresses with brackets': (n) => `http://a.b/${')'.repeat(n)}`,
  'addresses with entities': (n) => `http://a.b/${'&a;'.repeat(n / 3)}`,
  'mail addresses': (n) => 'a@b.c '.repeat(n / 6),
  'almost mail addresses': (n) => 'a.'.repeat(n / 2) + '@',
  'underlined headings': (n) => 'a\n-\n\n'.repeat(n / 5),
  headings: (n) => '# a\n\n'.repeat(n / 5),
  quotations: (n) => '> a\n\n'.repeat(n / 5),
  'lazy quotations': (n) => `> a\n${'b\n'.repeat(n / 2)}`,
  'lazy lists': (n) => `- > a\n${'b\n'.repeat(n / 2)}`,
  'quotations in steps': (n) => times(Math.min(n / 50, 90), (index) => `${'>'.repeat(index)} a\n`),
  lists: (n) => '- a\n'.repeat(n / 4),
  'lists with gaps': (n) => '- a\n\n'.repeat(n / 5),
  'lists by turns': (n) => '- a\n* b\n'.repeat(n / 8),
  'numbered lists': (n) => '1. a\n'.repeat(n / 5),
  tasks: (n) => '- [ ] a\n'.repeat(n / 8),
  'tables of rows': (n) => row('a', 2) + row('-', 2) + row('b', 2).repeat(n / 6),
  'tables of columns': (n) => row('a', n / 4) + row('-', n / 4),
  'tables of columns and short rows': (n) => row('a', n / 6) + row('-', n / 6) + '|b\n'.repeat(n / 9),
  'tables of rules': (n) => `\`a|b\`\n\na|b\n${'-|-\n'.repeat(n / 4)}`,
  pipes: (n) => '|'.repeat(n),
  'lines that may be tables': (n) => 'a | b\n'.repeat(n / 6),
  directives: (n) => ':::aside\na\n:::\n\n'.repeat(n / 16),
  'directives left open': (n) => ':::aside\n\na\n\n'.repeat(Math.min(n / 13, 90)) + 'b '.repeat(n / 2),
  'directives in line': (n) => ':a[b] '.repeat(n / 6),
  'directives in line left open': (n) => ':a[b'.repeat(n / 4),
  braces: (n) => 'a {.b}\n\n'.repeat(n / 8),
  'braces left open': (n) => '{.a '.repeat(n / 4),
  formulas: (n) => '$a$ '.repeat(n / 4),
  'formulas left open': (n) => 'a $ $$ '.repeat(n / 7),
  'definition lists': (n) => 'a\n: b\n\n'.repeat(n / 7),
  'scene breaks': (n) => 'a\n\n***\n\n'.repeat(n / 8),
  fences: (n) => '```\na\n```\n\n'.repeat(n / 11),
  spaces: (n) => `a${' '.repeat(n)}b`,
  'lines with spaces': (n) => 'a  \n'.repeat(n / 4),
  'quotation marks': (n) => '"a" '.repeat(n / 4),
  'quotation marks that open': (n) => '"a '.repeat(n / 3),
  'marks turned the wrong way': long((n) => 'a\u201C '.repeat(n / 3)),
  'proper marks that open': long((n) => '\u201Ca, '.repeat(n / 4)),
  'both quotation marks': (n) => `"'a `.repeat(n / 4),
  apostrophes: (n) => "'a ".repeat(n / 3),
  'quotation marks alone': (n) => '"'.repeat(n),
  dashes: (n) => 'a -- b '.repeat(n / 7),
  'dashes in a row': (n) => '-- '.repeat(n / 3) + 'a',
  hyphens: (n) => `a${'-'.repeat(n)}b`,
  'full stops': (n) => `a${'.'.repeat(n)}b`,
  'full stops with spaces': (n) => `a${' .'.repeat(n / 2)}b`,
  numbers: (n) => '3 x 4 '.repeat(n / 6),
  'one word': (n) => 'a'.repeat(n),
  'letters with marks': (n) => `a${'\u0301'.repeat(n)}`,
  'tags of no element apart': long((n) => '<Bob>\n\n'.repeat(n / 7)),
  'tags of no element that close': long((n) => times(n / 14, (index) => `<b${index}x> a `)),
  'paragraphs of HTML left open': long((n) => '<p>'.repeat(n / 3)),
  'paragraphs of HTML with dots': long((n) => '<p>.'.repeat(n / 4)),
  'paragraphs of HTML and tags': long((n) => `<p>${'<b>'.repeat(n / 3)}a`),
  'inline notes': (n) => '^[a] '.repeat(n / 5),
  'inline notes left open': (n) => '^[*a* '.repeat(n / 6),
  'inline notes with words': (n) => '^[*a*] '.repeat(n / 7),
  'inline notes escaped': (n) => `^[${'\\*'.repeat(n / 2)}`,
  'guillemets escaped': (n) => '\\<< >>'.repeat(n / 6),
  'spaces before braces': (n) => `a${' '.repeat(n)}b {.c`,
  'spaces in a heading': (n) => `# a${' '.repeat(n)}b {.c}`,
  'line blocks': long((n) => '| a\n'.repeat(n / 4)),
  'spaces in a line block': (n) => `| a${' '.repeat(n)}|`,
  'bars and words': (n) => `| ${'a | '.repeat(n / 4)}`,
  pictures: (n) => '![a] '.repeat(n / 5),
  'pictures with titles': (n) => '![a](b "*c*") '.repeat(n / 14),
  'captions with markup': (n) => '![a](b "*c*")\n\n'.repeat(n / 15),
  'spaces of a mark of contents': long((n) => `[${' '.repeat(n)}a`),
  'marks of contents': (n) => '[TOC]\n\n'.repeat(n / 7),
  'code that is prose': long((n) => `    ${'a b c d e f g '.repeat(n / 14)}`),
  'lines of code that are prose': long((n) => '    a b c d e f g\n'.repeat(n / 18)),
  'brackets in HTML': (n) => `<div>\n${'['.repeat(n)}\n</div>`,
  'links left open in HTML': (n) => `<div>\n${'[a]('.repeat(n / 4)}\n</div>`,
  'stars in HTML': (n) => `<div>\n${'**a '.repeat(n / 4)}\n</div>`,
  'spaces in HTML': (n) => `<div>\n*a${' '.repeat(n)}\n</div>`,
  'rows that are no table': (n) => `| a |\n${'|--'.repeat(n / 3)}|`,
  'rows of spaces': (n) => `| a |\n|${' '.repeat(n)}b`,
  'definitions with spaces': (n) => `[a]: ${'b '.repeat(n / 2)}"`,
  'definitions of spaces': (n) => `[a]:${' '.repeat(n)}b c"`,
  'definitions with attributes': (n) => `[a]: b ${'c=d '.repeat(n / 4)}{`,
  'addresses with spaces': (n) => `[a](${'b '.repeat(n / 2)}`,
  'addresses with quotes': (n) => '[a](b "'.repeat(n / 7),
  'fences with spaces': (n) => `::: a${' '.repeat(n)}{`,
  'fences of words': (n) => `::: a ${'b '.repeat(n / 2)}{`,
  dates: (n) => '1986. A\n\n'.repeat(n / 9),
  ruby: (n) => `<ruby>${'<rb>a<rt>b'.repeat(n / 10)}</ruby>`,
  'blocks in a line': (n) => `<b>${'<p>a</p>'.repeat(n / 8)}</b>`,
  'lines in HTML': (n) => `<span>${'<div>a</div>'.repeat(n / 12)}</span>`,
  'rules in a line': (n) => `<span>${'a<hr>'.repeat(n / 5)}</span>`,
  'pictures left open in HTML': (n) => '<video> a '.repeat(n / 10),
  textareas: (n) => 'a <textarea> b\n\n'.repeat(n / 16),
  'links with notes': (n) => `[${'a[^1] '.repeat(n / 6)}](b)\n\n[^1]: c`,
  'links in links of HTML': (n) => '<a href="b">c '.repeat(n / 14),
  ids: (n) => times(n / 16, (index) => `<i id="a${index}">b</i> `),
  'the same id': (n) => '<i id="a">b</i> '.repeat(n / 16),
  'headings alike': (n) => '# a\n\nb\n\n'.repeat(n / 9),
  emoji: (n) => ':a'.repeat(n / 2),
  'wiki links left open': (n) => '[['.repeat(n / 2),
  'citations left open': (n) => '[@a '.repeat(n / 4),
  'templates left open': (n) => '{{a '.repeat(n / 4),
  'boxes left open': (n) => '[!a '.repeat(n / 4),
  'cross-references': (n) => '@fig:a '.repeat(n / 7),
  speeches: (n) => '- A, b? C said.\n'.repeat(n / 16),
  callouts: (n) => '> [!NOTE]\n> a\n\n'.repeat(n / 15),
  plays: (n) => `:::play\n${'ANN: a\n'.repeat(n / 7)}:::`,
  letters: (n) => `:::letter\n${'Dear Ann,\n\n'.repeat(n / 11)}:::`,
  'stanzas set in deep': (n) => `:::verse\n${'        deep\n\nflush\n\n'.repeat(n / 21)}:::`,
  verse: (n) => `:::verse\n${'a\n'.repeat(n / 2)}:::`,
  'spaces that set in': (n) => '\u2003a\\\n'.repeat(n / 4),
  gaps: (n) => 'a\n\n&nbsp;\n\n'.repeat(n / 11),
  'breaks of HTML': (n) => '<br>'.repeat(n / 4),
  'bold paragraphs': (n) => '**a**\n\n'.repeat(n / 7),
  'table captions': (n) => '| a |\n| - |\n\n: b\n\n'.repeat(n / 18),
  'attributes of a tag': (n) => `<i ${times(n / 8, (i) => `a${i}="b" `)}>c</i>`,
  'the same attribute': (n) => `<i ${'title="b" '.repeat(n / 10)}>c</i>`,
  'one attribute': long((n) => `<i title="${'a '.repeat(n / 2)}">c</i>`),
  classes: (n) => `<i class="${times(n / 6, (i) => `a${i} `)}">c</i>`,
  'one class': (n) => `a {${times(n / 6, (i) => `.a${i} `)}}`,
  'an attribute of spaces': long((n) => `<i title${' '.repeat(n)}b>c</i>`),
  'attributes without values': (n) => `<i ${'a '.repeat(n / 2)}`,
  styles: (n) => `<i style="${'a: b; '.repeat(n / 6)}">c</i>`,
  'ids that headings ask for': (n) => times(n / 12, (i) => `# a ${i % 7}\n\n`),
  'headings numbered alike': (n) => times(n / 18, (i) => `# a\n\n# a-${i}\n\nb\n\n`),
  'headings and links to them': (n) => times(n / 24, (i) => `# a${i}\n\n[b](#a${i})\n\n`),
  'links to nothing': (n) => times(n / 12, (i) => `[b](#a${i}) `),
  'links to headings nearly': (n) => '# The End\n\n' + '[b](#the-en) '.repeat(n / 13),
  'links to files': (n) => times(n / 12, (i) => `[b](a${i}.md) `),
  'footnotes that name the next': (n) => 'a[^0]\n\n' + times(n / 20, (i) => `[^${i}]: b[^${i + 1}]\n\n`),
  'footnotes that name each other': (n) =>
    'a[^0]\n\n' + times(n / 30, (i) => `[^${i}]: b[^${i + 1}] c[^${Math.max(0, i - 1)}]\n\n`),
  'a footnote named often': (n) => `${'a[^1] '.repeat(n / 6)}\n\n[^1]: b`,
  'a footnote of footnotes': (n) => `a[^1]\n\n[^1]: ${'b[^1] '.repeat(n / 6)}`,
  'footnotes that are defined twice': (n) => 'a[^1]\n\n' + '[^1]: b\n\n'.repeat(n / 9),
  'a footnote of paragraphs': (n) => `a[^1]\n\n[^1]: b\n\n${'    c\n\n'.repeat(n / 7)}`,
  'footnotes never named': longer((n) => times(n / 12, (i) => `[^a${i}]: b\n\n`)),
  'notes under each chapter': (n) => times(n / 30, (i) => `# C${i}\n\na[^${i}]\n\n[^${i}]: b\n\n`),
  'the same label of definitions': (n) => '[a]: b\n'.repeat(n / 7),
  'definitions of long labels': (n) => `[${'a'.repeat(900)}]: b\n\n`.repeat(n / 906),
  'definitions over lines': (n) => '[a]:\nb\n"c\nd"\n\n'.repeat(n / 14),
  'titles of definitions left open': (n) => '[a]: b "c\n'.repeat(n / 10),
  'references that close': (n) => `${'[a '.repeat(n / 6)}${']'.repeat(n / 6)}\n\n[a]: b`,
  'references with escapes': (n) => `[${'\\]'.repeat(n / 2)}`,
  'entities of numbers': (n) => '&#65;'.repeat(n / 5),
  'entities without an end': (n) => '&#'.repeat(n / 2),
  'entities of many letters': (n) => `&${'a'.repeat(n)};`,
  'lists of lists': (n) => '- - - a\n'.repeat(n / 8),
  'lists that set in and out': (n) => times(n / 12, (i) => `${'  '.repeat(i % 6)}- a\n`),
  'lists of empty items': (n) => '-\n'.repeat(n / 2),
  'lists with empty lines': (n) => `- a\n${'\n'.repeat(n / 2)}- b`,
  'an item of paragraphs': (n) => `- a\n\n${'  b\n\n'.repeat(n / 5)}`,
  'an item of items': (n) => `- ${'* '.repeat(Math.min(n / 2, 90))}a\n`.repeat(n / 184),
  'pages nearly asked for': (n) => times(n / 28, (i) => `# a${i}\n\n[b](#a${i}x)\n\n`),
  'sections alike': (n) => `# T\n\n${'## a\n\n'.repeat(n / 6)}`,
  'sections without letters': (n) => `# T\n\n${'## &\n\n'.repeat(n / 6)}`,
  'chapters and labels of nothing': (n) => times(n / 20, (i) => `# a${i}\n\n@sec:x${i}\n\n`),
  'sections and their labels': (n) =>
    `# T\n\n${times(n / 30, (i) => `## a${i} {#sec:a${i}}\n\n@sec:a${i}\n\n`)}`,
};

/** Texts whose first lines are the book's own, which no other head stands before. */
const HEADS = {
  'a head that goes on': long((n) => `Title: a\nAuthor: b\n${' c\n'.repeat(n / 3)}\n\nd`),
  'a head of many keys': (n) => `Title: a\nAuthor: b\n${times(n / 10, (index) => `k${index}: v\n`)}\n\nd`,
  'a block of titles': long((n) => `% a\n${' c\n'.repeat(n / 3)}\n\nd`),
  'front matter of many keys': (n) => `---\ntitle: a\n${times(n / 10, (index) => `k${index}: v\n`)}---\n\nd`,
  'TOML of many keys': (n) => `+++\ntitle = "a"\n${times(n / 10, (index) => `k${index} = 1\n`)}+++\n\nd`,
  'a title of tags': (n) => `---\ntitle: "${'<b '.repeat(n / 3)}"\n---\n\nd`,
  'a title of stars': (n) => `---\ntitle: "${'*a '.repeat(n / 3)}"\n---\n\nd`,
  'a list of subjects': (n) => `---\ntitle: a\nsubjects:\n${'  - "*b*"\n'.repeat(n / 10)}---\n\nd`,
};

/** What typography alone reads, with no parser before it: up to a quarter of a megabyte. */
const SIGNS = Object.fromEntries(
  [
    `"Well," she said, 'it's -- no... ' `,
    ...[`'`, `"`, ` 'a`, `a' `, `- `, `-`, `. `, `1-`, `a@`, `a.`, `www.`, ` `, `!?`, `A`, `x1`, `45° 30' `],
  ].map((piece) => [`only ${JSON.stringify(piece)}`, long((n) => `a${piece.repeat(n / piece.length)}`)]),
);

/** The shortest text, and how often it doubles. */
const SHORTEST = 4000;
const DOUBLINGS = 3;
const RUNS = 2;
/** How often what seemed to grow too fast is run once more: a compiler or a collector that steps in once passes. */
const MORE_RUNS = 6;
/** Eight times the text may cost so many times as much: squares cost 64. */
const MOST = 20;
/** Milliseconds of processor time in which nothing is to be read. */
const NOISE = 60;
/** What no text of these lengths may cost, in milliseconds of processor time. */
const LONGEST = 8000;

/** Squares of the parser's own, which a limit on the marks of a paragraph holds: only their time is bound here. */
const HELD = new Set(['citations left open']);

const HEAD = '---\ntitle: T\nauthor: A\ncover: false\nfonts: false\nmath: true\n---\n\n';

/** A text through every stage, its head before it: why it was refused, if it was. */
const through = (head) => async (text) => {
  const bytes = new TextEncoder().encode(`${head}${text}\n`);
  const raw = {
    name: 'a',
    path: 'a.md',
    root: '/',
    single: true,
    files: [{ path: 'a.md', rel: 'a.md', bytes }],
  };
  const { messages } = await runStages(raw, { changes: false });
  const refused = messages.find(({ fatal }) => fatal);
  if (refused?.stack) throw new Error(refused.stack);
  return refused?.reason;
};

async function cost(text, run) {
  const before = process.cpuUsage();
  const refused = await run(text);
  return { milliseconds: process.cpuUsage(before).user / 1000, refused };
}

async function least(make, length, run, runs, known) {
  let best = known;
  for (let time = 0; time < runs; time += 1) {
    const one = await cost(make(length), run);
    if (!best || one.milliseconds < best.milliseconds) best = one;
    if (one.milliseconds > LONGEST) break;
  }
  return best;
}

const asked = process.argv.slice(2);
const all = [
  ...Object.entries(PATTERNS).map((one) => [...one, through(HEAD)]),
  ...Object.entries(HEADS).map((one) => [...one, through('')]),
  ...Object.entries(SIGNS).map((one) => [...one, (text) => void typesetText(text)]),
];
const chosen = all.filter(([name]) => asked.length === 0 || asked.includes(name));
await cost('A text that warms up.', through(HEAD));

/** The costs at each length; those of `known` are bettered. */
async function measured(make, run, runs, known = []) {
  const costs = [];
  for (let step = 0; step <= DOUBLINGS; step += 1) {
    costs.push(await least(make, SHORTEST * 2 ** step, run, runs, known[step]));
    if (costs.at(-1).milliseconds > LONGEST) break;
  }
  return costs;
}

const growthOf = (costs) => costs.at(-1).milliseconds / Math.max(costs[0].milliseconds, NOISE / 8);

function growsTooFast(name, costs) {
  const { milliseconds } = costs.at(-1);
  return milliseconds > LONGEST || (!HELD.has(name) && milliseconds > NOISE && growthOf(costs) > MOST);
}

let failed = 0;
for (const [name, make, run] of chosen) {
  let costs = await measured(make, run, RUNS);
  if (growsTooFast(name, costs)) costs = await measured(make, run, MORE_RUNS, costs);
  const isBad = growsTooFast(name, costs);
  if (isBad) failed += 1;
  const shown = costs.map(({ milliseconds, refused }) => `${milliseconds.toFixed(0)}${refused ? '*' : ''}`);
  console.log(
    `${isBad ? 'FAILED' : 'ok    '} ${name.padEnd(34)} ${shown.map((one) => one.padStart(6)).join(' ')}  ×${growthOf(costs).toFixed(1)}`,
  );
}
console.log(`${String(chosen.length)} patterns, ${String(failed)} grow too fast; * refused with a message`);
process.exitCode = failed > 0 ? 1 : 0;

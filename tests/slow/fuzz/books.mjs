// Books in memory: manuscripts of all kinds of page, their front matter, and the pictures that they show.
import { blocks, inline, mutated } from './markdown.mjs';
import { address, name, words } from './texts.mjs';

// prettier-ignore
const KINDS = (
  'half-title title-page imprint dedication epigraph contents foreword preface introduction prologue part chapter ' +
  'interlude epilogue afterword acknowledgments appendix glossary bibliography endnotes about-the-author also-by credits ' +
  'colophon cover x'
).split(' ');
const LANGUAGES = 'en en-GB de fr es ar he ja zh ko ru el tr fa nl pl sv x xx-yy de-CH pt-BR und'.split(' ');

const quoted = (text) => JSON.stringify(text.replaceAll(/[\u0000-\u001F\uD800-\uDFFF]/g, ' '));
const text = (dice) => quoted(words(dice, 4));
const markdown = (dice) =>
  quoted('').slice(0, -1) +
  JSON.stringify(blocks(dice, 1).replaceAll(/[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF]/g, ' ')).slice(1);

const SECTION = {
  title: text,
  subtitle: text,
  kind: (d) => d.one(KINDS),
  author: text,
  dedication: markdown,
  epigraph: markdown,
  note: (d) => (d.chance(0.5) ? markdown(d) : `{ before: ${markdown(d)}, after: ${markdown(d)} }`),
  summary: markdown,
  warning: markdown,
  thanks: markdown,
  disclaimer: markdown,
  glossary: markdown,
  tags: (d) => `{ ${text(d)}: ${text(d)} }`,
  date: (d) =>
    d.one(['2020-01-01', '2020', '2020-05', '1066-10-14', 'x', '2020-13-01', '0000', '9999-12-31']),
  source: (d) => quoted(d.chance(0.5) ? address(d) : words(d)),
  rights: text,
  toc: (d) => d.one(['true', 'false']),
  draft: () => 'false',
  language: (d) => d.one(LANGUAGES),
};
const BOOK = {
  ...SECTION,
  toc: (d) => d.one(['true', 'false', '{ depth: 3 }', '{ depth: 6 }']),
  version: text,
  publisher: text,
  identifier: (d) =>
    quoted(d.one(['urn:isbn:9780306406157', '9780306406157', 'urn:uuid:x', 'http://a.b/ c', 'x y', '%'])),
  description: markdown,
  subjects: (d) => `[${text(d)}, ${text(d)}]`,
  series: (d) => `{ name: ${text(d)}, number: ${d.one(['1', '2.5', '-1', '0', '1e9'])} }`,
  contributors: (d) => `[{ name: ${text(d)}, role: ${d.one(['ill', 'editor', 'trl', 'x'])} }]`,
  authors: (d) => `[{ name: ${text(d)}, sort: ${text(d)} }, ${text(d)}]`,
  'half-title': () => 'true',
  colophon: (d) => d.one(['true', 'false']),
  notes: (d) => d.one(['book', 'chapter']),
  math: () => 'true',
  printed: text,
  conforms: text,
  'certified-by': text,
  quotes: (d) => d.one(['double', 'single', 'auto']),
  typography: (d) => d.one(['true', 'false', '{ dashes: spaced }']),
  words: text,
  format: () => '[epub, kepub]',
  slug: () => 'a-b',
  theme: (d) => d.one(['plain', 'modern', 'classic']),
  cover: (d) => d.one(['dot.png', 'drawing.svg', 'torn.png', 'none.png']),
  x: text,
};

function frontMatter(dice, fields, most, fixed = '') {
  dice.allow(20);
  const keys = new Set(dice.times(most, () => dice.one(Object.keys(fields))));
  const lines = [...keys].map((key) => `${key}: ${fields[key](dice)}`);
  if (fixed === '' && lines.length === 0) return '';
  return `---\n${fixed}${lines.filter((line) => !fixed.includes(`${line.split(':')[0]}:`)).join('\n')}\n---\n`;
}

/** Nothing is drawn and no font is cut: both cost more than all the rest, and no manuscript is in them. */
const bare = (dice) =>
  (dice.chance(0.998) ? 'cover: false\n' : '') + 'fonts: false\n' + (dice.chance(0.5) ? 'math: true\n' : '');

const encode = (content) => new TextEncoder().encode(content);

/** One file's text: made, or one of the examples with faults in it. */
function manuscript(dice, examples) {
  const made = () => {
    dice.allow(10 + dice.below(50));
    return (
      (dice.chance(0.7) ? `# ${inline(dice, 1).replaceAll('\n', ' ')}\n\n` : '') +
      blocks(dice, 1 + dice.below(3))
    );
  };
  if (dice.chance(0.7)) return made();
  return mutated(dice, dice.one(examples), dice.chance(0.5) ? dice.one(examples) : made());
}

const FOLDERS = ['', '', '', '', 'part/', '01-one/', 'é/', '_x/'];
function fileName(dice, index) {
  return dice.weighted([
    [8, () => `${index + 1}.md`],
    [4, () => `${dice.one(FOLDERS)}${dice.chance(0.5) ? `0${index}-` : ''}${dice.one(KINDS)}.md`],
    [1, () => `${dice.one(FOLDERS)}${name(dice).replaceAll(/[/\0]/g, '') || 'x'}.md`],
    [
      1,
      () =>
        dice.one([
          'part.md',
          'é.md',
          'e\u0301.md',
          'a b.md',
          '北京.md',
          '#.md',
          '%20.md',
          'toc.md',
          'nav.md',
          'CON.md',
          '..md',
          "o'x.md",
          '&.md',
          '1.2.md',
          'README.md',
          'index.md',
          'A.MD',
          'book.markdown',
          `${'x'.repeat(150)}.md`,
        ]),
    ],
  ])();
}

/** The `RawBook` of a case. `examples` are texts to be damaged; `root` is the folder with the pictures. */
export function bookOf(dice, examples, root) {
  const single = dice.chance(0.6);
  if (single) {
    const front = frontMatter(dice, BOOK, dice.chance(0.6) ? 1 : 5, bare(dice));
    return raw(root, true, [['1.md', front + manuscript(dice, examples)]]);
  }
  const count = 1 + dice.below(5);
  const files = Array.from({ length: count }, (_, index) => [
    fileName(dice, index),
    (dice.chance(0.4) ? frontMatter(dice, SECTION, 3) : '') + manuscript(dice, examples),
  ]);
  const book = frontMatter(dice, BOOK, 4, bare(dice)) + (dice.chance(0.1) ? blocks(dice, 1) : '');
  return raw(root, false, [...new Map([['book.md', book], ...files])]);
}

export function raw(root, single, texts) {
  const files = texts.map(([rel, content]) => ({ path: `m/${rel}`, rel, bytes: encode(content) }));
  return { name: 'm', path: 'm', root, single, files };
}

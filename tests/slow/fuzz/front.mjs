// Front matter: keys with what they take, with what they do not, and YAML and TOML that are none.
import { blocks, inline } from './markdown.mjs';
import { address, name, PICTURES, word, words } from './texts.mjs';

// prettier-ignore
export const KINDS = (
  'half-title title-page imprint dedication epigraph contents foreword preface introduction map prologue part chapter ' +
  'interlude epilogue afterword acknowledgments appendix glossary bibliography endnotes about-the-author also-by credits ' +
  'colophon cover copyright widmung послесловие x'
).split(' ');
const LANGUAGES = 'en en-GB de fr es ar he ja zh ko ru el tr fa nl pl sv x xx-yy de-CH pt-BR und'.split(' ');

const quoted = (text) => JSON.stringify(text.replaceAll(/[\u0000-\u001F\uD800-\uDFFF]/g, ' '));
const text = (dice) => quoted(words(dice, 4));
const markdown = (dice) => {
  const made = dice.chance(0.5) ? blocks(dice, 1) : inline(dice, 1);
  return JSON.stringify(made.replaceAll(/[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF]/g, ' '));
};
const date = (d) =>
  d.one(
    '2020-01-01 2020 2020-05 1066-10-14 x 2020-13-01 0000 9999-12-31 1577836800 2026-05-01T12:00:00Z -1'.split(
      ' ',
    ),
  );

export const SECTION = {
  title: text,
  subtitle: text,
  kind: (d) => d.one(KINDS),
  author: text,
  authors: (d) => `[${text(d)}, { name: ${text(d)}, role: ${d.one(['edt', 'x'])} }]`,
  dedication: markdown,
  epigraph: markdown,
  note: (d) => (d.chance(0.5) ? markdown(d) : `{ before: ${markdown(d)}, after: ${markdown(d)} }`),
  summary: markdown,
  warning: markdown,
  thanks: markdown,
  disclaimer: markdown,
  glossary: markdown,
  tags: (d) => (d.chance(0.7) ? `{ ${text(d)}: ${text(d)} }` : `[${text(d)}, ${text(d)}]`),
  date,
  weight: (d) => d.one(['1', '-3', '2.5', 'x']),
  source: (d) => quoted(d.chance(0.5) ? address(d) : words(d)),
  rights: text,
  toc: (d) => d.one(['true', 'false']),
  draft: () => 'false',
  language: (d) => d.one(LANGUAGES),
};
export const BOOK = {
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
  'certified-by': (d) => (d.chance(0.5) ? text(d) : `{ name: ${text(d)}, report: ${quoted(address(d))} }`),
  exemption: (d) => d.one(['eaa-microenterprise', 'x']),
  quotes: (d) => d.one(['double', 'single', 'auto']),
  typography: (d) => d.one(['true', 'false', '{ dashes: spaced }', '{ quotes: false }']),
  words: text,
  format: () => '[epub, kepub]',
  slug: () => 'a-b',
  theme: (d) => d.one(['plain', 'modern', 'classic']),
  cover: (d) => quoted(d.one(PICTURES)),
  chapters: (d) => `[${d.one(['1.md', '2.md', 'x.md'])}, ${d.one(['3.md', 'a/1.md', '""'])}]`,
  x: text,
};

/** Values that no key expects. */
const WILD = [
  '',
  '~',
  'null',
  'true',
  '0',
  '-1.5e400',
  '.nan',
  '0x10',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[a, [b], { c: d }]',
  '{ a: { b: c } }',
  '{ name: [] }',
  '{ name: null, role: {} }',
  '{ __proto__: x }',
  '{ before: 1, after: [] }',
  '2020-01-01T00:00:00Z',
  '!!binary aGVsbG8=',
  '!!js/function "x"',
  '!x y',
  '&a [*a]',
  '*a',
  '"\\u0000\\uD800\\uFFFE"',
  '"\\u202E\\u0007"',
  '|\n  a\n  b',
  '>\n  a\n\n  b',
  "'it''s'",
  '? a\n: b',
  'a: b',
  '- a',
  '\t',
  '" "',
  '"\\n\\n"',
  '{ depth: 0 }',
  '{ depth: 99 }',
  '{ depth: x }',
];
const TORN = [
  '---\ntitle: "x\n---\n',
  '---\n: :\n---\n',
  '---\n- a\n- b\n---\n',
  '---\ntitle: a\ntitle: b\n---\n',
  '---\ntitle: a\n...\n',
  '---\n',
  '---\n---\n---\n',
  '---js\nprocess.exit(1)\n---\n',
  '---json\n{"title": "x"}\n---\n',
  '+++\ntitle = "x"\nweight = 3\n[a]\nb = [1, 2]\n+++\n',
  '+++\ntitle = \n+++\n',
  '\uFEFF---\ntitle: x\n---\n',
  '---\r\ntitle: x\r\n---\r\n',
  '---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n',
  '---\n<<: { title: x }\n---\n',
  '---\n%YAML 1.1\n---\ntitle: x\n---\n',
];

/**
 * Front matter with at most `most` of `fields`; `fixed` stands in it, whatever else does. What is `tame` can be read:
 * one fault in it, and nothing of the book is made.
 */
export function frontMatter(dice, fields, most, { fixed = '', tame = false } = {}) {
  dice.allow(20);
  if (fixed === '' && !tame && dice.chance(0.08)) return dice.one(TORN);
  const keys = new Set(dice.times(most, () => dice.one(Object.keys(fields))));
  const value = (key) => (!tame && dice.chance(0.06) ? dice.one(WILD) : fields[key](dice));
  const lines = [...keys].map((key) => `${key}: ${value(key)}`);
  if (!tame && dice.chance(0.03)) lines.push(`${name(dice) || 'y'}: ${word(dice)}`);
  if (fixed === '' && lines.length === 0) return '';
  return `---\n${fixed}${lines.filter((line) => !fixed.includes(`${line.split(':')[0]}:`)).join('\n')}\n---\n`;
}

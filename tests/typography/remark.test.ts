/** `octavo/remark` in pipelines of remark and MDX. */
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import remarkTypography, {
  type RemarkTypographyOptions,
  type TypographyReport,
} from '../../src/typography/remark.js';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

function inMarkdown(text: string, options: RemarkTypographyOptions = {}): VFile {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkTypography, options)
    .use(remarkStringify)
    .processSync(text);
}

/** Spaces that do not break as ordinary ones. */
const plain = (text: unknown): string => String(text).replaceAll(/[\u00A0\u202F]/g, ' ');

const inMdx = (text: string): string =>
  plain(
    unified()
      .use(remarkParse)
      .use(remarkMdx)
      .use(remarkTypography, { language: 'en' })
      .use(remarkStringify)
      .processSync(text),
  );

/** The text of a tree set, without the marks of Markdown. */
function textOf(text: string, options: RemarkTypographyOptions = {}): string {
  const file = new VFile(text);
  const tree = reader.parse(file);
  const set = unified().use(remarkTypography, options).runSync(tree, file) as Root;
  const inner = (node: object): string =>
    'value' in node
      ? String(node.value)
      : 'children' in node
        ? (node.children as object[]).map(inner).join('')
        : '';
  return plain(set.children.map(inner).join('\n'));
}

test('marks are read through emphasis and links, by the language that is named', () => {
  const typed = `"Well," she said, "it's *'late'*..."`;
  expect(String(inMarkdown(typed, { language: 'en-GB' }))).toBe('“Well,” she said, “it’s *‘late’*…”\n');
  expect(String(inMarkdown(typed, { language: 'de' }))).toContain('„Well,“');
});

test('the language may be the file’s own', () => {
  const file = new VFile('"Oui"');
  file.data['lang'] = 'fr';
  const set = unified()
    .use(remarkTypography, { language: (one) => one.data['lang'] as string })
    .runSync(reader.parse(file), file);
  expect(plain(JSON.stringify(set))).toContain('« Oui »');
});

test('code, addresses, formulas, HTML and definitions stay as they are', () => {
  const typed = [
    '`"a" -- b` and <https://x.org/"y"> and <b title="it\'s">"bold"</b> <!-- "c" --> end',
    '```js\nconst a = "it\'s";\n```',
    '<div title="it\'s">"In HTML" -- it\'s</div>',
    '[l]: /u "it\'s"',
  ].join('\n\n');
  const set = String(inMarkdown(typed));
  expect(set).toContain('`"a" -- b`');
  expect(set).toContain('<b title="it\'s">“bold”</b> <!-- "c" -->');
  expect(set).toContain('const a = "it\'s";');
  expect(set).toContain('<div title="it\'s">"In HTML" -- it\'s</div>');
  expect(set).toContain('"it\'s"');
});

test('the text in blocks of HTML is set where that is asked for', () => {
  const set = String(inMarkdown('<div title="it\'s">"In HTML" -- it\'s</div>', { html: true }));
  expect(set).toBe('<div title="it\'s">“In HTML”—it’s</div>\n');
});

test('what is escaped, and what a template is to fill, stays as it is', () => {
  expect(textOf('\\"as is\\" and &quot;this&quot; and "that"')).toBe('"as is" and "this" and “that”');
  expect(textOf('> "One\n>   two\\" three" &amp; \\\'four\\\'')).toBe("“One\ntwo\" three” & 'four'");
  expect(textOf('She -- {{ "a" | join: "--" }} {% if x == "y" %} "so"')).toBe(
    'She—{{ "a" | join: "--" }} {% if x == "y" %} “so”',
  );
});

test('blocks keep their shape: no ornament becomes a break', () => {
  const typed = 'One\n\n\\* \\* \\*\n\n⁂';
  const tree = unified().use(remarkTypography).runSync(reader.parse(typed), new VFile(typed)) as Root;
  expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

test('a directive says its language', () => {
  expect(textOf(':span["Non !"]{lang=fr} "no"')).toBe('« Non ! » “no”');
});

test('the changes are told with the file, and the given tree stays as it was', () => {
  const file = new VFile({ path: 'a.md', value: 'One "two" \\"three\\"' });
  const tree = reader.parse(file);
  const before = structuredClone(tree);
  unified().use(remarkTypography).runSync(tree, file);
  expect(tree).toEqual(before);
  const { changes } = file.data['typography'] as TypographyReport;
  expect(changes.map(({ rule, place, after }) => [rule, place.column, after])).toEqual([
    ['quotes', 5, '“'],
    ['quotes', 9, '”'],
  ]);
});

test('no note of the plugin stays in the tree', () => {
  const typed = '\\"a\\" -- "b" \\\'c\\\'\n\n\\"d\\"';
  const set = unified().use(remarkTypography).runSync(reader.parse(typed), new VFile(typed));
  expect(JSON.stringify(set)).not.toMatch(/escaped|thematicBreak|"data"/);
});

test('what is wrong with the options is a message of the file', () => {
  const { messages } = inMarkdown('"a"', { language: 'tlh', rules: { hyphens: true } as object });
  expect(messages.map(({ source, ruleId }) => [source, ruleId])).toEqual([
    ['octavo', 'unknown-rule'],
    ['octavo', 'unknown-language'],
  ]);
});

describe('in MDX', () => {
  test('expressions, attributes, imports and code elements stay as they are', () => {
    const set = inMdx(
      [
        'import {A} from "./a.js"\nexport const x = "it\'s"',
        '"One {x + "it\'s -- \'not\'"} two" and <kbd>"</kbd> and <A title="it\'s" b={\'c--d\'}>"in"</A>',
        '{"flow -- it\'s"}',
        '<pre>"it\'s"</pre>',
      ].join('\n\n'),
    );
    expect(set).toContain('import {A} from "./a.js"\nexport const x = "it\'s"');
    expect(set).toContain('“One {x + "it\'s -- \'not\'"} two” and <kbd>"</kbd>');
    expect(set).toMatch(/<A title="it's" b=\{'c--d'\}>“in”<\/A>/);
    expect(set).toContain('{"flow -- it\'s"}');
    expect(set).toMatch(/<pre>"it's"<\/pre>/);
  });

  test('the space round an element with nothing in it stays', () => {
    expect(inMdx('Press <Key /> or <Key></Key> and <Key />')).toBe('Press <Key /> or <Key /> and <Key />\n');
  });

  test('text right in an element is set, in the language that it says', () => {
    expect(inMdx('<Note>\n"One," she said.\n</Note>')).toContain('“One,” she said.');
    expect(inMdx('A <span lang="fr">"mot"</span> "word"')).toContain('<span lang="fr">« mot »</span> “word”');
  });
});

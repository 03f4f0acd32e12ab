import fc from 'fast-check';
import type { Nodes, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { chunksOf } from '../../src/input/fast/chunks.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import { lines } from './parsed.js';
import { runs } from '../seed.js';

const ORIGIN = { path: 'a.md', line: 1, offset: 0 };
const parse = (text: string): Root => parseMarkdown(text, ORIGIN).value;

/** A tree in short: types, and the values of texts. */
function outline(node: Nodes): unknown {
  if ('children' in node) return { [node.type]: node.children.map(outline) };
  return 'value' in node ? `${node.type} ${node.value}` : node.type;
}
const shape = (text: string): unknown[] => parse(text).children.map(outline);
const texts = (tree: Root): Text[] => {
  const found: Text[] = [];
  visit(tree, 'text', (node) => void found.push(node));
  return found;
};

describe('text that looks like a directive and is none', () => {
  test.each([
    'He said:yes, and went.',
    'At 10:30am, or 10:30.',
    'Note:this [is] {not}.',
    ':smile: and :span alone',
    'a:spanner[x]',
    'C:verse',
    ':: alone',
  ])('%s', (text) => {
    expect(shape(`${text}\n\n:span[so that the syntax is on]{.x}\n`)[0]).toEqual({
      paragraph: [`text ${text}`],
    });
  });
});

test('a byte-order mark before a text is left out and moves nothing', () => {
  const tree = parse(
    '\uFEFF*One* is the first of the paragraphs.\n\nThe second holds no mark at all.\n\n*c*',
  );
  expect(texts(tree).map(({ value, position }) => [value, position?.start.offset])).toEqual([
    ['One', 2],
    [' is the first of the paragraphs.', 6],
    ['The second holds no mark at all.', 40],
    ['c', 75],
  ]);
  expect(shape('\uFEFFThe first of the paragraphs.\n\nThe second.')).toHaveLength(2);
});

describe('directives', () => {
  test('a span', () => {
    expect(shape('He said :span[*oui*]{lang=fr}.')).toEqual([
      { paragraph: ['text He said ', { textDirective: [{ emphasis: ['text oui'] }] }, 'text .'] },
    ]);
    expect(parse(':span[oui]{lang=fr}').children[0]).toMatchObject({
      children: [{ type: 'textDirective', name: 'span', attributes: { lang: 'fr' } }],
    });
  });

  test('a page and a container', () => {
    expect(shape('::page[12]\n\n:::verse\nA\nB\n:::\n')).toEqual([
      { leafDirective: ['text 12'] },
      { containerDirective: [{ paragraph: ['text A\nB'] }] },
    ]);
  });

  test('an unknown container gives its content, with a warning', () => {
    const { value, messages } = parseMarkdown('One.\n\n> :::vers\n> A\n> :::\n', ORIGIN);
    expect(value.children.map(outline)).toEqual([
      { paragraph: ['text One.'] },
      { blockquote: [{ paragraph: ['text A'] }] },
    ]);
    expect(lines(messages)).toEqual([
      expect.stringMatching(/^warning markdown:directive 3:3 Unexpected `:::vers`/),
    ]);
    expect(messages[0]?.hint).toBe('Did you mean `verse`?');
  });

  test('an unknown leaf is its source, with a warning', () => {
    const { value, messages } = parseMarkdown('::pgae[12]{#a}\n', { path: 'a.md', line: 5, offset: 40 });
    expect(value.children.map(outline)).toEqual([{ paragraph: ['text ::pgae[12]{#a}'] }]);
    expect(messages[0]?.place).toEqual({ line: 5, column: 1 });
  });
});

describe('a scene break in tildes', () => {
  test.each([
    ['alone', 'A\n\n~~~\n\nB'],
    ['with spaces', 'A\n\n ~~~~~  \n  \nB'],
    ['twice', 'A\n\n~~~\n\nB\n\n~~~\n\nC'],
  ])('%s', (_, text) => {
    expect(shape(text).filter((block) => block === 'thematicBreak')).toHaveLength(
      text.match(/~+/g)?.length ?? 0,
    );
    expect(shape(text).at(-1)).toEqual({ paragraph: [`text ${text.at(-1) ?? ''}`] });
  });

  test('at the end, and in a quote', () => {
    expect(shape('A\n\n~~~')).toEqual([{ paragraph: ['text A'] }, 'thematicBreak']);
    expect(shape('> A\n>\n> ~~~\n>\n> B')).toEqual([
      { blockquote: [{ paragraph: ['text A'] }, 'thematicBreak', { paragraph: ['text B'] }] },
    ]);
  });

  test.each([
    ['code', '~~~\ncode\n~~~\n'],
    ['code with a language', '~~~ js\n\ncode\n~~~\n'],
    ['code under a line of text', 'A\n~~~\n\ncode\n~~~\n'],
    ['in code', '```\n\n~~~\n\n```\n'],
  ])('but not %s', (_, text) => {
    expect(shape(text)).toContainEqual(expect.stringMatching(/^code /));
    expect(shape(text)).not.toContain('thematicBreak');
  });
});

describe('GFM', () => {
  test.each([
    ['a footnote', 'A[^1].\n\n[^1]: B', 'footnoteReference'],
    ['strikethrough', '~~A~~', 'delete'],
    ['a table', '| a |\n| - |\n| b |', 'table'],
    ['an address', 'See https://example.com/a.', 'link'],
    ['an address without scheme', 'See www.example.com.', 'link'],
    ['an e-mail address', 'Write to a@example.com.', 'link'],
  ])('%s', (_, text, type) => {
    const types = new Set<string>();
    visit(parse(text), (node) => void types.add(node.type));
    expect(types).toContain(type);
  });

  test('a task', () => {
    expect(parse('- [x] done').children[0]).toMatchObject({ children: [{ checked: true }] });
  });

  test('every text node has its place, also beside addresses', () => {
    for (const node of texts(parse('Write to a@example.com or see www.example.com/x, (b@c.de).'))) {
      expect(node.position).toBeDefined();
    }
  });
});

describe('escapes', () => {
  test.each([
    [String.raw`a \"b\" c`, 'a "b" c', [2, 4]],
    ['a &quot;b" &#39;c', `a "b" 'c`, [2, 6]],
    [String.raw`\\ \a`, String.raw`\ \a`, [0]],
    ['&nosuch; "a"', '&nosuch; "a"', undefined],
  ])('%s', (text, value, escaped) => {
    const [node] = texts(parse(text));
    expect(node?.value).toBe(value);
    expect(node?.data?.escaped).toEqual(escaped);
  });

  test('count anew in each text node', () => {
    expect(texts(parse(String.raw`ab *c\'d* \"e`)).map(({ data }) => data?.escaped)).toEqual([
      undefined,
      [1],
      [1],
    ]);
  });

  test('leave addresses and titles alone', () => {
    const tree = parse(String.raw`[a](b\_c "d\"e") ![f\'g](h)`);
    expect(tree.children[0]).toMatchObject({ children: [{ url: 'b_c', title: 'd"e' }, {}, { alt: "f'g" }] });
    expect(texts(tree).every(({ data }) => data === undefined)).toBe(true);
  });
});

describe('positions', () => {
  test('count in the whole file', () => {
    const tree = parseMarkdown('# A\n\nB *c*', { path: 'a.md', line: 10, offset: 100 }).value;
    expect(tree.children[1]?.position?.start).toEqual({ line: 12, column: 1, offset: 105 });
    expect(texts(tree).at(-1)?.position?.end).toEqual({ line: 12, column: 5, offset: 109 });
  });
});

describe('parsing in pieces', () => {
  const BLOCKS = [
    'Prose of *a* line.',
    'Two\nlines.',
    '# Heading',
    'Heading\n===',
    '- item\n\n  more of it',
    '- item',
    '1. one',
    '   three spaces',
    '    indented code',
    '\ttab',
    '> quote',
    '> quote\nlazy',
    '> - list\n>\n>   more',
    '***',
    '* * *',
    '*emphasis* first',
    '**strong',
    '<div>\nhtml',
    '</div>',
    '| a | b |\n| - | - |\n| c | d |',
    '[a](b)',
    '![a](b)',
    '“Quote,” he said.',
    '-not a list',
    '+',
    '2026 was a year.',
    ':span[a]{.b}',
    '  \t ',
    'A plain paragraph of some length, with "quotes" and more.',
    '‘Plain first line of two,’ he said,\nand a second that is plain too.',
    'Plain line that trails off.  \nAnd goes on after a break.',
    'Plain line with a space \nand goes on to the next one.',
    'Plain line, and a trailing tab\t',
    'See https://example.com/a or www.example.com for more of it.',
    'He said:yes to it all, as one does on such days.',
    '(In brackets, a plain paragraph of its own.)',
    'Text before a rule of hyphens\n---',
    'Text before a list\n- of one item, then',
    'Plain with a lone ] and } and # and = and > and ! inside.',
    'No-break space at the end of this line\u00a0\nand a next line.',
    'Text of a paragraph, then a number\n1986. A great idea.',
  ];
  const SPECIAL = [
    '~~~',
    '```',
    '[a]: b',
    '[^1]: note',
    ':::verse',
    '<!-- a',
    '<pre>',
    '[a] and [^1]',
    ':::',
    '-->',
  ];
  const document = (blocks: string[]) =>
    fc
      .array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 12 })
      .chain((parts) =>
        fc.constantFrom('\n\n', '\n\n\n', '\n \n', '\n').map((separator) => parts.join(separator)),
      );

  /** In pieces as small as can be, and as a whole. */
  function bothWays(text: string): [Root, Root] {
    return [parseMarkdown(text, ORIGIN, 1).value, parseMarkdown(text, ORIGIN, Infinity).value];
  }

  test('reads a poem of hundreds of stanzas set in deep', () => {
    const text = `:::verse\n${'        deep\n\nflush\n\n'.repeat(200)}:::\n`;
    expect(parseMarkdown(text, ORIGIN).value.children[0]).toMatchObject({ children: { length: 400 } });
  });

  test('gives the same tree', () => {
    fc.assert(
      fc.property(document(BLOCKS), (text) => {
        const [pieces, whole] = bothWays(text);
        expect(pieces).toEqual(whole);
      }),
      runs(60),
    );
  });

  test('gives the same tree also of what must stay whole', () => {
    fc.assert(
      fc.property(document([...BLOCKS, ...SPECIAL]), (text) => {
        const [pieces, whole] = bothWays(text);
        expect(pieces).toEqual(whole);
      }),
      runs(60),
    );
  });

  test('knows the definitions of other pieces', () => {
    const text = 'See [a], [B  c] and[^1].\n\n[^1]: Note *one*.\n\n[a]: x\n\n[b c]: y\n\nAgain[^1].';
    const [pieces, whole] = bothWays(text);
    expect(pieces).toEqual(whole);
    expect(chunksOf(text, 1).length).toBeGreaterThan(4);
    expect(pieces.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'footnoteDefinition',
      'definition',
      'definition',
      'paragraph',
    ]);
  });

  test.each([
    'A [long\nlabel] of two lines.\n\n[long label]: y',
    '> a [long\n> label] in a quotation\n\n[Long Label]: y',
    '- > a [long\n  > label]\n\n[long label]: y',
    '![a [b] c][x] [d [^1]](e)\n\n[x]: y\n\n[^1]: z',
    '[\\x] [x\\] [x][] [y][x]\n\n[x]: y',
  ])('finds the names of labels in %j', (text) => {
    const [pieces, whole] = bothWays(text);
    expect(pieces).toEqual(whole);
    expect(JSON.stringify(pieces)).toContain('Reference"');
  });

  test('reads hundreds of notes', () => {
    const notes = Array.from({ length: 300 }, (_, index) => `A[^n${index}] b.\n\n[^n${index}]: Of it.\n\n`);
    expect(parseMarkdown(notes.join(''), ORIGIN).value.children).toHaveLength(600);
  });

  test.each([
    'A\n[x]: y\n\n[x] is none.',
    '    [x]: y\n\n[x] is none.',
    '> [x]: y\n\n[x] is one.',
    'A [x]: y\n\n[x]',
  ])('is not misled by %j', (text) => {
    const [pieces, whole] = bothWays(text);
    expect(pieces).toEqual(whole);
  });

  test('cuts where it can', () => {
    expect(chunksOf('A.\n\nB.\n\n- c\n\n- d\n\nE.', 1).map(({ text }) => text)).toEqual([
      'A.\n\n',
      'B.\n\n- c\n\n- d\n\n',
      'E.',
    ]);
    expect(chunksOf('A.\n\nB.\n\n```\n\nC.\n\n```\n', 1)).toHaveLength(1);
  });
});

/** Attributes, definition lists and formulas: what Markdown itself has no mark for. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../src/input/markdown.js';

const parse = (text: string, math = false) =>
  parseMarkdown(text, { path: 'one.md', line: 1, offset: 0, math }).value;

/** A tree as types and text: `definitionTerm(Ferry)`. */
const outline = (nodes: readonly Nodes[]): string[] =>
  nodes.map((node) => `${node.type}(${'value' in node ? node.value : toString(node)})`);

describe('definition lists', () => {
  const entries = (text: string): string[] =>
    parse(text).children.flatMap((node) =>
      node.type === 'definitionList' ? ['list', ...outline(node.children)] : outline([node]),
    );

  test.each([
    ['in one paragraph', 'Ferry\n: A *boat*.'],
    ['an empty line between', 'Ferry\n\n: A *boat*.'],
  ])('a term and its definition, %s', (_, text) => {
    expect(entries(text)).toEqual(['list', 'definitionTerm(Ferry)', 'definitionDescription(A boat.)']);
  });

  test('several terms and definitions make one list; a wrapped line goes on', () => {
    expect(entries('Ferry\nPunt\n: A boat\n  on a rope.\n: A crossing.\n\nQuay\n: Where.')).toEqual([
      'list',
      'definitionTerm(Ferry)',
      'definitionTerm(Punt)',
      'definitionDescription(A boat\non a rope.)',
      'definitionDescription(A crossing.)',
      'definitionTerm(Quay)',
      'definitionDescription(Where.)',
    ]);
  });

  test('terms need no empty line between them', () => {
    expect(entries('Ferry\n: A boat.\nQuay\n: Where.')).toHaveLength(5);
  });

  test.each([
    ['a sentence before', 'He said.\n\n: no'],
    ['an escaped colon', 'Ferry\n\\: no'],
    ['no space', 'Ferry\n:no'],
    ['code', '    Ferry\n    : no'],
  ])('none: %s', (_, text) => {
    expect(entries(text)).not.toContain('list');
  });

  test('texts keep their places', () => {
    const [list] = parse('Ferry\n: A *boat*.').children;
    const [, description] = list?.type === 'definitionList' ? list.children : [];
    const [line] = description?.children ?? [];
    expect(line?.type === 'paragraph' && line.children[0]?.position?.start).toEqual({
      line: 2,
      column: 3,
      offset: 8,
    });
  });

  test('what is set in below goes on with the definition, at its place, and knows the labels of the text', () => {
    const text =
      '# Words\n\nFerry\n: A boat.\n\n    See [there].\n\n\tA *raft*.[^1]\n\nEnd.\n\n[there]: #x\n\n[^1]: No.';
    const { children } = parse(text);
    expect(outline(children).slice(1, 3)).toEqual([
      'definitionList(FerryA boat.See there.A raft.)',
      'paragraph(End.)',
    ]);
    const list = children[1];
    const blocks = list?.type === 'definitionList' ? (list.children[1]?.children ?? []) : [];
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    const [, see, raft] = blocks;
    const inner = [see, raft].map((block) => block?.type === 'paragraph' && block.children[1]);
    expect(inner).toMatchObject([
      { type: 'linkReference', position: { start: { line: 6, column: 9, offset: text.indexOf('[there]') } } },
      { type: 'emphasis', position: { start: { line: 8, column: 4, offset: text.indexOf('*raft') } } },
    ]);
  });

  test('code between fences below a definition is code', () => {
    expect(entries('Ferry\n: A boat.\n\n```\nx\n```')).toContain('code(x)');
  });

  test('messages of what is set in have their places', () => {
    const text = 'Ferry\n: A boat.\n\n    :::vers\n    Oh.\n    :::';
    const { messages } = parseMarkdown(text, { path: 'one.md', line: 11, offset: 0 });
    expect(messages).toMatchObject([{ id: 'markdown:directive', place: { line: 14, column: 5 } }]);
  });
});

describe('attributes', () => {
  test.each([
    ['Yours, Bo {.signature}', 'paragraph(Yours, Bo)', { class: 'signature' }],
    [
      '# The Quay {#quay .wide .dark lang=fr}',
      'heading(The Quay)',
      { id: 'quay', class: 'wide dark', lang: 'fr' },
    ],
    ['Two lines,\nand more.\n{.last}', 'paragraph(Two lines,\nand more.)', { class: 'last' }],
  ])('%s', (text, expected, attributes) => {
    const [node] = parse(text).children;
    expect(outline(node ? [node] : [])).toEqual([expected]);
    expect(node?.data).toEqual({ attributes });
  });

  test.each(['He wrote {sic} there.', 'A set {a, b}', 'Braces {.x} within.', 'Escaped \\{.x}', '`{.x}`'])(
    'none: %s',
    (text) => {
      expect(parse(text).children[0]?.data).toBeUndefined();
    },
  );
});

describe('formulas', () => {
  const formulas = (text: string, math = true): string[] => {
    const found: string[] = [];
    const walk = (node: Nodes) => {
      if (node.type === 'inlineMath' || node.type === 'math') found.push(`${node.type}(${node.value})`);
      else if ('children' in node) node.children.forEach(walk);
    };
    walk(parse(text, math));
    return found;
  };

  test.each([
    ['It is $x^2$.', ['inlineMath(x^2)']],
    ['Within $$y$$ a line.', ['inlineMath(y)']],
    ['$$a = b$$', ['math(a = b)']],
    ['$$\n\\frac{1}{2}\n\n= c\n$$\n\nText.', ['math(\\frac{1}{2}\n= c)']],
    ['> $$\n> q\n> $$', ['math(q)']],
    ['$\\$5$', ['inlineMath(\\$5)']],
    ['$$\nnever closed', ['math(never closed)']],
    ['> $$\n> q\nlazy', ['math(q)']],
    ['Prices: $5 and $6, $ 7 $.', []],
    ['Escaped \\$x$ and `$x$`.', []],
  ])('%j', (text, expected) => {
    expect(formulas(text)).toEqual(expected);
  });

  test('none where the book does not ask for them', () => {
    expect(formulas('It is $x^2$.\n\n$$\nx\n$$', false)).toEqual([]);
  });
});

describe('blocks', () => {
  const inner = (text: string): Nodes[] => {
    const [node] = parse(text).children;
    return node && 'children' in node ? node.children : [];
  };

  test('a message has who wrote it and when as a line of text', () => {
    const [line, text] = inner(':::message{from="Bo" to="Ann" time="09:15" .sent}\nOn the boat.\n:::');
    expect([line, text].map((node) => node && toString(node))).toEqual([
      'Bo \u2192 Ann 09:15',
      'On the boat.',
    ]);
    expect(line?.type === 'paragraph' && line.data).toEqual({ directiveLabel: true });
    const [message] = parse(':::message{from="Bo" .sent}\nOn the boat.\n:::').children;
    expect(message).toMatchObject({ attributes: { class: 'sent' } });
  });

  test('the source of an epigraph keeps its line', () => {
    const [paragraph] = inner(':::epigraph\nTime\nand tide.\n-- proverb\n:::');
    expect(paragraph && 'children' in paragraph && outline(paragraph.children)).toEqual([
      'text(Time\nand tide.)',
      'break()',
      'text(-- proverb)',
    ]);
  });

  test('a page may begin within a line', () => {
    expect(outline(inner('A :page[42] b, at 5:page or a:page.'))[1]).toBe('textDirective(42)');
  });
});

describe('a block that nothing closes', () => {
  const read = (text: string) => {
    const { value, messages } = parseMarkdown(text, { path: 'one.md', line: 1, offset: 0 });
    return { types: value.children.map(({ type }) => type), said: messages.map(({ id }) => id) };
  };

  test('ends before the next heading, though a block behind it is closed', () => {
    const { types, said } = read(':::letter\nDear Ann,\n\n# Two\n\n:::sign\nAnn\n:::\n\nThree.');
    expect(types).toEqual(['containerDirective', 'heading', 'containerDirective', 'paragraph']);
    expect(said).toEqual(['markdown:unclosed']);
  });

  test('is none where more colons close it, or no heading stands between', () => {
    const within = '::::letter\nDear Ann,\n\n## Two\n\n:::sign\nAnn\n:::\n::::\n\nThree.';
    expect(read(within)).toEqual({ types: ['containerDirective', 'paragraph'], said: [] });
  });
});

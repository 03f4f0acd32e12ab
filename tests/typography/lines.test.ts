/** Lines that the book keeps: typography never changes their number. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { locales } from '../../src/locales/index.js';
import { typeset } from '../../src/typography/index.js';
import type { Manuscript } from '../../src/types.js';
import { bookOf, nodesOf, section } from './book.js';
import { runs } from '../seed.js';

/** The lines of each paragraph of a manuscript. */
const linesOf = ({ tree }: Pick<Manuscript, 'tree'>): string[][] =>
  nodesOf(tree).flatMap((node) =>
    node.type === 'paragraph'
      ? [
          nodesOf(node)
            .map((one) => (one.type === 'break' ? '\n' : 'value' in one ? one.value : ''))
            .join('')
            .split('\n'),
        ]
      : [],
  );

const settled = (manuscript: Manuscript, language: string, lined?: ReadonlySet<Nodes>): Manuscript => {
  const { value } = typeset(bookOf([manuscript], { language }), lined ? { lined } : {});
  return value.manuscripts[0] ?? manuscript;
};

const poem = (lines: readonly string[], name = 'verse'): Manuscript =>
  section(`:::${name}\n${lines.join('\n')}\n:::`);

describe('a dash at the end of a line', () => {
  const typed = [
    'The kettle sang to nobody -',
    'and no one came --',
    'The clock went on ---',
    'and so did we.',
  ];

  test.each(['verse', 'dedication', 'message', 'sign', 'letter', 'play'])(
    'keeps the line in :::%s',
    (name) => {
      expect(linesOf(settled(poem(typed, name), 'en'))).toEqual([
        ['The kettle sang to nobody—', 'and no one came—', 'The clock went on—', 'and so did we.'],
      ]);
    },
  );

  test('stands off where the language spaces its dashes', () => {
    expect(linesOf(settled(poem(typed), 'en-GB'))[0]?.[0]).toBe('The kettle sang to nobody\u00A0–');
  });

  test('keeps a hard break, whatever it is typed as', () => {
    const manuscript = section('We went -\\\nand came --  \nand sat -<br>and slept.');
    expect(linesOf(settled(manuscript, 'en'))).toEqual([['We went—', 'and came—', 'and sat—<br>and slept.']]);
  });

  test('keeps the lines of a section that keeps them', () => {
    const manuscript = section('For Ida --\nwho waited -\nfor both.');
    const lined = new Set<Nodes>(manuscript.tree.children);
    expect(linesOf(settled(manuscript, 'en', lined))).toEqual([['For Ida—', 'who waited—', 'for both.']]);
  });

  test('closes up a wrapped paragraph, of a letter too', () => {
    const prose =
      'We had come all the way down from the upper farm in the dark of the morning --\nand for nothing.';
    const closed =
      'We had come all the way down from the upper farm in the dark of the morning—and for nothing.';
    expect(linesOf(settled(section(prose), 'en'))).toEqual([[closed]]);
    expect(linesOf(settled(poem([prose], 'letter'), 'en'))).toEqual([[closed]]);
  });
});

test('the number of lines stays, whatever stands at their ends', () => {
  const end = fc.constantFrom(
    ' -',
    ' --',
    '--',
    '-',
    ' —',
    '...',
    ' . . .',
    '"',
    "'",
    ' ',
    ',',
    ' ?',
    '--\\',
    ' -  ',
  );
  const start = fc.constantFrom('', '- ', '-', '-- ', '--', '— ', '"', '...', ' ', '§ ');
  const line = fc
    .tuple(start, fc.constantFrom('a', 'Tom', 'é', '5', 'x y'), end)
    .map((parts) => parts.join(''));
  const language = fc.constantFrom(...locales.map((locale) => locale.language), 'und');
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 2, maxLength: 5 }),
      fc.constantFrom('verse', 'dedication', 'message', 'sign', 'letter', 'play'),
      language,
      (lines, name, tag) => {
        const before = poem(lines, name);
        const count = (manuscript: Manuscript) => linesOf(manuscript).map((all) => all.length);
        expect(count(settled(before, tag))).toEqual(count(before));
      },
    ),
    runs(100),
  );
});

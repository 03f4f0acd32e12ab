import { checkLimits } from '../../src/input/limits.js';
import { lines, single } from './parsed.js';

const nest = (count: number, open: string, middle: string, close: string): string =>
  open.repeat(count) + middle + close.repeat(count);

/** Texts whose cost grows faster than their length, where nothing bounds it. */
const HOSTILE: readonly [name: string, text: string, place: string][] = [
  ['a line of 2 MB', `One.\n\n${'word '.repeat(400_000)}`, '3:1'],
  ['a thousand nested block quotes', `${'> '.repeat(1000)}a`, '1:1'],
  ['a thousand nested lists', 'One.\n\n' + '- + '.repeat(500) + 'a', '3:1'],
  [
    'lists nested by indentation',
    Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    '101:1',
  ],
  ['nested containers', ':::verse\n'.repeat(4000), '101:1'],
  ['underlined headings', 'a\n===\n\n'.repeat(5000), '6002:1'],
  ['a block of 50,000 lines', 'a\n'.repeat(50_000), '20001:1'],
  ['a list of 100,000 items', '- a\n\n'.repeat(100_000), '1:1'],
  ['nested emphasis', nest(5000, '*a **b ', 'c', ' b** a*'), ''],
  ['a long row of stars', nest(20_000, '*', 'a', '*'), ''],
  ['nested images', nest(5000, '![a', '', '](b)'), ''],
  ['unclosed CDATA', 'a <![CDATA['.repeat(8000), ''],
  ['unclosed instructions', 'a <? '.repeat(8000), ''],
  ['a paragraph of links', '[a](b) '.repeat(20_000), ''],
];

test.each(HOSTILE)('%s', (_, text, place) => {
  const start = process.cpuUsage();
  const { value, messages } = single(text);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  expect(value).toBeUndefined();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    id: 'limits:markdown',
    fatal: true,
    hint: expect.any(String) as string,
  });
  if (place !== '') expect(lines(messages)[0]).toContain(` ${place} `);
});

/** Texts that look alarming and are harmless. */
test.each([
  ['fifty thousand brackets, in paragraphs', `${'['.repeat(500)}\n\n`.repeat(100)],
  ['unclosed emphasis', `${'*a '.repeat(5000)}\n\n`.repeat(2)],
  ['rows of stars', `${'* '.repeat(500)}\n\n`.repeat(10)],
  ['a rule of underscores to fill in', `Name: ${'_'.repeat(200)}, "${'_'.repeat(150)}"\n\n`.repeat(20)],
  ['a list of two thousand items', '- a\n'.repeat(2000)],
  ['a hundred quotes deep', `${'> '.repeat(100)}a`],
  ['many containers, each ended', ':::verse\na\n:::\n\n'.repeat(300)],
  ['comments', 'a <!-- b --> '.repeat(2000)],
  ['a line of a megabyte', 'word '.repeat(200_000)],
  ['spaces in a line of colons', `::: a${' '.repeat(50_000)}{`],
  ['a definition of many words', `[a]: ${'b '.repeat(50_000)}"`],
  ['words of code', `    a b c d e f g\n`.repeat(5000)],
  ['tags of no element', '<Bob>\n\n'.repeat(20_000)],
])('%s: no message', (_, text) => {
  const { value, messages } = single(text);
  expect(messages).toEqual([]);
  expect(value).toBeDefined();
});

test('the place counts in the file', () => {
  expect(checkLimits(`a\n${'> '.repeat(200)}`, 'a.md', 5)[0]?.place).toEqual({ line: 6, column: 1 });
});

test('a tree too deep for the stages to come, by means that no line shows', () => {
  const { messages } = single(`One.\n\n${'*a '.repeat(300)}b${'*'.repeat(300)}`);
  expect(messages.map(({ id }) => id)).toEqual(['limits:nesting']);
});

test.each([
  ['strikethrough', 'a~~ '.repeat(4000)],
  ['single tildes', 'a~ '.repeat(4000)],
  ['tildes of another number', `~~a ${'b~ '.repeat(4000)}`],
  ['stars after underscores', '_a '.repeat(4000) + 'b* '.repeat(4000)],
  ['stars in words', 'a*'.repeat(8000)],
  ['references to nothing', '[a][b] '.repeat(2000)],
  ['links in links', '[a](b'.repeat(4000)],
  ['a quotation whose lines have no mark', `> a\n${'b\n'.repeat(3000)}`],
  ['a list of such a quotation', `- > a\n${'b\n'.repeat(3000)}`],
])('%s by thousands in a paragraph are refused before they are parsed', (_, text) => {
  expect(checkLimits(text, 'a.md')).toMatchObject([{ id: 'limits:markdown', fatal: true }]);
});

test.each([
  ['a list of links', '- [a](b), [c](d) and *e*\n'.repeat(4000)],
  ['tables of contents', '* [a](b) -- c\n'.repeat(5000)],
  ['marks behind backslashes', 'a\\* '.repeat(8000)],
  ['a list after a quotation', `> a\n${'- b\n'.repeat(3000)}`],
  ['emphasis in a long paragraph', '*a* **b** _c_ ~~d~~ '.repeat(1000)],
  ['links in a long paragraph', '[a](b) '.repeat(1000)],
])('%s stay within the bounds', (_, text) => {
  expect(checkLimits(text, 'a.md')).toEqual([]);
});

test('marks that close nothing are refused where there are thousands in a paragraph', () => {
  const [message] = checkLimits('a* '.repeat(13_000), 'a.md');
  expect(message).toMatchObject({ id: 'limits:markdown', fatal: true });
  expect(checkLimits('a* '.repeat(1000), 'a.md')).toEqual([]);
});

test('a line is as long as it is without the pictures in its addresses, and these within their own bound', () => {
  const picture = (length: number) => `[image1]: <data:image/png;base64,${'A'.repeat(length)}>`;
  expect(checkLimits(picture(3_000_000), 'a.md')).toEqual([]);
  expect(checkLimits(picture(46_000_000), 'a.md')).toMatchObject([{ id: 'limits:markdown' }]);
  expect(checkLimits(`data:text/plain,${'A'.repeat(3_000_000)}`, 'a.md')).toMatchObject([
    { id: 'limits:markdown' },
  ]);
});

import { UNSURE, typeset } from '../../src/typography/index.js';
import type { BookMeta, Change } from '../../src/types.js';
import { bookOf, section } from './book.js';
import { linesOf } from './text.js';

const set = (paragraphs: string[], meta?: BookMeta) =>
  typeset(bookOf([section(paragraphs.join('\n\n'))], meta));
const linesSet = (paragraphs: string[], meta?: BookMeta) =>
  set(paragraphs, meta).value.manuscripts.flatMap(({ tree }) => linesOf(tree));
const unsure = (changes: readonly Change[]) => changes.filter(({ confidence }) => confidence < UNSURE);

test('plain speech is sure', () => {
  const { changes } = set(['"Well," she said, "don\'t go." He didn\'t.', '"No?"']);
  expect(changes).toHaveLength(8);
  expect(unsure(changes)).toEqual([]);
});

test('a mark that can be read two ways is unsure, and names the other reading', () => {
  const { changes } = set(["She gave 'er dogs' leads away."]);
  const [open, ...rest] = unsure(changes);
  expect(rest.length).toBeLessThan(2);
  expect([open?.after, open?.instead].sort()).toEqual(['‘', '’']);
});

test('the outer mark is found for each manuscript, and by the book where a manuscript is short', () => {
  const double = section(Array(15).fill('"Yes," he said. "No."').join('\n\n'), {}, 'a.md');
  const single = section(Array(15).fill("'Yes,' he said. 'No.'").join('\n\n'), {}, 'b.md');
  const short = section("'Tis 'Tom' that 'e saw,\" he said.", {}, 'c.md');
  const { value } = typeset(bookOf([double, single, short], { language: 'en', quotes: 'single' }));
  expect(value.manuscripts.map(({ tree }) => linesOf(tree)[0])).toEqual([
    '‘Yes,’ he said. ‘No.’',
    '‘Yes,’ he said. ‘No.’',
    expect.any(String),
  ]);
});

test('a quotation may close in a later block, after verse that does not open it again', () => {
  expect(
    linesSet(['"She sang:', '> And all the day\\\n> the river ran', 'and then she stopped," he said.']),
  ).toEqual(['“She sang:', 'And all the day\nthe river ran', 'and then she stopped,” he said.']);
});

test('inner speech that runs on opens both marks again', () => {
  expect(linesSet(['"He said, \'First of all.', '"\'And then the rest.\'"'])).toEqual([
    '“He said, ‘First of all.',
    '“\u202F‘And then the rest.’\u202F”',
  ]);
});

test('single outer marks close after a plural, an elision and a name in s', () => {
  expect(linesSet(["'It's the boys',' she said. 'It's James'.' 'We're goin',' he said."])).toEqual([
    '‘It’s the boys’,’ she said. ‘It’s James’.’ ‘We’re goin’,’ he said.',
  ]);
});

test('an elision that the book shows elsewhere is read so where it could open a quotation', () => {
  const shown = ["We took the 'awser in.", "Then the 'awser broke.", "And no 'awser came."];
  const doubtful = "He said the 'awser was the ferrymen' own.";
  expect(linesSet([...shown, doubtful]).at(-1)).toBe('He said the ’awser was the ferrymen’ own.');
});

test('`words:` settles a word for good', () => {
  const paragraph = "It was 'zat man' again.";
  const plain = set([paragraph]).value.manuscripts.flatMap(({ tree }) => linesOf(tree));
  expect(plain).toEqual(['It was ‘zat man’ again.']);
  const settled = set([paragraph], { language: 'en', words: ["'zat"] });
  expect(settled.value.manuscripts.flatMap(({ tree }) => linesOf(tree))).toEqual(['It was ’zat man’ again.']);
});

test('a literal mark is sure evidence for the ones beside it', () => {
  expect(linesSet(["The ‘sumter' mules and the 'sumter’ men."])).toEqual([
    'The ‘sumter’ mules and the ‘sumter’ men.',
  ]);
});

test.each<[string, string[], string[]]>([
  ['one that is closed by the other mark', ['She wrote "\u2026\' on the wall.', 'It was late.'], ['“', '’']],
  ['a speech that is closed by the other mark', ['"Yes,\' he said.', '"No," she said.'], ['’']],
  ['one that closes nothing', ['It was late. She left," he said.'], ['”']],
  ['one that nothing closes', ['"One," she said, "two.', 'It was late.'], ['“']],
])('of marks without an answer, the author is asked about %s', (_, paragraphs, expected) => {
  expect(unsure(set(paragraphs).changes).map(({ after }) => after)).toEqual(expected);
});

test('a speech that goes on in the next paragraph is answered there', () => {
  expect(unsure(set(['"All of it.', '"And the rest," he said.']).changes)).toEqual([]);
  expect(unsure(set(['"She sang:', 'La la la.', 'and then she stopped," he said.']).changes)).toEqual([]);
});

test('a hyphen that leans on one word may be a dash: the author is asked', () => {
  const asked = (text: string, language = 'en') => {
    const { changes } = set([text], { language });
    return unsure(changes).map(({ before, after, instead }) => [before, after, instead]);
  };
  expect(asked('She said that- careful -he was there.')).toEqual([
    ['-', '-', '\u2014'],
    ['-', '-', '\u2014'],
  ]);
  expect(asked('Er ging- leise davon.', 'de')).toEqual([['-', '-', '\u2013']]);
  expect(asked('Two- and threefold, pre- or post-war, a two- to three-day trip, pre-, post-.')).toEqual([]);
  expect(asked('Vor- und Nachteile, be- oder entladen.', 'de')).toEqual([]);
  expect(asked('Use ls -l here, at -5 degrees.')).toEqual([]);
});

test('a mark that was turned the wrong way stays, and the author is asked', () => {
  const asked = (text: string, language = 'en') => {
    const { changes } = set([text], { language });
    return unsure(changes).map(({ before, after, instead }) => [before, after, instead]);
  };
  for (const text of ['“Was that all?“', '“I could explain—“', '“No.“ She left.'])
    expect(asked(text)).toEqual([['“', '“', '”']]);
  expect(asked('“See,” she said. ”Do you know?”')).toEqual([['”', '”', '“']]);
  for (const text of ['“I‘m here.”', 'It was ‘90s music.', 'Give ‘em that.'])
    expect(asked(text)).toEqual([['‘', '‘', '’']]);
  for (const text of [
    '“‘Em?” he said. ‘Em is here,’ she wrote—“So?” I asked.',
    '„Nein,“ he said.',
    '“A” “B”',
  ])
    expect(asked(text)).toEqual([]);
  expect(asked('„Nein,“ sagte er.', 'de')).toEqual([]);
  expect(asked('”Nej”, sade han.', 'sv')).toEqual([]);
});

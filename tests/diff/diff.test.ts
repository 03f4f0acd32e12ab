import fc from 'fast-check';
import { segmentsOf } from '../../src/diff/compare.js';
import { diffEditions } from '../../src/diff/index.js';
import { movedAmong } from '../../src/diff/match.js';
import { blocks, diffOf, edition } from './editions.js';
import { runs } from '../seed.js';

const FERRY = `# The Ferry

The ferry left at dawn, and nobody on the quay looked up to see it go.

"Who is that?" she said, and pointed at the man with the crate of lemons.

Nobody knew. He had come aboard at the last stop and had not said a word.`;

const passages = (before: string, after: string) =>
  diffOf({ ferry: before }, { ferry: after }).sections[0]?.passages ?? [];

test('an edition is the same as itself', () => {
  expect(diffOf({ ferry: FERRY }, { ferry: FERRY })).toMatchObject({
    isSame: true,
    passages: 0,
    typography: 0,
    words: { added: 0, removed: 0 },
  });
});

test.each([
  ['a word for another', 'at dawn', 'at noon', { before: 'dawn', after: 'noon' }],
  ['a word that came', 'a word.', 'a single word.', { before: '', after: 'single' }],
  ['a word that went', 'the last stop', 'the stop', { before: 'last', after: '' }],
  ['a mark for another', 'dawn, and', 'dawn; and', { before: ',', after: ';' }],
  [
    'words that nearly touch',
    'nobody on the quay looked',
    'someone on the pier gazed',
    { before: 'nobody on the quay looked', after: 'someone on the pier gazed' },
  ],
  ['a paragraph cut in two', 'lemons.\n\nNobody', 'lemons. Nobody', { before: '', after: '' }],
  [
    'a paragraph that came',
    'Nobody knew.',
    'The bell rang.\n\nNobody knew.',
    { before: '', after: 'The bell rang.' },
  ],
])('finds %s, and nothing else', (_, from, to, expected) => {
  const found = passages(FERRY, FERRY.replace(from, to));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject(expected);
});

test('a passage has the words round it and the paragraph’s id', () => {
  expect(passages(FERRY, FERRY.replace('at dawn', 'at noon'))).toEqual([
    {
      before: 'dawn',
      after: 'noon',
      context: { left: 'The ferry left at ', right: ', and nobody on the quay looked up to see it go.' },
      id: 'p1',
    },
  ]);
});

test('typography is counted apart from text', () => {
  const curly = FERRY.replace('"Who is that?"', '\u201CWho is that?\u201D').replace(
    'at dawn',
    'at\u00A0dawn',
  );
  expect(diffOf({ ferry: FERRY }, { ferry: curly })).toMatchObject({
    isSame: false,
    passages: 0,
    typography: 3,
    words: { added: 0, removed: 0 },
  });
});

test.each([
  ['dashes', 'no -- never', 'no\u2014never'],
  ['dashes with spaces', 'no - never', 'no \u2013 never'],
  ['ellipses', 'no . . . never', 'no\u2026 never'],
  ['apostrophes', "don't", 'don\u2019t'],
  ['soft hyphens', 'type\u00ADset', 'typeset'],
  ['hyphens that do not break', 'well-known', 'well\u2011known'],
])('%s are typography', (_, before, after) => {
  expect(diffOf({ a: before }, { a: after })).toMatchObject({ passages: 0, typography: 1 });
});

test('sections are found again where they moved, were renamed, came or went', () => {
  const chapter = (title: string, word: string) =>
    `# ${title}\n\n${Array.from({ length: 40 }, (_, index) => `${word}${String(index)}`).join(' ')}.`;
  const before = {
    one: chapter('One', 'ant'),
    two: chapter('Two', 'bee'),
    three: chapter('Three', 'cow'),
    old: chapter('Old', 'dog'),
  };
  const after = {
    three: before.three,
    one: before.one,
    'the-bees': chapter('The Bees', 'bee').replace('bee7', 'wasp'),
    fresh: chapter('Fresh', 'eel'),
  };
  const { sections } = diffOf(before, after);
  const facts = sections.map(({ id, state, moved, renamed }) => [id, state, moved, renamed]);
  expect(facts).toEqual([
    ['three', 'same', true, undefined],
    ['old', 'removed', false, undefined],
    ['one', 'same', false, undefined],
    ['the-bees', 'changed', false, 'Two'],
    ['fresh', 'added', false, undefined],
  ]);
});

test('numbered files that moved up are no changes', () => {
  const [a, b, c] = ['alpha', 'beta', 'gamma'].map(
    (word) => `# ${word}\n\n${Array.from({ length: 30 }, (_, n) => word + String(n)).join(' ')}`,
  );
  const { sections } = diffOf({ ch1: a ?? '', ch2: b ?? '' }, { ch1: c ?? '', ch2: a ?? '', ch3: b ?? '' });
  expect(sections.map(({ state }) => state)).toEqual(['added', 'same', 'same']);
});

test('metadata and files are compared', () => {
  const before = edition(
    { a: 'A' },
    {
      metadata: new Map([
        ['Title', 'A'],
        ['Rights', 'Mine'],
      ]),
      files: new Map([
        ['a.jpg', 1],
        ['b.jpg', 2],
      ]),
    },
  );
  const after = edition(
    { a: 'A' },
    {
      metadata: new Map([
        ['Title', 'B'],
        ['Date', '2026'],
      ]),
      files: new Map([
        ['b.jpg', 3],
        ['c.jpg', 4],
      ]),
    },
  );
  expect(diffEditions(before, after)).toMatchObject({
    isSame: false,
    metadata: [
      { field: 'Title', before: 'A', after: 'B' },
      { field: 'Date', after: '2026' },
      { field: 'Rights', before: 'Mine' },
    ],
    files: { added: ['c.jpg'], removed: ['a.jpg'], changed: ['b.jpg'] },
  });
});

test('pictures are known by their bytes, and typefaces that were cut anew are no news', () => {
  const of = (files: Record<string, number>) =>
    edition({ a: 'A' }, { files: new Map(Object.entries(files)) });
  const before = of({ 'file0.png': 1, 'file1.png': 2, 'a.ttf': 3 });
  const after = of({ 'file0.png': 9, 'file1.png': 1, 'file2.png': 2, 'a.ttf': 4 });
  expect(diffEditions(before, after).files).toEqual({ added: ['file0.png'], removed: [], changed: [] });
  expect(diffEditions(before, of({ 'file0.png': 5, 'b.ttf': 3 })).files).toEqual({
    added: [],
    removed: ['file1.png'],
    changed: ['file0.png'],
  });
});

test('the segments of two texts are both texts, whatever they are', () => {
  const word = fc.constantFrom(
    'the',
    'ferry',
    'left',
    '\u201Cat',
    'dawn\u201D',
    'it\u2019s',
    '--',
    '\u2014',
    '...',
    ',',
    '\u6C34',
    '  ',
  );
  const text = fc.array(
    fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ').trim()),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [old, now] = [blocks(before.join('\n\n')), blocks(after.join('\n\n'))];
      const segments = segmentsOf(old, now);
      const whole = (own: typeof old) => own.map((block) => `${block.text}\n\n`).join('');
      expect(segments.map((segment) => segment.before).join('')).toBe(whole(old));
      expect(segments.map((segment) => segment.after).join('')).toBe(whole(now));
      for (const segment of segments)
        if (segment.kind === 'same') expect(segment.before.trim()).toBe(segment.after.trim());
    }),
    runs(30),
  );
});

test('scattered edits are found, each once', () => {
  const words = fc.uniqueArray(fc.nat(99_999), { minLength: 14, maxLength: 200 });
  const places = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, places, (numbers, edits) => {
      const tokens = numbers.map((number) => `word${String(number)}`);
      const at = edits.map((place) => Math.floor((place * tokens.length) / 12));
      const apart = at.filter((place, index) =>
        at.every((other, from) => from >= index || Math.abs(other - place) > 3),
      );
      const print = (list: readonly string[]) => `# A\n\n${list.join(' ')}.`;
      const edited = tokens.map((token, place) => (apart.includes(place) ? 'zebra' : token));
      const diff = diffOf({ a: print(tokens) }, { a: print(edited) });
      expect(diff.passages).toBe(apart.length);
      expect(diff.words).toEqual({ added: apart.length, removed: apart.length });
    }),
  );
});

test('the fewest sections count as moved', () => {
  expect([...movedAmong([0, 1, 4, 2, 3])]).toEqual([4]);
  expect([...movedAmong([0, 1, 2])]).toEqual([]);
  expect(movedAmong([3, 2, 1, 0]).size).toBe(3);
});

import { described, nameOf } from '../../src/proof/characters.js';
import { listing, percent, SETTLE } from '../../src/proof/listing.js';
import { selectChanges, summarize } from '../../src/proof/summary.js';
import type { Change } from '../../src/types.js';

const change = (rule: string, confidence: number, line: number, more: Partial<Change> = {}): Change => ({
  rule,
  confidence,
  path: 'a.md',
  place: { line, column: 4 },
  before: "'",
  after: '’',
  instead: '‘',
  context: { left: 'give it to ', right: 'em,\nshe said' },
  ...more,
});
const CHANGES = [
  change('quotes', 1, 9),
  change('quotes', 0.99, 2),
  change('apostrophes', 0.7, 7),
  change('dashes', 0.4, 3, { before: '-', after: '-', instead: '–' }),
];

test('counts a rule’s changes and its unsure ones, the busiest rule first', () => {
  expect(summarize(CHANGES)).toEqual([
    { rule: 'quotes', changes: 2, unsure: 0 },
    { rule: 'apostrophes', changes: 1, unsure: 1 },
    { rule: 'dashes', changes: 1, unsure: 1 },
  ]);
});

test('selects the unsure ones in the order of the text, all of them, or one rule’s', () => {
  const lines = (selection: Parameters<typeof selectChanges>[1]) =>
    selectChanges(CHANGES, selection).map(({ place }) => place.line);
  expect(lines({})).toEqual([3, 7]);
  expect(lines({ all: true })).toEqual([2, 3, 7, 9]);
  expect(lines({ rule: 'dashes' })).toEqual([3]);
  expect(lines({ rule: 'quotes' })).toEqual([]);
});

test('lists a mark with its place, its context and both readings', () => {
  const text = listing('The Ferry', CHANGES);
  expect(text).toContain(
    [
      'a.md:7:4: apostrophes, 70 %',
      '  give it to [’]em, she said',
      "  reads ’ (right single quote); or ‘ (left single quote); typed ' (straight single quote)",
    ].join('\n'),
  );
  expect(text).toContain('reads - (hyphen); or – (en dash); left as typed');
  expect(text).toMatch(/ {2}together +4 +2\n/);
  expect(text.endsWith(SETTLE)).toBe(true);
});

test('says so where there is nothing to tell', () => {
  expect(listing('The Ferry', [])).toBe('The Ferry: nothing to change');
  expect(listing('The Ferry', [change('quotes', 1, 1)])).not.toContain(SETTLE);
});

test.each([
  ['’', '’ (right single quote)'],
  ['\u00A0', 'no-break space'],
  ['', 'nothing'],
  ['   ', '3 spaces'],
  ['”\u202F', '”\u202F (right double quote, narrow no-break space)'],
  ['½', '½'],
])('describes `%s`', (mark, expected) => {
  expect(described(mark)).toBe(expected);
});

test('a percentage rounds down to unsure, never up to certain', () => {
  expect([0.999, 1, 0.705].map(percent)).toEqual(['99 %', '100 %', '71 %']);
  expect(nameOf('--')).toBe('two hyphens');
});

import { replay } from '../../src/proof/marks.js';
import type { Change } from '../../src/types.js';

const change = (column: number, before: string, after: string, more: Partial<Change> = {}): Change => ({
  rule: 'dashes',
  confidence: 1,
  path: 'a.md',
  place: { line: 1, column },
  before,
  after,
  context: { left: '', right: '' },
  ...more,
});
const offsetOf = ({ column }: { column: number }) => column - 1;
const shown = (typed: string, changes: Change[]) => {
  const replayed = replay(typed, changes, offsetOf);
  return replayed?.marks.map(({ start, end, typed: before }) => [before, replayed.text.slice(start, end)]);
};

describe('replay', () => {
  test('finds each change of one rule, in its order', () => {
    const replayed = replay('a--b--c', [change(2, '--', '—'), change(5, '--', '—')], offsetOf);
    expect(replayed?.text).toBe('a—b—c');
    expect(replayed?.marks.map(({ start, end }) => [start, end])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('a rule that goes on from another’s work joins its mark', () => {
    const changes = [
      change(2, '--', ' – '),
      change(2, ' ', '\u00A0', { rule: 'spaces' }),
      change(2, ' ', '\u202F', { rule: 'spaces', context: { left: 'a\u00A0–', right: '' } }),
    ];
    expect(shown('a--b', changes)).toEqual([['--', '\u00A0–\u202F']]);
  });

  test('marks that only meet stay apart', () => {
    const changes = [
      change(1, '"', '“', { rule: 'quotes' }),
      change(2, "'", '‘', { rule: 'quotes', context: { left: '“', right: '' } }),
      change(2, '', '\u202F', { rule: 'spaces', context: { left: '“', right: '‘' } }),
    ];
    expect(shown(`"'x`, changes)).toEqual([
      ['"', '“'],
      ['', '\u202F'],
      ["'", '‘'],
    ]);
  });

  test('what was taken out is a mark without length', () => {
    expect(shown('a  b', [change(2, '  ', ' ')])).toEqual([['  ', ' ']]);
    expect(shown('a b', [change(2, ' ', '')])).toEqual([[' ', '']]);
  });

  test('where places are not known, context finds the change', () => {
    const changes = [change(1, '"', '”', { context: { left: 'a” b', right: '' } })];
    expect(replay('a” b"', changes, () => undefined)?.text).toBe('a” b”');
  });

  test('a change that is not there is no guess', () => {
    expect(replay('abc', [change(2, '--', '—')], offsetOf)).toBeUndefined();
  });
});

/** Texts that are too long, or too much alike, for the shortest way between them to be looked for. */
import { diffOf } from './editions.js';

test('a long text of which every paragraph changed is compared paragraph by paragraph', () => {
  const words = 'ant bee cow dog eel fox gnu hen'.split(' ');
  const text = (of: (n: number) => string) =>
    `# One\n\n${Array.from({ length: 800 }, (_, n) => of(n)).join('\n\n')}`;
  const paragraph = (n: number) => words.map((word) => `${word}${String(n)}`).join(' ');
  const before = text(paragraph);
  const after = text((n) => paragraph(n).replace('cow', 'bull cow'));
  expect(diffOf({ a: before }, { a: after })).toMatchObject({
    passages: 800,
    words: { added: 800, removed: 0 },
  });
  const other = text((n) => paragraph(n + 9000));
  expect(diffOf({ a: before }, { a: other })).toMatchObject({
    words: { added: 800 * words.length, removed: 800 * words.length },
  });
});

test('sections that are nearly the same are told apart by their names', () => {
  const same = 'the ferry left at dawn and nobody on the quay looked up to see it go '.repeat(20);
  const book = (mark: string) =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        `s${String(n)}`,
        `# S ${String(n)}\n\n${same} ${mark}${String(n)}`,
      ]),
    );
  const diff = diffOf(book('x'), book('y'));
  expect(diff.words).toEqual({ added: 60, removed: 60 });
  expect(diff.sections.every(({ renamed, moved }) => renamed === undefined && !moved)).toBe(true);
});

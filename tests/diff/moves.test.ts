/** Chapters cut in two, made one, moved up by another: what only stands elsewhere is not told as new or lost. */
import fc from 'fast-check';
import { type EditionDiff } from '../../src/diff/index.js';
import { diffMarkdown } from '../../src/diff/markdown.js';
import { diffPage } from '../../src/diff/page.js';
import { diffOf } from './editions.js';
import { runs } from '../seed.js';

const WORDS = 'ant bee cow dog eel fox gnu hen owl pig rat yak'.split(' ');
/** A paragraph of twelve words of its own. */
const paragraph = (name: string): string => `${WORDS.map((word) => `${word}${name}`).join(' ')}.`;
const chapter = (title: string, names: readonly string[]): string =>
  [`# ${title}`, ...names.map(paragraph)].join('\n\n');

const facts = ({ sections }: EditionDiff) => sections.map(({ title, state }) => [title, state]);

const WHOLE = { a: chapter('Dawn', ['a', 'b', 'c', 'd']), b: chapter('Noon', ['e']) };

test('a chapter that was cut in two keeps its name, and its text is neither new nor lost', () => {
  const cut = { x: chapter('Dawn', ['a', 'b']), y: chapter('Later', ['c', 'd']), z: WHOLE.b };
  const diff = diffOf(WHOLE, cut);
  expect(facts(diff)).toEqual([
    ['Dawn', 'changed'],
    ['Later', 'added'],
    ['Noon', 'same'],
  ]);
  expect(diff).toMatchObject({
    words: { added: 1, removed: 0 },
    passages: 0,
    moves: [{ from: 'Dawn', to: 'Later', words: 24 }],
  });
  const notes = diffMarkdown(diff);
  expect(notes).toContain('- **Later**, 25 words, 24 of them moved\n');
  expect(notes).toContain('## Text that moved\n\n- 24 words from **Dawn** to **Later**\n');
  expect(notes).not.toContain('Typography only');
});

test('two chapters that were made one', () => {
  const one = { a: chapter('Dawn', ['a', 'b', 'c', 'd', 'e']) };
  expect(diffOf(WHOLE, one)).toMatchObject({
    words: { added: 0, removed: 1 },
    moves: [{ from: 'Noon', to: 'Dawn', words: 12 }],
  });
});

test('a paragraph that moved within its chapter', () => {
  const diff = diffOf(WHOLE, { ...WHOLE, a: chapter('Dawn', ['d', 'a', 'b', 'c']) });
  expect(diff).toMatchObject({ words: { added: 0, removed: 0 }, moves: [{ from: 'Dawn', to: 'Dawn' }] });
  expect(diffMarkdown(diff)).toContain('- 12 words within **Dawn**');
  const html = diffPage(diff, '');
  expect(html).toContain('<ins class="moved" title="was in: Dawn">antd');
  expect(html).toContain('<del class="moved" title="now in: Dawn">antd');
});

test('a paragraph that was changed on its way is told as that', () => {
  const after = {
    a: chapter('Dawn', ['a', 'b', 'c']),
    b: `${WHOLE.b}\n\n${paragraph('d').replace('foxd', 'wolf')}`,
  };
  expect(diffOf(WHOLE, after)).toMatchObject({ words: { added: 12, removed: 12 }, moves: [] });
});

test('numbered chapters moved up by another are compared each with its own text, edits and all', () => {
  const texts = Array.from({ length: 9 }, (_, n) =>
    ['a', 'b', 'c'].map((part) => paragraph(part + String(n))),
  );
  const book = (chapters: string[][]) =>
    Object.fromEntries(
      chapters.map((parts, n) => [
        `chapter-${String(n + 1)}`,
        [`# Chapter ${String(n + 1)}`, ...parts].join('\n\n'),
      ]),
    );
  const edited = texts.map((parts) => parts.map((text) => text.replace('cowb', 'bull')));
  const diff = diffOf(book(texts), book([...edited.slice(0, 2), [paragraph('new')], ...edited.slice(2)]));
  expect(diff.sections.map(({ state }) => state)).toEqual([
    'changed',
    'changed',
    'added',
    ...Array<string>(7).fill('changed'),
  ]);
  // An edit in each of nine, and the new chapter; the numbers of those that moved up are their names, not their text.
  expect(diff.words).toEqual({ added: 9 + 14, removed: 9 });
  expect(diff.passages).toBe(9);
  const notes = diffMarkdown(diff, { most: 4 });
  expect(notes).toContain('- **Chapter 6** is now **Chapter 7**\n- and 3 more\n');
});

test('the segments of a book are all of both editions, whatever moved', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
  const book = fc
    .array(names, { minLength: 1, maxLength: 4 })
    .map((chapters) =>
      Object.fromEntries(chapters.map((own, n) => [`c${String(n)}`, chapter(`C ${String(n)}`, own)])),
    );
  const lettersOf = (texts: readonly string[]) =>
    [...texts.join('').replaceAll(/[#\s]/g, '')].sort().join('');
  fc.assert(
    fc.property(book, book, (before, after) => {
      const { sections, moves, words } = diffOf(before, after);
      const segments = sections.flatMap((section) => section.segments);
      expect(lettersOf(segments.map((one) => one.before))).toBe(lettersOf(Object.values(before)));
      expect(lettersOf(segments.map((one) => one.after))).toBe(lettersOf(Object.values(after)));
      const count = (texts: Record<string, string>) =>
        Object.values(texts)
          .join(' ')
          .split(/\s+/)
          .filter((word) => /\w/.test(word)).length;
      expect(words.added - words.removed).toBe(count(after) - count(before));
      for (const move of moves) expect(move.words % WORDS.length).toBe(0);
    }),
    runs(30),
  );
});

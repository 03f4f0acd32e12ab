/** The questions of `octavo import --interactive`. */
import { answersTo, questionOf } from '../../src/cli/import/questions.js';
import { planImport } from '../../src/import/index.js';

const TEXT = [
  'It was over before the frost',
  '"You might light it," said Ottoline, who had come up the hill for that.',
  'Down in the square somebody was breaking a plate on purpose.',
  'A/N: the plate is a real one, and I have it still.',
  '"I might," said the potter, and went on not lighting it.',
  'In the end it was the dog that knocked the lamp into the straw.',
  'Nobody could say whose dog it was.',
].join('\n\n');

const sources = [{ path: 'kiln.txt', name: 'kiln.txt', bytes: new TextEncoder().encode(TEXT) }];
const typed = (...words: string[]) => {
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(words[asked.length - 1]);
  };
  return { asked, ask };
};

test('a question shows three lines on either side', async () => {
  const { unsure } = await planImport(sources);
  const [question = ''] = unsure
    .filter(({ decision }) => decision.block.text.startsWith('A/N'))
    .map(questionOf);
  expect(question.split('\n').map((line) => line.slice(0, 12))).toEqual([
    'kiln.txt:7:',
    '  | It was o',
    '  | "You mig',
    '  | Down in ',
    '  > A/N: the',
    '  | "I might',
    '  | In the e',
    '  | Nobody c',
    '  Is this th',
  ]);
});

test('yes takes the line for what it may be, no keeps it without a message', async () => {
  const { unsure } = await planImport(sources);
  const last = unsure.at(-1)?.key ?? '';
  const yes = await answersTo(unsure, typed(...unsure.map(() => 'Yes')).ask);
  expect(yes?.get(last)).toBe('note-before');
  const no = await answersTo(unsure, typed(...unsure.map(() => 'n')).ask);
  const plan = await planImport(sources, { answers: no ?? new Map() });
  expect(plan.unsure).toEqual([]);
  expect(plan.stories[0]?.text).toContain('A/N: the plate');
});

test('the letter of another class takes the line for that', async () => {
  const { unsure } = await planImport(sources);
  const answers = await answersTo(unsure, typed(...unsure.map(() => 'p')).ask);
  const plan = await planImport(sources, { answers: answers ?? new Map() });
  expect(plan.stories[0]?.text).not.toContain('A/N: the plate');
  expect(plan.stories[0]?.story.cut.map((piece) => piece.class)).toContain('furniture');
});

test('another word is no answer, and the question comes again', async () => {
  const { unsure } = await planImport(sources);
  const { asked, ask } = typed('perhaps', '', ...unsure.map(() => 'y'));
  const answers = await answersTo(unsure, ask);
  expect(asked).toHaveLength(unsure.length + 2);
  expect(asked[1]).toBe(asked[0]);
  expect(answers?.size).toBe(unsure.length);
});

test('back asks the one before again, quit gives nothing, the end of the input leaves the rest', async () => {
  const { unsure } = await planImport([
    ...sources,
    { ...(sources[0] as (typeof sources)[0]), path: 'again.txt' },
  ]);
  expect(unsure.length).toBeGreaterThan(1);
  const { asked, ask } = typed('y', 'back', 'n', ...unsure.map(() => 'y'));
  const answers = await answersTo(unsure, ask);
  expect(asked[2]).toBe(asked[0]);
  expect(answers?.get(unsure[0]?.key ?? '')).toBe('story');
  expect(await answersTo(unsure, typed('y', 'q').ask)).toBeUndefined();
  expect((await answersTo(unsure, typed('y').ask))?.size).toBe(1);
});

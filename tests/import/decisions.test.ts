/** Files of decisions: the lines that they name are what they say, everything else as it was read. */
import { readdirSync } from 'node:fs';
import { CLASS_NAMES } from '../../src/import/classify/names.js';
import { answerKey, answersIn, hashOf, nthOnLine } from '../../src/import/settle.js';
import { planImport, type Answers, type Class } from '../../src/import/index.js';
import { isReady } from '../../src/import/ready.js';
import { extract, fixture, FIXTURES, source } from './sources.js';

const TEXT = `The Kiln
by Tyler S

977 32 16

A/N: For Ann, who kept the fire. Thanks to my beta.

The kiln had been cold since the second frost, and the village ate from wooden bowls.

Share this story

Down in the square somebody was breaking a plate on purpose, and then another one.

A Cold Winter

The dog knocked the lamp into the straw, and nobody could say afterwards whose dog it was.
`;

const KILN = source('kiln.txt', TEXT);
const importing = (lines: Record<number, Class>) =>
  planImport([KILN], {
    answers: new Map(Object.entries(lines).map(([line, of]) => [answerKey('kiln.txt', Number(line)), of])),
  });

const file = (lines: unknown, sha256: unknown = hashOf(KILN)) =>
  JSON.stringify({ source: 'kiln.txt', sha256, lines });

test('without lines it is what was read', async () => {
  const [{ text } = { text: '' }] = (await planImport([KILN])).stories;
  expect((await importing({})).stories[0]?.text).toBe(text);
});

test('a line goes out of the story, and another one into it', async () => {
  const { stories, messages } = await importing({ 4: 'story', 12: 'furniture' });
  const [{ text, story } = { text: '', story: undefined }] = stories;
  expect(text).toContain('\n977 32 16\n');
  expect(text).not.toContain('breaking a plate');
  expect(story?.cut.map(({ text: cut, reason }) => `${reason}: ${cut.slice(0, 11)}`)).toContain(
    'answer: Down in the',
  );
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the title that somebody names is the title, and so is the author', async () => {
  const { stories } = await importing({ 14: 'title', 1: 'author' });
  expect(stories[0]?.story.title).toBe('A Cold Winter');
  expect(stories[0]?.story.authors).toContain('The Kiln');
  const two = await importing({ 14: 'title' });
  expect(two.stories[0]?.story.title).toBe('A Cold Winter');
  expect(two.stories[0]?.story.cut.map(({ text }) => text)).toContain('The Kiln');
});

test('a byline that was an author is no fact any more when it is story', async () => {
  const { stories } = await importing({ 2: 'story' });
  expect(stories[0]?.story.authors).toEqual([]);
  expect(stories[0]?.text).toContain('\nby Tyler S\n');
});

test('a heading, a break and a note are written as such', async () => {
  const { stories } = await importing({ 14: 'chapter', 10: 'scene-break', 12: 'note-before' });
  const text = stories[0]?.text ?? '';
  expect(text).toContain('\n# A Cold Winter\n');
  expect(text).toContain('* * *');
  expect(text).toContain(':::note\nDown in the square');
});

test('a label stays out of what it names', async () => {
  const text = 'The Kiln\n\nThe kiln had been cold.\n\nSummary: A fire.\n\nThe village ate from bowls.\n';
  const answers = new Map<string, Class>([['kiln.txt:5', 'summary']]);
  const { stories } = await planImport([source('kiln.txt', text)], { answers });
  expect(stories[0]?.story.front.summary?.map((piece) => piece.text)).toEqual(['A fire.']);
});

test('a file of decisions is read for the text that it names alone', () => {
  const other = source('other.txt', 'Another text.');
  const { value, messages } = answersIn(file([{ line: 3, class: 'note-before' }]), 'd.json', [other, KILN]);
  expect([...(value ?? [])]).toEqual([['kiln.txt:3', 'note-before']]);
  expect(messages).toEqual([]);
  expect(answersIn(file([]), 'd.json', [other]).messages.map(({ id }) => id)).toEqual(['import:other-text']);
});

test.each([
  ['no JSON', 'kiln', 'It is no JSON'],
  ['nothing', 'null', 'no `sha256`'],
  ['no hash', file([], 7), 'no `sha256`'],
  ['no lines', file(undefined), 'no `lines`'],
  ['no number', file([{ line: '3', class: 'story' }]), 'no number'],
  ['a line of nothing', file([null]), 'no number'],
  ['a class of no line', file([{ line: 3, class: 'label' }]), 'Line 3 has no class'],
  ['a word of the language', file([{ line: 3, class: 'constructor' }]), 'Line 3 has no class'],
])('a file with %s is refused', (_, text, reason) => {
  const { value, messages } = answersIn(text, 'd.json', [KILN]);
  expect(value).toBeUndefined();
  expect(messages.map(({ id, hint }) => [id, hint])).toEqual([
    ['import:decisions', expect.stringContaining(reason)],
  ]);
});

test('of blocks on one line of markup, the one that is meant is moved', async () => {
  const html = source(
    'kiln.html',
    '<p>The kiln had been cold.</p><p>Share this story</p><p>Nobody came.</p>',
  );
  const decisions = JSON.stringify({
    sha256: hashOf(html),
    lines: [{ line: 1, nth: 2, class: 'furniture' }],
  });
  const { value: answers } = answersIn(decisions, 'd.json', [html]);
  const { stories } = await planImport([html], { answers: answers ?? new Map() });
  expect(stories[0]?.story.cut.map(({ text }) => text)).toEqual(['Share this story']);
});

test.each<Class>(['dedication', 'summary', 'thanks', 'glossary'])(
  'what calls for a footnote or holds a break goes into the front matter as %s',
  async (of) => {
    const html = source(
      'kiln.html',
      '<p>Cold.<a href="#n" id="r" role="doc-noteref"><sup>1</sup></a> It was.</p>\n<p>So was<br>the rest.</p>\n<p>Nobody came.</p>\n<aside id="n" role="doc-footnote"><p>Since the frost.</p></aside>',
    );
    const answers = new Map<string, Class>([
      ['kiln.html:1', of],
      ['kiln.html:2', of],
    ]);
    const { stories, messages } = await planImport([html], { answers });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const front = stories[0]?.story.front as Partial<Record<Class, { text: string }[]>>;
    expect(front[of]?.map(({ text }) => text)).toEqual(['Cold. It was.', 'So was\nthe rest.']);
  },
);

test('a line that nothing begins on is refused', async () => {
  const { stories, messages } = await importing({ 3: 'story' });
  expect(stories).toEqual([]);
  expect(messages.map(({ id }) => id)).toEqual(['import:no-line']);
});

/** Every so many lines of a fixture, moved to each class in turn. */
const STEP = 3;
const NAMES = readdirSync(FIXTURES)
  .sort()
  .filter((name, index) => index % 8 === 0 || /novel|html|docx/.test(name));

test.each(NAMES)('%s: whatever lines are moved to, no letter is lost', async (name) => {
  for (const [at, of] of fixture(name).entries()) {
    if (isReady(of)) continue;
    const { blocks } = await extract(of);
    const nth = nthOnLine(blocks);
    const answers: Answers = new Map(
      blocks.flatMap(({ line }, index): [string, Class][] => {
        const given = CLASS_NAMES[(index + at + name.length) % CLASS_NAMES.length];
        return index % STEP === 0 && given ? [[answerKey(of.path, line, nth[index]), given.class]] : [];
      }),
    );
    const { messages } = await planImport([of], { answers });
    const wrong = messages.filter(({ id }) => id === 'import:letters' || id === 'import:no-line');
    expect(wrong).toEqual([]);
  }
});

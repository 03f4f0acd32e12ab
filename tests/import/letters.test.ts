/** Whatever a text holds, the build's own parser gives its letters back. */
import fc from 'fast-check';
import { parse } from '../../src/input/parse.js';
import { read } from '../../src/input/read.js';
import { toString } from 'mdast-util-to-string';
import { classify } from '../../src/import/classify/index.js';
import { blocksOf } from '../../src/import/paragraphs.js';
import { draftsOf, planImport } from '../../src/import/index.js';
import { runs } from '../seed.js';

const encode = (text: string) => new TextEncoder().encode(text);
const source = (text: string) => ({ path: 'story.txt', name: 'story.txt', bytes: encode(text) });
const bare = (text: string) => text.replaceAll(/\s/g, '');

/** Pieces that Markdown, Octavo's own marks, notes and sites give a meaning to. */
const PIECES = [
  ...'*_`~#>+-=|<>[](){}!&$:;\\/^"\'.,1aé😀 \t\n',
  '\n\n',
  '---',
  '***',
  '~~~',
  '```',
  ':::',
  '::page[1]',
  ':span[x]{.y}',
  '{.class}',
  '&amp;',
  '&#169;',
  '<b>',
  '<!-- ',
  '<script>',
  '[^1]',
  '[^1]: note',
  '[a]: b',
  '![x](y)',
  'https://example.com/a_b*c',
  'www.example.org',
  'a@example.org',
  '1. ',
  '- [ ] ',
  '    ',
  '| a | b |\n|---|---|',
  'a word',
  'She said, "No."',
  'A/N: ',
  'Title: X',
  'Chapter 1',
  'I.',
  'oOo',
  'The End',
  'Where stories live. Discover now',
  '\u00A0',
  '\u200B',
];
const anyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 })
  .map((parts) => `The sea went out.\n\n${parts.join('')}\n\nIt came back.\n`);

test('a manuscript reads as its source, and what is not in it is in the sidecar', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const plan = await planImport([source(text)]);
      expect(plan.messages.filter(({ id }) => id === 'import:letters')).toEqual([]);
    }),
    runs(25),
  );
});

/** The same pieces in a page, among its own marks. */
const MARKUP = [
  ...[
    '<br>',
    '<em>',
    '</em>',
    '<b>',
    '</b>',
    '<a href="https://example.org/a_b">',
    '</a>',
    '<sup>',
    '</sup>',
  ],
  ...['<p>', '<li>', '<blockquote>', '</blockquote>', '<h2>', '</h2>', '<td>', '&nbsp;'],
];
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const anyPage = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.map(escapeHtml)), fc.constantFrom(...MARKUP)), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => `<html><body><p>The sea went out.</p><p>${parts.join('')}</p></body></html>`);

test('a page keeps every letter, whatever marks stand in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, async (page) => {
      const plan = await planImport([{ ...source(page), path: 'story.html', name: 'story.html' }]);
      expect(plan.messages.filter(({ id }) => id === 'import:letters')).toEqual([]);
    }),
    runs(25),
  );
});

test('plain paragraphs come back character by character', async () => {
  // Without marks of emphasis nothing is read as anything but itself.
  const plain = anyText
    .map((text) => text.replaceAll(/[*_/]/g, '%'))
    .filter((text) => !/A\/?%?N:|Title:|stories live/.test(text));
  await fc.assert(
    fc.asyncProperty(plain, async (text) => {
      const { stories } = await planImport([source(text)]);
      const [story] = stories;
      if (!story || stories.length > 1 || story.story.cut.length > 0) return;
      const raw = {
        name: 's',
        path: 's.md',
        root: '',
        single: true,
        files: [{ path: 's.md', rel: 's.md', bytes: encode(story.text) }],
      };
      const tree = parse(raw, read(raw).value).value?.manuscripts[0]?.tree;
      const breaks = /^(?:[-][\s-]*|[*][\s*]*)$/;
      const wanted = text
        .split('\n')
        .filter((line) => !breaks.test(line.trim()))
        .join('');
      const got = (story.story.title ?? '') + toString(tree);
      expect(bare(got).replaceAll('\u200B', '').replaceAll('#', '')).toBe(
        bare(wanted).replaceAll('\u200B', '').replaceAll('#', ''),
      );
    }),
    runs(15),
  );
});

test('an import of the same file gives the same files', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const [one, other] = await Promise.all([planImport([source(text)]), planImport([source(text)])]);
      expect(draftsOf(one.stories, { into: 'm' })).toEqual(draftsOf(other.stories, { into: 'm' }));
    }),
    runs(10),
  );
});

test.each([
  ['words', 'word '.repeat(100_000)],
  ['stars', '*a '.repeat(60_000)],
  ['lines of stars', '*a\n'.repeat(15_000)],
  ['slashes', '/a '.repeat(60_000)],
  ['underscores', '_'.repeat(60_000)],
  ['brackets', '[('.repeat(6_000)],
  ['labels', 'Title: x\n'.repeat(6_000)],
  ['notes', '(A/N: \n\n'.repeat(6_000)],
  ['numbers', '1\n\n'.repeat(6_000)],
  ['gates', 'Post Comment\n\nprose\n\n'.repeat(4_000)],
  ['furniture', 'Next Chapter\n'.repeat(6_000)],
  ['spaces', `a${' '.repeat(100_000)}b`],
  ['blank lines', `a${'\n'.repeat(100_000)}b`],
])('the time that decisions take grows with the text: %s', (_, text) => {
  const time = (part: string): number => {
    const { user } = process.cpuUsage();
    classify({ format: 'text', facts: {}, blocks: blocksOf(part), pictures: [], messages: [] });
    return process.cpuUsage().user - user;
  };
  time(text.slice(0, text.length / 8));
  const half = time(text.slice(0, text.length / 4));
  // Four times as much takes sixteen times as long where time grows with the square.
  expect(time(text)).toBeLessThan(Math.max(half, 25_000) * 10);
});

/** Notes that refer to each other, in a project of Longform's and in a folder of one's own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutComments } from '../../../src/input/layouts/comments.js';
import { withLineEnds } from '../../../src/input/layouts/line-ends.js';
import { linesOf } from '../../../src/input/layouts/lines.js';
import { vaultOf } from '../../../src/input/layouts/vault.js';
import { isIndexText } from '../../../src/input/vaults.js';
import { FIXTURES, linksOf, make, makeOf, textOf, told, type Made } from './books.js';

const lined = (lines: { text: string }[]): string => lines.map(({ text }) => text).join('\n');
const INDEX = (scenes: string, more = '') =>
  `---\nauthor: A\nlanguage: en\n${more}longform:\n  format: scenes\n  title: The Weir\n  sceneFolder: /\n  scenes:\n${scenes}---\n`;

describe('a novel of Longform’s', () => {
  let novel: Made;
  beforeAll(async () => {
    novel = await make(join(FIXTURES, 'longform-novel'));
  });

  test('has its title from the index note, and tells what it left out', () => {
    expect(novel.stages?.book?.metadata).toMatchObject({
      title: 'The Weir',
      authors: [{ name: 'Bea Holt' }],
    });
    const ids = new Set(novel.messages.map(({ id }) => id));
    for (const id of ['folders:unlisted', 'folders:comment', 'folders:note']) expect(ids).toContain(id);
    const left = novel.messages.find(({ id }) => id === 'folders:unlisted');
    expect(left?.reason).toContain('`scenes/Leftover.md`');
    expect(left?.reason).not.toContain('scratch');
  });

  test('runs the scenes of a chapter on, with a break between, each with notes of its own', () => {
    expect(textOf(novel, 'reed')).toBe('ReedOne reed. * * * Two reeds.2');
    expect(textOf(novel, 'endnotes')).toContain('Or three.');
  });

  test('prints neither comments nor what front matter says to the vault', () => {
    const text = textOf(novel, 'chapter1');
    expect(text).toContain('Ann shut the gate. It was cold, as The Bell tells.');
    for (const gone of ['Which hand', 'All of this', 'own eyes', '^gate']) expect(text).not.toContain(gone);
    expect(text).toContain('[[code]] stays, and so does 100%%.');
  });

  test('leads links to chapters, headings and blocks, and puts pictures and notes in place', () => {
    expect(linksOf(novel, 'chapter1')).toEqual([
      'wait.xhtml#the-bell',
      '../images/lock.png',
      'endnotes.xhtml#note-1',
    ]);
    expect(linksOf(novel, 'wait')).toEqual(['chapter1.xhtml']);
    expect(linksOf(novel, 'endnotes')).toContain('chapter1.xhtml#block-gate');
    expect(textOf(novel, 'chapter1')).toContain('Oh, the Ann tide!');
    expect(textOf(novel, 'chapter1')).not.toContain('First verse');
    expect(JSON.stringify(novel.stages?.documents)).toContain('"width":120');
  });

  test('names a message’s own scene and line', () => {
    expect(told(novel)).toContain('warning image:alt longform-novel/scenes/gate.md:11:1');
  });
});

test('a name may have spaces and apostrophes, which its title has typeset; its number is none of it', async () => {
  const made = await makeOf({
    'Index.md': INDEX("    - Don't Wait\n    - 2 - The Rope\n"),
    "Don't Wait.md":
      "See [[2 - The Rope]], ![[the tide.png]] and [[don't wait#Bell (old)|here]].\n\n## Bell (old)\n\nText.\n",
    '2 - The Rope.md': 'Text.\n',
    'my pictures/the tide.png': readFileSync(join(FIXTURES, 'longform-novel/images/lock.png')),
  });
  expect(made.toc).toEqual(['Don’t Wait → dont-wait', 'The Rope → the-rope']);
  expect(linksOf(made, 'dont-wait')).toEqual(['the-rope.xhtml', '../images/the-tide.png', '#bell-old']);
});

describe('projects that say too little', () => {
  test('a scene without a file is an error at the index note', async () => {
    const made = await makeOf({ 'Index.md': INDEX('    - One\n    - Two\n'), 'One.md': 'Text.\n' });
    expect(made.toc).toEqual(['One → one']);
    expect(told(made)).toContain('error folders:missing book/Index.md:4:1');
  });

  test('notes that embed one another, and notes that are not there, are errors where they are embedded', async () => {
    const made = await makeOf({
      'Index.md': INDEX('    - One\n'),
      'One.md': 'Text.\n\n![[Two]]\n\n![[Gone]]\n\n![[Two#Nothing]]\n\n![[song.mp3]]\n',
      'Two.md': 'Two.\n\n![[One]]\n',
    });
    expect(told(made).filter((line) => line.includes('folders:'))).toEqual([
      'error folders:missing book/One.md:5:1',
      'error folders:missing book/One.md:7:1',
      'warning folders:embed book/One.md:9:1',
      'error folders:cycle book/Two.md:3:1',
    ]);
    expect(textOf(made, 'one')).toBe('OneText. Two.');
  });

  test('a vault of several projects is none; of the drafts of one, the last is built', async () => {
    const several = await makeOf({
      'a/Index.md': INDEX('    - One\n'),
      'a/One.md': 'Text.\n',
      'b/Index.md': INDEX('    - One\n').replace('The Weir', 'The Rope'),
      'b/One.md': 'Text.\n',
    });
    expect(told(several)).toContain('fatal folders:several book');
    const drafts = await makeOf({
      'a/Index.md': INDEX('    - One\n').replace('  sceneFolder', '  draftNumber: 1\n  sceneFolder'),
      'a/One.md': 'Old.\n',
      'b/Index.md': INDEX('    - One\n').replace('  sceneFolder', '  draftNumber: 2\n  sceneFolder'),
      'b/One.md': 'New.\n',
    });
    expect(textOf(drafts, 'one')).toBe('OneNew.');
  });

  test('its keys may stand beside `longform: scenes`', async () => {
    const flat = await makeOf({
      'Index.md':
        '---\nauthor: A\nlanguage: en\ntitle: The Weir\nlongform: scenes\nsceneFolder: scenes\nscenes: [Two, One]\n---\n',
      'scenes/One.md': 'The lamp.\n',
      'scenes/Two.md': 'The moth.\n',
    });
    expect(flat.toc.map((line) => line.replace(/ →.*/, ''))).toEqual(['Two', 'One']);
  });

  test('one note alone is cut at its headings', async () => {
    const made = await makeOf({
      'Essay.md':
        '---\nauthor: A\nlanguage: en\nlongform:\n  format: single\n  title: Essay\n---\n# One\n\nText.\n\n# Two\n\nText.\n',
    });
    expect(made.toc.map((line) => line.replace(/ →.*/, ''))).toEqual(['One', 'Two']);
  });
});

describe('a folder of one’s own', () => {
  const BOOK = '---\ntitle: T\nauthor: A\nlanguage: en\n---\n';

  test('with links between its notes has them lead there', async () => {
    const made = await makeOf({
      'book.md': BOOK,
      '01-one.md': '# One\n\nSee [[02-two#The Bell|two]] and [[Ann]].\n\n![[tide.png|50]]\n',
      '02-two.md': '# Two\n\n## The Bell\n\nIt rang. %%Check.%%\n',
      'pictures/tide.png': readFileSync(join(FIXTURES, 'longform-novel/images/lock.png')),
    });
    expect(linksOf(made, 'one')).toEqual(['two.xhtml#the-bell', '../images/tide.png']);
    expect(textOf(made, 'one')).toBe('OneSee two and Ann.');
    expect(textOf(made, 'two')).toBe('TwoThe Bell It rang.');
  });

  test('whose brackets lead nowhere keeps them as they were typed', async () => {
    const made = await makeOf({ 'book.md': BOOK, '01-one.md': '# One\n\nAs [[1]] says. %%Check.%%\n' });
    expect(textOf(made, 'one')).toContain('As [[1]] says. %%Check.%%');
  });
});

test('comments stand between two marks, in code none do, and a mark alone is text', () => {
  const text = 'a %%b%% c\n%%\n```\n%%\n```\n%%\n`%%` d\n\\%% e %%\nf';
  const { lines, comments } = withoutComments(linesOf(text));
  expect(lined(lines)).toBe('a  c\n`%%` d\n\\%% e %%\nf');
  expect(comments).toHaveLength(2);
});

test.each([
  ['“One,” he said.\n“Two,” she said.', '“One,” he said.\n\n“Two,” she said.'],
  ['Roses are red\nviolets blue', 'Roses are red\\\nviolets blue'],
  ['- one\n- two', '- one\n- two'],
  ['> a\n> b', '> a\n> b'],
  [
    'This is a paragraph that an editor has wrapped at some seventy columns, as\nthey do, and each line ends in the middle of its sentence, which tells it from\nprose.',
    'This is a paragraph that an editor has wrapped at some seventy columns, as\nthey do, and each line ends in the middle of its sentence, which tells it from\nprose.',
  ],
])('lines that end: %j', (text, expected) => {
  expect(lined(withLineEnds(linesOf(text)))).toBe(expected);
});

test('a name means the note beside it first, then one of the book', () => {
  const vault = vaultOf(new Set(['a/Note.md', 'b/note.md', 'c/d/Other.md']), new Set(['b/note.md']));
  expect(vault.note('note', 'a/x.md')).toBe('a/Note.md');
  expect(vault.note('Note', 'x.md')).toBe('b/note.md');
  expect(vault.note('d/other', 'x.md')).toBe('c/d/Other.md');
  expect(vault.note('other/note', 'x.md')).toBeUndefined();
});

test.each([
  ['---\nlongform:\n  format: scenes\n---\n', true],
  ['---\ntags: [a]\nlongform:\n  title: T\n  format: single\n---\n', true],
  ['---\ntitle: T\n---\nlongform:\n  format: scenes\n', false],
  ['---\nlongform: true\n---\n', false],
  ['---\ntitle: T\nlongform: scenes\nscenes: [a]\n---\n', true],
  ['---\nlongform: scenesque\n---\n', false],
])('an index note: %j', (text, expected) => {
  expect(isIndexText(text)).toBe(expected);
});

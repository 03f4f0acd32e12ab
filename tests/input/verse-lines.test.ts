import { parseMarkdown } from '../../src/input/markdown.js';
import { hideVerseLines } from '../../src/input/markup/verse-lines.js';

const read = (text: string) => parseMarkdown(text, { path: 'a.md', line: 1, offset: 0 }).value.children;

const LINES = [
  '- and the rope',
  '* and the star',
  '+ plus',
  '1. is one',
  '10) is ten',
  '# of days',
  '### deep',
];

test.each(LINES)('%j is a line of a poem', (line) => {
  const [poem] = read(`:::verse\n${line}\nand the moth\n\nThe lamp,\n  ${line}\n:::\n`);
  expect(poem).toMatchObject({
    type: 'containerDirective',
    children: [
      { type: 'paragraph', children: [{ value: `${line}\nand the moth` }] },
      { type: 'paragraph', children: [{ value: `The lamp,\n${line}` }], data: { indents: [0, 1] } },
    ],
  });
});

test('beyond the poem, and in one that is never closed, they are what they are elsewhere', () => {
  expect(read(':::verse\nThe lamp\n:::\n\n- rope\n').map(({ type }) => type)).toEqual([
    'containerDirective',
    'list',
  ]);
  expect(read(':::verse\nThe lamp\n\n# Two\n').map(({ type }) => type)).toEqual([
    'containerDirective',
    'heading',
  ]);
});

test('a break between stanzas stays one', () => {
  const [poem] = read(':::verse\nThe lamp\n\n* * *\n\nThe moth\n\n---\n\nThe rope\n:::\n');
  expect(poem && 'children' in poem ? poem.children.map(({ type }) => type) : []).toEqual([
    'paragraph',
    'thematicBreak',
    'paragraph',
    'thematicBreak',
    'paragraph',
  ]);
});

test('a quoted poem and one within another block keep their lines', () => {
  expect(read('> :::verse\n> - rope\n> :::\n')).toMatchObject([
    { type: 'blockquote', children: [{ name: 'verse', children: [{ children: [{ value: '- rope' }] }] }] },
  ]);
  expect(read('::::letter\n:::verse\n- rope\n:::\n\n- list\n::::\n')).toMatchObject([
    { children: [{ name: 'verse', children: [{ type: 'paragraph' }] }, { type: 'list' }] },
  ]);
});

test('no place in the text moves', () => {
  const text = ':::verse\n- a\n1. b\n# c\n:::\n';
  expect(hideVerseLines(text)).toHaveLength(text.length);
});

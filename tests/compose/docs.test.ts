/** The examples of docs/markup.md: each is taken as it is said to be, and every block has one. */
import { readFileSync } from 'node:fs';
import { DIRECTIVES } from '../../src/input/markup/directives.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import type { Message } from '../../src/types.js';
import { book, print, section } from './book.js';

const page = readFileSync('docs/markup.md', 'utf8');
const examples = [...page.matchAll(/^```markdown\n([^]*?)^```$/gm)].map(([, text = '']) => text);

/** What the examples refer to and do not hold: pictures, the glossary's file, and the sources of citations. */
const ELSEWHERE = new Set(['image:missing', 'link:dead']);
const isElsewhere = ({ id, reason }: Message): boolean =>
  ELSEWHERE.has(id) || (id === 'markdown:left-over' && reason.includes('looks like a citation'));

test.each(examples.map((text) => [text.split('\n')[0] ?? '', text] as const))('%s', (_, text) => {
  const origin = { path: 'one.md', line: 1, offset: 0, math: true };
  const { value, messages } = parseMarkdown(text, origin);
  const printed = print(book([{ ...section('one.md', ''), tree: value }]));
  const said = [...messages, ...printed.messages].filter((message) => !isElsewhere(message));
  expect(said).toEqual([]);
  expect(printed.xhtml['text/one.xhtml']).not.toMatch(/:::|\{[.#]|\$\$/);
});

test.each(DIRECTIVES.container)('%s is shown', (name) => {
  expect(examples.some((text) => text.startsWith(`:::${name}`) || text.includes(`\n:::${name}`))).toBe(true);
});

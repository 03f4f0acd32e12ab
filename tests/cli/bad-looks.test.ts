/** Bad input to what a book looks like: each is a message with its place, and the rest of the book is right. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { check } from '../../src/check/index.js';
import { place, type Place } from './octavo.js';

interface Case {
  name: string;
  /** Over the book of one chapter, by path within its folder. */
  files: Record<string, string | Uint8Array>;
  /** What the messages about the book must hold. */
  says: RegExp[];
  /** What the book must not hold. */
  without?: RegExp;
}

const HEAD = '---\ntitle: Bad\nauthor: A\nlanguage: en\n---\n';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const text = (markdown: string) => ({ '01-one.md': markdown });
/** The front matter with one more line, its fifth. */
const about = (line: string) => ({ 'book.md': HEAD.replace('\n---\n', `\n${line}\n---\n`) });
const themed = (files: Record<string, string>) => ({
  ...about('theme: look'),
  ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`look/${name}`, content])),
});
const cover = (bytes: string | Uint8Array) => ({ ...about('cover: c.png'), 'c.png': bytes });

/** A PNG file that says it is `width` pixels wide. */
function pngOf(width: number): Buffer {
  const bytes = Buffer.from(PNG);
  bytes.writeUInt32BE(width, 16);
  return bytes;
}

const CASES: readonly Case[] = [
  {
    name: 'a cover that is no image',
    files: cover('A cover.'),
    says: [/book\.md:5:8: error: .*`c\.png`.*image:not-an-image/],
  },
  {
    name: 'a cover 30,000 pixels wide',
    files: cover(pngOf(30_000)),
    says: [/book\.md:5:8: error: .*20,000 pixels.*image:too-many-pixels/],
  },
  {
    name: 'a cover of 40 MB',
    files: cover(Buffer.concat([PNG, Buffer.alloc(40 * 1024 * 1024)])),
    says: [/book\.md:5:8: error: .*32 MB.*image:too-large/],
  },
  {
    name: 'a font that is none',
    files: themed({
      'theme.css': 'p { margin: 0 }',
      'theme.yaml': 'fonts:\n  - family: Sea\n    file: sea.ttf\n',
      'sea.ttf': 'A font.',
    }),
    says: [/look\/theme\.yaml:2:5: error: .*`sea\.ttf`/],
  },
  {
    name: 'a theme with rules that no book may hold',
    files: themed({ 'theme.css': 'p { width: calc(1px + 2px) }\n@import "x.css";\n' }),
    says: [/look\/theme\.css:1:12: error: .*calc/, /look\/theme\.css:2:1: error: .*@import/],
  },
  {
    name: 'a figure that nobody has described',
    files: { ...text('Text.\n\n![](f.png)'), 'f.png': PNG },
    says: [/01-one\.md:3:1: warning: .*description/],
  },
  {
    name: 'a drawing that runs and loads',
    files: {
      ...text('![A lamp](f.svg)'),
      'f.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script>' +
        '<image href="https://example.com/x.png"/><rect width="9" height="9" onclick="x()"/></svg>',
    },
    says: [/01-one\.md:1:1: warning: .*<script>/, /example\.com/, /onclick/],
    without: /alert|example\.com|onclick/,
  },
  {
    name: 'notes defined twice, never, and for nothing',
    files: text('A[^a] and b[^b].\n\n[^a]: One.\n\n[^a]: Two.\n\n[^c]: Three.'),
    says: [
      /01-one\.md:1:12: warning: .*`\[\^b\]`.*note:undefined/,
      /01-one\.md:5:1: warning: .*`\[\^a\]:`.*note:twice/,
      /01-one\.md:7:1: warning: .*`\[\^c\]:`.*note:unused/,
    ],
    without: /Two\.|Three\./,
  },
  {
    name: 'a page number twice',
    files: text('::page[4]\n\nOne.\n\n::page[4]\n\nTwo.'),
    says: [/01-one\.md:5:1: warning: .*`4`.*page:twice/],
  },
  {
    name: 'a part without chapters',
    files: { '02-west.md': '---\nkind: part\n---\n\n# West' },
    says: [/02-west\.md:5:1: warning: .*`West`.*book:empty-part/],
  },
  {
    name: 'a series without a number',
    files: { ...about('series: Tales') },
    says: [/book\.md:5:9: warning: .*`Tales`.*book:series-number/],
  },
  {
    name: 'an author without a name',
    files: {
      'book.md': HEAD.replace('author: A', 'author: { role: editor }'),
    },
    says: [/book\.md:3:9: error: .*`author`, expected a name/],
  },
  {
    name: 'an ISBN with a wrong digit',
    files: { ...about('identifier: 978-0-306-40615-8') },
    says: [/book\.md:5:13: warning: .*`978-0-306-40615-8`.*book:isbn/],
    without: /urn:isbn/,
  },
  {
    name: 'a language tag that is none',
    files: { 'book.md': HEAD.replace('language: en', 'language: english') },
    says: [/book\.md:4:11: error: .*`english`/],
    without: /english/,
  },
];

const folderOf = ({ name }: Case): string => name.toLowerCase().replaceAll(/\W+/g, '-');

let here: Place;
let ran: ReturnType<Place['run']>;
beforeAll(() => {
  here = place();
  for (const bad of CASES) {
    const files = { 'book.md': HEAD, ...text('Text.'), ...bad.files };
    for (const [file, content] of Object.entries(files))
      here.write({ [`manuscripts/${folderOf(bad)}/${file}`]: content });
  }
  ran = here.run('build');
});
afterAll(() => {
  here.remove();
});

test('the command goes through all of them, and says that some are at fault', () => {
  expect(ran.code).toBe(1);
});

test.each(CASES)('$name', async (bad) => {
  const name = folderOf(bad);
  const said = ran.err.split('\n').filter((line) => line.startsWith(`manuscripts/${name}/`));
  for (const part of bad.says) expect(said.join('\n')).toMatch(part);
  const bytes = readFileSync(here.path('dist', `${name}.epub`));
  const { messages } = await check(bytes, { path: `${name}.epub` });
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  for (const [file, entry] of Object.entries(unzipSync(bytes))) {
    if (bad.without && /\.(?:xhtml|opf|ncx|svg)$/.test(file))
      expect(Buffer.from(entry).toString('utf8')).not.toMatch(bad.without);
  }
});

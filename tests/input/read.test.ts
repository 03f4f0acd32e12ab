import matter from 'gray-matter';
import { read } from '../../src/input/read.js';
import { bookOf, lines } from './parsed.js';

const readOne = (content: string | Uint8Array) => read(bookOf({ 'a.md': content }));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

describe('encoding', () => {
  test('the byte-order mark goes, line ends become LF', () => {
    const { value, messages } = readOne('\uFEFFa\r\nb\rc\n');
    expect(value[0]?.text).toBe('a\nb\nc\n');
    expect(messages).toEqual([]);
  });

  test('the marks of files that were joined go as well', () => {
    expect(readOne('\uFEFF# A\n\uFEFF\uFEFF# B\nc\uFEFFd').value[0]?.text).toBe('# A\n# B\nc\uFEFFd');
  });

  test.each([
    ['at the end of a line', bytes('caf', [0xe9], '\nb'), '1:4', '0xE9'],
    ['after characters of two bytes', bytes('one\ntwo é', [0x93], 'x'), '2:6', '0x93'],
    ['cut off', bytes('ab', [0xc3]), '1:3', '0xC3'],
  ])('a byte that is no UTF-8, %s', (_, content, place, byte) => {
    const { value, messages } = readOne(content);
    expect(value).toEqual([]);
    expect(lines(messages)).toEqual([
      `fatal text:encoding ${place} This file is not encoded as UTF-8: it has the byte \`${byte}\``,
    ]);
    expect(messages[0]?.hint).toContain('iconv -f WINDOWS-1252');
  });

  test.each([
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0]],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x61]],
  ])('%s is recognised', (name, content) => {
    const { messages } = readOne(Uint8Array.from(content));
    expect(lines(messages)).toEqual([
      `fatal text:encoding 1:1 This file is encoded as \`${name}\`, not as UTF-8`,
    ]);
    expect(messages[0]?.hint).toContain('iconv -f UTF-16');
  });

  test('characters that XML forbids are taken out, with their first place', () => {
    const { value, messages } = readOne('one\nt\0w\0o \uFFFE\fthree\t\u0085\n');
    expect(value[0]?.text).toBe('one\ntwo  three\t\u0085\n');
    expect(lines(messages)).toEqual([
      'warning text:forbidden-character 2:2 This file has the character U+0000 (2 times in this file), which no ebook can hold',
      'warning text:forbidden-character 2:7 This file has the character U+FFFE, which no ebook can hold',
      'warning text:forbidden-character 2:8 This file has the character U+000C, which no ebook can hold',
    ]);
  });
});

describe('front matter', () => {
  test('is split from the body', () => {
    const { value } = readOne('---\ntitle: A\n---\n\nText.\n');
    expect(value[0]?.yaml).toEqual({ text: 'title: A', line: 2 });
    expect(value[0]?.body).toEqual({ text: '\nText.\n', line: 4 });
  });

  test.each([
    ['no front matter', 'Text.\n', undefined, 'Text.\n', 1],
    ['empty front matter', '---\n---\nText.\n', '', 'Text.\n', 3],
    ['comments alone', '---\n# later\n---\nText.\n', '# later', 'Text.\n', 4],
    ['its language', '---yaml\ntitle: A\n---\nText.', 'title: A', 'Text.', 4],
    ['spaces after the fences', '--- \ntitle: A\n---  \nText.', 'title: A', '  \nText.', 3],
    ['nothing after it', '---\ntitle: A\n---', 'title: A', '', 3],
    [
      'dashes in the text',
      '---\ntitle: A\n---\nText.\n\n---\n\nMore.',
      'title: A',
      'Text.\n\n---\n\nMore.',
      4,
    ],
    [
      'a scene break first',
      '---\n\nIt rained.\n\n---\n\nMore.',
      undefined,
      '---\n\nIt rained.\n\n---\n\nMore.',
      1,
    ],
    ['a longer rule first', '-----\nText.', undefined, '-----\nText.', 1],
    ['a speech with a dash', '--- No\nText.', undefined, '--- No\nText.', 1],
    ['dots at its end', '---\ntitle: A\n...\nText.', 'title: A', 'Text.', 4],
    ['dots and a later rule', '---\ntitle: A\n...\n\nText.\n\n---\n', 'title: A', '\nText.\n\n---\n', 4],
    ['TOML', '+++\ntitle = "A"\n+++\nText.', 'title = "A"', 'Text.', 4],
    ['TOML by its name', '---toml\ntitle = "A"\n---\nText.', 'title = "A"', 'Text.', 4],
    ['plus signs as a scene break', '+++\n\nIt rained.\n\n+++\n', undefined, '+++\n\nIt rained.\n\n+++\n', 1],
    ['a key of some words', '---\n"Also by" : x\n---\nText.', '"Also by" : x', 'Text.', 4],
  ])('%s', (_, text, yaml, body, line) => {
    const { value, messages } = readOne(text);
    expect(messages).toEqual([]);
    expect(value[0]?.yaml?.text).toBe(yaml);
    expect(value[0]?.body).toEqual({ text: body, line });
    expect(value[0]?.text.endsWith(body)).toBe(true);
  });

  test.each(['js', 'javascript', 'JS', ' js', 'json', 'coffee', 'constructor', 'lisp'])(
    'in `%s` is refused and never run',
    (language) => {
      const text = `---${language}\n{ title: (globalThis.octavoWasRun = true, 'A') }\n---\nText.\n`;
      const { value, messages } = readOne(text);
      expect(value).toEqual([]);
      expect(lines(messages)).toEqual([
        `fatal front-matter:language 1:4 The front matter is \`${language.trim().toLowerCase()}\`, not YAML or TOML`,
      ]);
      expect(globalThis).not.toHaveProperty('octavoWasRun');
    },
  );

  test('the danger is real: gray-matter alone runs it', () => {
    matter("---js\n{ title: (globalThis.grayMatterRan = true, 'A') }\n---\n", {});
    expect(globalThis).toHaveProperty('grayMatterRan', true);
  });

  test('what failed once fails twice: gray-matter keeps nothing', () => {
    const text = '---\ntitle: [\n---\nText.\n';
    expect(() => matter(text)).toThrow();
    expect(matter(text).data).toEqual({});
    for (let time = 0; time < 2; time += 1) {
      expect(readOne(text).value[0]?.yaml?.text).toBe('title: [');
    }
  });

  test.each([
    ['is never closed', '---\ntitle: A\n\nText.\n'],
    ['is closed by a longer line', '---\ntitle: A\n-----\nText.\n'],
    ['is closed by a line with words', '---\ntitle: A\n--- and\nText.\n---\n'],
  ])('that %s', (_, text) => {
    const { messages } = readOne(text);
    expect(lines(messages)).toEqual([
      'fatal front-matter:unclosed 1:1 The front matter does not end: there is no line `---` after its last key',
    ]);
  });

  test('of half a megabyte', () => {
    const { messages } = readOne(`---\ntitle: ${'a'.repeat(512 * 1024)}\n---\nText.\n`);
    expect(lines(messages)[0]).toMatch(/^fatal front-matter:too-long 1:1 /);
  });
});

describe('nothing to read', () => {
  test('an empty file is left out', () => {
    const { value, messages } = read(bookOf({ 'a.md': 'Text.', 'b.md': ' \n\n' }));
    expect(value.map(({ rel }) => rel)).toEqual(['a.md']);
    expect(lines(messages)).toEqual(['warning text:empty - This file is empty']);
    expect(messages[0]?.path).toBe('book/b.md');
  });

  test('a book of empty files is none', () => {
    const { messages } = read(bookOf({ 'a.md': '', 'book.yaml': 'title: A' }));
    expect(messages.map(({ id, fatal }) => [id, fatal ?? false])).toEqual([
      ['text:empty', false],
      ['text:none', true],
    ]);
  });
});

/** Sources that are broken, foreign, locked or made to hurt: one clear fatal message each, and never a throw. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planImport } from '../../src/import/index.js';
import { textOf } from '../../src/import/markup/elements.js';
import { readOffice } from '../../src/import/office.js';
import type { Extract, Source } from '../../src/import/types.js';
import { script } from '../io/script.js';
import { archive, extract, oneFixture, partsOf, source, type Parts } from './sources.js';

const book = (changes: Parts): Source =>
  source('book.epub', archive({ ...partsOf('epub-novel'), ...changes }));
const document = (changes: Parts): Source =>
  source('story.docx', archive({ ...partsOf('docx-novel'), ...changes }));

/** A compound file as Word wrote them, with a stream of this name in its directory. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1000),
    Buffer.from(stream, 'utf16le'),
  ]);

const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;

/** The same archive, its directory telling another size of a file. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const lie = Buffer.from(bytes);
  const at = lie.lastIndexOf(Buffer.from(name)) - 46;
  lie.writeUInt32LE(size, at + 24);
  return lie;
}

const CASES: readonly [what: string, id: string, source: () => Source][] = [
  ['an empty page', 'import:empty', () => source('a.html', page(''))],
  [
    'a page of a script alone',
    'import:empty',
    () => source('a.html', page('<script>write("story")</script>')),
  ],
  [
    'a page that is nested too deep',
    'import:too-large',
    () => source('a.html', page('<div>'.repeat(100_000))),
  ],
  [
    'a page whose unclosed elements multiply',
    'import:too-large',
    () =>
      source(
        'a.html',
        page(
          '<p>' +
            Array.from({ length: 400 }, (_, index) => `<font size=${String(index)}>`).join('') +
            '<p>x'.repeat(10_000),
        ),
      ),
  ],
  [
    'a page with too many attributes',
    'import:too-large',
    () =>
      source(
        'a.html',
        page(`<p ${Array.from({ length: 100_000 }, (_, index) => `a${String(index)}`).join(' ')}>x`),
      ),
  ],
  [
    'a page whose tables have too many cells',
    'import:too-large',
    () => source('a.html', page(`<p>x<table>${'<tr><td>x'.repeat(20_001)}</table>`)),
  ],
  [
    'a page with too many elements',
    'import:too-large',
    () => source('a.html', page(`<p>x${'<b></b>'.repeat(250_000)}`)),
  ],
  ['a page of 51 MiB', 'import:too-large', () => source('a.html', new Uint8Array(51 * 1024 ** 2))],
  ['an empty book', 'import:empty', () => source('a.epub', '')],
  ['a book that is none', 'import:not-an-epub', () => source('a.epub', 'Once upon a time')],
  ['a book that is cut off', 'import:truncated', () => source('a.epub', book({}).bytes.subarray(0, 900))],
  ['a book without a container', 'import:damaged', () => book({ 'META-INF/container.xml': undefined })],
  ['a book whose package is no XML', 'import:damaged', () => book({ 'OEBPS/package.opf': '<package' })],
  [
    'a book with entities that grow',
    'import:damaged',
    () =>
      book({
        'OEBPS/package.opf': '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><package>&b;</package>',
      }),
  ],
  ['a book that a shop locked', 'import:locked', () => book({ 'META-INF/rights.xml': '<rights/>' })],
  [
    'a book whose pages are encrypted',
    'import:locked',
    () => {
      const fonts = new TextDecoder().decode(partsOf('epub-novel')['META-INF/encryption.xml'] as Uint8Array);
      const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
      return book({
        'META-INF/encryption.xml': fonts.replace('http://www.idpf.org/2008/embedding', aes),
      });
    },
  ],
  [
    'a book without text',
    'import:empty',
    () =>
      book(
        Object.fromEntries(
          ['nav', 'cover', 'title', 'ded', 'part1', 'text/c1', 'text/c2', 'text/notes'].map((name) => [
            `OEBPS/${name}.xhtml`,
            '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body/></html>',
          ]),
        ),
      ),
  ],
  ['an old Word document', 'import:format', () => source('a.doc', compound('WordDocument'))],
  ['a Word document with a password', 'import:locked', () => source('a.docx', compound('EncryptedPackage'))],
  ['a docx that is text', 'import:damaged', () => source('a.docx', 'Once upon a time')],
  ['a docx that is cut off', 'import:damaged', () => source('a.docx', document({}).bytes.subarray(0, 2000))],
  ['a docx that is no document', 'import:damaged', () => source('a.docx', archive({ 'x.txt': 'x' }))],
  ['a docx whose text is no XML', 'import:damaged', () => document({ 'word/document.xml': '<w:document' })],
  [
    'a docx whose directory claims too much',
    'import:too-large',
    () => source('a.docx', lying(document({}).bytes, 'word/document.xml', 2 ** 31)),
  ],
  [
    'a docx whose directory claims too little',
    'import:damaged',
    () => source('a.docx', lying(document({}).bytes, 'word/document.xml', 10)),
  ],
  [
    'a docx that unpacks without end',
    'import:too-large',
    () => document({ 'word/document.xml': new Uint8Array(80 * 1024 ** 2) }),
  ],
  [
    'a docx without text',
    'import:empty',
    () =>
      document({
        'word/document.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
      }),
  ],
];

const fatals = ({ messages }: Extract): string[] => messages.flatMap(({ fatal, id }) => (fatal ? [id] : []));

test.each(CASES)('%s', async (_, id, make) => {
  const found = await extract(make());
  expect(fatals(found)).toEqual([id]);
  expect(found.blocks).toEqual([]);
  for (const message of found.messages) {
    expect(message.reason).toMatch(/^(?!Unexpected)[A-Z].+[^.]$/);
    expect(message.hint).toMatch(/\.$/);
  }
});

test.each(['rtf', 'odt'])('%s without LibreOffice says what to install', async (format) => {
  const content =
    format === 'rtf' ? '{\\rtf1 x}' : archive({ mimetype: 'application/vnd.oasis.opendocument.text' });
  const found = await readOffice(source(`a.${format}`, content), { commands: ['no-such-office'] });
  expect(fatals(found)).toEqual(['import:no-libreoffice']);
  expect(found.messages[0]?.hint).toContain('libreoffice.org');
});

test('a LibreOffice that does not end is given up, with what it began', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-office-'));
  const slow = script(folder, 'soffice', 'sleep 120 & sleep 120');
  const found = await readOffice(source('a.rtf', '{\\rtf1 x}'), { commands: [slow], timeout: 300 });
  expect(fatals(found)).toEqual(['import:damaged']);
  expect(found.messages[0]?.reason).toContain('(no end)');
  rmSync(folder, { recursive: true });
});

test('a book with a damaged page is read without it, and says so', async () => {
  const found = await extract(book({ 'OEBPS/text/c2.xhtml': undefined }));
  expect(found.messages.map(({ id, fatal }) => [id, fatal])).toEqual([['import:damaged', undefined]]);
  expect(found.blocks.some(({ text }) => text.startsWith('The gates'))).toBe(true);
});

test('pages beyond what a book may have are left out, and say so', async () => {
  const large = page(`<p>Large.</p>${' '.repeat(13 * 1024 ** 2)}`);
  const found = await extract(book({ 'OEBPS/text/c1.xhtml': large, 'OEBPS/text/c2.xhtml': large }));
  expect(found.messages).toMatchObject([
    { id: 'import:too-large', reason: expect.stringMatching(/^The pages before this one fill/) as string },
  ]);
  expect(found.blocks.filter(({ text }) => text === 'Large.')).toHaveLength(1);
});

test('white space without end is one space', () => {
  const value = `One${' '.repeat(40 * 1024 ** 2)}\ntwo`;
  expect(textOf({ type: 'text', value })).toBe('One two');
});

test('no file outside of a book or a document is read', async () => {
  const outside = await extract(
    book({
      'OEBPS/text/c1.xhtml': page(
        '<p>Before.</p><img src="../../../../etc/passwd"><img src="file:///etc/passwd">',
      ),
    }),
  );
  expect(outside.pictures.map(({ name }) => name)).toEqual(['lock-gate.png']);
  expect(outside.messages.map(({ id }) => id)).toEqual(['import:picture', 'import:picture']);
  const linked = await extract(oneFixture('docx-novel'));
  expect(linked.pictures.map(({ name }) => name)).toEqual(['picture-1.png']);
});

test.each([
  [
    'a line that is too long',
    'a.txt',
    `Before.\n\n${'word '.repeat(220_000)}\n\nAfter.`,
    'import:long-paragraph',
  ],
  [
    'too much emphasis',
    'a.html',
    `<p>Before.</p><p>${'<b>a</b><i>b</i>'.repeat(10_001)}</p><p><i>After.</i></p>`,
    'import:markup',
  ],
  [
    'a table of marks',
    'a.html',
    `<p>Before.</p><table>${'<tr><td>one *</td><td>two</td></tr>'.repeat(9990)}</table><p><i>After.</i></p>`,
    'import:long-paragraph',
  ],
])('%s is taken as text, with a message, and all else as it is', async (_, name, text, id) => {
  const { stories, messages } = await planImport([source(name, text)]);
  expect(messages.filter(({ severity }) => severity !== 'info').map((one) => one.id)).toEqual([id]);
  expect(stories[0]?.text).toMatch(/\*After\.\*\n$|\nAfter\.\n$/);
});

import { getAllMessages } from '@likecoin/epubcheck-ts';
import fc from 'fast-check';
import { check } from '../../src/check/index.js';
import { messageFor } from '../../src/check/finding.js';
import { rowFor } from '../../src/check/words/index.js';
import { chapter, epub, packageWith, zip, type Files } from './epub.js';
import { runs } from '../seed.js';

const PATH = 'dist/ferry.epub';
const CHAPTER = `${PATH}/OEBPS/text/one.xhtml`;
const PACKAGE = `${PATH}/OEBPS/package.opf`;

const checked = async (changes: Files, usage = false) => check(await epub(changes), { path: PATH, usage });

test('a book that is right gives no message', async () => {
  expect(await checked({})).toEqual({ messages: [] });
});

const BITMAP = packageWith(
  '<item id="css"',
  '<item id="map" href="map.bmp" media-type="image/bmp"/><item id="css"',
);

const CASES: [
  what: string,
  changes: Files,
  expected: { id: string; reason: string; path: string; line?: number },
][] = [
  [
    'a missing image',
    chapter('<p><img src="map.png" alt="A map"/></p>'),
    {
      id: 'epubcheck:RSC-007',
      reason: 'The link to `OEBPS/text/map.png` leads to no file of the book',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'an image on the web',
    chapter('<p><img src="https://example.com/map.png" alt="A map"/></p>'),
    {
      id: 'epubcheck:OPF-014',
      reason: 'This page loads a file from the web',
      path: CHAPTER,
    },
  ],
  [
    'a link to a place that is not there',
    chapter('<p><a href="#nowhere">there</a></p>'),
    {
      id: 'epubcheck:RSC-012',
      reason: 'The link to `#nowhere` leads to no place in that page',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'two elements with one id',
    chapter('<p id="ferry">x</p><p id="ferry">y</p>'),
    {
      id: 'epubcheck:RSC-005',
      reason: 'Two elements of this page have the id `ferry`',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'an element that XHTML does not have',
    chapter('<blink>x</blink>'),
    {
      id: 'epubcheck:RSC-005',
      reason: 'The element `blink` may not stand here',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'an element left open',
    chapter('<p>x'),
    {
      id: 'epubcheck:HTM-004',
      reason: 'The page is not well-formed XML (Mismatched closing tag: p line 5 and body)',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'an HTML entity',
    chapter('<p>a&nbsp;b</p>'),
    {
      id: 'epubcheck:RSC-016',
      reason: 'The HTML entity `nbsp` is not known in XHTML',
      path: CHAPTER,
    },
  ],
  [
    'a file on the maker’s computer',
    chapter('<p><a href="file:///home/me/map.png">x</a></p>'),
    {
      id: 'epubcheck:RSC-030',
      reason: 'A link leads to `file:///home/me/map.png` on your own computer',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'an unknown language',
    packageWith('>en</dc:language>', '>e-n_x</dc:language>'),
    {
      id: 'epubcheck:OPF-092',
      reason: 'The language `e-n_x` is not a tag such as `en` or `pt-BR`',
      path: PACKAGE,
    },
  ],
  [
    'a date in words',
    packageWith('<dc:title>', '<dc:date>yesterday</dc:date><dc:title>'),
    {
      id: 'epubcheck:OPF-053',
      reason: 'The date `yesterday` is not written like `2026-03-01`',
      path: PACKAGE,
    },
  ],
  [
    'a book without a title',
    packageWith('<dc:title>The Ferry</dc:title>\n', ''),
    {
      id: 'epubcheck:RSC-005',
      reason: 'The metadata has no `title`',
      path: PACKAGE,
    },
  ],
  [
    'an image in a format that e-readers lack',
    { ...BITMAP, 'OEBPS/map.bmp': 'BM', ...chapter('<p><img src="../map.bmp" alt="A map"/></p>') },
    {
      id: 'epubcheck:RSC-032',
      reason: 'Not every e-reader shows the format of `OEBPS/map.bmp`',
      path: CHAPTER,
      line: 5,
    },
  ],
  [
    'CSS that cannot be parsed',
    { 'OEBPS/styles/book.css': 'p { margin: 0 }\n@@ } {' },
    {
      id: 'epubcheck:CSS-008',
      reason: 'The CSS is not valid (CSS parse error: Parse error: Selector is expected)',
      path: `${PATH}/OEBPS/styles/book.css`,
      line: 2,
    },
  ],
  [
    'an archive without its container file',
    { 'META-INF/container.xml': null },
    {
      id: 'epubcheck:RSC-002',
      reason: 'The archive has no `META-INF/container.xml`',
      path: `${PATH}/META-INF/container.xml`,
    },
  ],
];

test.each(CASES)('%s', async (_, changes, { line, ...expected }) => {
  const { messages } = await checked(changes);
  const found = messages.find(({ reason }) => reason === expected.reason);
  expect(found ?? messages).toMatchObject(line === undefined ? expected : { ...expected, place: { line } });
  expect(found?.hint).toMatch(/[.!?]$/);
});

test('the same finding of the same place is told once', async () => {
  const { messages } = await checked(chapter('<p id="ferry">x</p><p id="ferry">y</p>'));
  expect(messages.map(({ id }) => id)).toEqual(['epubcheck:RSC-005']);
});

test('severities: fatal is an error that stops, usage is told only on request', async () => {
  const { messages } = await checked(chapter('<p>a&nbsp;b</p>'));
  expect(messages).toEqual([expect.objectContaining({ severity: 'error', fatal: true })]);

  const extra = { 'OEBPS/notes.txt': 'Ask Ann about the tide.' };
  expect((await checked(extra)).messages).toEqual([]);
  expect((await checked(extra, true)).messages).toEqual([
    expect.objectContaining({ severity: 'info', id: 'epubcheck:OPF-003' }),
  ]);
});

describe('what is no EPUB gives one message and no exception', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const cases: [what: string, bytes: () => Promise<Uint8Array> | Uint8Array, id: string, reason: string][] = [
    ['nothing', () => new Uint8Array(), 'check:empty', 'This file is empty'],
    ['a text', () => text('It was dawn.'), 'check:not-an-epub', 'This file is something else, not an EPUB'],
    ['a PDF', () => text('%PDF-1.7'), 'check:not-an-epub', 'This file is a PDF document, not an EPUB'],
    [
      'a web page',
      () => text('<!DOCTYPE html>'),
      'check:not-an-epub',
      'This file is a web page, not an EPUB',
    ],
    [
      'a Word document',
      () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }),
      'check:not-an-epub',
      'This file is a Word document, not an EPUB',
    ],
    [
      'half a book',
      async () => (await epub()).slice(0, 900),
      'check:truncated',
      'This EPUB is cut off before its end',
    ],
    [
      'a book without its start',
      async () => (await epub()).slice(900),
      'check:not-an-epub',
      'This file is something else, not an EPUB',
    ],
  ];
  test.each(cases)('%s', async (_, bytes, id, reason) => {
    const { messages } = await check(await bytes(), { path: PATH });
    expect(messages).toEqual([
      expect.objectContaining({ id, reason, severity: 'error', fatal: true, path: PATH }),
    ]);
  });

  test('an archive that unpacks to more than a gibibyte is not unpacked', async () => {
    const bytes = await epub();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 0x7fffffff, true);
    const { messages } = await check(bytes, { path: PATH });
    expect(messages.map(({ id }) => id)).toEqual(['check:too-large']);
  });

  test('every cut of a book', async () => {
    const whole = await epub();
    for (let length = 0; length < whole.length; length += 37) {
      const { messages } = await check(whole.slice(0, length), { path: PATH });
      expect(messages).toEqual([expect.objectContaining({ severity: 'error', fatal: true })]);
    }
  });
});

test('damage anywhere gives messages in whole words, and no exception', async () => {
  const whole = await epub(chapter('<p>a&nbsp;b</p><p><img src="map.png"/></p>'));
  // Half of the damage goes to the archive's directory, at its end.
  const place = fc.oneof(
    fc.nat(whole.length - 1),
    fc.integer({ min: whole.length - 700, max: whole.length - 1 }),
  );
  const change = fc.tuple(place, fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const damaged = whole.slice();
      for (const [at, byte] of changes) damaged[at] = byte;
      const { messages } = await check(damaged, { path: PATH, usage: true });
      for (const message of messages) {
        expect(message.path).toMatch(/^dist\/ferry\.epub/);
        expect(`${message.reason} ${message.hint ?? ''}`).not.toMatch(/\{it\}|\{words\}|undefined| {2}/);
      }
    }),
    runs(40),
  );
});

describe('the table of words', () => {
  /** Dictionaries, school books, read-aloud and scripts: neither Octavo nor most makers of novels use them. */
  const RARE =
    /^(MED-0(0[5689]|1\d)|CHK-.*|SCP-.*|OPF-0(6[346]|7[15-9]|8[0-4]|95)|RSC-02[12]|NAV-009|CSS-030|HTM-051|INF-001)$/;
  /** What EPUBCheck calls an error or a warning. RSC-005 has rows only for particular words. */
  const ids = getAllMessages()
    .filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity))
    .map(({ id }) => id)
    .filter((id) => id !== 'RSC-005');

  test('every error and warning that a novel can give has a row', () => {
    expect(ids.filter((id) => !RARE.test(id) && rowFor(id, '') === undefined)).toEqual([]);
  });

  test('rows are a sentence without a final stop, name what it is about, and say the way out', () => {
    const rows = ids.flatMap((id) => rowFor(id, '') ?? []);
    expect(rows.length).toBeGreaterThan(100);
    for (const { reason, hint, it } of rows) {
      expect(reason).toMatch(/^(?!Unexpected)[A-Z`].*[^. ]$/);
      expect(hint).toMatch(/^[A-Z].*[.!]$/);
      expect(reason.includes('{it}')).toBe(it !== undefined);
    }
  });

  test('a finding without a row is shown in EPUBCheck’s own words, cut short', () => {
    const words = `Error while parsing file: something new; expected ${'"x", '.repeat(99)}`;
    const message = messageFor({ id: 'RSC-005', severity: 'warning', words, file: 'a.xhtml', line: 7 }, PATH);
    expect(message).toMatchObject({
      severity: 'warning',
      id: 'epubcheck:RSC-005',
      reason: 'EPUB does not allow this (something new)',
      path: `${PATH}/a.xhtml`,
      place: { line: 7, column: 1 },
    });
  });
});

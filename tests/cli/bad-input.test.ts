/** Bad input, as a user meets it: each gets a message, and the other book is still built. */
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { check } from '../../src/check/index.js';
import { place, type Place } from './octavo.js';

interface Case {
  files: Record<string, string | Uint8Array>;
  /** What the message must hold. */
  says: RegExp[];
  code: number;
  /** Whether the bad book is written all the same; then it must be valid. */
  written: boolean;
  /** What the book must not hold. */
  without?: RegExp;
  /** Further steps before the build. */
  then?: (here: Place) => void;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Nothing is drawn or cut, where nobody looks: each case is a process of its own. */
const PLAIN = 'cover: false\nfonts: false\n';
const HEAD = `---\ntitle: Bad\nauthor: A\nlanguage: en\n${PLAIN}---\n\n`;
const book = (text: string | Uint8Array) => ({
  'manuscripts/bad/book.md': HEAD,
  'manuscripts/bad/01-one.md': text,
});

const CASES: Record<string, Case> = {
  'invalid YAML': {
    files: book('---\ntitle: [one\nkind: chapter\n---\n\nText.'),
    says: [/manuscripts\/bad\/01-one\.md:\d+:\d+: error/],
    code: 1,
    written: false,
  },
  'front matter that is a program': {
    files: book('---js\n{ title: (globalThis.process.exitCode = 42, "x") }\n---\n\nText.'),
    says: [/01-one\.md:1:\d+: error/],
    code: 1,
    written: false,
  },
  'a missing image': {
    files: book('Text.\n\n![A ferry](images/ferry.png)'),
    says: [/01-one\.md:3:1: error/, /images\/ferry\.png/],
    code: 1,
    written: true,
  },
  'an image that is none': {
    files: { ...book('![A ferry](ferry.png)'), 'manuscripts/bad/ferry.png': 'GIF? No.' },
    says: [/01-one\.md:1:1: error/],
    code: 1,
    written: true,
  },
  'a path out of the folder': {
    files: { ...book('![Secret](../../secret.png)'), 'secret.png': PNG },
    says: [/01-one\.md:1:1: error/],
    code: 1,
    written: true,
  },
  'a link out of the folder': {
    files: { ...book('![Secret](inside.png)'), 'secret.png': PNG },
    then: (here) => {
      symlinkSync(here.path('secret.png'), here.path('manuscripts/bad/inside.png'));
    },
    says: [/01-one\.md:1:1: error/],
    code: 1,
    written: true,
  },
  'a manuscript linked from elsewhere': {
    files: { ...book('Text.'), 'secret.md': 'Secret text.' },
    then: (here) => {
      symlinkSync(here.path('secret.md'), here.path('manuscripts/bad/02-two.md'));
    },
    says: [/02-two\.md/],
    code: 1,
    written: true,
    without: /Secret text/,
  },
  'a dead link between manuscripts': {
    files: book('See [there](02-nowhere.md).'),
    says: [/01-one\.md:1:5: warning/, /02-nowhere\.md/],
    code: 0,
    written: true,
    without: /nowhere\.md/,
  },
  'no UTF-8': {
    files: book(Buffer.from('Caf\u00e9.\n\nna\u00efve', 'latin1')),
    says: [/01-one\.md:1:4: error/, /UTF-8/],
    code: 1,
    written: false,
  },
  'an empty file': {
    files: { ...book('Text.'), 'manuscripts/bad/02-two.md': '' },
    says: [/02-two\.md/],
    code: 0,
    written: true,
  },
  'nothing but an empty file': {
    files: { 'manuscripts/bad.md': '' },
    says: [/manuscripts\/bad\.md/],
    code: 1,
    written: false,
  },
  'front matter without a text': {
    files: { 'manuscripts/bad.md': HEAD },
    says: [/manuscripts\/bad\.md: error: .*has no text/],
    code: 1,
    written: false,
  },
  'a folder with nothing but what the book says of itself': {
    files: { 'manuscripts/bad/book.md': `${HEAD}The blurb.` },
    says: [/manuscripts\/bad: error: .*has no text/, /01-the-ferry\.md/],
    code: 1,
    written: false,
  },
  'two sections with one slug': {
    files: { ...book('One.'), 'manuscripts/bad/02-one.md': 'Two.' },
    says: [/02-one\.md.*warning/],
    code: 0,
    written: true,
  },
  'a line of 20 MB': {
    files: book('Word. '.repeat(3_500_000)),
    says: [/01-one\.md.*error/],
    code: 1,
    written: false,
  },
  'a thousand nested quotations': {
    files: book(`${'>'.repeat(1000)} Deep.`),
    says: [/01-one\.md:1:\d+: error/],
    code: 1,
    written: false,
  },
  'a heading of 10,000 characters': {
    files: book(`# ${'Long '.repeat(2000)}\n\nText.`),
    says: [],
    code: 0,
    written: true,
  },
  'characters that XML forbids': {
    files: book('Te\u0000xt\u000B and\uFFFE more.'),
    says: [/01-one\.md:1:3/],
    code: 0,
    written: true,
    without: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/,
  },
  'scripts, handlers and frames': {
    files: book(
      'One <script>alert(1)</script>\n\n<p onclick="alert(2)">Two</p>\n\n[Three](javascript:alert(3))\n\n<iframe src="https://example.com/"></iframe>',
    ),
    says: [/script/, /onclick/, /javascript:/, /iframe/],
    code: 0,
    written: true,
    without: /alert\([123]\)|iframe|onclick/,
  },
  'an image from the network': {
    files: book('![Far](https://example.com/far.png)'),
    says: [/01-one\.md:1:1: warning/, /example\.com/],
    code: 0,
    written: true,
    without: /example\.com/,
  },
  'a key that is none': {
    files: book('---\ntitel: One\n---\n\nText.'),
    says: [/01-one\.md:2:1: warning/, /Did you mean `title`/],
    code: 0,
    written: true,
  },
  'escapes of what XML forbids, in front matter': {
    files: {
      'manuscripts/bad.md':
        '---\ntitle: "A\\0 B\\x1B[31m"\nauthor: "\\uD800C"\nrights: "© \\uFFFE"\n---\n\nText.',
    },
    says: [/bad\.md:2:8: warning: .*U\+0000/, /bad\.md:3:9: warning: .*U\+D800/],
    code: 0,
    written: true,
    without: /[\0\u001B\uD800\uFFFE]/,
  },
  'a cover that is not there': {
    files: {
      ...book('Text.'),
      'manuscripts/bad/book.md': HEAD.replace('cover: false', 'cover: "b #1.png"'),
    },
    says: [/bad\/book\.md:5:8: error: .*image:missing/],
    code: 1,
    written: true,
  },
  'a cover whose name has what URLs escape': {
    files: {
      ...book('Text.'),
      'manuscripts/bad/book.md': HEAD.replace('cover: false', 'cover: "art/100% #1?.png"'),
      'manuscripts/bad/art/100% #1?.png': PNG,
    },
    says: [],
    code: 0,
    written: true,
  },
  'a kind that is none': {
    files: book('---\nkind: chaptr\n---\n\nText.'),
    says: [/01-one\.md:2:7: error: .*`chaptr`/, /Did you mean `chapter`/],
    code: 1,
    written: true,
  },
  'a theme that is none': {
    files: { 'manuscripts/bad.md': '---\ntitle: Bad\nauthor: A\ntheme: clasic\n---\n\nText.' },
    says: [/bad\.md:4:8: error: .*theme `clasic`/, /`classic`/],
    code: 1,
    written: true,
  },
};

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => {
  here.remove();
});

test.each(Object.entries(CASES))('%s', async (_, { files, says, code, written, without, then }) => {
  here.write({ ...files, 'manuscripts/good.md': HEAD.replace('Bad', 'Good') + 'Good text.' });
  then?.(here);
  const ran = here.run('build', '--verbose');
  for (const part of says) expect(ran.err).toMatch(part);
  expect(ran.code).toBe(code);
  expect(existsSync(here.path('dist/good.epub'))).toBe(true);
  expect(existsSync(here.path('dist/bad.epub'))).toBe(written);
  if (!written) return;
  const bytes = readFileSync(here.path('dist/bad.epub'));
  const { messages } = await check(bytes, { path: 'bad.epub' });
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  if (!without) return;
  for (const [name, entry] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:xhtml|opf|ncx)$/.test(name)) expect(Buffer.from(entry).toString('utf8')).not.toMatch(without);
  }
});

test('a file that may not be read', () => {
  // Root reads everything: there the command runs as nobody.
  here.remove();
  here = place({}, process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {});
  here.write({ ...book('Text.'), 'manuscripts/good.md': 'Good.' });
  chmodSync(here.folder, 0o777);
  chmodSync(here.path('manuscripts/bad/01-one.md'), 0);
  const ran = here.run('build');
  expect(ran.err).toMatch(/01-one\.md: error/);
  expect(ran.code).toBe(1);
  expect(existsSync(here.path('dist/good.epub'))).toBe(true);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { bare, BIN, place, type Place } from './octavo.js';

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => {
  here.remove();
});

const entries = (path: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ]),
  );

describe('octavo build', () => {
  test('the smallest book: one file without front matter', () => {
    here.write({ 'manuscripts/rain.md': '"It\'s raining," she said.' });
    const { code, out, err } = here.run('build');
    expect(code).toBe(0);
    expect(out).toMatch(/^dist\/rain\.epub {2}Rain: 1 section, 4 words, \d+ kB, [\d.]+ s, 2 warnings/);
    expect(err).toContain('title: Rain');
    expect(err).toContain('author: Your Name');
    const book = entries(here.path('dist/rain.epub'));
    expect(Object.keys(book)[0]).toBe('mimetype');
    expect(Object.values(book).join('')).toContain('“It’s raining,” she said.');
  });

  test('page breaks of a printed edition are listed in the navigation', () => {
    here.write({ 'manuscripts/one.md': bare('::page[iv]\n\nText and\n\n::page[1]\n\ntext.') });
    expect(here.run('build', '--check').code).toBe(0);
    const nav = entries(here.path('dist/one.epub'))['OEBPS/toc.xhtml'] ?? '';
    const list = nav.slice(nav.indexOf('epub:type="page-list"'));
    expect([...list.matchAll(/href="([^"]+)">(\w+)</g)].map(([, href, label]) => [href, label])).toEqual([
      ['text/opening.xhtml#page-iv', 'iv'],
      ['text/opening.xhtml#page-1', '1'],
    ]);
  });

  test('names choose books; a name that is none is told, and the others are still built', () => {
    here.write({ 'manuscripts/one.md': bare('One.'), 'manuscripts/two.md': 'Two.' });
    const { code, err } = here.run('build', 'one', 'tow');
    expect(code).toBe(2);
    expect(err).toContain('two');
    expect(readdirSync(here.path('dist'))).toEqual(['one.epub']);
  });

  test('sections are those that the author wrote', () => {
    const files = {
      'book.yaml': 'title: Tide\nauthor: Ann Lee\ndedication: For Ida',
      '1.md': '# One[^1]\n\nText.\n\n[^1]: Note.',
    };
    for (const [name, text] of Object.entries({ ...files, '2-low/1.md': '# Two\n\nText.' }))
      here.write({ [`manuscripts/tide/${name}`]: text });
    // The dedication, two chapters and the part.
    expect(here.run('build').out).toContain('Tide: 4 sections, ');
  });

  test('inside of a book’s folder, the command that builds it is told, and it builds no package’s texts', () => {
    here.write({
      'book.md': '---\ntitle: Tide\nauthor: Ann Lee\ncover: false\n---',
      '01-one.md': '# One\n\nText.',
    });
    here.write({ 'node_modules/other/guide.md': '# Other\n\nText.', 'node_modules/notes.md': 'Text.' });
    expect(here.run('build').err).toContain('`octavo build .` builds it');
    const { code, out } = here.run('build', '.');
    expect(code).toBe(0);
    expect(out).toContain('Tide: 1 section, ');
  });

  test('a path builds a file or a folder anywhere', () => {
    here.write({ 'elsewhere/a story.md': '# A Story\n\nText.', 'elsewhere/book/1.md': 'Text.' });
    expect(here.run('build', 'elsewhere/a story.md', 'elsewhere/book').code).toBe(0);
    expect(readdirSync(here.path('dist')).sort()).toEqual(['a-story.epub', 'book.epub']);
  });

  describe('messages of one kind', () => {
    const links = Array.from({ length: 9 }, (_, index) => `[one](lost-${String(index)}.md)`);
    const files = {
      'manuscripts/tide/book.md': '---\ntitle: Tide\nauthor: Lon Whitcomb\ntitel: Tide\n---\n',
      'manuscripts/tide/1.md': bare(`# One\n\n${links.slice(0, 4).join('\n\n')}`),
      'manuscripts/tide/2.md': bare(`# Two\n\n${links.slice(4).join('\n\n')}`),
    };
    const dead = (err: string) => [...err.matchAll(/^.*\[link:dead\]$/gm)].map(([line]) => line);

    test('three and their number are told, at the first of them', () => {
      here.write(files);
      const { err } = here.run('build');
      expect(dead(err)).toHaveLength(3);
      expect(dead(err)[0]).toContain('1.md:8:1: warning: ');
      expect(err).toContain('There are 9 of this kind in 2 files; `--verbose` shows them all.');
      expect(err).not.toContain('\uFFFD');
      expect(err.match(/Write the path from this file/g)).toHaveLength(1);
      expect(err).toContain('[front-matter:unknown-key]');
    });

    test('--verbose and --json tell all', () => {
      here.write(files);
      const { err } = here.run('build', '--verbose');
      expect(dead(err)).toHaveLength(9);
      expect(err).not.toContain('of this kind');
      const { books } = JSON.parse(here.run('build', '--json').out) as {
        books: { messages: { id: string }[] }[];
      };
      expect(books[0]?.messages.filter(({ id }) => id === 'link:dead')).toHaveLength(9);
    });

    test('a few are all told', () => {
      here.write({ 'manuscripts/one.md': bare(links.slice(0, 5).join('\n\n')) });
      expect(dead(here.run('build').err)).toHaveLength(5);
    });

    test('one that says something else is told beside them', () => {
      const cells = ['<b style="x">a</b>', '<blink>b</blink>'];
      const many = [...Array.from({ length: 8 }, () => cells[0]), cells[1]].join('\n\n');
      here.write({ 'manuscripts/one.md': bare(many) });
      const { err } = here.run('build');
      expect(err.match(/attribute `style`/g)).toHaveLength(3);
      expect(err).toContain('<blink>');
    });
  });

  test('--json says everything, and stdout holds nothing else', () => {
    here.write({ 'manuscripts/one.md': '---\ntitel: One\n---\n\nText.' });
    const { code, out } = here.run('build', '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out) as {
      books: { files: { file: string }[]; messages: { id: string; place?: object }[] }[];
    };
    expect(result.books[0]?.files).toMatchObject([{ format: 'epub', file: 'dist/one.epub' }]);
    expect(result.books[0]?.messages).toContainEqual(
      expect.objectContaining({ id: 'front-matter:unknown-key', place: { line: 2, column: 1 } }),
    );
  });

  test('--strict fails on warnings, --quiet keeps still about them', () => {
    here.write({ 'manuscripts/one.md': bare('Text.') });
    expect(here.run('build', '--strict').code).toBe(1);
    const quiet = here.run('build', '--quiet');
    expect([quiet.code, quiet.out, quiet.err]).toEqual([0, '', '']);
  });

  test('--check validates before the book is written', () => {
    here.write({ 'manuscripts/one.md': '---\ntitle: One\nauthor: A\n---\n\nText.' });
    const { code, err } = here.run('build', '--check');
    expect([code, err]).toEqual([0, '']);
    expect(existsSync(here.path('dist/one.epub'))).toBe(true);
  });

  test.each(['mdast', 'hast', 'package'])('--to %s prints that boundary and writes nothing', (stage) => {
    here.write({ 'manuscripts/one.md': '# One\n\n"Text."' });
    const { code, out } = here.run('build', '--to', stage);
    expect(code).toBe(0);
    expect(JSON.stringify(JSON.parse(out))).toContain('“Text.”');
    expect(existsSync(here.path('dist'))).toBe(false);
  });

  test('--to tells bytes by their number, and messages in their order', () => {
    const png = readFileSync('tests/compose/fixtures/images/img/dot.png');
    here.write({ 'manuscripts/one.md': 'Text.\n\n![](a.png)\n\n[^a]\n', 'manuscripts/a.png': png });
    const { out, err } = here.run('build', '--to', 'package');
    const { assets } = JSON.parse(out) as { assets: { href: string; bytes: string }[] };
    const image = assets.find(({ href }) => href === 'images/a.png');
    expect(image).toMatchObject({ bytes: `${String(png.length)} bytes` });
    const warnings = err.split('\n').filter((line) => line.includes(': warning: '));
    expect(warnings).toEqual([...warnings].sort());
  });

  test('no name and no title steers the terminal', () => {
    here.write({
      'manuscripts/a\u001B[2J.md': '---\ntitle: "One\\u009B2J\\u202Eknil"\nauthr: A\n---\n\nText.',
    });
    const { out, err } = here.run('build');
    expect(err).toContain('manuscripts/a\uFFFD[2J.md:3:1: warning: ');
    expect(out).toContain('One\uFFFD2J\uFFFDknil: ');
    expect(out + err).not.toMatch(/[\u001B\u009B\u202E]/);
  });

  test('the same manuscripts give the same bytes, and an unchanged book is not written again', () => {
    here.write({ 'manuscripts/one.md': bare('Text.') });
    here.run('build', '--out', 'a');
    here.run('build', '--out', 'b');
    expect(Buffer.compare(readFileSync(here.path('a/one.epub')), readFileSync(here.path('b/one.epub')))).toBe(
      0,
    );
    const again = JSON.parse(here.run('build', '--out', 'a', '--json').out) as {
      books: { files: { changed: boolean }[] }[];
    };
    expect(again.books[0]?.files).toMatchObject([{ changed: false }]);
  });

  test('--format writes a file a format; the front matter may ask for them too', () => {
    here.write({
      'manuscripts/one.md': '---\ntitle: One\nauthor: A\nformat: [kepub, epub]\n---\n\n"Stay." He did.',
      'manuscripts/two.md': '---\ntitle: Two\nauthor: A\n---\n\nText.',
    });
    const { code, out, err } = here.run('build', '--check');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^dist\/one\.epub {2}One: .*\ndist\/one\.kepub\.epub: \d+ kB\ndist\/two\.epub {2}Two: /u,
    );
    expect(readdirSync(here.path('dist')).sort()).toEqual(['one.epub', 'one.kepub.epub', 'two.epub']);
    expect(entries(here.path('dist/one.kepub.epub'))['OEBPS/text/opening.xhtml']).toContain(
      '<span class="koboSpan" id="kobo.1.1">“Stay.” </span><span class="koboSpan" id="kobo.1.2">He did.</span>',
    );

    const json = JSON.parse(here.run('build', '--json', '--format', 'kepub').out) as {
      books: { files: object[] }[];
    };
    expect(json.books.map(({ files }) => files)).toMatchObject([
      [{ format: 'kepub', file: 'dist/one.kepub.epub', changed: false }],
      [{ format: 'kepub', file: 'dist/two.kepub.epub', changed: true }],
    ]);
  });

  test('a format that there is not: the command line stops, a book is written as an EPUB', () => {
    here.write({ 'manuscripts/one.md': '---\nformat: pdf\n---\n\nText.' });
    const wrong = here.run('build', '--format', 'epub,mobi');
    expect([wrong.code, existsSync(here.path('dist'))]).toEqual([2, false]);
    expect(wrong.err).toContain('Allowed choices are epub, kepub.');
    expect(here.run('build').err).toMatch(/one\.md:2:\d+: .*`pdf`.*expected `epub`, `kepub` or both/u);
    expect(readdirSync(here.path('dist'))).toEqual(['one.epub']);
  });

  test('two books with one output name: the first is written, the second is told', () => {
    here.write({ 'manuscripts/a/1.md': bare('A.'), 'manuscripts/b.md': '---\nslug: a\n---\n\nB.' });
    const { code, err } = here.run('build');
    expect(code).toBe(1);
    expect(err).toMatch(
      /manuscripts\/b\.md: error: .*build:same-output\]\n {2}`manuscripts\/a` was written there/,
    );
    expect(Object.values(entries(here.path('dist/a.epub'))).join('')).toContain('A.');
  });

  test("an out folder that cannot be written is the environment's fault: exit code 2", () => {
    here.write({ 'manuscripts/one.md': 'Text.', dist: 'a file' });
    const { code, err } = here.run('build');
    expect(code).toBe(2);
    expect(err).toContain('build:cannot-write');
    expect(readFileSync(here.path('dist'), 'utf8')).toBe('a file');
  });

  test('a book that is wrong leaves the others and the old book', () => {
    here.write({
      'manuscripts/bad.md': '---\ntitle: Old\n---\n\nOld.',
      'manuscripts/good.md': bare('Good.'),
    });
    here.run('build');
    const old = readFileSync(here.path('dist/bad.epub'));
    here.write({ 'manuscripts/bad.md': '---\ntitle: [\n---\n\nNew.' });
    const { code, out, err } = here.run('build');
    expect(code).toBe(1);
    expect(err).toMatch(/manuscripts\/bad\.md:\d+:\d+: error: /);
    expect(out).toContain('dist/good.epub');
    expect(Buffer.compare(readFileSync(here.path('dist/bad.epub')), old)).toBe(0);
  });

  test('SOURCE_DATE_EPOCH sets the time; nonsense in it is a usage error', () => {
    here.write({ 'manuscripts/one.md': bare('Text.') });
    const dated = place({ SOURCE_DATE_EPOCH: '1700000000' });
    dated.write({ 'manuscripts/one.md': bare('Text.') });
    dated.run('build');
    expect(Object.values(entries(dated.path('dist/one.epub'))).join('')).toContain('2023-11-14T22:13:20Z');
    dated.remove();
    const wrong = place({ SOURCE_DATE_EPOCH: 'yesterday' });
    expect(wrong.run('build').code).toBe(2);
    wrong.remove();
  });

  test('nothing to build says how to begin', () => {
    mkdirSync(here.path('manuscripts'));
    const { err } = here.run('build');
    expect(err).toContain('octavo new');
  });
});

test('a reader that goes away ends neither the build nor its exit code', async () => {
  here.write({ 'manuscripts/one.md': '---\ntitle: One\nauthor: A\n---\n\nText.' });
  const child = spawn(process.execPath, [BIN, 'build', '--json'], { cwd: here.folder });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  expect([code, err]).toEqual([0, '']);
  expect(existsSync(here.path('dist/one.epub'))).toBe(true);
});

describe('octavo new', () => {
  test('makes a book that builds without a warning, and never touches one that is there', () => {
    const made = here.run('new', 'The Lamp: "Room"');
    expect(made.code).toBe(0);
    expect(made.out.split('\n')).toContain('manuscripts/the-lamp-room/book.md');
    const built = here.run('build', '--strict', '--check');
    expect([built.code, built.err]).toEqual([0, '']);
    expect(here.run('new', 'The Lamp Room').code).toBe(2);
  });

  test('says a command that builds the book, wherever it was put', () => {
    const { err } = here.run('new', 'Tide', '--manuscripts', 'elsewhere');
    const [, command = ''] = /`octavo ([^`]+)`/.exec(err) ?? [];
    expect(here.run(...command.split(' ')).code).toBe(0);
    expect(existsSync(here.path('dist/tide.epub'))).toBe(true);
  });

  test.each([
    ['npx', 'octavo', 'run `npx octavo build '],
    ['npx', 'jest', 'run `octavo build '],
    ['build', 'octavo build', 'run `octavo build '],
  ])('says a command that its user can type: started by %s as %s', (event, script, expected) => {
    const started = place({ npm_lifecycle_event: event, npm_lifecycle_script: script });
    expect(started.run('new', 'Tide').err).toContain(expected);
    started.remove();
  });
});

describe('octavo check', () => {
  test('says of a good book that it is valid, and of another file what it is', () => {
    const one = '---\ntitle: One\nauthor: A\ncover: false\n---\n\nText.';
    here.write({ 'manuscripts/one.md': one, 'not.epub': 'no book' });
    here.run('build');
    const good = here.run('check', '--no-java', 'dist/one.epub');
    expect([good.code, good.out]).toEqual([0, 'dist/one.epub: valid (the built-in validator)\n']);
    const asked = here.run('check', '--no-java', '--kindle', '--apple', 'dist/one.epub');
    expect(asked.code).toBe(0);
    expect(asked.err).toContain('[kindle:no-cover]');
    expect(asked.out).toMatch(/1 warning \(the built-in validator, Kindle, Apple Books\)/);
    expect(here.run('check', '--no-java', 'not.epub').code).toBe(1);
    expect(here.run('check', '--no-java', 'missing.epub').code).toBe(2);
    const json = JSON.parse(here.run('check', '--no-java', '--json', 'not.epub').out) as {
      messages: unknown[];
    }[];
    expect(json[0]?.messages).toHaveLength(1);
  });
});

describe('octavo', () => {
  test('help teaches: every command has examples', () => {
    for (const command of ['build', 'check', 'new']) {
      const { code, out } = here.run(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain('Examples:');
    }
  });

  test('what the system refuses is told in words, with the way out', () => {
    here.write({ 'manuscripts/one.md': bare('Text.'), 'story.txt': 'Rain.' });
    const inTheWay = here.run('import', 'story.txt', '--into', 'story.txt');
    expect(inTheWay.code).toBe(2);
    expect(inTheWay.err).toContain(
      'octavo: A file stands where a folder is needed: `story.txt/story.import.json` (ENOTDIR)\n  Name a folder',
    );
    const missing = here.run('release', '--tag', 'v1', '--since', 'none.epub');
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('octavo: No such file or folder: `none.epub` (ENOENT)\n  Check');
    expect(existsSync(here.path('dist'))).toBe(false);
  });

  test('an unknown flag or command is a usage error', () => {
    expect(here.run('build', '--frist').code).toBe(2);
    expect(here.run('biuld').code).toBe(2);
  });
});

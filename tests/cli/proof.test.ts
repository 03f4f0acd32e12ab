import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { place, type Place } from './octavo.js';

const UNSURE = `"He said 'is own 'ouse' was 'ere -- so," and the others' went.`;

let here: Place;
beforeEach(() => {
  here = place();
  here.write({ 'manuscripts/one.md': `# One\n\n${UNSURE}`, 'manuscripts/two.md': '# Two\n\n"Sure."' });
});
afterEach(() => {
  here.remove();
});

describe('octavo proof', () => {
  test('lists the unsure marks of every book with both readings, and the sums', () => {
    const { code, out, err } = here.run('proof');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^manuscripts\/one\.md:3:\d+: \w+, \d\d %\n {2}.*\[.\].*\n {2}reads . \(.* quote\); or /,
    );
    expect(out).toContain('To settle a mark');
    expect(out).toMatch(/\nOne\n {2}rule +changes +unsure\n/);
    expect(out).toMatch(/\nTwo\n/);
  });

  test('--strict fails where a mark is unsure, and only there', () => {
    expect(here.run('proof', '--strict', 'one').code).toBe(1);
    expect(here.run('proof', '--strict', 'two').code).toBe(0);
    expect(here.run('proof', '--strict', '--rule', 'dashes', 'one').code).toBe(0);
  });

  test('a mark that the author typed is not asked again', () => {
    here.write({
      'manuscripts/one.md': `# One\n\n“He said ’is own ’ouse’ was ’ere -- so,” and the others’ went.`,
    });
    expect(here.run('proof', '--strict', 'one').code).toBe(0);
  });

  test('--all and --rule choose what is listed', () => {
    const { out } = here.run('proof', 'one', '--all', '--rule', 'dashes');
    expect(out).toMatch(/^manuscripts\/one\.md:3:\d+: dashes, \d+ %\n/);
    expect(out).not.toContain('quotes');
    const unknown = here.run('proof', '--rule', 'dash');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('Did you mean `dashes`?');
  });

  test('--json says everything for machines', () => {
    const { books } = JSON.parse(here.run('proof', '--json').out) as {
      books: { name: string; rules: { rule: string; unsure: number }[]; changes: { confidence: number }[] }[];
    };
    expect(books.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(books[0]?.changes.length).toBe(books[0]?.rules.reduce((sum, { unsure }) => sum + unsure, 0));
    expect(books[0]?.changes.every(({ confidence }) => confidence < 0.9)).toBe(true);
    expect(books[1]?.changes).toEqual([]);
  });

  test('--html has the pages in the order of the book', () => {
    for (const name of ['about-the-author', 'chapter-10', 'chapter-2', 'foreword', 'dedication'])
      here.write({ [`manuscripts/tide/${name}.md`]: `"This is ${name}."` });
    expect(here.run('proof', 'tide', '--html', 'proof.html').code).toBe(0);
    const page = readFileSync(here.path('proof.html'), 'utf8');
    const order = [...page.matchAll(/class="path"[^>]*>[^<]*\/([\w-]+)\.md</g)].map(([, name]) => name);
    expect(order).toEqual(['dedication', 'foreword', 'chapter-2', 'chapter-10', 'about-the-author']);
  });

  test('--html writes one page for one book', () => {
    const { code, out } = here.run('proof', 'one', '--html', 'pages/one.html');
    expect([code, out]).toMatchObject([
      0,
      expect.stringMatching(/^pages\/one\.html: \d+ changes, \d+ unsure\n$/),
    ]);
    expect(readFileSync(here.path('pages/one.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(here.run('proof', '--html', 'all.html').code).toBe(2);
    expect(existsSync(here.path('all.html'))).toBe(false);
  });

  test('an unknown book is told', () => {
    const { code, err } = here.run('proof', 'on');
    expect(code).toBe(2);
    expect(err).toContain('files:unknown-book');
  });
});

describe('octavo proof --text', () => {
  const tamper = (file: string) => {
    const files = unzipSync(readFileSync(here.path(file)));
    const name = 'OEBPS/text/two.xhtml';
    files[name] = strToU8(strFromU8(files[name] ?? new Uint8Array()).replace('Sure', 'Pure'));
    writeFileSync(here.path(file), zipSync(files));
  };

  test('finds the manuscripts by the ebook’s name or slug, or takes those that are named', () => {
    here.write({ 'manuscripts/third.md': '---\nslug: other\n---\n\nText.' });
    here.run('build');
    for (const [file, ...names] of [
      ['dist/two.epub'],
      ['dist/other.epub'],
      ['dist/one.epub', 'one'],
    ] as const) {
      const { code, out } = here.run('proof', '--text', file, ...names);
      expect([code, out]).toEqual([
        0,
        expect.stringContaining(`${file}: every letter and digit of manuscripts/`),
      ]);
    }
    expect(here.run('proof', '--text', 'dist/two.epub', 'one').code).toBe(1);
  });

  test('says where the ebook differs', () => {
    here.run('build', 'two');
    tamper('dist/two.epub');
    const { code, out, err } = here.run('proof', '--text', 'dist/two.epub');
    expect([code, out]).toEqual([1, 'dist/two.epub: 1 difference from manuscripts/two.md\n']);
    expect(err).toContain('manuscripts/two.md:3:2: error: ');
    const { messages } = JSON.parse(here.run('proof', '--text', 'dist/two.epub', '--json').out) as {
      messages: { id: string }[];
    };
    expect(messages).toMatchObject([{ id: 'proof:changed' }]);
  });

  test('an ebook without manuscripts, and one that is not there', () => {
    here.run('build', 'two');
    writeFileSync(here.path('lone.epub'), readFileSync(here.path('dist/two.epub')));
    expect(here.run('proof', '--text', 'lone.epub')).toMatchObject({
      code: 2,
      err: expect.stringContaining('octavo proof --text lone.epub BOOK') as string,
    });
    expect(here.run('proof', '--text', 'none.epub').code).toBe(2);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { BIN, place, type Place } from './octavo.js';

let here: Place;
let child: ChildProcess | undefined;
let said = '';

beforeEach(() => {
  here = place();
  said = '';
});
afterEach(async () => {
  if (child?.exitCode === null) {
    child.kill('SIGINT');
    await once(child, 'exit');
  }
  child = undefined;
  here.remove();
});

/** What the command says next that fits. */
async function next(pattern: RegExp): Promise<string> {
  for (let found = pattern.exec(said); ; found = pattern.exec(said)) {
    if (found) {
      said = said.slice(found.index + found[0].length);
      return found[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function start(...argv: string[]): void {
  child = spawn(process.execPath, [BIN, 'build', '--watch', ...argv], {
    cwd: here.folder,
    env: { ...process.env, SOURCE_DATE_EPOCH: '', XDG_CACHE_HOME: here.cache },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString();
    });
}

const BOOK = '---\ntitle: Tide\nauthor: A\ncover: false\nfonts: false\n---\n';
const chapter = (text: string) => `# One\n\n${text}\n`;
const DOT = readFileSync('tests/compose/fixtures/images/img/dot.png');

/** Whether each book is, byte for byte, what a build gives that knows nothing of the ones before. */
function areCold(): boolean {
  here.run('build', '--out', 'cold', '--force', '--quiet');
  const same = readdirSync(here.path('cold')).every((name) =>
    readFileSync(here.path('cold', name)).equals(readFileSync(here.path('dist', name))),
  );
  rmSync(here.path('cold'), { recursive: true });
  return same;
}

test('a change is built, the other books are left alone, and a book that is broken waits for the next change', async () => {
  here.write({
    'manuscripts/tide/book.md': BOOK,
    'manuscripts/tide/1.md': chapter('Text.'),
    'manuscripts/other.md': `${BOOK}\nText.`.replace('Tide', 'Other'),
  });
  start();
  await next(/Watching for changes/);
  // An editor writes another file, and puts it in the place of the first.
  writeFileSync(here.path('manuscripts/tide/.1.md.tmp'), chapter('More words than before.'));
  renameSync(here.path('manuscripts/tide/.1.md.tmp'), here.path('manuscripts/tide/1.md'));
  expect(await next(/.*tide\.epub.*\n/)).toContain('5 words');
  expect(said).not.toContain('other.epub');
  writeFileSync(here.path('manuscripts/tide/book.md'), '---\ntitle: [\n---\n');
  await next(/\[front-matter:/);
  await next(/not written/);
  writeFileSync(here.path('manuscripts/tide/book.md'), BOOK);
  await next(/dist\/tide\.epub.*\n/);
  expect(areCold()).toBe(true);
});

test('folders that come later are watched too, with what was in them before anybody looked', async () => {
  here.write({
    'manuscripts/tide/book.md': `${BOOK.replace('fonts: false', 'theme: sea')}`,
    'manuscripts/tide/1.md': chapter('Text.'),
  });
  start();
  await next(/Watching for changes/);
  here.write({ 'manuscripts/tide/2-part/1.md': chapter('In a new folder.') });
  await next(/3 sections.*\n/);
  here.write({ 'manuscripts/tide/2-part/2.md': chapter('And another.') });
  await next(/4 sections.*\n/);
  here.write({ 'themes/sea/theme.css': 'p { margin: 0 }\n' });
  await next(/tide\.epub.*\n/);
  expect(areCold()).toBe(true);
});

test('after any edits, each book is what a cold build gives', async () => {
  let seed = 7;
  const random = () => (seed = Math.imul(seed, 1_103_515_245) + 12_345) / 2 ** 32 + 0.5;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = () =>
    Array.from({ length: 30 }, () => pick(['"tide"', 'ferry', 'quay—', "it's", '*salt*', 'rope.'])).join(' ');
  const paths = () => readdirSync(here.path('manuscripts/tide')).filter((name) => /^\d/.test(name));
  here.write({
    'manuscripts/tide/book.md': BOOK,
    'manuscripts/tide/01.md': chapter(words()),
    'manuscripts/tide/02.md': chapter(words()),
  });
  let count = 2;
  const file = (name: string) => here.path('manuscripts/tide', name);
  const fresh = () => `${String((count += 1)).padStart(2, '0')}.md`;
  const EDITS = [
    () => {
      writeFileSync(file(pick(paths())), chapter(words()));
    },
    () => {
      writeFileSync(file(fresh()), chapter(`${words()}\n\n![A dot](dot.png)`));
    },
    () => {
      renameSync(file(pick(paths())), file(fresh()));
    },
    () => {
      if (paths().length > 1) rmSync(file(pick(paths())));
      else writeFileSync(file(fresh()), chapter(words()));
    },
    () => {
      writeFileSync(file('book.md'), BOOK.replace('Tide', `Tide ${String((count += 1))}`));
    },
    () => {
      if (existsSync(file('dot.png'))) rmSync(file('dot.png'));
      else writeFileSync(file('dot.png'), DOT);
      writeFileSync(file(fresh()), chapter(words()));
    },
    () => {
      mkdirSync(file(String((count += 1))));
      writeFileSync(file(`${String(count)}/1.md`), chapter(words()));
    },
  ];
  start('--quiet', '--json');
  await next(/"books"[^]*?\n\}\n/);
  for (let edit = 0; edit < 10; edit += 1) {
    pick(EDITS)();
    await next(/"books"[^]*?\n\}\n/);
    // A burst may have been two.
    await new Promise((resolve) => setTimeout(resolve, 300));
    said = '';
    expect(areCold()).toBe(true);
  }
});

test('`--watch` and `--to` do not go together', () => {
  const { code, err } = here.run('build', '--watch', '--to', 'hast');
  expect(code).toBe(2);
  expect(err).toContain('leave out `--watch`');
});

test('a change while a book is built ends that build, and the next one has it', async () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `It rained for ${String(index)} days.`).join(
    '\n\n',
  );
  here.write({ 'manuscripts/tide/book.md': BOOK, 'manuscripts/tide/1.md': chapter('A.') });
  start();
  await next(/Watching/);
  here.write({ 'manuscripts/tide/1.md': chapter(long) });
  await new Promise((resolve) => setTimeout(resolve, 150));
  here.write({ 'manuscripts/tide/1.md': chapter('The last word.') });
  await next(/4 words/);
  expect(said).not.toContain('words');
  expect(areCold()).toBe(true);
});

import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makersFor } from '../../src/cli/build/makers.js';
import { build } from '../../src/index.js';
import type { RawBook } from '../../src/types.js';
import { bare, place, type Place } from './octavo.js';

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => {
  here.remove();
});

const NAMES = ['eight', 'five', 'four', 'one', 'seven', 'six', 'three', 'two'];

/** Small books, one of them with something to say, two of one name, and one that is long. */
const library = (): Record<string, string> => ({
  ...Object.fromEntries(
    NAMES.map((name) => [`manuscripts/${name}.md`, bare(`# ${name}\n\n"Text," he said.`)]),
  ),
  'manuscripts/four.md': bare('# Four\n\n[lost](lost.md)'),
  'manuscripts/six.md': bare('# Six\n\nText.').replace('---\n', '---\nslug: five\n'),
  'manuscripts/one.md': bare(`# One\n\n${'A long book of words.\n\n'.repeat(3000)}`),
});

const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(here.path(folder)).map((name) => [name, readFileSync(here.path(folder, name))]),
  );

test('several books at a time give the same bytes and the same words in the same order', () => {
  here.write(library());
  const run = (out: string, jobs: string) => {
    const { code, out: said, err } = here.run('build', '--out', out, '--jobs', jobs);
    return { code, err, said: said.replaceAll(/ [\d.]+ s,/g, '') };
  };
  const one = run('dist', '1');
  const files = filesIn('dist');
  rmSync(here.path('dist'), { recursive: true });
  expect(run('dist', '3')).toEqual(one);
  expect(one.code).toBe(1);
  expect(one.err).toContain('build:same-output');
  expect(filesIn('dist')).toEqual(files);
});

test('inspected books are inspected in their threads', () => {
  here.write(library());
  const { err, code } = here.run('build', '--check', '--jobs', '2', 'two', 'three');
  expect([code, err.includes('error')]).toEqual([0, false]);
});

test('a number that is none is refused', () => {
  here.write(library());
  for (const wrong of ['0', '-1', 'two', '1.5']) {
    const { code, err } = here.run('build', '--jobs', wrong);
    expect(code).toBe(2);
    expect(err).toContain('such as `4`');
  }
});

test('a book that takes its thread with it is one book’s fault, and the others are made', async () => {
  here.write(library());
  const maker = pathToFileURL(resolve('tests/.lib/maker.js')).href;
  writeFileSync(
    here.path('maker.mjs'),
    `import { parentPort } from 'node:worker_threads';
     await import(${JSON.stringify(maker)});
     parentPort.on('message', ({ raw }) => { if (raw.name === 'three' || raw.name === 'eight') process.exit(9); });`,
  );
  const makers = makersFor(2, false, pathToFileURL(here.path('maker.mjs')));
  const { books } = await build({ cwd: here.folder, makers });
  const faults = books.filter(({ messages }) => messages.some(({ id }) => id === 'octavo:fault'));
  expect(faults.map(({ name }) => name)).toEqual(['eight', 'three']);
  expect(faults[0]?.messages[0]?.reason).toContain('(thread: its thread ended with code 9)');
  expect(readdirSync(join(here.folder, 'dist')).sort()).toEqual(
    ['five.epub', 'four.epub', 'one.epub', 'seven.epub', 'two.epub'].sort(),
  );
});

test('few short books are made where they are, unless somebody asks for threads', async () => {
  const raw = (bytes: number): RawBook => ({
    name: 'a',
    path: 'a.md',
    root: '/',
    single: true,
    files: [{ path: 'a.md', rel: 'a.md', bytes: new Uint8Array(bytes) }],
  });
  const widthOf = async (jobs: number | undefined, books: RawBook[]) => {
    const makers = makersFor(jobs, false)(books);
    await makers?.close();
    return (makers?.ahead ?? 4) / 4;
  };
  const cores = availableParallelism();
  expect(await widthOf(undefined, [raw(10), raw(10)])).toBe(1);
  expect(
    await widthOf(
      undefined,
      Array.from({ length: 20 }, () => raw(10)),
    ),
  ).toBe(Math.min(20, cores));
  expect(await widthOf(undefined, [raw(900_000), raw(900_000)])).toBe(Math.min(2, cores));
  expect(await widthOf(undefined, [raw(9_000_000)])).toBe(1);
  expect(await widthOf(5, [raw(10), raw(10)])).toBe(2);
});

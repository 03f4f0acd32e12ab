/** `octavo new --repo`: the repository is made, and what it says to run is run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { check } from '../../src/check/index.js';
import { place, type Place } from './octavo.js';

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => {
  here.remove();
});

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const text = (path: string) => readFileSync(here.path(path), 'utf8');
const scripts = () => (JSON.parse(text('lamp/package.json')) as { scripts: Record<string, string> }).scripts;

/** The command of a script, in the repository. */
const runIn = (folder: string, script: string) => {
  const [octavo, ...argv] = script.split(' ');
  expect(octavo).toBe('octavo');
  return here.run(...argv, '-m', here.path(folder, 'manuscripts'));
};

test('its scripts build a valid book, without a warning and without an unsure mark', async () => {
  const made = here.run('new', '--repo', 'Lamp');
  expect(made.code).toBe(0);
  expect(made.out.trim().split('\n')).toEqual(
    [
      'lamp/README.md',
      'lamp/.github/workflows/book.yml',
      'lamp/.gitignore',
      'lamp/.vscode/extensions.json',
      'lamp/.vscode/settings.json',
      'lamp/manuscripts/lamp/01-the-lock.md',
      'lamp/manuscripts/lamp/02-the-garden-chair.md',
      'lamp/manuscripts/lamp/book.yaml',
      'lamp/manuscripts/lamp/dedication.md',
      `lamp/octavo-${VERSION}.tgz`,
      'lamp/package.json',
    ].sort(),
  );
  const built = runIn('lamp', `${String(scripts().build)} --strict`);
  expect([built.code, built.err]).toEqual([0, '']);
  const { messages } = await check(readFileSync(here.path('dist/lamp.epub')), { path: 'lamp.epub' });
  expect(messages).toEqual([]);
  const proved = runIn('lamp', `${String(scripts().proof)} --strict`);
  expect(proved.code).toBe(0);
});

test('it is pinned to this very version, which is a file of it', () => {
  here.run('new', '--repo', 'Lamp');
  expect(JSON.parse(text('lamp/package.json'))).toMatchObject({
    private: true,
    devDependencies: { octavo: `file:octavo-${VERSION}.tgz` },
  });
  expect(existsSync(here.path('lamp', `octavo-${VERSION}.tgz`))).toBe(true);
});

test('the editor finds the schema at the path where npm puts it', () => {
  here.run('new', '--repo', 'Lamp');
  const settings = JSON.parse(text('lamp/.vscode/settings.json')) as { 'yaml.schemas': object };
  const [schema = ''] = Object.keys(settings['yaml.schemas']);
  const [, path = ''] = /^\.\/node_modules\/octavo\/(.+)$/.exec(schema) ?? [];
  expect(existsSync(path)).toBe(true);
  expect(text('lamp/manuscripts/lamp/book.yaml')).toContain('node_modules/octavo/docs/front-matter.md');
});

const TITLES = [
  'The "Lamp": Room',
  "Ann's `rm -rf` $(whoami) ${{ secrets.GITHUB_TOKEN }}",
  'Two\nlines\ttoo',
  '# [Not](a-link) *or* <b>bold</b>',
  '__SLUG__ $& $1 \\ %0A',
  '灯台 🕯️',
];

test.each(TITLES)(
  'the title %j comes through whole, and nowhere but into the book and the README',
  (title) => {
    const { code, out } = here.run('new', '--repo', title);
    expect(code).toBe(0);
    const [folder = ''] = out.split('/');
    const told = title.replace(/\s+/g, ' ');
    const book = parse(text(`${folder}/manuscripts/${folder}/book.yaml`)) as { title: string };
    expect(book.title).toBe(told);
    const [heading = ''] = text(`${folder}/README.md`).split('\n');
    expect(heading.replace(/^# /, '').replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(told);
    for (const path of ['.github/workflows/book.yml', 'package.json', '.gitignore']) {
      expect(text(`${folder}/${path}`)).not.toContain(told);
    }
  },
);

test('a title that no file could bear is the title of the ebook', () => {
  here.run('new', '--repo', '灯台 $(x) ${{ y }}');
  const [folder = ''] = readdirSync(here.folder);
  const { code, out } = here.run('build', '--json', '-m', `${folder}/manuscripts`);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ books: [{ title: '灯台 $(x) ${{ y }}' }] });
});

test('what is there is never touched', () => {
  here.write({ 'lamp/mine.md': 'Mine.' });
  const again = here.run('new', '--repo', 'Lamp');
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('`lamp`');
  expect(readdirSync(here.path('lamp'))).toEqual(['mine.md']);
});

test('a place for manuscripts of one’s own is refused', () => {
  const { code, err } = here.run('new', '--repo', 'Lamp', '-m', 'texts');
  expect(code).toBe(2);
  expect(err).toContain('`--manuscripts`');
  expect(existsSync(here.path('lamp'))).toBe(false);
});

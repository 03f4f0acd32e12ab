/** The action with the real command, against a server that behaves as GitHub's releases do. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { fakeGitHub, TOKEN, type FakeGitHub } from '../deliver/release/server.js';
import { commandsIn, runner, type Runner } from './runner.js';

const TITLE = 'The "Lamp" `$(id)` | <b>Room</b> ::error::x 🕯';
const BOOK = `title: '${TITLE}'\nauthor: Ann\nlanguage: en\ndate: 2026-01-01\nfonts: false\ncover: false\n`;
const CHAPTER = '# One\n\n"Rain," she said.\n';

let here: Runner;
let host: FakeGitHub;
beforeEach(async () => {
  here = runner();
  host = await fakeGitHub();
  const bin = pathToFileURL(resolve('tests/.lib/bin.js')).href;
  here.write({
    'node_modules/octavo/package.json': readFileSync('package.json', 'utf8'),
    'node_modules/octavo/lib/bin.js': `await import(${JSON.stringify(bin)});`,
    'manuscripts/lamp/book.yaml': `${BOOK}version: '1.0'\n`,
    'manuscripts/lamp/01-one.md': CHAPTER,
  });
});
afterEach(async () => {
  here.remove();
  await host.close();
});

const attaching = () => ({
  GITHUB_API_URL: host.api,
  GITHUB_REPOSITORY: 'ann/ferry',
  GITHUB_REF_TYPE: 'tag',
  GITHUB_REF_NAME: 'v1.0',
});
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('builds the book in the formats asked for, and tells of each file where it is', async () => {
  const { code, log, outputs, summary } = await here.step({ formats: 'epub, kepub' });
  expect([code, commandsIn(log)]).toEqual([0, []]);
  const files = ['dist/lamp-1.0.epub', 'dist/lamp-1.0.kepub.epub'];
  expect(outputs).toMatchObject({
    files: files.join('\n'),
    version: '1.0',
    checksums: 'dist/SHA256SUMS',
    url: '',
  });
  const checksums = readFileSync(here.path('dist/SHA256SUMS'), 'utf8');
  for (const file of files) {
    const hash = hashOf(readFileSync(here.path(file)));
    expect(checksums).toContain(hash);
    expect(summary).toContain(hash);
  }
  const report = JSON.parse(readFileSync(here.path(String(outputs.report)), 'utf8')) as { books: unknown[] };
  expect(report.books).toHaveLength(1);
  expect(summary).not.toMatch(/<b>|`\$\(id\)`/);
  expect(host.requests).toEqual([]);
});

test('attaches what it built to the release of the tag, and nobody reads the token', async () => {
  const { code, log, outputs, summary } = await here.step({ attach: 'true', token: TOKEN }, attaching());
  expect([code, commandsIn(log)]).toEqual([0, []]);
  const [release] = host.releases;
  expect(release).toMatchObject({ tag: 'v1.0', draft: false });
  expect(release?.assets.map(({ name }) => name).sort()).toEqual([
    'SHA256SUMS',
    'lamp-1.0.epub',
    'lamp-1.0.kepub.epub',
  ]);
  for (const { name, bytes } of release?.assets ?? []) {
    expect(hashOf(bytes)).toBe(hashOf(readFileSync(here.path('dist', name))));
  }
  expect(outputs.url).toContain('/releases/v1.0');
  expect(summary).toContain('Attached to');
  for (const text of [log, summary, ...Object.values(outputs)]) expect(text).not.toContain(TOKEN.slice(4));
  expect(host.violations).toEqual([]);
});

test('leaves a draft where one was asked for', async () => {
  const { code, summary } = await here.step({ attach: 'true', draft: 'true', token: TOKEN }, attaching());
  expect(code).toBe(0);
  expect(host.releases[0]?.draft).toBe(true);
  expect(summary).toContain('Waiting as a draft');
});

test('with `since`, the notes are against what was asked for', async () => {
  await here.step({ attach: 'true', token: TOKEN }, attaching());
  const later = { ...attaching(), GITHUB_REF_NAME: 'v1.1' };
  here.write({ 'manuscripts/lamp/book.yaml': `${BOOK}version: '1.1'\n` });
  const bodyOf = (tag: string) => host.releases.find((one) => one.tag === tag)?.body;
  await here.step({ attach: 'true', draft: 'true', token: TOKEN, since: 'none' }, later);
  expect(bodyOf('v1.1')).toContain('Edition 1.1');
  await here.step({ attach: 'true', token: TOKEN }, later);
  expect(bodyOf('v1.1')).toContain('# What changed in');
});

test('a refused token is an error that says so, and is not told', async () => {
  const wrong = 'ghs_wrongwrongwrongwrongwrong';
  const { code, log } = await here.step({ attach: 'true', token: wrong }, attaching());
  expect(code).toBe(2);
  expect(commandsIn(log).join('\n')).toMatch(/^::error.*token/);
  expect(log).not.toContain(wrong);
});

test('what is wrong in a manuscript is marked in its line, and nothing is attached', async () => {
  here.write({ 'manuscripts/lamp/02-two, a.md': '# Two\n\n![A map](map.png)\n\n[there](nowhere.md)\n' });
  const { code, log, summary } = await here.step({ attach: 'true', token: TOKEN }, attaching());
  expect(code).toBe(1);
  const commands = commandsIn(log);
  expect(commands[0]).toMatch(
    /^::error file=manuscripts\/lamp\/02-two%2C a\.md,line=3,col=1,title=image%3Amissing::/,
  );
  expect(commands[1]).toMatch(/^::warning file=manuscripts\/lamp\/02-two%2C a\.md,line=5,/);
  expect(summary).toContain('map&#46;png');
  expect(summary).toContain('Nothing is released');
  expect(host.releases).toEqual([]);
});

test('without checksums, none are made', async () => {
  const { code, outputs } = await here.step({ formats: 'epub', checksums: 'false' });
  expect([code, outputs.checksums]).toEqual([0, '']);
  expect(existsSync(here.path('dist/SHA256SUMS'))).toBe(false);
});

test('with `strict`, a warning is enough', async () => {
  here.write({ 'manuscripts/lamp/02-two.md': '# Two\n\n[there](nowhere.md)\n' });
  expect((await here.step({ formats: 'epub' })).code).toBe(0);
  expect((await here.step({ formats: 'epub', validate: 'strict' })).code).toBe(1);
});

test('an unknown format and an unknown book are told', async () => {
  const format = await here.step({ formats: 'mobi' });
  expect(format.code).toBe(2);
  expect(commandsIn(format.log).join('\n')).toContain('mobi');
  const book = await here.step({ book: 'ferry', formats: 'epub' });
  expect(book.code).toBe(2);
  expect(commandsIn(book.log).join('\n')).toContain('ferry');
});

test('the configuration of the repository is used, and its plugins are on record', async () => {
  here.write({
    'package.json': '{ "private": true }',
    'octavo.config.mjs':
      'export default { rules: [{ name: "arrows", apply: ({ text }) => [...text.matchAll(/->/g)].map(({ index }) => ({ start: index, end: index + 2, text: "→" })) }] };',
    'manuscripts/lamp/01-one.md': '# One\n\nNorth -> south.\n',
  });
  const { code, log } = await here.step({ formats: 'epub' });
  expect([code, commandsIn(log)]).toEqual([0, []]);
  const zip = await JSZip.loadAsync(readFileSync(here.path('dist/lamp-1.0.epub')));
  const read = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? '';
  expect(await read('OEBPS/text/one.xhtml')).toContain('North → south.');
  expect(await read('OEBPS/content.opf')).toContain('content="rule:arrows"');
});

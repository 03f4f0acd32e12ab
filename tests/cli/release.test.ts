import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fakeGitHub, TOKEN, type FakeGitHub } from '../deliver/release/server.js';
import { BIN, place, type Place } from './octavo.js';

/** Quotes, backticks, a shell’s signs and emoji: a title is data. */
const TITLE = 'The "Ferry" `x` $(rm -rf ~) \u{1F6A2}';
const SET = expect.stringMatching(/^The .*\u{1F6A2}/u) as string;
const FERRY = `---\ntitle: '${TITLE}'\nauthor: Ann Lee\nversion: '1.2'\ncover: false\n---\n\n# Dawn\n\nThe ferry left at dawn.\n`;

let here: Place;
let server: FakeGitHub;
beforeEach(async () => {
  here = place();
  here.write({ 'manuscripts/ferry.md': FERRY });
  server = await fakeGitHub();
});
afterEach(async () => {
  here.remove();
  expect(server.violations).toEqual([]);
  await server.close();
});

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command while the server of this process answers. */
const release = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const hosted = { GITHUB_API_URL: server.api, GITHUB_REPOSITORY: 'ann/ferry', GITHUB_TOKEN: TOKEN };
    const child = spawn(process.execPath, [BIN, 'release', ...args], {
      cwd: here.folder,
      env: { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: '1700000000', ...hosted, ...env },
    });
    const ran: Ran = { code: null, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ran.err += chunk.toString()));
    child.on('close', (code) => {
      resolve({ ...ran, code });
    });
  });

test('names the files by book and version, with checksums, notes and a record', async () => {
  const { code, out } = await release([]);
  expect(code).toBe(0);
  expect(out).toContain('dist/ferry-1.2.epub');
  const read = (name: string) => readFileSync(join(here.folder, 'dist', name));
  const sums = read('SHA256SUMS').toString().trimEnd().split('\n');
  expect(sums.map((line) => line.split('  ')[1])).toEqual(['ferry-1.2.epub', 'ferry-1.2.kepub.epub']);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(sum);
  }
  expect(JSON.parse(read('release.json').toString())).toMatchObject({
    books: [{ title: SET, version: '1.2', files: [{ format: 'epub' }, { format: 'kepub' }] }],
  });
  expect(here.run('verify', 'dist/ferry-1.2.epub').code).toBe(0);
  expect(here.run('verify', 'dist/ferry-1.2.kepub.epub').code).toBe(0);
});

test('the notes tell what changed since the edition before', async () => {
  await release([]);
  here.write({ 'manuscripts/ferry.md': FERRY.replace('at dawn.', 'at noon.').replace('1.2', '1.3') });
  expect((await release(['--since', 'dist'])).code).toBe(0);
  expect(readFileSync(join(here.folder, 'dist/RELEASE_NOTES.md'), 'utf8')).toContain('~~dawn~~ **noon**');
});

test('attaches the files to the release of the tag, and no token is told', async () => {
  const first = await release(['--tag', 'v1.2', '--attach']);
  expect(first.code).toBe(0);
  const [stored] = server.releases;
  expect(stored).toMatchObject({ tag: 'v1.2', name: SET, draft: false });
  expect(stored?.assets.map(({ name }) => name)).toEqual([
    'ferry-1.2.epub',
    'ferry-1.2.kepub.epub',
    'SHA256SUMS',
  ]);
  server.faults.push({ match: /^GET/, status: 403, message: `no right for ${TOKEN}` });
  const refused = await release(['--tag', 'v1.3', '--attach', '--verbose']);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('contents: write');
  for (const text of [first.out, first.err, refused.out, refused.err]) expect(text).not.toContain(TOKEN);
  for (const name of readdirSync(join(here.folder, 'dist'))) {
    expect(readFileSync(join(here.folder, 'dist', name)).includes(TOKEN)).toBe(false);
  }
});

test('a dry run sends nothing', async () => {
  const { code, err } = await release(['--tag', 'v1.2', '--attach', '--dry-run']);
  expect([code, server.requests]).toEqual([0, []]);
  expect(err).toContain('Would attach 3 files to v1.2 of ann/ferry');
});

test.each([
  ['without a token', { GITHUB_TOKEN: '' }, ['--tag', 'v1', '--attach'], /GITHUB_TOKEN/],
  ['without a tag', {}, ['--attach'], /--tag v1\.0/],
  ['without a repository', { GITHUB_REPOSITORY: '' }, ['--tag', 'v1', '--attach'], /git remote add/],
  [
    'at another host',
    { GITHUB_SERVER_URL: 'https://gitlab.com' },
    ['--tag', 'v1', '--attach'],
    /host `gitlab\.com`/,
  ],
])('says at once what is missing: %s', async (_, env, args, words) => {
  const { code, err } = await release(args, env);
  expect(code).toBe(2);
  expect(err).toMatch(words);
  expect(server.requests).toEqual([]);
});

test('a book with errors, or without a version, is not released', async () => {
  here.write({ 'manuscripts/ferry.md': FERRY.replace("version: '1.2'\n", '') });
  const without = await release(['--attach', '--tag', '', '--dry-run']);
  expect(without.code).toBe(2);
  const unversioned = await release([]);
  expect([unversioned.code, unversioned.err]).toEqual([
    1,
    expect.stringContaining('without a version') as string,
  ]);
  here.write({ 'manuscripts/ferry.md': `${FERRY}\n![A boat](gone.jpg)\n` });
  const broken = await release(['--attach', '--tag', 'v1.2']);
  expect(broken.code).toBe(1);
  expect(server.requests).toEqual([]);
});

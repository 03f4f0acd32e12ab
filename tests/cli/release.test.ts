import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fakeGitHub, TOKEN, type FakeGitHub } from '../deliver/release/server.js';
import { measure } from '../../src/text/sniff.js';
import { place, type Place } from './octavo.js';
import { releaseIn } from './releasing.js';

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

const release = (args: readonly string[], env?: NodeJS.ProcessEnv) => releaseIn(here, server, args, env);

test('names the files by book and version, with checksums, notes and a record', async () => {
  const { code, out } = await release([]);
  expect(code).toBe(0);
  expect(out).toContain('dist/ferry-1.2.epub');
  const read = (name: string) => readFileSync(join(here.folder, 'dist', name));
  expect(readdirSync(join(here.folder, 'dist')).sort()).toEqual([
    'RELEASE_NOTES.md',
    'SHA256SUMS',
    'ferry-1.2.epub',
    'ferry-1.2.kepub.epub',
    'release.json',
  ]);
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

test('a dry run reads at most', async () => {
  const { code, err } = await release(['--tag', 'v1.2', '--attach', '--dry-run']);
  expect(code).toBe(0);
  expect(server.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(err).toContain('Would attach 3 files to v1.2 on GitHub (ann/ferry)');
});

test('a dry run needs no token', async () => {
  const { code, err } = await release(['--tag', 'v1.2', '--attach', '--dry-run'], { GITHUB_TOKEN: '' });
  expect(code).toBe(0);
  expect(err).toContain('Would attach 3 files to v1.2 on GitHub (ann/ferry)');
});

test.each([
  ['without a token', { GITHUB_TOKEN: '' }, ['--tag', 'v1', '--attach'], /GITHUB_TOKEN/],
  ['without a tag', {}, ['--attach'], /--tag v1\.0/],
  ['without a repository', { GITHUB_REPOSITORY: '' }, ['--tag', 'v1', '--attach'], /git remote add/],
])('says at once what is missing: %s', async (_, env, args, words) => {
  const { code, err, out } = await release([...args, '--json'], env);
  expect(code).toBe(2);
  expect(err).toMatch(words);
  expect(JSON.parse(out)).toMatchObject({ books: [], messages: [{ severity: 'error' }] });
  expect(server.requests).toEqual([]);
});

test('a book with errors, or without a version, is not released', async () => {
  here.write({ 'manuscripts/ferry.md': FERRY.replace("version: '1.2'\n", '') });
  const without = await release(['--attach', '--tag', '', '--dry-run']);
  expect(without.code).toBe(2);
  const unversioned = await release([]);
  expect([unversioned.code, unversioned.err]).toEqual([
    1,
    expect.stringContaining('has no version') as string,
  ]);
  here.write({ 'manuscripts/ferry.md': `${FERRY}\n![A boat](gone.jpg)\n` });
  const broken = await release(['--attach', '--tag', 'v1.2']);
  expect(broken.code).toBe(1);
  expect(server.requests).toEqual([]);
});

test('what went wrong on the host stands in the record too, and what was there is told', async () => {
  server.faults.push({ match: /^POST/, status: 403, message: 'Resource not accessible by integration' });
  const { code, out } = await release(['--tag', 'v1.2', '--attach', '--json']);
  expect(code).toBe(2);
  const record = readFileSync(join(here.folder, 'dist/release.json'), 'utf8');
  expect(JSON.parse(record)).toEqual(JSON.parse(out));
  expect(JSON.parse(out)).toMatchObject({ messages: [{ id: 'release:right' }] });
});

test('a small picture of the cover is one of the files, and the notes on the host show it', async () => {
  const image = readFileSync('tests/input/layouts/fixtures/honkit-manual/cover.jpg');
  here.write({ 'manuscripts/ferry.md': FERRY.replace('cover: false', 'cover: cover.jpg') });
  here.write({ 'manuscripts/cover.jpg': image });
  const { code, out } = await release(['--tag', 'v1.2', '--attach', '--json']);
  expect(code).toBe(0);
  const { books } = JSON.parse(out) as { books: { cover: Record<string, unknown> }[] };
  const name = 'ferry-1.2.cover.jpg';
  const url = `https://github.com/ann/ferry/releases/download/v1.2/${name}`;
  expect(books[0]?.cover).toMatchObject({ name, path: `dist/${name}`, url });
  expect(readFileSync(join(here.folder, 'dist/SHA256SUMS'), 'utf8')).toContain(name);
  expect(server.releases[0]?.assets.map((asset) => asset.name)).toContain(name);
  expect(server.releases[0]?.body).toContain(`](${url})`);
  expect(readFileSync(join(here.folder, 'dist/RELEASE_NOTES.md'), 'utf8')).not.toContain(url);
});

test('a drawn cover is one of the files at the size that shops ask for', async () => {
  here.write({ 'manuscripts/ferry.md': FERRY.replace('cover: false\n', '') });
  const { code, out } = await release(['--tag', 'v1.2', '--json']);
  expect(code).toBe(0);
  const { books } = JSON.parse(out) as { books: { shopCover: Record<string, unknown> }[] };
  const name = 'ferry-1.2.shop-cover.jpg';
  expect(books[0]?.shopCover).toMatchObject({ name, path: `dist/${name}` });
  const picture = readFileSync(join(here.folder, 'dist', name));
  expect(measure(picture)).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 2560 });
  expect(readFileSync(join(here.folder, 'dist/SHA256SUMS'), 'utf8')).toContain(name);
});

describe('in a clone', () => {
  const git = (...args: string[]): string => {
    const own = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'commit.gpgsign=false'];
    const { stdout, stderr, status } = spawnSync('git', [...own, ...args], { cwd: here.folder });
    expect([status, stderr.toString()]).toEqual([0, expect.any(String)]);
    return stdout.toString().trim();
  };
  beforeEach(() => {
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'One');
    git('tag', 'v1.2');
  });
  const ofRemote = { GITHUB_REPOSITORY: '', GITHUB_API_URL: '' };

  test('the tag that the host makes is of the commit that was built', async () => {
    expect((await release(['--attach'])).code).toBe(0);
    expect(server.tags.get('v1.2')).toBe(git('rev-parse', 'HEAD'));
  });

  test('of several tags, none is taken', async () => {
    git('tag', 'v1.3');
    const { code, err } = await release(['--attach']);
    expect([code, err]).toEqual([2, expect.stringContaining('--tag v1.0') as string]);
  });

  test('another commit than that of the tag is refused', async () => {
    git('commit', '--quiet', '--allow-empty', '-m', 'Two');
    const { code, err } = await release(['--tag', 'v1.2', '--attach']);
    expect([code, err]).toEqual([2, expect.stringContaining('git checkout v1.2') as string]);
    expect(server.requests).toEqual([]);
  });

  test('what is in no commit is told, and released all the same', async () => {
    here.write({ 'manuscripts/two words.md': FERRY });
    const { code, err } = await release(['ferry', '--tag', 'v1.2']);
    expect(code).toBe(0);
    expect(err).toMatch(/warning: .*in no commit: `manuscripts\/two words\.md` \[/);
    expect((await release(['ferry', '--tag', 'v1.2', '--strict'])).code).toBe(1);
  });

  test.each([
    'https://ann:SECRET@codeberg.org/ann/ferry.git',
    'git@gitlab.com:ann/ferry.git',
    'gh:ann/ferry',
  ])('nothing is sent to %s, which nobody called GitHub', async (address) => {
    git('remote', 'add', 'origin', address);
    const { code, out, err } = await release(['--attach', '--json'], ofRemote);
    expect(code).toBe(2);
    expect(err).toMatch(
      /Octavo cannot attach files to releases on `https:\/\/[\w.]+`, only on GitHub[^]*GITHUB_SERVER_URL=/,
    );
    expect(out + err).not.toContain('SECRET');
  });

  test('a token goes over no open line', async () => {
    const { code, err } = await release(['--attach'], { GITHUB_API_URL: 'http://example.org' });
    expect([code, err]).toEqual([2, expect.stringContaining('does not begin with `https:`') as string]);
  });
});

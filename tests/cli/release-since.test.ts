/** The notes of a release against the edition before, which the host has. */
import { readFileSync } from 'node:fs';
import {
  fakeGitHub,
  type FakeGitHub,
  type StoredAsset,
  type StoredRelease,
} from '../deliver/release/server.js';
import { place, type Place } from './octavo.js';
import { releaseIn } from './releasing.js';

const TEXT = 'The ferry left at dawn, and nobody on the quay looked up to see it go.';
const bookOf = (version: string, text = TEXT) =>
  `---\ntitle: The Ferry\nauthor: Ann Lee\nversion: '${version}'\ncover: false\nfonts: false\n---\n\n# Dawn\n\n${text}\n`;

let here: Place;
let server: FakeGitHub;
/** The first edition as it was released; the tests work with copies. */
let first: StoredRelease;
beforeAll(async () => {
  await begin();
  const { code, err } = await attached('v1.0');
  expect([code, err]).toEqual([0, expect.not.stringContaining('warning')]);
  first = server.releases[0] as StoredRelease;
  await end();
});
beforeEach(async () => {
  await begin();
  // With ids that this server does not give.
  const copied = (asset: StoredAsset) => ({ ...asset, id: asset.id + 900, bytes: Buffer.from(asset.bytes) });
  server.releases.push({ ...first, id: 900, assets: first.assets.map(copied) });
  here.write({ 'manuscripts/ferry.md': bookOf('1.1', TEXT.replace('dawn', 'noon')) });
});
const begin = async (): Promise<void> => {
  here = place();
  server = await fakeGitHub();
  here.write({ 'manuscripts/ferry.md': bookOf('1.0') });
};
const end = async (): Promise<void> => {
  here.remove();
  expect(server.violations).toEqual([]);
  await server.close();
};
afterEach(end);

const release = (...args: string[]) => releaseIn(here, server, args);
const attached = (tag: string, ...more: string[]) => release('--attach', '--tag', tag, ...more);
const notes = () => readFileSync(here.path('dist/RELEASE_NOTES.md'), 'utf8');
const bodyOf = (tag: string) => server.releases.find((one) => one.tag === tag)?.body;
const CHANGE = '~~dawn~~ **noon**';

test('are written without a word from the author', async () => {
  expect((await attached('v1.1')).code).toBe(0);
  expect(notes()).toContain(CHANGE);
  expect(bodyOf('v1.1')).toContain(CHANGE);
});

test('are against the release before, not against drafts, trials and later ones', async () => {
  await attached('v1.1');
  here.write({ 'manuscripts/ferry.md': bookOf('1.2', TEXT.replace('dawn', 'dusk')) });
  await attached('v1.2', '--draft');
  here.write({ 'manuscripts/ferry.md': bookOf('1.3', TEXT.replace('dawn', 'night')) });
  await attached('v1.3');
  expect(bodyOf('v1.3')).toContain('~~noon~~ **night**');
  here.write({ 'manuscripts/ferry.md': bookOf('1.1', TEXT.replace('dawn', 'noon')) });
  expect((await attached('v1.1')).code).toBe(0);
  expect(notes()).toContain(CHANGE);
});

test('ask the network only where that is said', async () => {
  server.requests.length = 0;
  expect((await release()).code).toBe(0);
  expect(server.requests).toEqual([]);
  expect(notes()).not.toContain(CHANGE);
  const open = await releaseIn(here, server, ['--since', 'latest'], { GITHUB_TOKEN: '' });
  expect([open.code, notes()]).toEqual([0, expect.stringContaining(CHANGE)]);
  const nowhere = await releaseIn(here, server, ['--since', 'latest'], { GITHUB_REPOSITORY: '' });
  expect([nowhere.code, nowhere.err]).toEqual([
    0,
    expect.stringContaining('no repository with a remote') as string,
  ]);
  expect((await attached('v1.1', '--since', 'none')).code).toBe(0);
  expect(notes()).not.toContain(CHANGE);
});

test.each<[string, () => void, RegExp | undefined]>([
  ['nothing was released before', () => void (server.releases.length = 0), undefined],
  [
    'the release has other files',
    () => server.releases.forEach(({ assets }) => assets.splice(0, 9)),
    undefined,
  ],
  [
    'the file is not what its checksums say',
    () =>
      server.releases[0]?.assets.forEach(
        (asset) => asset.name.endsWith('.epub') && asset.bytes.fill(1, 50, 60),
      ),
    /`ferry-1\.0\.epub` in the release `v1\.0` was changed/,
  ],
  [
    'the file is no book',
    () => {
      server.releases[0]?.assets.splice(2, 1);
      for (const asset of server.releases[0]?.assets ?? []) asset.bytes = Buffer.from('garbage');
    },
    /ferry-1\.0\.epub: warning: Could not read the edition before/,
  ],
  [
    'the file is gone',
    () => void server.faults.push({ match: /^GET .*releases\/assets\/\d+$/, status: 404, times: 1 }),
    /no such repository or release/,
  ],
])('are written without it where %s, and the release goes on', async (_, meet, words) => {
  meet();
  const { code, err } = await attached('v1.1');
  expect([code, bodyOf('v1.1')]).toEqual([0, expect.stringContaining('Edition 1.1')]);
  const warnings = err.split('\n').filter((line) => line.includes('warning:'));
  expect(warnings).toHaveLength(words ? 1 : 0);
  if (words) expect(warnings[0]).toMatch(words);
});

test.each([
  ['the author', { author: 'Ann Leigh' }],
  ['the title', { title: 'The Old Ferry' }],
])('are against the edition before though %s changed', (_, changed) => {
  expect(here.run('build', '--out', 'old').code).toBe(0);
  let text = bookOf('1.2', TEXT);
  for (const [key, value] of Object.entries(changed))
    text = text.replace(new RegExp(`^${key}: .*`, 'm'), `${key}: ${value}`);
  here.write({ 'manuscripts/ferry.md': text });
  const { code } = here.run('release', '--tag', 'v1.2', '--since', 'old');
  expect(code).toBe(0);
  expect(notes()).toContain('~~noon~~ **dawn**');
});

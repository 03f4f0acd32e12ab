/** Runs that end anywhere, run at the same time, or meet what a person did: nothing is doubled, lost or overwritten. */
import { attachTo, expectDone, file, FILES, TEXT, type Run } from './attaching.js';
import { fakeGitHub, HEAD_OF_MAIN, type FakeGitHub, type StoredRelease } from './server.js';

let server: FakeGitHub;
beforeEach(async () => {
  server = await fakeGitHub();
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  await server.close();
});

const run = (options?: Run) => attachTo(server, options);
const COMMIT = 'c'.repeat(40);
const stored = (more: Partial<StoredRelease>): StoredRelease => ({
  id: 7000,
  tag: 'v1.0',
  name: '',
  body: '',
  draft: true,
  immutable: false,
  assets: [],
  ...more,
});

test('ended at any request, before or after its work was done, the next run finishes', async () => {
  await run();
  const requests = server.requests.length;
  expect(requests).toBeGreaterThan(10);
  for (let skip = 0; skip < requests; skip += 1) {
    for (const cut of ['before', 'after'] as const) {
      server.releases.length = 0;
      server.tags.clear();
      server.faults.push({ match: /./, skip, cut });
      await expect(run({ patience: { tries: 1 } })).rejects.toThrow();
      server.faults.length = 0;
      await run();
      expectDone(server);
    }
  }
});

test('several runs at once, and one after them: one release, each file once, no draft beside it', async () => {
  for (let round = 0; round < 8; round += 1) {
    server.releases.length = 0;
    server.tags.clear();
    server.delays = [round % 4, 0, (round * 7) % 5, 2];
    await Promise.allSettled([run(), run(), run()]);
    await run();
    expectDone(server);
  }
});

test('the words of a person stay, those of an earlier run do not', async () => {
  server.releases.push(stored({ name: 'Out at last', body: 'I wrote this *myself*.', prerelease: true }));
  await run();
  expect(server.releases).toMatchObject([
    { name: 'Out at last', body: 'I wrote this *myself*.', prerelease: true, draft: false },
  ]);
  server.releases.length = 0;
  await run({ draft: true });
  await run({ text: { ...TEXT, notes: 'Newer notes.' } });
  expect(server.releases[0]?.body).toMatch(/^Newer notes\.\n/);
});

test('notes of a published release follow files that were replaced', async () => {
  await run();
  const files = [file('ferry-1.0.epub', 'other bytes')];
  await run({ files, replace: true, text: { ...TEXT, notes: 'New hashes.' } });
  expect(server.releases).toMatchObject([
    { draft: false, body: expect.stringMatching(/^New hashes/) as string },
  ]);
});

test('a draft of a person beside the published release is left alone', async () => {
  await run();
  server.releases.push(stored({ body: 'For later.' }));
  await run();
  expect(server.releases).toHaveLength(2);
});

test('the tag is made at the commit that the books were built of', async () => {
  await run({ commit: COMMIT });
  expect(server.tags.get('v1.0')).toBe(COMMIT);
});

test('another commit than that of the tag is refused before anything is written', async () => {
  server.tags.set('v1.0', HEAD_OF_MAIN);
  await expect(run({ commit: COMMIT })).rejects.toMatchObject({ id: 'release:other-commit' });
  expect(server.requests.every((request) => request.startsWith('GET '))).toBe(true);
  await run({ commit: HEAD_OF_MAIN });
  expectDone(server);
});

test.each([
  ['never answers', { match: /^GET .*releases$/, hang: true }, 'release:host'],
  ['answers in part', { match: /^GET .*releases$/, cut: 'within' as const }, 'release:host'],
  ['is another program', { match: /^GET/, page: '<html>Sign in</html>' }, 'release:answer'],
])('a server that %s is told, and the next run finishes', async (_, fault, id) => {
  server.faults.push(fault);
  const refused = run({ patience: { tries: 2, answer: 0.2 } });
  await expect(refused).rejects.toMatchObject({ id });
  server.faults.length = 0;
  await run();
  expectDone(server);
});

test('more releases than are looked through do not hide the published one', async () => {
  await run();
  const older = (_: unknown, id: number) =>
    stored({ id: 10_000 + id, tag: `v0.${String(id)}`, draft: false });
  server.releases.unshift(...Array.from({ length: 1100 }, older));
  expect(await run()).toMatchObject({ kept: FILES.map(({ name }) => name) });
  expect(server.releases.filter(({ tag }) => tag === 'v1.0')).toHaveLength(1);
});

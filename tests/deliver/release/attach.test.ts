import { HostError } from '../../../src/deliver/release/host.js';
import { attachTo, expectDone as expectDoneOn, file, FILES, type Run } from './attaching.js';
import { fakeGitHub, TOKEN, type FakeGitHub, type Fault } from './server.js';

let server: FakeGitHub;
beforeEach(async () => {
  server = await fakeGitHub();
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  await server.close();
});

const run = (options?: Run) => attachTo(server, options);
const expectDone = (): void => {
  expectDoneOn(server);
};

test('drafts, uploads, verifies, publishes, in this order', async () => {
  const steps: string[] = [];
  const attached = await run({ progress: (step) => steps.push(step) });
  expectDone();
  expect(steps).toEqual(['draft v1.0', ...FILES.map(({ name }) => `upload ${name}`), 'verify', 'publish']);
  expect(attached).toMatchObject({
    isDraft: false,
    uploaded: FILES.map(({ name }) => name),
    replaced: [],
    kept: [],
  });
});

test('a second run changes nothing', async () => {
  await run();
  server.requests.length = 0;
  expect(await run()).toMatchObject({ uploaded: [], kept: FILES.map(({ name }) => name) });
  expect(server.requests.every((request) => request.startsWith('GET '))).toBe(true);
});

test('stays a draft where that is asked, and is published by the next run', async () => {
  expect(await run({ draft: true })).toMatchObject({ isDraft: true });
  expect(server.releases[0]?.draft).toBe(true);
  await run();
  expectDone();
});

test('a server that tells no hashes is proved by download', async () => {
  server.withoutDigests = true;
  await run();
  expectDone();
  expect(server.requests).toContain('GET /repos/ann/ferry/releases/assets/2');
});

test('finds a draft behind a hundred other releases', async () => {
  for (let id = 1000; id < 1130; id++) {
    server.releases.push({
      id,
      tag: `v0.${String(id)}`,
      name: '',
      body: '',
      draft: false,
      immutable: false,
      assets: [],
    });
  }
  server.releases.push({
    id: 5000,
    tag: 'v1.0',
    name: '',
    body: '',
    draft: true,
    immutable: false,
    assets: [],
  });
  await run();
  expect(server.releases.filter(({ tag }) => tag === 'v1.0')).toMatchObject([{ id: 5000, draft: false }]);
});

/** Faults that pass: the same command, or patience, gets over them. */
test.each<[string, ...Fault[]]>([
  ['a fault of the server while it looks', { match: /^GET .*releases$/, status: 502, times: 2 }],
  ['a fault while it drafts', { match: /^POST .*releases$/, status: 500, times: 1 }],
  ['a draft that was made unheard', { match: /^POST .*releases$/, cut: 'after', times: 1 }],
  ['a fault in an upload', { match: /^POST .*assets$/, status: 503, times: 2 }],
  ['a connection cut in mid-upload', { match: /^POST .*assets$/, cut: 'before', times: 1 }],
  ['an upload that arrived unheard', { match: /^POST .*assets$/, cut: 'after', times: 1 }],
  [
    'a deletion that was done unheard',
    { match: /^POST .*assets$/, cut: 'before', times: 1 },
    { match: /^DELETE/, cut: 'after', times: 1 },
  ],
  ['"not so fast"', { match: /^POST .*assets$/, status: 429, headers: { 'retry-after': '1' }, times: 1 }],
  [
    'a secondary rate limit',
    {
      match: /^PATCH/,
      status: 403,
      headers: { 'retry-after': '1' },
      message: 'You have exceeded a secondary rate limit',
      times: 1,
    },
  ],
  ['a fault while it publishes', { match: /^PATCH/, status: 500, times: 3 }],
])('gets over %s', async (_, ...faults) => {
  server.faults.push(...faults);
  await run();
  expect(server.faults).toEqual([]);
  expectDone();
});

/** Faults that stay: one error with the way out, and the next run finishes. */
test.each<[string, Fault, string]>([
  ['a server that is down', { match: /^GET .*releases$/, status: 503 }, 'release:host'],
  [
    'a long rate limit',
    {
      match: /^POST .*assets$/,
      status: 403,
      headers: { 'retry-after': '3600' },
      message: 'API rate limit exceeded',
    },
    'release:rate',
  ],
  [
    'a token without the right',
    { match: /^POST .*releases$/, status: 403, message: 'Resource not accessible by integration' },
    'release:right',
  ],
  [
    'a repository that it may not see',
    { match: /^POST .*releases$/, status: 404, message: 'Not Found' },
    'release:missing',
  ],
  ['an upload that never comes through', { match: /^POST .*assets$/, cut: 'before' }, 'release:host'],
  [
    'a tag that is refused',
    { match: /^POST .*releases$/, status: 422, message: 'Validation Failed' },
    'release:refused',
  ],
  [
    'an immutable release',
    { match: /^PATCH/, status: 422, message: 'Cannot change an immutable release' },
    'release:immutable',
  ],
  ['bytes that changed on the way', { match: /^POST .*assets$/, corrupt: true }, 'release:hash'],
])('says what to do about %s; run again, it finishes', async (_, fault, id) => {
  server.faults.push(fault);
  const refused = await run().catch((cause: unknown) => cause);
  expect(refused).toBeInstanceOf(HostError);
  expect(refused).toMatchObject({ id, hint: expect.stringMatching(/\w/) as string });
  expect(server.releases.every(({ draft }) => draft)).toBe(true);
  server.faults.length = 0;
  await run();
  expectDone();
});

test('a wrong token is told, and never repeated', async () => {
  const token = 'ghp_wrongwrongwrongwrong';
  const refused = (await run({ token }).catch((cause: unknown) => cause)) as HostError;
  expect(refused.id).toBe('release:token');
  for (const text of [refused.message, refused.hint, refused.stack ?? '', JSON.stringify(refused)]) {
    expect(text).not.toContain(token);
  }
  expect(refused.cause).toBeUndefined();
});

test('an end of what is allowed is told with its time', async () => {
  server.faults.push({
    match: /^GET/,
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700000000' },
    message: 'API rate limit exceeded for user ID 1.',
  });
  await expect(run()).rejects.toMatchObject({
    id: 'release:rate',
    hint: expect.stringMatching(/It opens at 22:13 UTC\.$/) as string,
  });
});

test('an answer that repeats the token is not repeated', async () => {
  server.faults.push({ match: /^GET/, status: 404, message: `no rights for ${TOKEN}` });
  const refused = (await run().catch((cause: unknown) => cause)) as HostError;
  expect(refused.message).not.toContain(TOKEN);
});

test('a published release is added to, and its files are replaced only where that is said', async () => {
  await run();
  const more = [...FILES, file('ferry-1.0.azw3', 'for Kindle')];
  expect(await run({ files: more })).toMatchObject({ uploaded: ['ferry-1.0.azw3'], replaced: [] });
  const other = [file('ferry-1.0.epub', 'another book')];
  await expect(run({ files: other })).rejects.toMatchObject({ id: 'release:published' });
  expect(await run({ files: other, replace: true })).toMatchObject({ replaced: ['ferry-1.0.epub'] });
  const [release] = server.releases;
  expect(release?.assets.filter(({ name }) => name === 'ferry-1.0.epub')).toHaveLength(1);
});

test('an immutable release is not touched', async () => {
  await run();
  for (const release of server.releases) release.immutable = true;
  server.requests.length = 0;
  expect(await run()).toMatchObject({ uploaded: [] });
  await expect(run({ files: [file('more.epub', 'x')], replace: true })).rejects.toMatchObject({
    id: 'release:immutable',
  });
  expect(server.requests.every((request) => request.startsWith('GET '))).toBe(true);
});

test.each([
  ['another host', 'https://uploads.example.org'],
  ['another port', 'http://127.0.0.1:9'],
  ['another scheme', 'ftp://127.0.0.1'],
  ['a name that begins alike', 'http://127.0.0.1.example.org'],
  ['a name and password', 'http://a:b@127.0.0.1'],
  ['no address', 'nowhere'],
])('an address for uploads of %s gets neither the token nor a file', async (_, uploads) => {
  server.uploads = uploads;
  await expect(run()).rejects.toMatchObject({ id: 'release:foreign-upload' });
  expect(server.releases.flatMap(({ assets }) => assets)).toEqual([]);
  expect(server.releases.every(({ draft }) => draft)).toBe(true);
});

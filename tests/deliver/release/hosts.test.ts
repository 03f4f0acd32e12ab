import { hostOf } from '../../../src/deliver/release/hosts.js';
import { parseRemote } from '../../../src/deliver/release/repository.js';

const GITHUB = 'https://github.com';

test.each([
  ['https://github.com/ann/ferry.git', GITHUB, 'ann', 'ferry'],
  ['https://x-access-token:secret@github.com/ann/ferry', GITHUB, 'ann', 'ferry'],
  ['git@github.com:ann/ferry.git', GITHUB, 'ann', 'ferry'],
  ['ssh://git@ssh.github.com:443/ann/ferry.git', GITHUB, 'ann', 'ferry'],
  ['https://www.GitHub.com/ann/ferry/', GITHUB, 'ann', 'ferry'],
  ['ssh://git@git.example.org:2222/ann/ferry.git', 'https://git.example.org', 'ann', 'ferry'],
  ['https://git.example.org:8443/ann/ferry.git', 'https://git.example.org:8443', 'ann', 'ferry'],
  ['https://github.com/ann/ferry.book.git', GITHUB, 'ann', 'ferry.book'],
])('remote %s', (address, server, owner, repo) => {
  expect(parseRemote(address)).toEqual({ server, owner, repo });
});

test.each(['', '/srv/git/ferry.git', 'file:///srv/ferry', 'https://github.com/ann'])(
  'no remote: %s',
  (address) => {
    expect(parseRemote(address)).toBeUndefined();
  },
);

const TOKENS = { GITHUB_TOKEN: 'own', GH_TOKEN: 'gh', GH_ENTERPRISE_TOKEN: 'enterprise' };

test.each<[string, Record<string, string>, { api: string; token?: string } | undefined]>([
  [GITHUB, TOKENS, { api: 'https://api.github.com', token: 'own' }],
  [GITHUB, { GH_TOKEN: 'gh' }, { api: 'https://api.github.com', token: 'gh' }],
  [GITHUB, {}, { api: 'https://api.github.com' }],
  // A workflow on an Enterprise server says where that is, and nothing of github.com.
  [
    GITHUB,
    { GITHUB_SERVER_URL: 'https://git.example.org', GITHUB_API_URL: 'https://git.example.org/api/v3' },
    { api: 'https://api.github.com' },
  ],
  ['https://ann.ghe.com', TOKENS, { api: 'https://api.ann.ghe.com', token: 'own' }],
  [
    'https://git.example.org',
    { ...TOKENS, GITHUB_SERVER_URL: 'https://git.example.org/' },
    { api: 'https://git.example.org/api/v3', token: 'own' },
  ],
  [
    'https://git.example.org',
    { GH_TOKEN: 'gh', GH_ENTERPRISE_TOKEN: 'ent', GITHUB_SERVER_URL: 'https://git.example.org' },
    { api: 'https://git.example.org/api/v3', token: 'ent' },
  ],
  // Nobody said that these are GitHub's: no token goes there.
  ['https://git.example.org', TOKENS, undefined],
  ['https://gitlab.com', TOKENS, undefined],
  ['https://codeberg.org', TOKENS, undefined],
  ['https://github.com.example.org', TOKENS, undefined],
  ['https://github.com-work', TOKENS, undefined],
  ['http://github.com', TOKENS, undefined],
])('the API of %s with %j', (server, env, expected) => {
  const found = hostOf({ server, owner: 'ann', repo: 'ferry' }, env);
  const { host, ...rest } = found ?? {};
  expect(found && rest).toEqual(expected);
  expect(host?.name).toBe(expected && 'GitHub (ann/ferry)');
});

test('an address is one that a browser and Markdown take, whatever the tag', () => {
  const { host } = hostOf({ server: GITHUB, owner: 'ann', repo: 'ferry' }, {}) ?? {};
  expect(host?.addressOf('books/v1 (b)', 'ferry-1.epub')).toBe(
    'https://github.com/ann/ferry/releases/download/books%2Fv1%20%28b%29/ferry-1.epub',
  );
});

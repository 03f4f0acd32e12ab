/**
 * A server that behaves as GitHub's releases do, and holds every request and every answer of its own to GitHub's
 * published description of its API.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brokenAnswer, brokenRequest, operationOf } from './description.js';

export interface StoredAsset {
  id: number;
  name: string;
  state: 'uploaded' | 'open';
  bytes: Buffer;
}

export interface StoredRelease {
  id: number;
  tag: string;
  name: string;
  body: string;
  draft: boolean;
  prerelease?: boolean;
  /** Where publishing makes the tag. */
  commit?: string;
  immutable: boolean;
  assets: StoredAsset[];
}

/** What a request meets instead of its answer; `match` says which one, `skip` how many go well before, `times` how often. */
export interface Fault {
  match: RegExp;
  skip?: number;
  times?: number;
  /** Answers with this status and these headers and words. */
  status?: number;
  headers?: Record<string, string>;
  message?: string;
  /** Cuts the connection after the work was done, or before, or within the answer. */
  cut?: 'after' | 'before' | 'within';
  /** Never answers. */
  hang?: boolean;
  /** Answers with a page of another program. */
  page?: string;
  /** Stores what was uploaded with a changed byte. */
  corrupt?: boolean;
}

/** Where a tag is made that nobody gave a commit. */
export const HEAD_OF_MAIN = 'f'.repeat(40);

export const TOKEN = 'ghs_secretsecretsecretsecretsecret';

export interface FakeGitHub {
  api: string;
  releases: StoredRelease[];
  /** Commits by tag. */
  tags: Map<string, string>;
  /** `POST /repos/…`, in order. */
  requests: string[];
  /** Requests and answers that the description does not allow. */
  violations: string[];
  faults: Fault[];
  /** Milliseconds before the answers, in turn. */
  delays: number[];
  /** Tells no hashes, as older servers do not. */
  withoutDigests: boolean;
  close(): Promise<void>;
}

export async function fakeGitHub(): Promise<FakeGitHub> {
  let nextId = 1;
  const state: FakeGitHub = {
    api: '',
    releases: [],
    tags: new Map(),
    requests: [],
    violations: [],
    faults: [],
    delays: [],
    withoutDigests: false,
    close: () =>
      new Promise((resolve) => {
        for (const one of [server, storage]) one.closeAllConnections();
        storage.close();
        server.close(() => {
          resolve();
        });
      }),
  };

  const assetJson = ({ id, name, state: assetState, bytes }: StoredAsset) => ({
    id,
    node_id: `A_${String(id)}`,
    name,
    label: null,
    state: assetState,
    content_type: 'application/octet-stream',
    size: bytes.length,
    digest: state.withoutDigests ? null : `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    download_count: 0,
    url: `${state.api}/repos/ann/ferry/releases/assets/${String(id)}`,
    browser_download_url: `${state.api}/ann/ferry/releases/download/x/${encodeURIComponent(name)}`,
    uploader: null,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  });
  const releaseJson = (release: StoredRelease) => ({
    id: release.id,
    node_id: `R_${String(release.id)}`,
    tag_name: release.tag,
    target_commitish: 'main',
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease ?? false,
    immutable: release.immutable,
    created_at: '2026-01-01T00:00:00Z',
    published_at: release.draft ? null : '2026-01-01T00:00:00Z',
    author: AUTHOR,
    assets: release.assets.map(assetJson),
    url: `${state.api}/repos/ann/ferry/releases/${String(release.id)}`,
    html_url: `https://example.org/ann/ferry/releases/${release.tag}`,
    assets_url: `${state.api}/repos/ann/ferry/releases/${String(release.id)}/assets`,
    upload_url: `${state.api}/repos/ann/ferry/releases/${String(release.id)}/assets{?name,label}`,
    tarball_url: null,
    zipball_url: null,
  });
  interface Asked {
    parameters: Record<string, string>;
    query: Record<string, string>;
    json: unknown;
    bytes: Buffer;
    /** Whether it came with a token. */
    isKnown: boolean;
  }
  interface Answer {
    status: number;
    body?: unknown;
    /** Where the bytes are: never on the API's own server. */
    location?: string;
  }
  const releaseOf = ({ parameters }: Asked) =>
    state.releases.find(({ id }) => id === Number(parameters['release_id']));
  const missing: Answer = { status: 404, body: { message: 'Not Found' } };

  const operations: Record<string, (asked: Asked) => Answer> = {
    'repos/list-releases': (asked) => {
      const { page = '1', per_page: count = '30' } = asked.query;
      const from = (Number(page) - 1) * Number(count);
      const seen = state.releases.filter(({ draft }) => asked.isKnown || !draft);
      return { status: 200, body: seen.slice(from, from + Number(count)).map(releaseJson) };
    },
    'repos/get-release-by-tag': ({ parameters: { tag } }) => {
      const release = state.releases.find((one) => one.tag === tag && !one.draft);
      return release ? { status: 200, body: releaseJson(release) } : missing;
    },
    'repos/delete-release': (asked) => {
      const release = releaseOf(asked);
      if (!release) return missing;
      state.releases.splice(state.releases.indexOf(release), 1);
      return { status: 204 };
    },
    // A tag names a tag object, and that a commit, as those that are signed or have a message do.
    'git/get-ref': ({ parameters: { ref = '' } }) => {
      const sha = state.tags.get(ref.replace('tags/', ''));
      if (sha === undefined) return missing;
      const object = { type: 'tag', sha: `a${sha.slice(1)}`, url: 'https://example.org/tag' };
      return {
        status: 200,
        body: { ref: `refs/${ref}`, node_id: 'R', url: 'https://example.org/ref', object },
      };
    },
    'git/get-tag': ({ parameters: { tag_sha: own = '' } }) => {
      const [tag, sha] = [...state.tags].find(([, one]) => `a${one.slice(1)}` === own) ?? [];
      if (tag === undefined || sha === undefined) return missing;
      const object = { type: 'commit', sha, url: 'https://example.org/commit' };
      const tagger = { name: 'Ann', email: 'ann@example.org', date: '2026-01-01T00:00:00Z' };
      const body = {
        tag,
        sha: own,
        node_id: 'T',
        url: 'https://example.org/tag',
        message: '',
        tagger,
        object,
      };
      return { status: 200, body };
    },
    'repos/create-release': (asked) => {
      const fields = asked.json as Record<string, string>;
      const release = {
        id: nextId++,
        tag: fields['tag_name'] ?? '',
        name: fields['name'] ?? '',
        body: fields['body'] ?? '',
        draft: (fields['draft'] as unknown) === true,
        immutable: false,
        assets: [],
        ...(fields['target_commitish'] === undefined ? {} : { commit: fields['target_commitish'] }),
      };
      state.releases.unshift(release);
      return { status: 201, body: releaseJson(release) };
    },
    'repos/update-release': (asked) => {
      const release = releaseOf(asked);
      if (!release) return missing;
      const fields = asked.json as Record<string, string>;
      const isTaken = state.releases.some(
        (other) => other !== release && !other.draft && other.tag === release.tag,
      );
      if (isTaken && (fields['draft'] as unknown) === false) {
        const errors = [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }];
        return { status: 422, body: { message: 'Validation Failed', errors } };
      }
      if ((fields['draft'] as unknown) === false && !state.tags.has(release.tag))
        state.tags.set(release.tag, release.commit ?? HEAD_OF_MAIN);
      Object.assign(release, { name: fields['name'], body: fields['body'], draft: fields['draft'] });
      return { status: 200, body: releaseJson(release) };
    },
    'repos/list-release-assets': (asked) => {
      const release = releaseOf(asked);
      return release ? { status: 200, body: release.assets.map(assetJson) } : missing;
    },
    'repos/upload-release-asset': (asked) => {
      const release = releaseOf(asked);
      if (!release) return missing;
      const name = String(asked.query['name']);
      const bytes = asked.bytes;
      if (release.assets.some((asset) => asset.name === name)) {
        return {
          status: 422,
          body: {
            message: 'Validation Failed',
            errors: [{ code: 'already_exists', resource: 'ReleaseAsset', field: 'name' }],
          },
        };
      }
      const asset: StoredAsset = { id: nextId++, name, state: 'uploaded', bytes };
      release.assets.push(asset);
      return { status: 201, body: assetJson(asset) };
    },
    'repos/delete-release-asset': (asked) => {
      const id = Number(asked.parameters['asset_id']);
      const release = state.releases.find(({ assets }) => assets.some((asset) => asset.id === id));
      if (!release) return missing;
      release.assets = release.assets.filter((asset) => asset.id !== id);
      return { status: 204 };
    },
    'repos/get-release-asset': (asked) => {
      const id = Number(asked.parameters['asset_id']);
      const asset = state.releases.flatMap(({ assets }) => assets).find((one) => one.id === id);
      return asset ? { status: 302, location: `${elsewhere()}/${String(id)}` } : missing;
    },
  };
  /** Where the bytes are: a server that a token is none of the business of. */
  const storage = createServer((request, response) => {
    if (request.headers.authorization) state.violations.push('a token went to the storage');
    const id = Number(request.url?.slice(1));
    const asset = state.releases.flatMap(({ assets }) => assets).find((one) => one.id === id);
    const isText = asset?.name === 'SHA256SUMS';
    response.writeHead(asset ? 200 : 404, {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
    });
    response.end(asset?.bytes);
  });
  const elsewhere = () => `http://127.0.0.1:${String((storage.address() as AddressInfo).port)}`;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const method = request.method ?? '';
    const url = new URL(request.url ?? '', 'http://localhost');
    state.requests.push(`${method} ${url.pathname}${url.search}`);
    const delay = state.delays[state.requests.length % state.delays.length];
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
    const { authorization } = request.headers;
    const isKnown = authorization === `Bearer ${TOKEN}`;
    if (!isKnown && (authorization !== undefined || method !== 'GET')) {
      send(response, { status: 401, body: { message: 'Bad credentials' } });
      return;
    }
    const fault = state.faults.find((one) => {
      if (!one.match.test(`${method} ${url.pathname}`)) return false;
      one.skip = (one.skip ?? 0) - 1;
      return one.skip < 0;
    });
    if (fault?.hang) return;
    if (fault?.page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(fault.page);
      return;
    }
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) state.faults.splice(state.faults.indexOf(fault), 1);
    }
    if (fault?.cut === 'before') {
      // What GitHub keeps of an upload that was cut off: https://docs.github.com/rest/releases/assets#upload-a-release-asset
      const release = state.releases.find(({ id }) => url.pathname.includes(`/releases/${String(id)}/`));
      const name = url.searchParams.get('name');
      if (release && name) release.assets.push({ id: nextId++, name, state: 'open', bytes: Buffer.alloc(0) });
      request.socket.destroy();
      return;
    }
    if (fault?.status !== undefined) {
      send(response, { status: fault.status, body: { message: fault.message ?? 'fault' } }, fault.headers);
      return;
    }
    const isUpload = /\/assets$/.test(url.pathname) && method === 'POST';
    if (isUpload && bytes.length > 0 && fault?.corrupt) bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    const query = Object.fromEntries(url.searchParams);
    const json: unknown = isUpload || bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
    const matched = operationOf(method, url.pathname);
    const broken = matched ? brokenRequest(matched, query, json) : ['no such operation'];
    state.violations.push(...broken.map((words) => `${method} ${url.pathname}: ${words}`));
    const answer = matched
      ? (operations[matched.id] as (asked: Asked) => Answer)({
          parameters: matched.parameters,
          query,
          json,
          bytes,
          isKnown,
        })
      : missing;
    if (matched && answer.status < 300)
      state.violations.push(
        ...brokenAnswer(matched, answer.status, answer.body).map(
          (words) => `answer to ${matched.id}: ${words}`,
        ),
      );
    if (fault?.cut === 'after') request.socket.destroy();
    else if (fault?.cut === 'within') {
      response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': 9999 });
      response.write('[{"id":');
      setTimeout(() => request.socket.destroy(), 5);
    } else send(response, answer, answer.location === undefined ? {} : { location: answer.location });
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => {
      state.violations.push(String(cause));
      request.socket.destroy();
    });
  });
  for (const one of [server, storage])
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  state.api = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return state;
}

function send(
  response: ServerResponse,
  { status, body }: { status: number; body?: unknown },
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const USER_URLS = [
  'url',
  'html_url',
  'followers_url',
  'following_url',
  'gists_url',
  'starred_url',
  'subscriptions_url',
  'organizations_url',
  'repos_url',
  'events_url',
  'received_events_url',
];
const AUTHOR = {
  login: 'ann',
  id: 1,
  node_id: 'U_1',
  avatar_url: 'https://example.org/ann.png',
  gravatar_id: '',
  type: 'User',
  site_admin: false,
  ...Object.fromEntries(USER_URLS.map((name) => [name, `https://example.org/${name}`])),
};

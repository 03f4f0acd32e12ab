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
  immutable: boolean;
  assets: StoredAsset[];
}

/** What a request meets instead of its answer; `match` says which one, `times` how often. */
export interface Fault {
  match: RegExp;
  times?: number;
  /** Answers with this status and these headers and words. */
  status?: number;
  headers?: Record<string, string>;
  message?: string;
  /** Cuts the connection after the work was done, or before. */
  cut?: 'after' | 'before';
  /** Stores what was uploaded with a changed byte. */
  corrupt?: boolean;
}

export const TOKEN = 'ghs_secretsecretsecretsecretsecret';

export interface FakeGitHub {
  api: string;
  releases: StoredRelease[];
  /** `POST /repos/…`, in order. */
  requests: string[];
  /** Requests and answers that the description does not allow. */
  violations: string[];
  faults: Fault[];
  /** Tells no hashes, as older servers do not. */
  withoutDigests: boolean;
  close(): Promise<void>;
}

export async function fakeGitHub(): Promise<FakeGitHub> {
  let nextId = 1;
  const state: FakeGitHub = {
    api: '',
    releases: [],
    requests: [],
    violations: [],
    faults: [],
    withoutDigests: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
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
    prerelease: false,
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
  }
  interface Answer {
    status: number;
    body?: unknown;
    raw?: Buffer;
  }
  const releaseOf = ({ parameters }: Asked) =>
    state.releases.find(({ id }) => id === Number(parameters['release_id']));
  const missing: Answer = { status: 404, body: { message: 'Not Found' } };

  const operations: Record<string, (asked: Asked) => Answer> = {
    'repos/list-releases': (asked) => {
      const { page = '1', per_page: count = '30' } = asked.query;
      const from = (Number(page) - 1) * Number(count);
      return { status: 200, body: state.releases.slice(from, from + Number(count)).map(releaseJson) };
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
      };
      state.releases.unshift(release);
      return { status: 201, body: releaseJson(release) };
    },
    'repos/update-release': (asked) => {
      const release = releaseOf(asked);
      if (!release) return missing;
      const fields = asked.json as Record<string, string>;
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
      return asset ? { status: 200, raw: asset.bytes } : missing;
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const method = request.method ?? '';
    const url = new URL(request.url ?? '', 'http://localhost');
    state.requests.push(`${method} ${url.pathname}${url.search}`);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      send(response, { status: 401, body: { message: 'Bad credentials' } });
      return;
    }
    const fault = state.faults.find(({ match }) => match.test(`${method} ${url.pathname}`));
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
        })
      : missing;
    if (matched && answer.status < 300)
      state.violations.push(
        ...brokenAnswer(matched, answer.status, answer.body).map(
          (words) => `answer to ${matched.id}: ${words}`,
        ),
      );
    if (fault?.cut === 'after') request.socket.destroy();
    else send(response, answer);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => {
      state.violations.push(String(cause));
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.api = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return state;
}

function send(
  response: ServerResponse,
  { status, body, raw }: { status: number; body?: unknown; raw?: Buffer },
  headers: Record<string, string> = {},
): void {
  const type = raw ? 'application/octet-stream' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(raw ?? (body === undefined ? undefined : JSON.stringify(body)));
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

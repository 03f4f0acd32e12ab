/**
 * A server that behaves as GitHub's releases do, and holds every request and every answer of its own to GitHub's
 * published description of its API.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MISSING, operationsOn, type Answer, type Asked, type Hosted } from './operations.js';
import { brokenAnswer, brokenRequest, operationOf } from './description.js';

export type { StoredAsset, StoredRelease } from './operations.js';
export { HEAD_OF_MAIN } from './operations.js';

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

export const TOKEN = 'ghs_secretsecretsecretsecretsecret';

export interface FakeGitHub extends Hosted {
  /** `POST /repos/…`, in order. */
  requests: string[];
  /** Requests and answers that the description does not allow. */
  violations: string[];
  faults: Fault[];
  /** Milliseconds before the answers, in turn. */
  delays: number[];
  close(): Promise<void>;
}

export async function fakeGitHub(): Promise<FakeGitHub> {
  const state: FakeGitHub = {
    api: '',
    releases: [],
    tags: new Map(),
    requests: [],
    violations: [],
    faults: [],
    delays: [],
    withoutDigests: false,
    storage: '',
    nextId: 1,
    close: () =>
      new Promise((resolve) => {
        for (const one of [server, storage]) one.closeAllConnections();
        storage.close();
        server.close(() => {
          resolve();
        });
      }),
  };

  const operations = operationsOn(state);
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
      if (release && name)
        release.assets.push({ id: state.nextId++, name, state: 'open', bytes: Buffer.alloc(0) });
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
      : MISSING;
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
  const addressOf = (one: Server) => `http://127.0.0.1:${String((one.address() as AddressInfo).port)}`;
  [state.api, state.storage] = [addressOf(server), addressOf(storage)];
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

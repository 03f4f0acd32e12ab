/** Releases on GitHub, or on a GitHub Enterprise server. https://docs.github.com/rest/releases */
import { request as octokit } from '@octokit/request';
import { hostError } from './github-errors.js';
import type { HostedRelease, ReleaseAsset, ReleaseHost, ReleaseText } from './host.js';
import { patient, type Patience } from './patient.js';

export interface GitHubOptions {
  owner: string;
  repo: string;
  /** Sent in a header and nowhere else. */
  token: string;
  /** `https://api.github.com` unless it is given: `GITHUB_API_URL`. */
  api?: string;
  patience?: Patience;
}

const API = 'https://api.github.com';
/** https://docs.github.com/rest/about-the-rest-api/api-versions */
const VERSION = '2022-11-28';
/** Pages of a hundred releases in which a draft is looked for. */
const MOST_PAGES = 10;
const PER_PAGE = 100;

interface ApiRelease {
  id: number;
  tag_name: string;
  draft: boolean;
  immutable?: boolean;
  html_url: string;
  upload_url: string;
}

interface ApiAsset {
  id: number;
  name: string;
  state: string;
  digest: string | null;
}

/** The releases of a repository. */
export function github({ owner, repo, token, api = API, patience }: GitHubOptions): ReleaseHost {
  const host = `GitHub (${owner}/${repo})`;
  const send = octokit.defaults({
    baseUrl: api,
    headers: { authorization: `Bearer ${token}`, 'x-github-api-version': VERSION, 'user-agent': 'octavo' },
    // What the library would say aloud stands in our own words in the error.
    request: { log: SILENT },
  });
  /** Does a piece of work that may be done again, with patience. */
  const again = <T>(work: string, run: () => Promise<T>): Promise<T> =>
    patient(run, patience).catch((cause: unknown) => {
      throw hostError(cause, { host, work, token });
    });
  const call = async <T>(route: string, parameters: Record<string, unknown>): Promise<T> =>
    (await send(route, { owner, repo, ...parameters })).data as T;
  const get = <T>(route: string, parameters: Record<string, unknown>): Promise<T> =>
    again(route, () => call<T>(route, parameters));

  const find = async (tag: string): Promise<HostedRelease | undefined> => {
    const found: HostedRelease[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const releases = await get<ApiRelease[]>(`GET ${RELEASES}`, { per_page: PER_PAGE, page });
      found.push(...releases.filter(({ tag_name }) => tag_name === tag).map(releaseOf));
      if (releases.length < PER_PAGE) break;
    }
    return found.find(({ isDraft }) => !isDraft) ?? found[0];
  };

  const assets = async ({ id }: HostedRelease): Promise<ReleaseAsset[]> => {
    const found: ReleaseAsset[] = [];
    for (let page = 1; ; page++) {
      const route = `GET ${RELEASES}/{release_id}/assets`;
      const next = await get<ApiAsset[]>(route, { release_id: id, per_page: PER_PAGE, page });
      found.push(...next.map(assetOf));
      if (next.length < PER_PAGE) return found;
    }
  };

  const remove = async ({ id }: ReleaseAsset): Promise<void> => {
    await again('delete', async () => {
      try {
        await call(`DELETE ${RELEASES}/assets/{asset_id}`, { asset_id: id });
      } catch (cause) {
        // A try before this one may have done it without our hearing of it.
        if ((cause as { status?: number }).status !== 404) throw cause;
      }
    });
  };

  return {
    name: host,
    find,
    assets,
    remove,
    // A try that failed may have made the draft all the same: a second one is never made.
    draft: (text) =>
      again('draft', async () => {
        const made = await find(text.tag);
        return made ?? releaseOf(await call(`POST ${RELEASES}`, { ...fieldsOf(text), draft: true }));
      }),
    // A connection cut in mid-upload may have left a piece, or the whole file without our hearing of it.
    upload: (release, file) =>
      again(`upload of ${file.name}`, async () => {
        const left = (await assets(release)).find(({ name }) => name === file.name);
        if (left) await remove(left);
        const { data } = await send({
          method: 'POST',
          url: release.uploadUrl,
          name: file.name,
          data: file.bytes,
          headers: { 'content-type': file.mediaType },
        });
        return assetOf(data as ApiAsset);
      }),
    download: async ({ id }) => {
      const route = `GET ${RELEASES}/assets/{asset_id}`;
      const headers = { accept: 'application/octet-stream' };
      return new Uint8Array(await get<ArrayBuffer>(route, { asset_id: id, headers }));
    },
    publish: ({ id }, text) =>
      again('publish', async () =>
        releaseOf(
          await call(`PATCH ${RELEASES}/{release_id}`, { ...fieldsOf(text), release_id: id, draft: false }),
        ),
      ),
  };
}

const RELEASES = '/repos/{owner}/{repo}/releases';

const nothing = (): undefined => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const releaseOf = ({ id, tag_name, draft, immutable, html_url, upload_url }: ApiRelease): HostedRelease => ({
  id,
  tag: tag_name,
  isDraft: draft,
  isImmutable: immutable === true,
  url: html_url,
  uploadUrl: upload_url,
});

const assetOf = ({ id, name, state, digest }: ApiAsset): ReleaseAsset => {
  const sha256 = /^sha256:([\da-f]{64})$/.exec(digest ?? '')?.[1];
  return { id, name, isWhole: state === 'uploaded', ...(sha256 === undefined ? {} : { sha256 }) };
};

const fieldsOf = ({ tag, title, notes, isPrerelease = false }: ReleaseText) => ({
  tag_name: tag,
  name: title,
  body: notes,
  prerelease: isPrerelease,
});

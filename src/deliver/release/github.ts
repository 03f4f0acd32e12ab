/** Releases on GitHub, or on a GitHub Enterprise server. https://docs.github.com/rest/releases */
import { request as octokit } from '@octokit/request';
import * as z from 'zod';
import { quotable } from '../../diagnostics.js';
import { hostError } from './github-errors.js';
import {
  type HostOptions,
  HostError,
  type HostedRelease,
  type ReleaseAsset,
  type ReleaseHost,
} from './host.js';
import { patient, PATIENCE } from './patient.js';

/** https://docs.github.com/rest/about-the-rest-api/api-versions */
const VERSION = '2022-11-28';
/** How many pages, of a hundred releases each, are searched for a draft. */
const MOST_PAGES = 10;
const PER_PAGE = 100;
const REPOSITORY = '/repos/{owner}/{repo}';
const RELEASES = `${REPOSITORY}/releases`;

const ASSET = z.object({
  id: z.number(),
  name: z.string(),
  state: z.string(),
  size: z.number(),
  digest: z.string().nullish(),
});
const RELEASE = z.object({
  id: z.number(),
  tag_name: z.string(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  immutable: z.boolean().optional(),
  html_url: z.string(),
  upload_url: z.string(),
  assets: z.array(ASSET),
});
/** What a tag names: a commit, or a tag object that names one. */
const REFERENCE = z.object({ object: z.object({ type: z.string(), sha: z.string() }) });

type Parameters = Readonly<Record<string, unknown>>;

/** The releases of a repository. */
export function github({
  server,
  owner,
  repo,
  token = '',
  api,
  patience = PATIENCE,
}: HostOptions): ReleaseHost {
  const host = `GitHub (${owner}/${repo})`;
  const send = octokit.defaults({
    baseUrl: api.replace(/\/+$/, ''),
    owner,
    repo,
    headers: {
      'x-github-api-version': VERSION,
      'user-agent': 'octavo',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
  }) as (route: string | Parameters, parameters?: Parameters) => Promise<{ data: unknown }>;
  /** What the library would say aloud stands in our own words in the error. */
  const quietly = (signal: AbortSignal) => ({ signal, log: SILENT });
  /** Does a piece of work that may be done again, with patience; the signal ends what takes too long. */
  const again = <T>(work: string, seconds: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    patient(() => run(AbortSignal.timeout(seconds * 1000)), patience).catch((cause: unknown) => {
      throw hostError(cause, { host, work, token });
    });
  /** An answer of the expected form; another program's page in its place is an error. */
  const expected = <T>(form: z.ZodType<T>, work: string, data: unknown): T => {
    const read = form.safeParse(data);
    if (read.success) return read.data;
    if (data === '') throw cut();
    const reason = `${host} gave an answer that is not one of GitHub’s API (${work})`;
    throw new HostError('release:answer', reason, 'Check that `GITHUB_API_URL` is the address of its API.');
  };
  const call = <T>(route: string, form: z.ZodType<T>, parameters: Parameters = {}): Promise<T> =>
    again(route, patience.answer, async (signal) =>
      expected(form, route, (await send(route, { ...parameters, request: quietly(signal) })).data),
    );
  /** The same for what need not be there. */
  const found = <T>(route: string, form: z.ZodType<T>, parameters: Parameters): Promise<T | undefined> =>
    call(route, form, parameters).catch((cause: unknown) => {
      if (cause instanceof HostError && cause.id === 'release:missing') return undefined;
      throw cause;
    });
  const page = (number: number) =>
    call(`GET ${RELEASES}`, z.array(RELEASE), { per_page: PER_PAGE, page: number });

  const find = async (tag: string): Promise<HostedRelease[]> => {
    const published = await found(`GET ${RELEASES}/tags/{tag}`, RELEASE, { tag });
    const releases = published ? [published] : [];
    for (let number = 1; number <= MOST_PAGES; number++) {
      const listed = await page(number);
      releases.push(...listed.filter(({ tag_name, draft }) => tag_name === tag && draft));
      if (listed.length < PER_PAGE) break;
    }
    return releases.map(releaseOf).sort((a, b) => Number(a.isDraft) - Number(b.isDraft) || a.id - b.id);
  };

  const assets = async ({ id }: HostedRelease): Promise<ReleaseAsset[]> => {
    const all: ReleaseAsset[] = [];
    for (let number = 1; ; number++) {
      const next = await call(`GET ${RELEASES}/{release_id}/assets`, z.array(ASSET), {
        release_id: id,
        per_page: PER_PAGE,
        page: number,
      });
      all.push(...next.map(assetOf));
      if (next.length < PER_PAGE) return all;
    }
  };

  /** Deletes what may be gone: a try before this one may have done it without our hearing of it. */
  const gone = async (route: string, parameters: Parameters): Promise<void> => {
    await found(`DELETE ${route}`, z.unknown(), parameters);
  };
  return {
    name: host,
    find,
    assets,
    newest: async () => (await page(1)).map(releaseOf),
    commitOf: async (tag) => {
      const reference = await found(`GET ${REPOSITORY}/git/ref/{ref}`, REFERENCE, { ref: `tags/${tag}` });
      if (reference?.object.type !== 'tag') return reference?.object.sha;
      const { sha } = reference.object;
      return (await found(`GET ${REPOSITORY}/git/tags/{tag_sha}`, REFERENCE, { tag_sha: sha }))?.object.sha;
    },
    // A try that failed may have made the draft all the same: a second one is never made.
    draft: ({ tag, title, notes }, commit) => {
      let isAgain = false;
      return again('draft', patience.answer, async (signal) => {
        const [made] = isAgain ? await find(tag) : [];
        if (made) return made;
        isAgain = true;
        const { data } = await send(`POST ${RELEASES}`, {
          tag_name: tag,
          name: title,
          body: notes,
          draft: true,
          ...(commit === undefined ? {} : { target_commitish: commit }),
          request: quietly(signal),
        });
        return releaseOf(expected(RELEASE, 'draft', data));
      });
    },
    discard: ({ id }) => gone(`${RELEASES}/{release_id}`, { release_id: id }),
    // A connection cut in mid-upload may have left a piece, or the whole file without our hearing of it.
    upload: (release, file) => {
      const uploadUrl = ownUpload(release.uploadUrl, api, host);
      return again(`upload of ${file.name}`, patience.transfer, async (signal) => {
        const left = (await assets(release)).find(({ name }) => name === file.name);
        if (left) await gone(`${RELEASES}/assets/{asset_id}`, { asset_id: left.id });
        await send({
          method: 'POST',
          url: uploadUrl,
          name: file.name,
          data: file.bytes,
          headers: { 'content-type': file.mediaType },
          request: quietly(signal),
        });
      });
    },
    download: ({ id, name }, most) =>
      again(`download of ${name}`, patience.transfer, async (signal) => {
        const { data } = await send(`GET ${RELEASES}/assets/{asset_id}`, {
          asset_id: id,
          headers: { accept: 'application/octet-stream' },
          request: { ...quietly(signal), parseSuccessResponseBody: false },
        });
        return bytesOf(data as AsyncIterable<Uint8Array>, name, most);
      }),
    write: async ({ id }, { tag, title, notes }, isDraft) => {
      const fields = { tag_name: tag, name: title, body: notes, draft: isDraft };
      return releaseOf(await call(`PATCH ${RELEASES}/{release_id}`, RELEASE, { ...fields, release_id: id }));
    },
    addressOf: (tag, file) =>
      `${server}/${owner}/${repo}/releases/download/${[tag, file].map(encoded).join('/')}`,
  };
}

/** The address for uploads, which gets the token: of the API's own host, or GitHub's `uploads.` beside its `api.`. */
function ownUpload(address: string, api: string, host: string): string {
  const { protocol, host: asked } = new URL(api);
  const bare = address.replace(/\{[^}]*\}$/, '');
  const given = URL.canParse(bare) ? new URL(bare) : undefined;
  const isOwn =
    given?.protocol === protocol &&
    [asked, asked.replace(/^api\./, 'uploads.')].includes(given.host) &&
    given.username + given.password === '';
  if (isOwn) return address;
  const reason = `${host} names another host for uploads, and the token is not sent there: \`${quotable(bare)}\``;
  throw new HostError('release:foreign-upload', reason, `See that \`GITHUB_API_URL\` is right: \`${api}\`.`);
}

/** As a step of an address; Markdown ends one at a bracket. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

/** A body of bytes, refused once there are more than so many. */
async function bytesOf(body: AsyncIterable<Uint8Array>, name: string, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      parts.push(part);
      if ((size += part.length) > most) break;
    }
  } catch (cause) {
    throw cut(cause);
  }
  if (size <= most) return Buffer.concat(parts);
  const reason = `\`${name}\` is larger than \`${String(most)}\` bytes`;
  throw new HostError('release:too-large', reason, 'Remove the file from its release.');
}

/** A body that came in part, or not in time: as if no answer had come. */
const cut = (cause?: unknown): Error =>
  Object.assign(new Error('the answer was cut off', { cause }), { status: 500 });

const nothing = (): undefined => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const releaseOf = (release: z.infer<typeof RELEASE>): HostedRelease => ({
  id: release.id,
  tag: release.tag_name,
  title: release.name ?? '',
  notes: release.body ?? '',
  isDraft: release.draft,
  isPrerelease: release.prerelease,
  isImmutable: release.immutable === true,
  url: release.html_url,
  uploadUrl: release.upload_url,
  assets: release.assets.map(assetOf),
});

const assetOf = ({ id, name, state, size, digest }: z.infer<typeof ASSET>): ReleaseAsset => {
  const sha256 = /^sha256:([\da-f]{64})$/.exec(digest ?? '')?.[1];
  return { id, name, size, isWhole: state === 'uploaded', ...(sha256 === undefined ? {} : { sha256 }) };
};

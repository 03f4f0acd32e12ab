/** What GitHub's API does with the releases of a repository, by the names of its operations. */
import { createHash } from 'node:crypto';

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

/** What the operations work on. */
export interface Hosted {
  api: string;
  /** Where it says that files are to be sent; to the API itself, where it does not say. */
  uploads?: string;
  /** Address of the server that has the bytes. */
  storage: string;
  releases: StoredRelease[];
  /** Commits by tag. */
  tags: Map<string, string>;
  /** Tells no hashes, as older servers do not. */
  withoutDigests: boolean;
  /** The id of the next release or file. */
  nextId: number;
}

/** A request, taken apart. */
export interface Asked {
  parameters: Record<string, string>;
  query: Record<string, string>;
  json: unknown;
  bytes: Buffer;
  /** Whether it came with a token. */
  isKnown: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
  /** Where the bytes are: never on the API's own server. */
  location?: string;
}

/** Where a tag is made that nobody gave a commit. */
export const HEAD_OF_MAIN = 'f'.repeat(40);

export const MISSING: Answer = { status: 404, body: { message: 'Not Found' } };

/** The operations on what is hosted. */
export function operationsOn(state: Hosted): Record<string, (asked: Asked) => Answer> {
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
    upload_url: `${state.uploads ?? state.api}/repos/ann/ferry/releases/${String(release.id)}/assets{?name,label}`,
    tarball_url: null,
    zipball_url: null,
  });
  const releaseOf = ({ parameters }: Asked) =>
    state.releases.find(({ id }) => id === Number(parameters['release_id']));

  return {
    'repos/list-releases': (asked) => {
      const { page = '1', per_page: count = '30' } = asked.query;
      const from = (Number(page) - 1) * Number(count);
      const seen = state.releases.filter(({ draft }) => asked.isKnown || !draft);
      return { status: 200, body: seen.slice(from, from + Number(count)).map(releaseJson) };
    },
    'repos/get-release-by-tag': ({ parameters: { tag } }) => {
      const release = state.releases.find((one) => one.tag === tag && !one.draft);
      return release ? { status: 200, body: releaseJson(release) } : MISSING;
    },
    'repos/delete-release': (asked) => {
      const release = releaseOf(asked);
      if (!release) return MISSING;
      state.releases.splice(state.releases.indexOf(release), 1);
      return { status: 204 };
    },
    // A tag names a tag object, and that a commit, as those that are signed or have a message do.
    'git/get-ref': ({ parameters: { ref = '' } }) => {
      const sha = state.tags.get(ref.replace('tags/', ''));
      if (sha === undefined) return MISSING;
      const object = { type: 'tag', sha: `a${sha.slice(1)}`, url: 'https://example.org/tag' };
      return {
        status: 200,
        body: { ref: `refs/${ref}`, node_id: 'R', url: 'https://example.org/ref', object },
      };
    },
    'git/get-tag': ({ parameters: { tag_sha: own = '' } }) => {
      const [tag, sha] = [...state.tags].find(([, one]) => `a${one.slice(1)}` === own) ?? [];
      if (tag === undefined || sha === undefined) return MISSING;
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
        id: state.nextId++,
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
      if (!release) return MISSING;
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
      return release ? { status: 200, body: release.assets.map(assetJson) } : MISSING;
    },
    'repos/upload-release-asset': (asked) => {
      const release = releaseOf(asked);
      if (!release) return MISSING;
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
      const asset: StoredAsset = { id: state.nextId++, name, state: 'uploaded', bytes };
      release.assets.push(asset);
      return { status: 201, body: assetJson(asset) };
    },
    'repos/delete-release-asset': (asked) => {
      const id = Number(asked.parameters['asset_id']);
      const release = state.releases.find(({ assets }) => assets.some((asset) => asset.id === id));
      if (!release) return MISSING;
      release.assets = release.assets.filter((asset) => asset.id !== id);
      return { status: 204 };
    },
    'repos/get-release-asset': (asked) => {
      const id = Number(asked.parameters['asset_id']);
      const asset = state.releases.flatMap(({ assets }) => assets).find((one) => one.id === id);
      return asset ? { status: 302, location: `${state.storage}/${String(id)}` } : MISSING;
    },
  };
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

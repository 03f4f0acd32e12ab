/** The edition before, as a release of the host holds it. */
import { sha256 } from '../../text/digest.js';
import { HostError, type HostedRelease, type ReleaseAsset, type ReleaseHost } from './host.js';
import { CHECKSUMS, releaseName, versionOf } from './set.js';

/** In bytes. No book that people read on a telephone is larger. */
const LARGEST_BOOK = 256 * 1024 ** 2;
const LARGEST_SUMS = 1024 ** 2;

export interface Wanted {
  slug: string;
  /** The tag that is released now. */
  tag?: string | undefined;
}

/**
 * The EPUB of a book in the newest of the releases that has one: published, no trial, and older than that of the tag
 * where it is among them. Its bytes are those of the release's checksums; nothing if no release has it.
 *
 * @throws HostError where it cannot be had, is too large, or is not what its release says.
 */
export async function previousEdition(
  host: ReleaseHost,
  releases: readonly HostedRelease[],
  { slug, tag }: Wanted,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const published = releases.filter(({ isDraft }) => !isDraft);
  const now = published.findIndex((release) => release.tag === tag);
  for (const release of published.slice(now + 1)) {
    const asset = release.isPrerelease ? undefined : ofBook(release, slug);
    if (asset) return { name: asset.name, bytes: await proven(host, release, asset) };
  }
  return undefined;
}

/** Whether a file's name is a book's and a version's: behind the slug stands no more of another book's slug. */
export const isReleaseOf = (name: string, slug: string): boolean =>
  name.startsWith(`${slug}-`) && /^v?\d[\w.-]*$/.test(name.slice(slug.length + 1));

/** By the name that `octavo release` gave it. */
const ofBook = ({ tag, assets }: HostedRelease, slug: string): ReleaseAsset | undefined =>
  assets.find(({ name, isWhole }) => {
    const isNamed = isReleaseOf(name, slug) || name === releaseName(slug, versionOf(tag, slug), '.epub');
    return isWhole && isNamed && name.endsWith('.epub') && !name.endsWith('.kepub.epub');
  });

async function proven(host: ReleaseHost, release: HostedRelease, asset: ReleaseAsset): Promise<Uint8Array> {
  const bytes = await host.download(asset, LARGEST_BOOK);
  const hash = sha256(bytes);
  const sums = release.assets.find(({ name, isWhole }) => name === CHECKSUMS && isWhole);
  const text = sums && new TextDecoder().decode(await host.download(sums, LARGEST_SUMS));
  const said = text?.split(/\r?\n/).find((line) => line.slice(64).trim() === asset.name);
  for (const expected of [asset.sha256, said?.slice(0, 64)]) {
    if (expected === undefined || expected === hash) continue;
    const reason = `\`${asset.name}\` in the release \`${release.tag}\` was changed: its hash should be \`${expected}\``;
    throw new HostError('release:hash', reason, 'See with `octavo verify` what is different.');
  }
  return bytes;
}

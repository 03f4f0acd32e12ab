/** Attaching files to a release: draft, upload all, verify, publish; run again, it goes on where it stopped. */
import { sha256 } from '../../text/digest.js';
import {
  HostError,
  type HostedRelease,
  type ReleaseAsset,
  type ReleaseFile,
  type ReleaseHost,
  type ReleaseText,
} from './host.js';

export interface AttachOptions {
  /** The commit that the files were made of; the tag must name it, where the host has the tag. */
  commit?: string | undefined;
  /** Leaves the release a draft. */
  draft?: boolean;
  /** Puts other files in the place of those of a published release. */
  replace?: boolean;
  /** Told of each step, in words for people. */
  progress?: (step: string) => void;
}

export interface Attached {
  url: string;
  isDraft: boolean;
  uploaded: string[];
  /** Taken away for another of the same name. */
  replaced: string[];
  /** There already, with these very bytes. */
  kept: string[];
  /** Where everybody finds each file, once the release is published. */
  addresses: Readonly<Record<string, string>>;
}

/** Tells notes that Octavo wrote, and may write anew, from those of a person. */
const MARK = '<!-- Written by octavo release. Take this line out, and it leaves your words alone. -->';

/**
 * Makes the release of a tag hold these files, and nothing else of their names. A draft is changed freely, but for
 * words that a person gave it; a published release is only added to, unless `replace` says otherwise: readers may
 * hold its files.
 *
 * @throws HostError where the host refuses, or what it stored is not what was sent.
 */
export async function attach(
  host: ReleaseHost,
  text: ReleaseText,
  files: readonly ReleaseFile[],
  options: AttachOptions = {},
): Promise<Attached> {
  const { progress = () => undefined } = options;
  const marked = { ...text, notes: `${text.notes.trimEnd()}\n\n${MARK}\n` };
  let release = await releaseFor(host, marked, options);
  const present = new Map((await host.assets(release)).map((asset) => [asset.name, asset]));
  const plan = await planOf(host, files, present);
  refuseChanges(release, plan, options);
  for (const file of plan.upload) {
    progress(`upload ${file.name}`);
    await host.upload(release, file);
  }
  progress('verify');
  await verify(host, release, files);
  const isDraft = release.isDraft && options.draft === true;
  const words = isOurs(release) ? marked : ownWords(release, marked);
  if (isDraft !== release.isDraft || (plan.upload.length > 0 && isOurs(release))) {
    if (isDraft !== release.isDraft) progress('publish');
    release = await host.write(release, words, isDraft);
  }
  return {
    url: release.url,
    isDraft: release.isDraft,
    uploaded: plan.upload.map(({ name }) => name),
    replaced: plan.upload.filter(({ name }) => present.get(name)?.isWhole).map(({ name }) => name),
    kept: plan.keep.map(({ name }) => name),
    addresses: release.isDraft
      ? {}
      : Object.fromEntries(files.map(({ name }) => [name, host.addressOf(text.tag, name)])),
  };
}

const isOurs = ({ notes }: HostedRelease): boolean => notes.includes(MARK);

/** What a person wrote stays; ours stands where nothing does. */
const ownWords = ({ title, notes }: HostedRelease, ours: ReleaseText): ReleaseText => ({
  tag: ours.tag,
  title: title.trim() === '' ? ours.title : title,
  notes: notes.trim() === '' ? ours.notes : notes,
});

/**
 * The release to fill: the published one, else the oldest draft, else a new one. Drafts of ours beside it are taken
 * away: runs at the same time leave them, and ended ones.
 */
async function releaseFor(
  host: ReleaseHost,
  text: ReleaseText,
  { commit, progress }: AttachOptions,
): Promise<HostedRelease> {
  const tagged = await host.commitOf(text.tag);
  if (commit !== undefined && tagged !== undefined && tagged !== commit) throw otherCommit(host, text.tag);
  let releases = await host.find(text.tag);
  if (releases.length === 0) {
    progress?.(`draft ${text.tag}`);
    const made = await host.draft(text, tagged === undefined ? commit : undefined);
    // Another run may have drafted one meanwhile: both look again, and find the same one to be the first.
    const found = await host.find(text.tag);
    releases = found.length > 0 ? found : [made];
  }
  const [release, ...others] = releases as [HostedRelease, ...HostedRelease[]];
  for (const other of others) if (other.isDraft && isOurs(other)) await host.discard(other);
  return release;
}

const otherCommit = (host: ReleaseHost, tag: string): HostError => {
  const reason = `On ${host.name}, \`${tag}\` names another commit than the one that is checked out`;
  const hint = `Check it out, so that anybody can build these files: \`git checkout ${tag}\`. Or release under a new tag.`;
  return new HostError('release:other-commit', reason, hint);
};

interface Plan {
  keep: ReleaseFile[];
  upload: ReleaseFile[];
  /** Those to upload that would take the place of a whole file. */
  change: ReleaseFile[];
}

async function planOf(
  host: ReleaseHost,
  files: readonly ReleaseFile[],
  present: ReadonlyMap<string, ReleaseAsset>,
): Promise<Plan> {
  const plan: Plan = { keep: [], upload: [], change: [] };
  for (const file of files) {
    const asset = present.get(file.name);
    if (asset?.isWhole && (await isSame(host, asset, file))) plan.keep.push(file);
    else {
      plan.upload.push(file);
      if (asset?.isWhole) plan.change.push(file);
    }
  }
  return plan;
}

function refuseChanges(release: HostedRelease, { upload, change }: Plan, { replace }: AttachOptions): void {
  if (release.isDraft || upload.length === 0) return;
  const named = (files: readonly ReleaseFile[]) => files.map(({ name }) => `\`${name}\``).join(', ');
  if (release.isImmutable) {
    const reason = `The release \`${release.tag}\` is published and immutable, and takes no more files: ${named(upload)}`;
    throw new HostError('release:immutable', reason, 'Release them under a new tag.');
  }
  if (change.length > 0 && !replace) {
    const reason = `The release \`${release.tag}\` is published, and has other bytes in its files: ${named(change)}`;
    const hint = 'Readers may have the old ones. Release under a new tag, or add `--replace`.';
    throw new HostError('release:published', reason, hint);
  }
}

/** The release holds each file whole, once, with the bytes that were sent. */
async function verify(
  host: ReleaseHost,
  release: HostedRelease,
  files: readonly ReleaseFile[],
): Promise<void> {
  const assets = await host.assets(release);
  for (const file of files) {
    const [asset, ...others] = assets.filter(({ name }) => name === file.name);
    if (asset?.isWhole && others.length === 0 && (await isSame(host, asset, file))) continue;
    const reason = `${host.name} has other bytes of \`${file.name}\` than were sent; their hash should be \`${file.sha256}\``;
    throw new HostError('release:hash', reason, 'Run the same command again: it replaces what is wrong.');
  }
}

/** Whether the host has these very bytes; if it gives no hash, they are downloaded and compared. */
async function isSame(host: ReleaseHost, asset: ReleaseAsset, file: ReleaseFile): Promise<boolean> {
  if (asset.sha256 !== undefined) return asset.sha256 === file.sha256;
  if (asset.size !== file.bytes.length) return false;
  const bytes = await host.download(asset, asset.size);
  return sha256(bytes) === file.sha256;
}

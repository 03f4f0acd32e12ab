/** Attaching files to a release: draft, upload all, verify, publish; run again, it goes on where it stopped. */
import { createHash } from 'node:crypto';
import {
  HostError,
  type HostedRelease,
  type ReleaseAsset,
  type ReleaseFile,
  type ReleaseHost,
  type ReleaseText,
} from './host.js';

export interface AttachOptions {
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
}

/**
 * Makes the release of a tag hold these files, and nothing else of their names. A draft is changed freely; a
 * published release is only added to, unless `replace` says otherwise: readers may hold its files.
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
  let release = await host.find(text.tag);
  if (!release) {
    progress(`draft ${text.tag}`);
    release = await host.draft(text);
  }
  const present = new Map((await host.assets(release)).map((asset) => [asset.name, asset]));
  const plan = await planOf(host, files, present);
  refuseChanges(release, plan, options);
  for (const file of plan.upload) {
    const old = present.get(file.name);
    if (old) await host.remove(old);
    progress(`upload ${file.name}`);
    await host.upload(release, file);
  }
  progress('verify');
  await verify(host, release, files);
  if (release.isDraft && !options.draft) {
    progress('publish');
    release = await host.publish(release, text);
  }
  return {
    url: release.url,
    isDraft: release.isDraft,
    uploaded: plan.upload.map(({ name }) => name),
    replaced: plan.upload.filter(({ name }) => present.get(name)?.isWhole).map(({ name }) => name),
    kept: plan.keep.map(({ name }) => name),
  };
}

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
    if (asset?.isWhole && (await hashOf(host, asset)) === file.sha256) plan.keep.push(file);
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
    const reason = `Unexpected new files for \`${release.tag}\`, which is published and immutable: ${named(upload)}`;
    throw new HostError('release:immutable', reason, 'Release them under a new tag.');
  }
  if (change.length > 0 && !replace) {
    const reason = `Unexpected other bytes for files of \`${release.tag}\`, which is published: ${named(change)}`;
    const hint = 'Readers may hold the old ones. Release under a new tag, or say `--replace`.';
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
    const isRight = asset?.isWhole && others.length === 0 && (await hashOf(host, asset)) === file.sha256;
    if (isRight) continue;
    const reason = `Unexpected bytes of \`${file.name}\` on ${host.name}, expected the hash \`${file.sha256}\``;
    throw new HostError('release:hash', reason, 'Run the same command again: it replaces what is wrong.');
  }
}

const hashOf = async (host: ReleaseHost, asset: ReleaseAsset): Promise<string> =>
  asset.sha256 ??
  createHash('sha256')
    .update(await host.download(asset))
    .digest('hex');

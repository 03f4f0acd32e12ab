/** The contract with a host of releases; `hosts.ts` lists those that are known. */
import type { Patience } from './patient.js';
import type { Repository } from './repository.js';

/** A file to attach. */
export interface ReleaseFile {
  /** ASCII, as it will be on the host. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** SHA-256 in hexadecimal digits. */
  sha256: string;
}

/** A file that a release has already. */
export interface ReleaseAsset {
  id: number;
  name: string;
  /** False for what a cut connection left. */
  isWhole: boolean;
  /** In bytes. */
  size: number;
  /** SHA-256 in hexadecimal digits, if the host gives it. */
  sha256?: string;
}

export interface HostedRelease {
  id: number;
  tag: string;
  title: string;
  /** Markdown. */
  notes: string;
  isDraft: boolean;
  isPrerelease: boolean;
  /** True where the host lets nobody change it any more. */
  isImmutable: boolean;
  /** The page for people. */
  url: string;
  /** Where files are sent. */
  uploadUrl: string;
  /** Its files when it was asked for; `assets` asks again. */
  assets: ReleaseAsset[];
}

export interface ReleaseText {
  tag: string;
  title: string;
  /** Markdown. */
  notes: string;
}

/**
 * What a host can do. Each call is tried again where the host says that it is busy; what fails for good is a
 * `HostError`.
 */
export interface ReleaseHost {
  /** For people: `GitHub (owner/name)`. */
  name: string;
  /** The commit that a tag names; undefined where the host has no such tag. */
  commitOf(tag: string): Promise<string | undefined>;
  /** The releases of a tag: the published one, then drafts, the oldest first. */
  find(tag: string): Promise<HostedRelease[]>;
  /** The newest releases, newest first; drafts only where the token may see them. */
  newest(): Promise<HostedRelease[]>;
  /** Makes a draft; where the host has no such tag, publishing will make it at the commit. */
  draft(text: ReleaseText, commit?: string): Promise<HostedRelease>;
  /** Takes a draft away, with its files. */
  discard(draft: HostedRelease): Promise<void>;
  assets(release: HostedRelease): Promise<ReleaseAsset[]>;
  /** Sends a file; it takes the place of what has its name. */
  upload(release: HostedRelease, file: ReleaseFile): Promise<void>;
  /** The bytes of an asset; no more than so many. */
  download(asset: ReleaseAsset, most: number): Promise<Uint8Array>;
  /** Gives a release its text, and publishes it or leaves it a draft. */
  write(release: HostedRelease, text: ReleaseText, isDraft: boolean): Promise<HostedRelease>;
  /** Where everybody finds a file of a published release. */
  addressOf(tag: string, file: string): string;
}

/** A refusal or a failure of the host, in words for the user; holds no secret. */
export class HostError extends Error {
  constructor(
    /** Stable id: `release:refused`. */
    readonly id: string,
    reason: string,
    /** The way out. */
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'HostError';
  }
}

export interface HostOptions extends Repository {
  /** Address of the API. */
  api: string;
  /** Sent in a header to the API, and nowhere else. Without it, what is public can be read. */
  token?: string;
  patience?: Patience;
}

/** The contract with a host of releases: GitHub, and others after it. */

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
  /** SHA-256 in hexadecimal digits, where the host tells it. */
  sha256?: string;
}

export interface HostedRelease {
  id: number;
  tag: string;
  isDraft: boolean;
  /** True where the host lets nobody change it any more. */
  isImmutable: boolean;
  /** The page for people. */
  url: string;
  /** Where files are sent. */
  uploadUrl: string;
}

export interface ReleaseText {
  tag: string;
  title: string;
  /** Markdown. */
  notes: string;
  isPrerelease?: boolean;
}

/**
 * What a host can do. Each call is tried again where the host says that it is busy; what fails for good is a
 * `HostError`.
 */
export interface ReleaseHost {
  /** For people: `GitHub (owner/name)`. */
  name: string;
  /** The release of a tag, drafts too; the published one where there are several. */
  find(tag: string): Promise<HostedRelease | undefined>;
  /** Makes a draft. */
  draft(text: ReleaseText): Promise<HostedRelease>;
  assets(release: HostedRelease): Promise<ReleaseAsset[]>;
  upload(release: HostedRelease, file: ReleaseFile): Promise<ReleaseAsset>;
  remove(asset: ReleaseAsset): Promise<void>;
  /** The bytes of an asset, to prove them where the host tells no hash. */
  download(asset: ReleaseAsset): Promise<Uint8Array>;
  /** Gives a draft its text and publishes it. */
  publish(release: HostedRelease, text: ReleaseText): Promise<HostedRelease>;
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

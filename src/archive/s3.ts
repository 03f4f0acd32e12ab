/** A store in a bucket, by the protocol of S3, whoever speaks it. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { Store } from '../io/store.js';

/** A bucket, and how to reach it. Who may write there is said in the environment alone. */
export interface BucketPlace {
  bucket: string;
  /** What all names begin with; it ends with a slash where there is one. */
  prefix: string;
  /** The server, where it is not Amazon's. */
  endpoint?: string;
  region?: string;
}

/** The bucket of an address such as `s3://bucket/folder?endpoint=https://s3.example.org&region=eu-west-1`. */
export function bucketIn(address: URL): BucketPlace {
  const endpoint = address.searchParams.get('endpoint');
  const region = address.searchParams.get('region');
  const prefix = address.pathname.replaceAll(/^\/+|\/+$/gu, '');
  return {
    bucket: address.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    ...(endpoint === null ? {} : { endpoint }),
    ...(region === null ? {} : { region }),
  };
}

/** What a server says of a name that is not there, and of one that is there already. */
const MISSING: ReadonlySet<number | undefined> = new Set([404]);
const THERE = 412;
/** A server that knows no conditions, or at which two writers met: what is written over is the same. */
const UNCONDITIONAL: ReadonlySet<number | undefined> = new Set([409, 501]);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  epub: 'application/epub+zip',
  json: 'application/json',
  zip: 'application/zip',
};

/** How long a server may be silent, in milliseconds, and how often the client asks by itself. */
const PATIENCE = 30_000;
const ATTEMPTS = 3;

/**
 * The store in a bucket; `patience` is how long its server may be silent, in milliseconds. Throws as the client does, as
 * each of its functions does; undefined where the client is not installed.
 */
export async function bucketStore(place: BucketPlace, patience = PATIENCE): Promise<Store | undefined> {
  // It weighs 10 MB, and most archives have a folder.
  const sdk = await import('@aws-sdk/client-s3').catch(() => undefined);
  if (!sdk) return undefined;
  const { bucket, prefix, endpoint, region } = place;
  const client: S3Client = new sdk.S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(region === undefined ? {} : { region }),
    maxAttempts: ATTEMPTS,
    // Of silence, not of the whole: a slow connection takes its time. `requestTimeout` only warns on the console.
    requestHandler: { connectionTimeout: patience, socketTimeout: patience },
    // Not every server of this protocol knows the sums that Amazon's has learned; a book's own is in its record.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (name: string) => ({ Bucket: bucket, Key: prefix + name });
  const has = (name: string): Promise<boolean> =>
    client.send(new sdk.HeadObjectCommand(at(name))).then(() => true, unless(MISSING, false));
  const put = (name: string, bytes: Uint8Array, isOnce: boolean): Promise<unknown> =>
    client.send(
      new sdk.PutObjectCommand({
        ...at(name),
        Body: bytes,
        ContentType: MEDIA_TYPES[name.replace(/^.*\./u, '')] ?? 'text/plain; charset=utf-8',
        ...(isOnce ? { IfNoneMatch: '*' } : {}),
      }),
    );
  return {
    place: `s3://${bucket}/${prefix}`,
    has,
    read: async (name) => {
      const found = await client.send(new sdk.GetObjectCommand(at(name))).catch(unless(MISSING, undefined));
      return found?.Body?.transformToByteArray();
    },
    async write(name, bytes) {
      if (await has(name)) return false;
      try {
        await put(name, bytes, true);
      } catch (cause) {
        const status = statusOf(cause);
        if (status === THERE) return false;
        if (!UNCONDITIONAL.has(status)) throw cause;
        await put(name, bytes, false);
      }
      return true;
    },
  };
}

/** The status of a server's answer that the client throws. */
export const statusOf = (cause: unknown): number | undefined =>
  (cause as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;

/** Takes an answer of one of these statuses for a value, and throws every other error on. */
const unless =
  <T>(statuses: ReadonlySet<number | undefined>, value: T) =>
  (cause: unknown): T => {
    if (statuses.has(statusOf(cause)) && (cause as Error).name !== 'NoSuchBucket') return value;
    throw cause;
  };

/** The store of an archive, by its place: a folder or a bucket. */
import { resolve } from 'node:path';
import { folderStore, type Store } from '../io/store.js';
import { badAddress, notInstalled, Refusal, storeProblem } from './problems.js';
import { bucketIn, bucketStore } from './s3.js';

const EXAMPLE = '/srv/archive` or `s3://bucket/folder';

/** A file that says what a store is, to whoever finds it. It is also how a store is tried. */
const SIGN = 'octavo-store.txt';
const WORDS = `This is a store of Octavo. See its docs/archive.md.

books/    ebooks, and beside each of them a .json of what is known about it
sources/  what they were made of: unpack one, and \`octavo build\` there makes the same ebook
`;

/**
 * Opens the store at a place: a folder relative to `cwd`, or an address such as `s3://bucket/folder`.
 *
 * @throws Refusal where the address is none, or what it needs is not installed or not there.
 */
export async function openStore(place: string, cwd: string): Promise<Store> {
  if (place === '') throw new Refusal(badAddress('--store', EXAMPLE));
  if (!/^\w{2,}:\/\//u.test(place))
    return folderStore(resolve(cwd, place), place).catch((cause: unknown) => {
      throw new Refusal(storeProblem(cause, place));
    });
  const address = addressIn(place);
  // A key in an address would stand in every list of processes.
  const isBucket = address?.protocol === 's3:' && address.hostname !== '' && address.username === '';
  if (!isBucket) throw new Refusal(badAddress('--store', EXAMPLE));
  const store = await bucketStore(bucketIn(address));
  if (!store) throw new Refusal(notInstalled('a store in a bucket', '@aws-sdk/client-s3'));
  return store;
}

/** An address; nothing where a text is none. */
export const addressIn = (address: string): URL | undefined =>
  URL.canParse(address) ? new URL(address) : undefined;

/** Tries whether a store can be read and written. Throws its own error where it cannot. */
export async function proveStore(store: Store): Promise<void> {
  await store.write(SIGN, new TextEncoder().encode(WORDS));
}

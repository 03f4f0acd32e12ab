/** The word in the addresses of a preview, which no other page of the browser can guess. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isLoopback } from '../deliver/serve/hosts.js';
import { keepFile, readKeptFile } from '../io/kept-files.js';
import { sha256 } from '../text/digest.js';

/** 128 bits. */
const BYTES = 16;
/** Words that are kept, each of a folder's. */
const MOST = 100;

/**
 * The word of a folder's preview on a host. In the folder for caches it is kept, so that a page that stands open comes
 * back with the next preview; what others are given is made up anew each time.
 */
export function tokenFor(cwd: string, host: string, cache: string | undefined): string {
  const file = cache !== undefined && isLoopback(host) ? join(cache, `preview-${sha256(cwd)}`) : undefined;
  const known = file === undefined ? undefined : readKeptFile(file);
  const bytes = known?.length === BYTES ? known : randomBytes(BYTES);
  if (file !== undefined) keepFile(file, bytes, MOST);
  return Buffer.from(bytes).toString('base64url');
}

/** Which file of the book a URL of a manuscript means. */
import { posix } from 'node:path';
import { decodedUrl } from '../text/url.js';

export interface Located {
  /** Relative to the book's folder, forward slashes; absent for the file itself (`#heading`). */
  file?: string;
  /** Decoded, without `#`. */
  fragment: string;
  /** `outside`: an absolute path, or one that leaves the book's folder. */
  problem?: 'outside';
}

/** Resolves a URL without a scheme against the manuscript `rel` that holds it. */
export function locate(url: string, rel: string): Located {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?#?([\s\S]*)$/.exec(url) ?? [];
  const fragment = decodedUrl(hash);
  if (path === '') return { fragment };
  const file = posix.normalize(posix.join(posix.dirname(rel), decodedUrl(path).replaceAll('\\', '/')));
  const outside = /^[/\\]/.test(path) || file.startsWith('../') || file === '..' || file.includes('\0');
  return { file, fragment, ...(outside ? { problem: 'outside' } : {}) };
}

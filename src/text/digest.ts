/** Hashes of bytes and texts, in the forms that files and pages write them. */
import { createHash } from 'node:crypto';

const hash = (data: Uint8Array | string, as: 'hex' | 'base64'): string =>
  createHash('sha256').update(data).digest(as);

/** The SHA-256 of bytes, or of a text in UTF-8, in 64 hexadecimal digits. */
export const sha256 = (data: Uint8Array | string): string => hash(data, 'hex');

/** The SHA-256 of files by name, in hexadecimal digits: with its name and length before each, no two can be read as one. */
export function sha256OfFiles(files: Iterable<readonly [name: string, bytes: Uint8Array | string]>): string {
  const all = createHash('sha256');
  for (const [name, bytes] of files)
    all.update(`${name}\0${String(Buffer.byteLength(bytes))}\0`).update(bytes);
  return all.digest('hex');
}

/** What a Content-Security-Policy calls a script or a style sheet in its page: https://www.w3.org/TR/CSP3/ */
export const cspHash = (text: string): string => `'sha256-${hash(text, 'base64')}'`;

/** A record of what a piece of work reads besides the manuscripts, to tell later whether any of it changed. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { sha256 } from '../text/digest.js';
import type { FoundFile } from '../types.js';

/** A file that was looked for: a path in an absolute folder, and what was found there, as `sha256:…` or the problem. */
export interface Looked {
  root: string;
  file: string;
  found: string;
}

const journals = new AsyncLocalStorage<Looked[]>();

/** Does a piece of work, and tells what it looked for, in the order in which it did. */
export async function journaled<T>(work: () => Promise<T>): Promise<{ value: T; looked: Looked[] }> {
  const looked: Looked[] = [];
  const value = await journals.run(looked, work);
  return { value, looked };
}

/** Writes down what was found at a path, where the work is one that is written down. */
export function note(root: string, file: string, found: FoundFile): void {
  journals.getStore()?.push({ root, file, found: stateOf(found) });
}

/** What was found as a text that is the same where the same was found. */
export const stateOf = (found: FoundFile): string => ('bytes' in found ? hashOf(found.bytes) : found.problem);

/** The SHA-256 of bytes or of a text: `sha256:…`. */
export const hashOf = (data: Uint8Array | string): string => `sha256:${sha256(data)}`;

/** The code of the command and of its threads, in scripts of their own: `scripts/bundle.mjs` writes them. */
import { parentPort } from 'node:worker_threads';
import { openCode, type Code } from '../io/code.js';
import { cacheFolder } from './cache.js';

/** Set as the bundle is made: the script of each entry, and a hash of all scripts. */
declare const OCTAVO_SCRIPTS: Readonly<Record<string, string>>;
declare const OCTAVO_HASH: string;

/** Loads an entry of the command's code; `start` is what is started with it. */
export function commandCode(entry: string, start: string): { exports: unknown; keep: Code['keep'] } {
  const folder = new URL('command/', import.meta.url);
  const { version, arch } = process;
  const { load, keep } = openCode({
    folder,
    hash: OCTAVO_HASH,
    start: `${start}-${version}-${arch}`,
    now: Date.now(),
    cache: cacheOr(),
  });
  return { exports: load(OCTAVO_SCRIPTS[entry] ?? ''), keep };
}

/** Nothing where the user wants none, or has no folder. */
function cacheOr(): string | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    return cacheFolder(process.env);
  } catch {
    return undefined;
  }
}

/** Runs an entry in a thread, which keeps its code with the second order that it is given. */
export function runThread(entry: string): void {
  const { keep } = commandCode(entry, entry);
  let orders = 0;
  parentPort?.on('message', () => {
    orders += 1;
    if (orders === 2) keep();
  });
}

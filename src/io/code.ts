/**
 * Scripts beside the program, run from what V8 made of them at an earlier start: half of a start is compiling.
 *
 * Node's own cache of compiled code begins with 22.1, and keeps no function that a script has called only later.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { keepFile, readKeptFile } from './kept-files.js';

export interface CodeOptions {
  /** URL of the folder of the scripts, which are CommonJS; relative paths and packages are found from the one above. */
  folder: URL;
  /** Changes with the scripts: V8 itself compares no more than their lengths. */
  hash: string;
  /** What is started, and by which Node, as a part of a file's name: each start keeps the functions that it called. */
  start: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Absolute folder in which compiled code is kept, where it can be written; undefined keeps none. */
  cache: string | undefined;
}

export interface Code {
  /** What a script exports; it is run once. */
  load: (name: string) => unknown;
  /** Keeps what was compiled for the next start, unless that is kept already. Throws nothing. */
  keep: () => void;
}

/** What is kept is made anew after this many milliseconds, with what was called since. */
const FRESH = 24 * 60 * 60 * 1000;
/** Of other starts, Octavos and Nodes: 2 MB each. */
const MOST_KEPT = 12;
/** Bytes of the list's length. */
const HEAD = 4;

/** Opens the scripts of a folder. */
export function openCode({ folder, hash, start, now, cache }: CodeOptions): Code {
  const path = cache && join(cache, `code-${start}-${hash}.bin`);
  const kept = path === undefined ? undefined : readKept(path, now);
  const scripts = new Map<string, Script>();
  const loaded = new Map<string, { exports: unknown }>();
  let isRejected = false;

  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const own = { exports: {} as unknown };
    loaded.set(name, own);
    const file = new URL(name, folder);
    const text = readFileSync(file, 'utf8');
    const script = new Script(`(function(exports,require,module,octavoImport,octavoUrl){${text}\n})`, {
      filename: file.href,
      cachedData: kept?.data.get(name),
    });
    isRejected ||= script.cachedDataRejected === true;
    scripts.set(name, script);
    // As if it lay beside the program, so that what it looks for is there.
    const url = new URL(`../${name}`, folder).href;
    const outer = createRequire(url);
    const isOwn = (wanted: string): boolean => wanted.startsWith('./') && !wanted.endsWith('.cjs');
    const inner = (wanted: string): unknown =>
      isOwn(wanted) ? load(wanted.slice(2)) : (outer(wanted) as unknown);
    const later = async (wanted: string): Promise<unknown> =>
      isOwn(wanted) ? load(wanted.slice(2)) : import(wanted);
    (script.runInThisContext() as (...given: unknown[]) => void)(own.exports, inner, own, later, url);
    return own.exports;
  };

  const keep = (): void => {
    if (path !== undefined && (!kept?.isFresh || isRejected)) keepFile(path, bytesOf(scripts), MOST_KEPT);
  };
  return { load, keep };
}

interface KeptCode {
  data: Map<string, Buffer>;
  isFresh: boolean;
}

/** The length of a list of names and lengths, the list as JSON, and what it lists. */
function readKept(path: string, now: number): KeptCode | undefined {
  // V8 would run what was damaged, and break.
  const bytes = readKeptFile(path);
  if (!bytes) return undefined;
  let at = HEAD + bytes.readUInt32LE();
  const data = new Map<string, Buffer>();
  for (const [name, length] of JSON.parse(bytes.toString('latin1', HEAD, at)) as [string, number][]) {
    data.set(name, bytes.subarray(at, (at += length)));
  }
  return { data, isFresh: now - statSync(path).mtimeMs < FRESH };
}

/** What V8 has made of scripts. */
function bytesOf(scripts: ReadonlyMap<string, Script>): Uint8Array {
  const made = [...scripts].map(([name, script]) => [name, script.createCachedData()] as const);
  const list = Buffer.from(JSON.stringify(made.map(([name, { length }]) => [name, length])), 'latin1');
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(list.length);
  return Buffer.concat([head, list, ...made.map(([, data]) => data)]);
}

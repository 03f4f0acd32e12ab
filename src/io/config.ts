/** Loading `octavo.config.mjs`, and where what it imports comes from. */
import { readFile, stat } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256, sha256OfFiles } from '../text/digest.js';
import { CONFIG } from './config-place.js';

/** Where a value of the configuration comes from: a package, or a file beside it. */
export interface ValueSource {
  name: string;
  version?: string;
}

/** The file as it stands, nothing interpreted. */
export interface ConfigModule {
  /** Absolute. */
  folder: string;
  /** SHA-256 of the file and of those that it imports by their paths: `sha256:…`. */
  hash: string;
  exported: unknown;
  /** Of what it imports, by value. */
  sources: ReadonlyMap<unknown, ValueSource>;
}

/** What a module imports by name: `import … from`, `export … from`, `import '…'` and `import('…')`. */
const IMPORT =
  /(?:^|[\n;}])\s*(?:import|export)\b[^'";]*?['"]([^'"\n]+)['"]|\bimport\s*\(\s*['"]([^'"\n]+)['"]/g;

/**
 * Loads the configuration of a folder; nothing where it has none, `alone` where no `package.json` stands beside it.
 *
 * @throws what the module throws, or why it cannot be read.
 */
export async function readConfigModule(folder: string): Promise<ConfigModule | 'alone' | undefined> {
  const file = path.join(folder, CONFIG);
  const files = new Map<string, Buffer>();
  const packages = new Map<string, string>();
  if (!(await gather(file, files, packages))) return undefined;
  if (!(await isFile(path.join(folder, 'package.json')))) return 'alone';
  const digest = sha256OfFiles([...files].map(([name, bytes]) => [path.relative(folder, name), bytes]));
  // A file that changed is another module.
  const url = `${pathToFileURL(file).href}?${digest.slice(0, 16)}`;
  const { default: exported } = (await import(url)) as { default?: unknown };
  const sources = new Map<unknown, ValueSource>();
  for (const [name, from] of packages) await enterPackage(name, from, sources);
  for (const [name, bytes] of files)
    if (name !== file) {
      const version = sha256(bytes).slice(0, 8);
      enter(await importFile(name), { name: `./${path.relative(folder, name)}`, version }, sources);
    }
  return { folder, hash: `sha256:${digest}`, exported, sources };
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );

/** Reads a module and those that it leads to by path; notes the packages that they name, each with where from. */
async function gather(
  file: string,
  files: Map<string, Buffer>,
  packages: Map<string, string>,
): Promise<boolean> {
  if (files.has(file)) return true;
  const bytes = await readFile(file).catch((cause: unknown) => {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw cause;
  });
  if (!bytes) return false;
  files.set(file, bytes);
  for (const [, one, late] of bytes.toString('utf8').matchAll(IMPORT)) {
    const name = one ?? late ?? '';
    if (name.startsWith('.')) await gather(path.resolve(path.dirname(file), name), files, packages);
    else if (!isBuiltin(name) && !name.includes(':')) packages.set(name, path.dirname(file));
  }
  return true;
}

async function enterPackage(name: string, from: string, sources: Map<unknown, ValueSource>): Promise<void> {
  const [, own = name, rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(name) ?? [];
  const found = await packageAbove(own, from);
  if (!found || own === 'octavo') return;
  const entry = entryOf(found.manifest, rest);
  const module = entry === undefined ? {} : await importFile(path.join(found.folder, entry));
  const { version } = found.manifest;
  enter(module, { name, ...(typeof version === 'string' ? { version } : {}) }, sources);
}

/** A module that is loaded already; nothing of one that is not. */
const importFile = (file: string): Promise<Record<string, unknown>> =>
  (import(pathToFileURL(file).href) as Promise<Record<string, unknown>>).catch(() => ({}));

function enter(
  module: Record<string, unknown>,
  source: ValueSource,
  sources: Map<unknown, ValueSource>,
): void {
  for (const value of Object.values(module))
    if (typeof value === 'function' || (typeof value === 'object' && value !== null))
      sources.set(value, source);
}

type Manifest = Record<string, unknown>;

async function packageAbove(
  name: string,
  from: string,
): Promise<{ folder: string; manifest: Manifest } | undefined> {
  for (let above = from; ; above = path.dirname(above)) {
    const folder = path.join(above, 'node_modules', name);
    const text = await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return { folder, manifest: JSON.parse(text) as Manifest };
    if (path.dirname(above) === above) return undefined;
  }
}

/** The file that `import` of a package, or of `rest` in it, loads: https://nodejs.org/api/packages.html#exports */
function entryOf({ exports, main }: Manifest, rest: string): string | undefined {
  const map = exports as Manifest | string | undefined;
  const isMap = typeof map === 'object' && Object.keys(map).some((key) => key.startsWith('.'));
  const target = isMap ? map[`.${rest}`] : rest === '' ? map : undefined;
  if (target !== undefined) return targetOf(target);
  if (exports !== undefined) return undefined;
  return rest === '' ? (typeof main === 'string' ? main : 'index.js') : rest.slice(1);
}

function targetOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, inner] of Object.entries(target))
    if (['node', 'import', 'default', 'module-sync'].includes(condition)) return targetOf(inner);
  return undefined;
}

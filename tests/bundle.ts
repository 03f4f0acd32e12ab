/**
 * Before all tests: the command as users run it, bundled into a folder of the tests' own, and each file of tests with
 * what it imports. Jest loads a module of the project or of a package in milliseconds, and most files of tests import
 * hundreds; `once.mjs` has it load the bundle.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop, type Plugin } from 'esbuild';

interface Bundles {
  bundle: (folder: string) => Promise<void>;
  /** Packages with files of their own beside their code. */
  OUTSIDE: string[];
  standIns: Plugin;
  REQUIRE: string;
}

/** What Jest gives of its settings: the patterns on its command line, and what it leaves out. */
interface Global {
  testPathPatterns: {
    isSet: () => boolean;
    toExecutor: (project: { rootDir: string }) => { isMatch: (file: string) => boolean };
  };
}
interface Project {
  rootDir: string;
  testPathIgnorePatterns: string[];
}

const LIB = 'tests/.lib';

const SEED = resolve('tests/seed.ts');

/** A module knows its own place; what was built before stays outside, and what is generated begins with its seed. */
const inPlace: Plugin = {
  name: 'in-place',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.(?:mjs|js)$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      const isOutside = file.endsWith('.mjs') || file.startsWith(resolve(LIB));
      return isOutside && existsSync(file) ? { path: file, external: true } : undefined;
    });
    onResolve({ filter: /^fast-check$/ }, ({ importer }) => (importer === SEED ? undefined : { path: SEED }));
    onLoad({ filter: /[\\/](?:src|tests)[\\/].*\.ts$/ }, async ({ path }) => {
      const contents = (await readFile(path, 'utf8'))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..')));
      return { contents, loader: 'ts' };
    });
  },
};

/** The files of tests that Jest was asked for. */
async function testsOf(
  { testPathPatterns }: Global,
  { testPathIgnorePatterns: ignored, rootDir }: Project,
): Promise<string[]> {
  const files = await readdir('tests', { recursive: true });
  const asked = testPathPatterns.toExecutor({ rootDir });
  return files
    .map((name) => resolve('tests', name))
    .filter((file) => file.endsWith('.test.ts') && asked.isMatch(file))
    .filter((file) => !ignored.some((pattern) => new RegExp(pattern).test(file)));
}

export default async function setup(global: Global, project: Project): Promise<void> {
  const { bundle, standIns, OUTSIDE, REQUIRE } = (await import('../scripts/bundle.mjs' as string)) as Bundles;
  await rm(LIB, { recursive: true, force: true });
  await bundle(LIB);
  await build({
    entryPoints: await testsOf(global, project),
    outbase: '.',
    outdir: LIB,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'error',
    // Maps cost a third; whoever looks for the cause of a failure names its file.
    sourcemap: global.testPathPatterns.isSet() && 'linked',
    sourcesContent: false,
    plugins: [standIns, inPlace],
    external: [...OUTSIDE, 'esbuild', 'eslint', 'typescript', 'typescript-eslint'],
    banner: { js: REQUIRE },
  });
  // Its process would keep two gigabytes.
  await stop();
}

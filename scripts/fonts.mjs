// Cuts the typefaces of Octavo's own themes ahead of time, beside the bundles: a build then starts no HarfBuzz. The
// same functions cut them in a build where these files are missing, to the same bytes.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import { build } from 'esbuild';
import { deflateSync } from 'fflate';
import { root } from './bundle.mjs';

const require = createRequire(import.meta.url);

/** What the sources export, for Node. */
async function load(folder) {
  const outfile = join(folder, 'cutting.mjs');
  await build({
    stdin: {
      contents: [
        "export { CUTS, pointsIn, rangesOf } from './src/themes/fonts/cuts.ts';",
        "export { subsetterOf } from './src/themes/fonts/subset.ts';",
        "export { parseManifest } from './src/themes/manifest.ts';",
        "export { aheadName } from './src/io/fonts.ts';",
        "export { DEFLATE } from './src/output/epub/zip.ts';",
        "export { FILES, packageOf } from './src/images/cover/text/faces.ts';",
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  const loaded = await import(pathToFileURL(outfile));
  await rm(outfile);
  return loaded;
}

/** The fonts of packages that the themes name, each once. */
async function fontsOf(parseManifest) {
  const themes = join(root, 'templates/themes');
  const names = (await readdir(themes, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const manifests = await Promise.all(
    names.map(({ name }) => readFile(join(themes, name, 'theme.yaml'), 'utf8').catch(() => '')),
  );
  const fonts = manifests.flatMap((text) => parseManifest(text, 'theme.yaml').value.fonts);
  return [...new Set(fonts.flatMap(({ from }) => ('package' in from ? [from.package] : [])))];
}

/**
 * The licence of a package’s fonts, which goes with them, and whether it reserves their name (OFL 1.1, 3): a book may
 * hold such a font cut, but who hands on a cut by itself has to call it something else.
 */
async function licenceOf(name) {
  const text = await readFile(require.resolve(`${name}/LICENSE_FONT`), 'utf8');
  return { text, isReserved: /with Reserved Font Name/i.test(text) };
}

/**
 * Writes the fonts of themes and covers, whole and cut, or those of them that are named, into `fonts/` in a folder of
 * bundles.
 */
export async function cutFonts(target, only) {
  const folder = join(root, target, 'fonts');
  await mkdir(folder, { recursive: true });
  const sources = await load(folder);
  const { aheadName, parseManifest, packageOf, FILES, DEFLATE } = sources;
  const themed = await fontsOf(parseManifest);
  for (const path of only ?? new Set([...themed, ...FILES])) {
    const { text, isReserved } = await licenceOf(packageOf(path));
    const font = await readFile(require.resolve(path));
    await writeFile(join(folder, `${aheadName(path)}.LICENSE`), text);
    await writeFile(join(folder, `${aheadName(path)}.whole`), deflateSync(font, DEFLATE));
    if (!isReserved && themed.includes(path)) await cut(path, font, folder, sources);
  }
}

/** Writes the cuts of a font, and what it has. */
async function cut(path, font, folder, { CUTS, pointsIn, rangesOf, subsetterOf, aheadName, DEFLATE }) {
  const wasm = await readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));
  const subset = subsetterOf(await WebAssembly.compile(wasm));
  const cuts = {};
  for (const { name, ranges } of CUTS) {
    const bytes = subset(font, pointsIn(ranges));
    cuts[name] = { size: bytes.length, crc: crc32(bytes) };
    await writeFile(join(folder, `${aheadName(path)}.${name}`), deflateSync(bytes, DEFLATE));
  }
  await writeFile(join(folder, `${aheadName(path)}.json`), JSON.stringify({ has: rangesOf(font), cuts }));
}

// Writes what the front matter's schema is the source of: the tables of docs/front-matter.md and schema/*.json.
// With --check it writes nothing and fails where one of them is stale.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'octavo-schema-'));
const outfile = join(folder, 'reference.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['src/config/reference.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
const { referenceFiles } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });

const read = (path) => readFileSync(join(root, path), 'utf8');
const stale = Object.entries(referenceFiles(read)).filter(([path, text]) => text !== readOrNothing(path));
const check = process.argv.includes('--check');
for (const [path, text] of stale) {
  if (check) console.error(`${path} is out of date: run \`node scripts/schema.mjs\``);
  else writeFileSync(join(root, path), text);
}
process.exitCode = check && stale.length > 0 ? 1 : 0;

function readOrNothing(path) {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}

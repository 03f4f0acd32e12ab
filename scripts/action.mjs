// Writes the entry of the GitHub Action, action/index.js, from src/action: one readable file that needs no package.
// With --check it writes nothing and fails where the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const FILE = 'action/index.js';

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/action/index.ts'],
  outfile: FILE,
  write: false,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  charset: 'utf8',
  logLevel: 'warning',
  banner: { js: '// Made of src/action by `npm run action`. Do not edit.' },
});
const { text } = outputFiles[0];
if (!process.argv.includes('--check')) writeFileSync(join(root, FILE), text);
else if (readFileSync(join(root, FILE), 'utf8') !== text) {
  console.error(`${FILE} is out of date: run \`npm run action\``);
  process.exitCode = 1;
}

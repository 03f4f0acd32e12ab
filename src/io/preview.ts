/** The files of the preview's page: its own, and the part of foliate-js that shows books. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from './templates.js';

/** Names what the page asks foliate-js for, and its licence; what bundles the code reads it too. */
const FOLIATE = 'foliate.txt';

/** The files by their names below the page's address: `app/page.js`, `foliate/paginator.js`. */
export async function readPreviewFiles(): Promise<Map<string, Uint8Array>> {
  const own = join(packageRoot(), 'templates', 'preview');
  const names = (await readdir(own)).filter((name) => name !== FOLIATE);
  const asked = (await readFile(join(own, FOLIATE), 'utf8')).trim().split('\n');
  const foliate = foliateFolder();
  const places = [
    ['app/shared.css', join(packageRoot(), 'templates', 'page.css')] as const,
    ...names.map((name) => [`app/${name}`, join(own, name)] as const),
    ...asked.map((name) => [`foliate/${name}`, join(foliate, name)] as const),
  ];
  return new Map(
    await Promise.all(places.map(async ([name, path]) => [name, await readFile(path)] as const)),
  );
}

/** Beside the bundled code; where it is not bundled, in the package itself. */
function foliateFolder(): string {
  const beside = join(packageRoot(), 'lib', 'foliate');
  if (existsSync(beside)) return beside;
  return dirname(createRequire(import.meta.url).resolve('foliate-js/paginator.js'));
}

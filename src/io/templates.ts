/** The templates and themes that stand beside the code, in `templates/`. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Templates } from '../types.js';

/** The package's own folder: the nearest one above this file that has `templates/epub`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'epub'))) {
    const up = dirname(folder);
    if (up === folder) throw new Error('Octavo’s folder `templates/` is missing; install Octavo again');
    folder = up;
  }
  return folder;
}

/**
 * A file of a page that Octavo shows: of `templates/proof`, `import`, `diff` or `serve`. Its sheet comes after the one
 * that all pages share.
 */
export async function readPageFile(page: string, name: 'page.css' | 'page.js'): Promise<string> {
  const own = join(page, name);
  const names = name === 'page.css' ? [name, own] : [own];
  const texts = names.map((one) => readFile(join(packageRoot(), 'templates', one), 'utf8'));
  return (await Promise.all(texts)).join('');
}

/** Octavo's own version, from its `package.json`. */
export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const FOLDERS = ['epub', 'pages'] as const;

/**
 * Every template by its path without `.ejs`: `epub/package`, `pages/dedication`.
 *
 * @example
 * ```js
 * import { readTemplates } from 'octavo';
 *
 * const templates = await readTemplates();
 * 'pages/dedication' in templates; // true
 * ```
 */
export async function readTemplates(root = join(packageRoot(), 'templates')): Promise<Templates> {
  const entries = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.ejs')).sort();
      return Promise.all(
        names.map(async (name) => {
          const text = await readFile(join(root, folder, name), 'utf8');
          return [`${folder}/${name.slice(0, -'.ejs'.length)}`, text] as const;
        }),
      );
    }),
  );
  return Object.fromEntries(entries.flat());
}

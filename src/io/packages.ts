/** Files of installed packages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readBeside } from './fonts.js';

const require = createRequire(import.meta.url);

/**
 * The bytes of a package's file: `@scope/package/folder/file.ttf`. Typefaces that come with Octavo lie beside its code;
 * nothing where the package is neither there nor installed.
 */
export async function readPackageFile(path: string): Promise<Uint8Array | undefined> {
  const beside = await readBeside(path);
  if (beside) return beside;
  try {
    return await readFile(require.resolve(path));
  } catch {
    return undefined;
  }
}

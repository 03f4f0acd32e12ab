/** Files of installed packages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The bytes of a package's file: `@scope/package/folder/file.ttf`.
 *
 * @throws Error with the path, where the package is not installed.
 */
export const readPackageFile = (path: string): Promise<Uint8Array> => readFile(require.resolve(path));

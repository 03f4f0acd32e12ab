/** Finished ebooks on disk. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The EPUB at a path, or those of a folder, by name; files for Kobo are the same books again and left out. */
export async function ebooksIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter(
    (name) => /\.epub$/i.test(name) && !/\.kepub\.epub$/i.test(name),
  );
  return names.sort().map((name) => join(path, name));
}

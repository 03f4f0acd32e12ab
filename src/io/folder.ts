/** A look into a folder that another tool laid out. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fatal, type Result } from '../diagnostics.js';
import type { Folder } from '../types.js';
import { isHidden, MAX_FOLDERS, readOne } from './files.js';

/** The most files that a folder may have, of whatever sort. */
const MAX_NAMES = 50_000;

/** Folders that hold what programs install or make, never what an author wrote. */
const INSTALLED: ReadonlySet<string> = new Set(['node_modules', '_book', '__pycache__', 'target']);

/** The folder at an absolute path, whose real path is `root`; `shown` is its name in messages. */
export function openFolder(absolute: string, root: string, shown: string, cwd: string): Folder {
  return {
    path: shown,
    names: async (rel) => (await readdir(path.join(root, rel)).catch(() => [])).sort(),
    list: () => listFiles(root, shown),
    read: (rel) => readOne({ absolute: path.join(absolute, rel), rel }, root, cwd),
  };
}

async function listFiles(root: string, shown: string): Promise<Result<readonly string[]>> {
  const files: string[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (isHidden(entry.name) || INSTALLED.has(entry.name)) continue;
      const rel = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(rel);
      else if (rel.split('/').length <= MAX_FOLDERS) open.push(rel);
    }
    if (files.length > MAX_NAMES) {
      const reason = `This folder has more than ${MAX_NAMES} files`;
      return { value: [], messages: [fatal('files:too-many', reason, { path: shown })] };
    }
  }
  return { value: files.sort(), messages: [] };
}

/** Watching folders for changes. */
import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isHidden, isInstalled } from './files.js';

/** A save of an editor is several changes, and so is a copy of a folder: they are one where they follow so soon, in ms. */
const BURST = 50;
/** Folders within each other that are watched, as many as a book may have. */
const DEEPEST = 16;

export interface Watch {
  close: () => void;
}

/**
 * Calls `changed` after each burst of changes in the folders and those in them, but for hidden ones and what npm
 * installed. A folder that is not there yet is waited for. `platform` is Node's.
 */
export async function watchFolders(
  folders: readonly string[],
  changed: () => void,
  platform: NodeJS.Platform,
): Promise<Watch> {
  const watchers = new Map<string, { watcher: FSWatcher; id: number }>();
  // Linux tells of a folder, not of those in it; Node's own walk through them misses files of new folders.
  const isDeep = platform === 'darwin' || platform === 'win32';
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const settle = async (): Promise<void> => {
    // What was written into a new folder before it was watched is a change as well.
    if ((await look()) && !isClosed) later();
    else if (!isClosed) changed();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void settle(), BURST);
  };
  const add = async (folder: string, recursive: boolean): Promise<boolean> => {
    const id = await idOf(folder);
    if (id === undefined || watchers.has(folder) || isClosed) return false;
    try {
      const watcher = watch(folder, { recursive }, (_, name) => {
        // The temporary files of a build, and those of editors.
        if (!name?.split(path.sep).some(isHidden)) later();
      });
      const end = (): void => {
        watcher.close();
        if (watchers.get(folder)?.watcher === watcher) watchers.delete(folder);
      };
      watcher.on('error', end);
      watchers.set(folder, { watcher, id });
      return true;
    } catch {
      return false;
    }
  };
  /** Watches what is not watched yet; whether there was anything. */
  const look = async (): Promise<boolean> => {
    let isNew = false;
    for (const [folder, { watcher, id }] of watchers) {
      // The system goes on to tell of a folder that was moved away, and not of the one that took its name.
      if ((await idOf(folder)) === id) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if ((await idOf(folder)) === undefined) await add(path.dirname(folder), false);
      else if (isDeep) isNew = (await add(folder, true)) || isNew;
      else for (const one of await foldersIn(folder)) isNew = (await add(one, false)) || isNew;
    }
    return isNew;
  };
  await look();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const { watcher } of watchers.values()) watcher.close();
    },
  };
}

/** The folder at a path, or that of the file there; nothing where nothing is. */
export const folderOf = (absolute: string): Promise<string | undefined> =>
  stat(absolute).then(
    (stats) => (stats.isDirectory() ? absolute : path.dirname(absolute)),
    () => undefined,
  );

/** What tells a folder from another of its name; nothing where there is none. */
const idOf = (folder: string): Promise<number | undefined> =>
  stat(folder).then(
    (stats) => (stats.isDirectory() ? stats.ino : undefined),
    () => undefined,
  );

/** A folder and those in it at any depth. */
async function foldersIn(folder: string, depth = 0): Promise<string[]> {
  if (depth > DEEPEST) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter(
    (entry) => entry.isDirectory() && !isHidden(entry.name) && !isInstalled(entry.name),
  );
  const lists = await Promise.all(inner.map(({ name }) => foldersIn(path.join(folder, name), depth + 1)));
  return [folder, ...lists.flat()];
}
